import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import type { DeskOutputs } from '#domain/desk/desk-bridge.ts'
import { DESK_INPUTS, type DeskCall, type DeskInput } from '#domain/desk/desk-inputs.ts'
import { isOwnAddress } from './origin.ts'

/** What each call of the page does. */
export type CallHandlers = {
  [Call in DeskCall]: (
    input: DeskInput<Call>,
    sender: WebContents,
  ) => DeskOutputs[Call] | Promise<DeskOutputs[Call]>
}

/** The channel of a call between the preload and this process. */
function callChannel(call: DeskCall): string {
  return `neo-ve:${call}`
}

/** What the page is told of a call that it may not make; names nothing of the program. */
const REFUSED = 'refused'

/** True when the message comes from the top frame of one of our own pages. */
function isFromOurPage({ senderFrame }: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOwnAddress(senderFrame.url)
}

/** Listens for one call: the sender and the input are checked before anything of it runs. */
function handle<Call extends DeskCall>(
  ipc: Pick<IpcMain, 'handle'>,
  call: Call,
  run: CallHandlers[Call],
): void {
  ipc.handle(callChannel(call), async (event, input: unknown) => {
    if (!isFromOurPage(event)) throw new Error(REFUSED)
    const parsed = DESK_INPUTS[call].safeParse(input)
    if (!parsed.success) throw new Error(REFUSED)
    return run(parsed.data as DeskInput<Call>, event.sender)
  })
}

/** Listens for every call of the page, and for no other. */
export function handleCalls(ipc: Pick<IpcMain, 'handle'>, handlers: CallHandlers): void {
  for (const call of Object.keys(DESK_INPUTS) as DeskCall[]) handle(ipc, call, handlers[call])
}
