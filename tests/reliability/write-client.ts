import { randomUUID } from 'node:crypto'

/** A write as it is sent: the same key and body however often. */
interface Act {
  key: string
  path: string
  body: string
  /** The custody event it makes; null for a draft. */
  eventId: string | null
  count: number
}

/** One desk that writes one thing after the other and sends again what was not answered. */
export class WriteClient {
  readonly form: string
  /** Custody events the hub acknowledged. */
  readonly acknowledged: string[] = []
  /** The last count of the draft that was acknowledged. */
  draftCount = 0
  sentAgain = 0
  readonly refusals: string[] = []
  readonly #cookie: string
  readonly #stays: readonly string[]
  readonly #out = new Set<string>()
  #waiting: Act | null = null
  #made = 0

  constructor(name: string, cookie: string, stays: readonly string[]) {
    this.form = `kill-${name}`
    this.#cookie = cookie
    this.#stays = stays
  }

  /** The event that was sent and not answered, if any. */
  get unansweredEvent(): string | null {
    return this.#waiting?.eventId ?? null
  }

  /** Writes until the hub does not answer any more, or `isOver` says so. */
  async write(url: string, isOver: () => boolean, onAnswer: () => void): Promise<void> {
    if (this.#waiting) this.sentAgain += 1
    while (!isOver() || this.#waiting) {
      this.#waiting ??= this.#nextAct()
      const act = this.#waiting
      let status: number
      let text: string
      try {
        const response = await fetch(`${url}/rpc/${act.path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', cookie: this.#cookie, 'idempotency-key': act.key },
          body: act.body,
        })
        status = response.status
        text = await response.text()
      } catch {
        return
      }
      if (status === 503) return
      if (status !== 200) this.refusals.push(`${act.path} ${status} ${text.slice(0, 300)}`)
      else if (act.eventId !== null) this.acknowledged.push(act.eventId)
      else this.draftCount = act.count
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
