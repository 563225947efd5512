import type { SeededRandom } from '#hub/seed/seeded-random.ts'
import type { DiskRecord } from './disk-journal.ts'

/** What a power cut leaves of the writes that no fsync had covered. */
export const CUT_MODES = ['dropped', 'torn', 'kept'] as const
export type CutMode = (typeof CUT_MODES)[number]

/** A disk writes a sector wholly or not at all. */
const SECTOR = 512

/** A change that waits for the fsync of its file. */
type Pending = { at: number; data: Buffer } | { size: number }

class DiskFile {
  #bytes: Buffer
  #size: number
  #pending: Pending[] = []

  constructor(bytes: Buffer) {
    this.#bytes = bytes
    this.#size = bytes.length
  }

  change(change: Pending): void {
    this.#pending.push(change)
  }

  sync(): void {
    for (const change of this.#pending) this.#apply(change)
    this.#pending = []
  }

  /** The content after a cut. */
  contentAfter(mode: CutMode, random: SeededRandom): Buffer {
    const survivor = new DiskFile(Buffer.from(this.#bytes.subarray(0, this.#size)))
    if (mode === 'dropped') return survivor.#content()
    for (const change of this.#pending) {
      if (mode === 'kept') survivor.#apply(change)
      else if ('size' in change) {
        if (random.chance(0.5)) survivor.#apply(change)
      } else {
        for (const sector of sectorsOf(change)) if (random.chance(0.5)) survivor.#apply(sector)
      }
    }
    return survivor.#content()
  }

  #content(): Buffer {
    return this.#bytes.subarray(0, this.#size)
  }

  #apply(change: Pending): void {
    const end = 'size' in change ? change.size : change.at + change.data.length
    if (end > this.#bytes.length) {
      const grown = Buffer.alloc(Math.max(end, this.#bytes.length * 2))
      this.#bytes.copy(grown)
      this.#bytes = grown
    }
    if ('size' in change) {
      // What a file loses and gains again reads as zeros.
      this.#bytes.fill(0, Math.min(change.size, this.#size))
      this.#size = change.size
    } else {
      change.data.copy(this.#bytes, change.at)
      this.#size = Math.max(this.#size, end)
    }
  }
}

function* sectorsOf({ at, data }: { at: number; data: Buffer }): Generator<{ at: number; data: Buffer }> {
  let from = 0
  while (from < data.length) {
    const to = Math.min(data.length, from + SECTOR - ((at + from) % SECTOR))
    yield { at: at + from, data: data.subarray(from, to) }
    from = to
  }
}

/** A change of names that waits for the fsync of the folder. */
type NameChange = { name: string; file: DiskFile | undefined }[]

/**
 * The disk under one folder as the journal changes it: what is safe on it, and what a power cut may take back.
 * Names of files, too, are safe only once their folder was synced.
 */
export class DiskModel {
  readonly #folder: string
  readonly #names = new Map<string, DiskFile>()
  readonly #safeNames = new Map<string, DiskFile>()
  #nameChanges: NameChange[] = []
  readonly #byInode = new Map<bigint, DiskFile>()

  /** @param files what lies on the disk at the beginning, by path */
  constructor(folder: string, files: ReadonlyMap<string, Buffer>) {
    this.#folder = folder
    for (const [path, bytes] of files) {
      const file = new DiskFile(bytes)
      this.#names.set(path, file)
      this.#safeNames.set(path, file)
    }
  }

  apply(record: DiskRecord): void {
    switch (record.kind) {
      case 'created': {
        const file = new DiskFile(Buffer.alloc(0))
        this.#byInode.set(record.inode, file)
        this.#rename([{ name: record.path, file }])
        return
      }
      case 'written':
        this.#fileOf(record)?.change({ at: record.offset, data: record.data })
        return
      case 'truncated':
        this.#fileOf(record)?.change({ size: record.offset })
        return
      case 'synced':
        if (record.path === this.#folder) this.#syncNames()
        else this.#fileOf(record)?.sync()
        return
      case 'unlinked':
        this.#rename([{ name: record.path, file: undefined }])
        return
      case 'renamed':
        this.#rename([
          { name: record.newPath, file: this.#names.get(record.path) },
          { name: record.path, file: undefined },
        ])
        return
    }
  }

  /** The files that are found after a cut at this moment. */
  cut(mode: CutMode, random: SeededRandom): Map<string, Buffer> {
    const names = new Map(this.#safeNames)
    // A file system keeps its changes of names in order: some first ones are done, the others are not.
    const done =
      mode === 'dropped'
        ? 0
        : mode === 'kept'
          ? this.#nameChanges.length
          : random.whole(0, this.#nameChanges.length)
    for (const change of this.#nameChanges.slice(0, done)) applyNames(names, change)
    return new Map([...names].map(([path, file]) => [path, file.contentAfter(mode, random)]))
  }

  #rename(change: NameChange): void {
    applyNames(this.#names, change)
    this.#nameChanges.push(change)
  }

  #syncNames(): void {
    for (const change of this.#nameChanges) applyNames(this.#safeNames, change)
    this.#nameChanges = []
  }

  /** A file that was there from the beginning is met by its path first. */
  #fileOf({ inode, path }: DiskRecord): DiskFile | undefined {
    const known = this.#byInode.get(inode)
    if (known) return known
    const file = this.#names.get(path)
    if (file) this.#byInode.set(inode, file)
    return file
  }
}

function applyNames(names: Map<string, DiskFile>, change: NameChange): void {
  for (const { name, file } of change) {
    if (file) names.set(name, file)
    else names.delete(name)
  }
}
