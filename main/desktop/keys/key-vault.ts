import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDurably } from '../durable-file.ts'
import type { Sealer } from '../link/sealed-file.ts'

const KEY = /^[0-9a-f]{64}$/i
const KEY_BYTES = 32

/** The data key as the hub is given it; null when the system cannot open what it wrapped. */
export interface HeldKey {
  hex: string | null
  /** A key that was about to take the place of the first. */
  nextHex: string | null
}

/**
 * The data key of the hub on this PC, wrapped by the operating system. A new key stands beside the old one until the
 * hub says that the data are under it: a kill in between loses neither. A wrapped key that does not open stays where
 * it is: the key store may only be locked.
 */
export class KeyVault {
  readonly #present: string
  readonly #next: string
  readonly #sealer: Sealer
  readonly #hasData: () => boolean

  /** @param hasData true once there are data under some key: from then on no key is ever made up */
  constructor(folder: string, sealer: Sealer, hasData: () => boolean) {
    this.#present = join(folder, 'data-key.sealed')
    this.#next = join(folder, 'data-key-next.sealed')
    this.#sealer = sealer
    this.#hasData = hasData
  }

  /** The key for the hub's start; a new one, kept first, for a folder without data. */
  async held(): Promise<HeldKey> {
    if (!existsSync(this.#present) && !existsSync(this.#next) && !this.#hasData())
      await this.#write(this.#present, randomBytes(KEY_BYTES).toString('hex'))
    return { hex: await this.#read(this.#present), nextHex: await this.#read(this.#next) }
  }

  /** Resolves when the key is on the disk beside the present one. */
  async keepNext(hex: string): Promise<void> {
    await this.#write(this.#next, hex)
  }

  /** The data are under this key: forgets every other. */
  async settle(hex: string): Promise<void> {
    await this.#write(this.#present, hex)
    await rm(this.#next, { force: true })
  }

  async #read(path: string): Promise<string | null> {
    try {
      const hex = await this.#sealer.open(await readFile(path))
      return KEY.test(hex) ? hex : null
    } catch {
      return null
    }
  }

  async #write(path: string, hex: string): Promise<void> {
    await writeDurably(path, await this.#sealer.seal(hex))
  }
}
