import { readFile, rename, rm } from 'node:fs/promises'
import { writeDurably } from '../durable-file.ts'

/** Locks text to this PC and its user: the operating system's key store in the program, a plain key in tests. */
export interface Sealer {
  seal(text: string): Promise<Buffer>
  open(bytes: Buffer): Promise<string>
}

/** One JSON value in a file that only this PC can open. Written beside and moved into place, one after the other. */
export class SealedFile {
  readonly #path: string
  readonly #sealer: Sealer
  #last: Promise<unknown> = Promise.resolve()

  constructor(path: string, sealer: Sealer) {
    this.#path = path
    this.#sealer = sealer
  }

  /** What was kept; undefined when there is nothing. What cannot be opened any more is put aside and counts as nothing. */
  async read(): Promise<unknown> {
    let bytes: Buffer
    try {
      bytes = await readFile(this.#path)
    } catch {
      return undefined
    }
    try {
      return JSON.parse(await this.#sealer.open(bytes))
    } catch {
      await rename(this.#path, `${this.#path}.unreadable`)
      return undefined
    }
  }

  /** Reads, changes and writes in one turn; undefined removes the file. The value is on the disk when this resolves. */
  change<Value>(next: (kept: unknown) => Value | undefined): Promise<Value | undefined> {
    const turn = this.#last.then(async () => {
      const value = next(await this.read())
      if (value === undefined) await rm(this.#path, { force: true })
      else await this.#write(value)
      return value
    })
    this.#last = turn.catch(() => undefined)
    return turn
  }

  async #write(value: unknown): Promise<void> {
    await writeDurably(this.#path, await this.#sealer.seal(JSON.stringify(value)))
  }
}
