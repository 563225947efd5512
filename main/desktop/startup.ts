import type { App } from 'electron'
import type { DeskAnswer } from '#domain/desk/desk-bridge.ts'

/** The program was started by the system, not by a person: its window stays small. */
export const STARTED_BY_SYSTEM = '--started-by-system'

type LoginItems = Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings' | 'isPackaged'>

const ITEM = { args: [STARTED_BY_SYSTEM] }

function isPossible(app: LoginItems, platform: NodeJS.Platform): boolean {
  return app.isPackaged && platform === 'win32'
}

/** Whether the program starts when this user signs in to Windows. */
export function startupState(
  app: LoginItems,
  platform: NodeJS.Platform,
): { isOn: boolean; isPossible: boolean } {
  const canBe = isPossible(app, platform)
  return { isOn: canBe && app.getLoginItemSettings(ITEM).openAtLogin, isPossible: canBe }
}

/** Makes the program start with Windows, or not. */
export function setStartup(app: LoginItems, platform: NodeJS.Platform, isOn: boolean): DeskAnswer<null> {
  if (!isPossible(app, platform)) {
    const message =
      'Máy này không đặt được chế độ tự khởi động từ đây. Trên Linux, chạy máy chủ bằng dịch vụ hệ thống.'
    return { ok: false, problem: { code: 'no-startup', message } }
  }
  app.setLoginItemSettings({ ...ITEM, openAtLogin: isOn })
  return { ok: true, value: null }
}
