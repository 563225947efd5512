import { closeSync, openSync, readSync } from 'node:fs'

/** One thing a program did to a file, as the shim disk-journal.c wrote it down. */
export interface DiskRecord {
  kind: 'created' | 'written' | 'truncated' | 'synced' | 'unlinked' | 'renamed'
  path: string
  /** Of a rename. */
  newPath: string
  inode: bigint
  /** Where a write begins; the new size of a truncation. */
  offset: number
  data: Buffer
  /** Nanoseconds on the monotonic clock when it had returned. */
  at: bigint
}

const HEADER_BYTES = 40
const KINDS = {
  C: 'created',
  W: 'written',
  T: 'truncated',
  S: 'synced',
  U: 'unlinked',
  R: 'renamed',
} as const

function isKind(letter: string): letter is keyof typeof KINDS {
  return letter in KINDS
}

/** Reads a journal record by record; a half-written last one ends it. */
export function* readJournal(file: string): Generator<DiskRecord> {
  const fd = openSync(file, 'r')
  try {
    for (;;) {
      const header = readExactly(fd, HEADER_BYTES)
      if (!header) return
      const letter = String.fromCharCode(header.readUInt8(0))
      if (!isKind(letter)) throw new Error(`the journal holds a record of kind ${letter}`)
      const paths = readExactly(fd, header.readUInt32LE(4))
      const data = readExactly(fd, header.readUInt32LE(8))
      if (!paths || !data) return
      const [path = '', newPath = ''] = paths.toString().split('\0')
      yield {
        kind: KINDS[letter],
        path,
        newPath,
        at: header.readBigUInt64LE(16),
        inode: header.readBigUInt64LE(24),
        offset: Number(header.readBigUInt64LE(32)),
        data,
      }
    }
  } finally {
    closeSync(fd)
  }
}

function readExactly(fd: number, length: number): Buffer | undefined {
  const bytes = Buffer.alloc(length)
  let filled = 0
  while (filled < length) {
    const count = readSync(fd, bytes, filled, length - filled, null)
    if (count === 0) return undefined
    filled += count
  }
  return bytes
}
