import { Agent } from 'node:http'
import type { DeskClock, HubState } from '#domain/desk/desk-bridge.ts'
import { instantFromMs } from '#domain/time/instant.ts'
import type { HubKeeper, HubProcessState } from './hub-keeper.ts'
import { onlyADesk, type HubLine } from './hub-line.ts'
import { Carrier } from './link/carrier.ts'
import { LinkHeld } from './link/link-errors.ts'

const HERE = 'Máy chủ trên máy này'

/** The hub on this PC, over plain HTTP on the loopback address. */
export class LocalLine implements HubLine {
  readonly carrier: Carrier
  readonly #agent = new Agent({ keepAlive: true })
  readonly #listeners = new Set<(state: HubState) => void>()
  readonly #keeper: HubKeeper | null
  #url: URL | null
  #state: HubState

  /** @param at a hub that somebody else runs, or the one who keeps ours running */
  constructor(at: { url: URL } | { keep: (tell: (state: HubProcessState) => void) => HubKeeper }) {
    this.#url = 'url' in at ? at.url : null
    this.#state = this.#url ? { kind: 'connected', hubName: HERE } : { kind: 'starting' }
    this.#keeper = 'keep' in at ? at.keep((state) => this.#take(state)) : null
    this.carrier = new Carrier({
      route: () => {
        if (!this.#url) throw new LinkHeld(this.#state.kind)
        const { hostname: host, port } = this.#url
        return { host, port: Number(port), agent: this.#agent, isSecure: false }
      },
    })
    this.#keeper?.start()
  }

  get state(): HubState {
    return this.#state
  }

  onState(listener: (state: HubState) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  discover() {
    return Promise.resolve([])
  }

  pair() {
    return Promise.resolve(onlyADesk())
  }

  tryAddress() {
    return Promise.resolve(onlyADesk())
  }

  confirmMove() {
    return Promise.resolve(onlyADesk())
  }

  forget() {
    return Promise.resolve()
  }

  /** One PC, one clock. */
  clock(): DeskClock {
    return { deskTime: instantFromMs(Date.now()), aheadMs: 0 }
  }

  async stop(): Promise<void> {
    await this.#keeper?.stop()
    this.#agent.destroy()
  }

  #take(state: HubProcessState): void {
    this.#url = state.kind === 'running' ? new URL(state.url) : null
    this.#state = state.kind === 'running' ? { kind: 'connected', hubName: HERE } : state
    for (const listener of this.#listeners) listener(this.#state)
  }
}
