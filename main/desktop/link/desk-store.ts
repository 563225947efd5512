import { join } from 'node:path'
import { z } from 'zod'
import type { DeskMode } from '#domain/desk/desk-bridge.ts'
import { SealedFile, type Sealer } from './sealed-file.ts'

const pairedShape = z.object({
  hub: z.object({
    host: z.string(),
    lanPort: z.number(),
    /** SHA-256 of the hub's public key, 64 hex digits. */
    pin: z.string(),
    installationId: z.string(),
    name: z.string(),
    /** How often the hub's data was restored, plus one, as last heard; null before the first greeting. */
    epoch: z.number().nullable(),
  }),
  device: z.object({ id: z.string(), certificate: z.string(), key: z.string() }),
})
/** The hub this desk belongs to, and what it proves itself with. */
export type PairedDesk = z.infer<typeof pairedShape>

const memoryShape = z.object({ mode: z.enum(['unset', 'hub', 'desk']), paired: pairedShape.nullable() })
type Memory = z.infer<typeof memoryShape>

const EMPTY: Memory = { mode: 'unset', paired: null }

/** What a desk remembers, in one file sealed to this PC: what it is, its hub, its certificate. Nothing of people. */
export class DeskStore {
  readonly #file: SealedFile

  /** @param folder the program's own folder of this PC's user */
  constructor(folder: string, sealer: Sealer) {
    this.#file = new SealedFile(join(folder, 'desk.sealed'), sealer)
  }

  async read(): Promise<Memory> {
    return readMemory(await this.#file.read())
  }

  async setMode(mode: DeskMode): Promise<void> {
    await this.#file.change((kept) => ({ ...readMemory(kept), mode }))
  }

  /** Remembers the hub; null forgets it with the certificate. */
  async setPaired(paired: PairedDesk | null): Promise<void> {
    await this.#file.change((kept) => ({ ...readMemory(kept), paired }))
  }
}

function readMemory(kept: unknown): Memory {
  const memory = memoryShape.safeParse(kept)
  return memory.success ? memory.data : EMPTY
}
