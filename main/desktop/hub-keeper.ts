import type { MessageToHub, MessageToParent } from '#hub/keys/parent-messages.ts'
import type { HeldKey } from './keys/key-vault.ts'

/** A running hub process, as far as its keeper needs it. */
export interface HubProcess {
  post(message: MessageToHub): void
  onMessage(listener: (message: MessageToParent) => void): void
  /** Called once, when the process is gone, with the last line it wrote to its error output. */
  onExit(listener: (lastWords: string) => void): void
  kill(): void
}

/** Who wraps the data key. */
interface Keys {
  held(): Promise<HeldKey>
  keepNext(hex: string): Promise<void>
  settle(hex: string): Promise<void>
}

export type HubProcessState =
  | { kind: 'starting' }
  /** Answers at `url`; under recovery it asks for the recovery sheet there. */
  | { kind: 'running'; url: string }
  /** Ended several times in a row; it is tried again, seldom. */
  | { kind: 'stopped'; message: string }

/** Pauses before the hub is started again, in milliseconds; the last one repeats. */
const PAUSES_MS = [500, 1_000, 2_000, 5_000, 15_000, 30_000] as const
/** After this many ends in a row without having run, a person is told. */
const PATIENCE = 3
/** Up for this long, it counts as having run well, in milliseconds. */
const STEADY_MS = 60_000
/** A hub that does not stop by itself within this time is ended, in milliseconds. */
const STOP_MS = 15_000
const UNKNOWN_END = 'Máy chủ trên máy này không chạy được. Khởi động lại máy; nếu vẫn vậy, báo quản trị viên.'

/**
 * Keeps the hub of this PC running: gives it the data key, starts it again when it ends, and stops it in good order.
 */
export class HubKeeper {
  readonly #launch: () => HubProcess
  readonly #keys: Keys
  readonly #tell: (state: HubProcessState) => void
  #state: HubProcessState = { kind: 'starting' }
  #process: HubProcess | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #steady: ReturnType<typeof setTimeout> | undefined
  #ends = 0
  #isStopping = false
  #gone: () => void = () => {}

  constructor(launch: () => HubProcess, keys: Keys, tell: (state: HubProcessState) => void) {
    this.#launch = launch
    this.#keys = keys
    this.#tell = tell
  }

  get state(): HubProcessState {
    return this.#state
  }

  start(): void {
    if (this.#isStopping || this.#process) return
    const hub = this.#launch()
    this.#process = hub
    // A key that cannot be had or kept: the hub would wait for ever. Ended, it starts again on the key there is.
    const giveUp = () => hub.kill()
    hub.onMessage((message) => void this.#hear(hub, message).catch(giveUp))
    hub.onExit((lastWords) => this.#ended(lastWords))
    this.#giveKey(hub).catch(giveUp)
  }

  /** Asks the hub to stop and waits until it is gone; one that hangs is ended. */
  async stop(): Promise<void> {
    this.#isStopping = true
    clearTimeout(this.#timer)
    const hub = this.#process
    if (!hub) return
    const gone = new Promise<void>((resolve) => (this.#gone = resolve))
    const forced = setTimeout(() => hub.kill(), STOP_MS)
    hub.post({ type: 'stop' })
    await gone
    clearTimeout(forced)
  }

  async #giveKey(hub: HubProcess): Promise<void> {
    const { hex, nextHex } = await this.#keys.held()
    hub.post({ type: 'key', hex, nextHex })
  }

  async #hear(hub: HubProcess, message: MessageToParent): Promise<void> {
    switch (message.type) {
      case 'ready':
      case 'recovery':
        this.#set({ kind: 'running', url: message.url })
        this.#steady = setTimeout(() => (this.#ends = 0), STEADY_MS)
        return
      case 'keep-key':
        await this.#keys.keepNext(message.hex)
        hub.post({ type: 'key-kept' })
        return
      case 'key-settled':
        await this.#keys.settle(message.hex)
    }
  }

  #ended(lastWords: string): void {
    const hadRun = this.#state.kind === 'running'
    clearTimeout(this.#steady)
    this.#process = null
    this.#gone()
    if (this.#isStopping) return
    this.#ends = hadRun ? Math.min(this.#ends, 1) + 1 : this.#ends + 1
    this.#set(
      this.#ends > PATIENCE
        ? { kind: 'stopped', message: lastWords === '' ? UNKNOWN_END : lastWords }
        : { kind: 'starting' },
    )
    const pause = PAUSES_MS[Math.min(this.#ends, PAUSES_MS.length) - 1] ?? 30_000
    this.#timer = setTimeout(() => this.start(), pause)
  }

  #set(state: HubProcessState): void {
    this.#state = state
    this.#tell(state)
  }
}
