import type { CustomScheme, WebPreferences } from 'electron'
import type { DeskMode } from '#domain/desk/desk-bridge.ts'
import { APP_SCHEME, isOwnAddress } from './origin.ts'

/** Pages live in memory only: nothing of the partition is written to the desk's disk. */
export const PARTITION = 'neo-ve'

export const SCHEMES: CustomScheme[] = [
  {
    scheme: APP_SCHEME,
    privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true },
  },
]

/** Switches of Chromium: no crash dumps with what was on the screen in them, no cache on the disk. */
export const SWITCHES = ['disable-breakpad', 'disable-crash-reporter', 'disable-http-cache'] as const

/** What the preload reads from its command line. */
export interface WindowFacts {
  version: string
  mode: DeskMode
}

/** How the preload learns what does not change while the window lives. */
function factArguments({ version, mode }: WindowFacts): string[] {
  return [`--neo-ve-version=${version}`, `--neo-ve-mode=${mode}`]
}

/**
 * The preferences of every window.
 * @param isPackaged the program as installed: developer tools are off
 */
export function webPreferences(preload: string, facts: WindowFacts, isPackaged: boolean): WebPreferences {
  return {
    preload,
    partition: PARTITION,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    spellcheck: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    devTools: !isPackaged,
    additionalArguments: factArguments(facts),
  }
}

/** What is known of a page that asks for a device or a power. */
export interface Asking {
  permission: string
  /** Address or origin of the asking frame. */
  origin: string
  isMainFrame: boolean
  media: readonly string[]
}

/**
 * Everything is refused but the camera without sound, for our own page: photographs at intake.
 */
export function isAllowed({ permission, origin, isMainFrame, media }: Asking): boolean {
  return (
    permission === 'media' &&
    isMainFrame &&
    isOwnAddress(origin) &&
    media.length === 1 &&
    media[0] === 'video'
  )
}
