import { randomUUID } from 'node:crypto'
import { post } from './hub-process.ts'

/** A write as it is sent: the same key and body however often. */
interface Act {
  key: string
  path: string
  body: string
  /** The custody event it makes; null for a draft. */
  eventId: string | null
  count: number
}

/** A session that may be opened anew: a hub that is killed again and again forgets when it was last used. */
export interface WriteSession {
  cookie: string
}

/** "Not now": the same request may be sent again and will then be done once. */
const RETRYABLE = new Set([503, 507])

/** One desk that writes one thing after the other and sends again what was not answered. */
export class WriteClient {
  readonly form: string
  /** Custody events the hub acknowledged. */
  readonly acknowledged: string[] = []
  /** When each of them was, on the monotonic clock of the machine. */
  readonly acknowledgedAt: bigint[] = []
  /** The last count of the draft that was acknowledged. */
  draftCount = 0
  sentAgain = 0
  /** Codes of the answers that asked to try again. */
  readonly toldToRetry: string[] = []
  readonly refusals: string[] = []
  readonly #session: WriteSession
  readonly #stays: readonly string[]
  readonly #out = new Set<string>()
  #waiting: Act | null = null
  #made = 0

  constructor(name: string, session: WriteSession, stays: readonly string[]) {
    this.form = `kill-${name}`
    this.#session = session
    this.#stays = stays
  }

  /** The event that was sent and not answered, if any. */
  get unansweredEvent(): string | null {
    return this.#waiting?.eventId ?? null
  }

  /** Writes until `isOver` says so, or the hub does not answer any more or asks to try again later. */
  async write(url: string, isOver: () => boolean, onAnswer: () => void): Promise<void> {
    if (this.#waiting) this.sentAgain += 1
    while (!isOver() || this.#waiting) {
      this.#waiting ??= this.#nextAct()
      const act = this.#waiting
      const headers = { cookie: this.#session.cookie, 'idempotency-key': act.key }
      const answer = await post(url, act.path, act.body, headers).catch(() => undefined)
      if (!answer) return
      if (RETRYABLE.has(answer.status)) {
        this.toldToRetry.push(answer.code ?? '')
        return
      }
      if (answer.status !== 200)
        this.refusals.push(`${act.path} ${answer.status} ${answer.text.slice(0, 300)}`)
      else if (act.eventId === null) this.draftCount = act.count
      else {
        this.acknowledged.push(act.eventId)
        this.acknowledgedAt.push(process.hrtime.bigint())
      }
      this.#waiting = null
      onAnswer()
    }
  }

  #nextAct(): Act {
    this.#made += 1
    const key = randomUUID()
    if (this.#made % 3 === 0) {
      const input = { form: this.form, value: { count: this.#made } }
      return {
        key,
        path: 'drafts/save',
        body: JSON.stringify({ json: input }),
        eventId: null,
        count: this.#made,
      }
    }
    const stayId = this.#stays[this.#made % this.#stays.length] ?? ''
    const isBack = this.#out.delete(stayId)
    if (!isBack) this.#out.add(stayId)
    const act = isBack
      ? { kind: 'returned', facts: {} }
      : { kind: 'left', facts: { outKind: 'work-outside' } }
    const eventId = randomUUID()
    const body = JSON.stringify({ json: { id: eventId, stayId, at: null, act } })
    return { key, path: 'custody/record', body, eventId, count: 0 }
  }
}

/** So many desks of one account, each with people of its own. */
export function writeClients(count: number, session: WriteSession, stays: readonly string[]): WriteClient[] {
  return Array.from({ length: count }, (_, i) => {
    const own = stays.filter((_stay, n) => n % count === i)
    return new WriteClient(String(i), session, own)
  })
}

/** How many writes the hub acknowledged to all of them. */
export function countAcknowledged(clients: readonly WriteClient[]): number {
  return clients.reduce((sum, client) => sum + client.acknowledged.length, 0)
}

/** Events that were acknowledged and are not among those kept. */
export function lostEvents(clients: readonly WriteClient[], kept: ReadonlySet<string>): string[] {
  return clients.flatMap((client) => client.acknowledged).filter((id) => !kept.has(id))
}
