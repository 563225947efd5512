import { app, BrowserWindow, Notification, type WebContents } from 'electron'
import type { DeskAnswer } from '#domain/desk/desk-bridge.ts'
import type { DeskInput } from '#domain/desk/desk-inputs.ts'
import type { CallHandlers } from './handle-calls.ts'
import { onlyADesk, type HubLine } from './hub-line.ts'
import type { KeptDrafts } from './link/kept-drafts.ts'
import { printPage, saveBytes, savePageAsPdf } from './printing.ts'
import { setStartup, startupState } from './startup.ts'
import type { UpdateSource } from './update-source.ts'

/** What the calls of the page work on. */
export interface CallContext {
  /** Null until somebody has said what this PC is. */
  line: () => HubLine | null
  chooseMode: (input: DeskInput<'mode.choose'>) => Promise<DeskAnswer<null>>
  reconsiderMode: () => Promise<DeskAnswer<null>>
  drafts: () => KeptDrafts
  updates: UpdateSource
}

const DONE = { ok: true, value: null } as const

function windowOf(contents: WebContents): BrowserWindow {
  const window = BrowserWindow.fromWebContents(contents)
  if (!window) throw new Error('a page without a window')
  return window
}

/** What each call of the page does. */
export function deskCalls({ line, chooseMode, reconsiderMode, drafts, updates }: CallContext): CallHandlers {
  return {
    'mode.choose': chooseMode,
    'mode.reconsider': reconsiderMode,
    'hub.discover': () => line()?.discover() ?? [],
    'hub.pair': (input) => line()?.pair(input) ?? onlyADesk(),
    'hub.state': () => line()?.state ?? { kind: 'none' },
    'hub.tryAddress': ({ host, port }) => line()?.tryAddress(host, port) ?? onlyADesk(),
    'hub.confirmMove': () => line()?.confirmMove() ?? onlyADesk(),
    'hub.forget': async () => {
      await line()?.forget()
      return DONE
    },
    'drafts.keep': (input) => drafts().keep(input),
    'drafts.list': ({ owner }) => drafts().list(owner),
    'drafts.drop': async (input) => {
      await drafts().drop(input)
      return null
    },
    'print.toPrinter': (_input, sender) => printPage(windowOf(sender)),
    'print.toPdf': ({ name }, sender) => savePageAsPdf(windowOf(sender), name),
    'file.save': ({ name, bytes }, sender) => saveBytes(windowOf(sender), name, bytes),
    'desk.notify': ({ title, body }, sender) => {
      const notice = new Notification({ title, body })
      notice.once('click', () => windowOf(sender).show())
      notice.show()
      return null
    },
    'desk.badge': ({ count }) => {
      app.setBadgeCount(count)
      return null
    },
    'desk.clock': () => line()?.clock() ?? { deskTime: new Date().toISOString(), aheadMs: null },
    'update.state': () => updates.state,
    'update.check': () => {
      void updates.check()
      return null
    },
    'update.install': () => updates.install(),
    'startup.state': () => startupState(app, process.platform),
    'startup.set': ({ isOn }) => setStartup(app, process.platform, isOn),
    'screen.protect': ({ isOn }, sender) => {
      windowOf(sender).setContentProtection(isOn)
      return null
    },
  }
}
