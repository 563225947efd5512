// The desktop program: a window on the hub, and on the hub's PC the hub itself.
import { join } from 'node:path'
import { app, Menu, protocol } from 'electron'
import { DesktopProgram } from './desktop-program.ts'
import { guardContents } from './guard-session.ts'
import { hubUrlFrom } from './hub-url.ts'
import { SCHEMES, SWITCHES } from './window-policy.ts'

const out = join(import.meta.dirname, '..')
const files = {
  rendererDir: join(out, 'renderer'),
  preload: join(out, 'preload/preload.cjs'),
  hub: join(out, 'main/hub.js'),
}

// Before anything is ready: these cannot be said later.
const localData = process.env['LOCALAPPDATA']
// A roaming profile would carry the data over the network.
if (process.platform === 'win32' && localData !== undefined) app.setPath('userData', join(localData, 'NeoVe'))
for (const name of SWITCHES) app.commandLine.appendSwitch(name)
app.enableSandbox()
protocol.registerSchemesAsPrivileged(SCHEMES)

async function run(): Promise<void> {
  await app.whenReady()
  Menu.setApplicationMenu(null)
  const program = new DesktopProgram(files, app.isPackaged ? undefined : hubUrlFrom(process.argv))
  app.on('second-instance', () => program.comeForward())
  app.on('before-quit', (event) => {
    if (!program.end(() => app.quit())) event.preventDefault()
  })
  await program.start()
}

if (app.requestSingleInstanceLock()) {
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  app.on('window-all-closed', () => app.quit())
  // Not awaited here: Electron is ready only after this module has run to its end.
  void run()
} else {
  app.exit(0)
}
