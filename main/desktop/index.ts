// The window on the hub. It holds no data and has no rights of its own: everything comes from the hub's address.
import { app, BrowserWindow, session } from 'electron'
import { hubUrlFrom } from './hub-url.ts'

const BACKGROUND = '#ffffff'

/** Nothing on the page may leave the hub's origin, open a window or ask for a device. */
function lockDown(window: BrowserWindow, origin: string): void {
  const { webContents } = window
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  webContents.on('will-attach-webview', (event) => event.preventDefault())
  const stayHome = (details: { url: string; preventDefault: () => void }) => {
    if (new URL(details.url).origin !== origin) details.preventDefault()
  }
  webContents.on('will-navigate', stayHome)
  webContents.on('will-redirect', stayHome)
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.defaultSession.setPermissionCheckHandler(() => false)
}

async function openWindow(url: URL): Promise<void> {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    title: 'Nẻo Về',
    backgroundColor: BACKGROUND,
    autoHideMenuBar: true,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  lockDown(window, url.origin)
  await window.loadURL(url.href)
}

const url = hubUrlFrom(process.argv)
if (url === undefined) {
  process.stderr.write('Thiếu địa chỉ máy chủ: --hub-url=http://127.0.0.1:CỔNG\n')
  app.exit(2)
} else if (!app.requestSingleInstanceLock()) {
  app.exit(0)
} else {
  app.on('window-all-closed', () => app.quit())
  await app.whenReady()
  await openWindow(url)
}
