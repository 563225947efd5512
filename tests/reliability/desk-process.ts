// One desk as a process of its own: the real link to the hub, the real stream of changes, and a clerk who records
// people going out and coming back. Told what to do over IPC by desks-at-once.ts.
import { randomUUID } from 'node:crypto'
import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import type { AppContract } from '#domain/contract/index.ts'
import type { CustodyAct } from '#domain/custody/facts.ts'
import { DEMO_PASSWORD } from '#hub/setup/demo-logins.ts'
import { FeedStream, type FeedMessage } from '#renderer/api/feed-stream.ts'
import { DeskStore } from '../../main/desktop/link/desk-store.ts'
import { HubLink } from '../../main/desktop/link/hub-link.ts'
import { testSealer } from '../desktop/_sealer.ts'
import { deskOrderShape, deskStartShape, type DeskReport } from './desk-messages.ts'

const AGAIN_MS = 150
const BETWEEN_ACTS_MS = 60
/** Refusals that are an answer; every other failure is tried again with the same key. */
const ANSWERS = new Set(['rule_violated', 'conflict', 'invalid_input', 'not_found', 'forbidden'])

const start = deskStartShape.parse(JSON.parse(process.argv[2] ?? ''))
const link = new HubLink({
  store: new DeskStore(start.folder, testSealer(Buffer.from(start.key, 'hex'))),
  wipe: () => Promise.resolve(),
  program: '0.1.0',
  discover: () => Promise.resolve([]),
  pauses: { beat: 1_000, away: [100, 200, 400], stopped: 1_000 },
})
const hub: ContractRouterClient<AppContract, { key?: string }> = createORPCClient(
  new RPCLink<{ key?: string }>({
    url: 'app://neo-ve/rpc',
    headers: ({ context }) => ({ 'idempotency-key': context.key ?? randomUUID() }),
    fetch: (request) => link.carrier.carry(request),
  }),
)

function say(report: DeskReport): void {
  process.send?.(report)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Asks until the hub answers; signs in again where the session is over. */
async function persist<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      const code = error instanceof ORPCError ? String(error.code) : ''
      if (ANSWERS.has(code)) throw error
      if (code === 'not_signed_in') await signIn().catch(() => undefined)
      await pause(AGAIN_MS)
    }
  }
}

async function signIn(): Promise<void> {
  await hub.auth.signIn({ login: start.login, password: DEMO_PASSWORD, desk: '' })
}

/** The screen: the last event of each stay and whether the person is out, kept up by the stream of changes alone. */
const lastEvents: Record<string, string> = {}
const isOut = new Map<string, boolean>()
const stale = new Set<string>()
let isLooking = false

async function look(): Promise<void> {
  if (isLooking) return
  isLooking = true
  for (;;) {
    const [stayId] = stale
    if (stayId === undefined) break
    stale.delete(stayId)
    const line = await persist(() => hub.custody.line({ stayId }))
    lastEvents[stayId] = line.events.findLast((event) => event.cancelled === null)?.id ?? ''
    isOut.set(stayId, line.position === 'out')
  }
  isLooking = false
}

function hear(message: FeedMessage): void {
  if (message.type === 'signed-out') {
    void persist(signIn).then(() => stream.begin(randomUUID()))
    return
  }
  if (message.type !== 'event') return
  const { event } = message
  const isAll = event.type === 'resync' || (event.type === 'change' && event.id === null)
  if (isAll) for (const stayId of start.stays) stale.add(stayId)
  else if (event.type === 'change' && start.stays.includes(event.id ?? '')) stale.add(event.id ?? '')
  void look()
}

const stream = new FeedStream(
  {
    open: (since, signal) => hub.feed.changes({ since }, { signal }),
    isSignedOut: (error) => error instanceof ORPCError && error.code === 'not_signed_in',
  },
  hear,
)

let isWorking = false

/** Somebody goes out or comes back, as this desk's screen has it; other desks may have been first. */
async function work(): Promise<void> {
  while (isWorking) {
    const stayId = start.stays[Math.floor(Math.random() * start.stays.length)] ?? ''
    const eventId = randomUUID()
    const key = randomUUID()
    const act: CustodyAct = isOut.get(stayId)
      ? { kind: 'returned', facts: {} }
      : { kind: 'left', facts: { outKind: 'work-outside' } }
    let tries = 0
    say({ type: 'sending', eventId })
    try {
      await persist(() => {
        tries += 1
        return hub.custody.record({ id: eventId, stayId, at: null, act }, { context: { key } })
      })
      say({ type: 'done', eventId, tries })
    } catch (error) {
      say({ type: 'refused', eventId, code: error instanceof ORPCError ? String(error.code) : String(error) })
    }
    await pause(BETWEEN_ACTS_MS)
  }
  say({ type: 'resting' })
}

async function begin(): Promise<void> {
  if (start.pairing) {
    const { host, port, code, name } = start.pairing
    const answer = await link.pair({ host, port, code, deviceName: name })
    if (!answer.ok) throw new Error(answer.problem.message)
  } else await link.start()
  await persist(signIn)
  for (const stayId of start.stays) stale.add(stayId)
  stream.begin(start.login)
  await look()
  say({ type: 'ready' })
}

process.on('message', (message) => {
  const order = deskOrderShape.parse(message)
  switch (order.type) {
    case 'work':
      isWorking = true
      void work()
      return
    case 'rest':
      isWorking = false
      return
    case 'show':
      say({ type: 'view', lastEvents })
      return
    case 'end':
      stream.end()
      link.stop()
      process.disconnect?.()
  }
})
begin().catch((error: unknown) => say({ type: 'failed', message: String(error) }))
