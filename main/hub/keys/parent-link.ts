import { messageToHub, type MessageToHub, type MessageToParent } from './parent-messages.ts'

/** Electron's port to the process that forked a utility process: the part of it used here. */
interface UtilityPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  postMessage(message: unknown): void
}

/** The hub was started with `--key-from-parent` by something that does not talk to it. */
export class NoParentError extends Error {
  override readonly name = 'NoParentError'
}

/**
 * The line to the program that started this hub and holds its data key: a utility process of Electron or a fork of
 * Node. Messages that come before somebody waits for them are kept.
 */
export class ParentLink {
  readonly #post: (message: MessageToParent) => void
  readonly #end: () => void
  readonly #kept: MessageToHub[] = []
  readonly #waiting: { type: MessageToHub['type']; resolve: (message: MessageToHub) => void }[] = []

  /** @throws NoParentError without a parent that speaks */
  constructor() {
    const port = (process as NodeJS.Process & { parentPort?: UtilityPort }).parentPort
    if (port) {
      port.on('message', ({ data }) => this.#receive(data))
      this.#post = (message) => port.postMessage(message)
      // This port has no end of its own and would keep the process alive.
      this.#end = () => process.exit()
    } else if (process.send) {
      process.on('message', (data) => this.#receive(data))
      // A parent that died cannot hold the key any more, nor stop the hub: going on would leave it an orphan.
      process.once('disconnect', () => this.#receive({ type: 'stop' }))
      this.#post = (message) => {
        if (process.connected) process.send?.(message)
      }
      this.#end = () => process.connected && process.disconnect?.()
    } else {
      throw new NoParentError('no parent to take the key from')
    }
  }

  send(message: MessageToParent): void {
    this.#post(message)
  }

  /** Lets the process end: the last thing a hub does. */
  end(): void {
    this.#end()
  }

  /** The next message of a kind. */
  receive<T extends MessageToHub['type']>(type: T): Promise<Extract<MessageToHub, { type: T }>> {
    const at = this.#kept.findIndex((message) => message.type === type)
    const [kept] = at === -1 ? [] : this.#kept.splice(at, 1)
    if (kept) return Promise.resolve(kept as Extract<MessageToHub, { type: T }>)
    return new Promise((resolve) => {
      this.#waiting.push({
        type,
        resolve: (message) => resolve(message as Extract<MessageToHub, { type: T }>),
      })
    })
  }

  #receive(data: unknown): void {
    const message = messageToHub.safeParse(data)
    if (!message.success) return
    const at = this.#waiting.findIndex(({ type }) => type === message.data.type)
    const [waiting] = at === -1 ? [] : this.#waiting.splice(at, 1)
    if (waiting) waiting.resolve(message.data)
    else this.#kept.push(message.data)
  }
}
