/** What the test tells the program that runs on the stand-in. */
export type ToProgram =
  | {
      type: 'invoke'
      ask: number
      window: number
      channel: string
      args: unknown[]
      frame: string
      isTop: boolean
    }
  | { type: 'navigate'; ask: number; window: number; event: string; url: string }
  | { type: 'open'; ask: number; window: number; url: string }
  | { type: 'webview'; ask: number; window: number }
  | {
      type: 'permission'
      ask: number
      permission: string
      origin: string
      media: string[]
      isMainFrame: boolean
    }
  | { type: 'download'; ask: number; url: string }
  | { type: 'load'; ask: number; url: string }
  | { type: 'power'; event: string }
  | { type: 'dialog'; savePath: string | null; button: number }
  | { type: 'close'; window: number }
  | { type: 'second-instance' }
  | { type: 'quit' }

/** What the program tells the test. */
export type ToTest =
  | { type: 'window'; window: number; url: string; arguments: string[]; preload: string }
  | { type: 'closed'; window: number }
  | { type: 'send'; window: number; channel: string; args: unknown[] }
  | { type: 'answer'; ask: number; value?: unknown; error?: string }
  | { type: 'did'; what: string; detail: unknown }
  | { type: 'hub'; pid: number }

/** Sends to the test that started this process. */
export function tellTest(message: ToTest): void {
  process.send?.(message)
}
