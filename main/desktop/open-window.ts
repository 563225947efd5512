import { BrowserWindow } from 'electron'
import { APP_ORIGIN } from './origin.ts'
import { webPreferences, type WindowFacts } from './window-policy.ts'

const BACKGROUND = '#ffffff'
const USUAL = { width: 1366, height: 768 }
const LEAST = { minWidth: 1024, minHeight: 640 }

export interface WindowOptions {
  preload: string
  facts: WindowFacts
  isPackaged: boolean
  /** Stays in the task bar until somebody wants it. */
  isMinimized: boolean
}

/** A window on the program's own page, shown when there is something to see. */
export function openWindow({ preload, facts, isPackaged, isMinimized }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...USUAL,
    ...LEAST,
    title: 'Nẻo Về',
    backgroundColor: BACKGROUND,
    autoHideMenuBar: true,
    show: false,
    webPreferences: webPreferences(preload, facts, isPackaged),
  })
  window.once('ready-to-show', () => (isMinimized ? window.minimize() : window.show()))
  void window.loadURL(`${APP_ORIGIN}/`)
  return window
}
