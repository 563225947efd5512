import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  createWriteStream,
  fstatSync,
  openSync,
  readSync,
  statSync,
} from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Transform } from 'node:stream'
import { z } from 'zod'
import type { Problem } from '#domain/errors.ts'
import { sealedKeyShape, unsealKey } from '../keys/sealed-key.ts'

/** How the name of a sealed copy ends. */
export const SEALED_ENDING = '.neove'

// magic (8) · length of the header (4, big endian) · header, JSON · SHA-256 of all before (32) · HMAC of all before
// under a key derived from the data key (32) · the database file, its pages encrypted with the data key
const MAGIC = Buffer.from('NEOVE\r\n\x01', 'latin1')
const DIGEST = 32
const LARGEST_HEADER = 16_384

const headerShape = z.strictObject({
  installationId: z.string().min(1).max(100),
  madeAt: z.string().max(40),
  schemaVersion: z.int().min(1),
  programVersion: z.string().max(40),
  bytes: z.int().min(512),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sealedKey: sealedKeyShape,
})
export type SealedHeader = z.infer<typeof headerShape>

/** Why a sealed copy cannot be used; carries the sentence for people. */
export class SealedFileError extends Error {
  override readonly name = 'SealedFileError'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.message)
    this.problem = problem
  }
}

const NOT_SEALED: Problem = {
  code: 'not-sealed',
  message: 'Tệp này không phải bản sao lưu niêm phong của Nẻo Về. Chọn đúng tệp .neove.',
}
const CUT: Problem = {
  code: 'sealed-cut',
  message: 'Bản niêm phong thiếu hoặc thừa phần cuối: chép chưa xong hoặc đĩa lỗi. Chọn bản khác.',
}
const DAMAGED: Problem = {
  code: 'sealed-damaged',
  message: 'Bản niêm phong đã hỏng: nội dung khác với dấu kiểm khi tạo. Chọn bản khác.',
}
const FORGED: Problem = {
  code: 'sealed-forged',
  message: 'Phần đầu của bản niêm phong không do cơ sở này tạo. Chọn bản khác.',
}

/** What a sealed copy says about itself, before any key. */
export interface SealedFile {
  header: SealedHeader
  /** Where the database begins in the file. */
  start: number
}

/** Whether a file begins like a sealed copy. */
export function isSealed(file: string): boolean {
  const handle = openSync(file, 'r')
  try {
    return readAt(handle, 0, MAGIC.length).equals(MAGIC)
  } finally {
    closeSync(handle)
  }
}

/**
 * Reads the header and checks that the file is as long as it says.
 * @throws SealedFileError `not-sealed`, `sealed-cut`, `sealed-damaged`
 */
export function readSealedHeader(file: string): SealedFile {
  const handle = openSync(file, 'r')
  try {
    const { size } = fstatSync(handle)
    const begin = readAt(handle, 0, MAGIC.length + 4)
    if (!begin.subarray(0, MAGIC.length).equals(MAGIC)) throw new SealedFileError(NOT_SEALED)
    if (begin.length < MAGIC.length + 4) throw new SealedFileError(CUT)
    const length = begin.readUInt32BE(MAGIC.length)
    if (length > LARGEST_HEADER) throw new SealedFileError(DAMAGED)
    const signed = readAt(handle, 0, begin.length + length)
    const digest = readAt(handle, begin.length + length, DIGEST)
    if (signed.length < begin.length + length || digest.length < DIGEST) throw new SealedFileError(CUT)
    if (!createHash('sha256').update(signed).digest().equals(digest)) throw new SealedFileError(DAMAGED)
    const header = headerShape.safeParse(jsonOf(signed.subarray(begin.length)))
    if (!header.success) throw new SealedFileError(NOT_SEALED)
    const start = begin.length + length + DIGEST + DIGEST
    if (size !== start + header.data.bytes) throw new SealedFileError(CUT)
    return { header: header.data, start }
  } finally {
    closeSync(handle)
  }
}

/**
 * Writes the database of a sealed copy out, still encrypted, and checks every byte of it.
 * @throws SealedFileError `sealed-damaged` and those of {@link readSealedHeader}
 */
export async function extractSealed(file: string, target: string): Promise<SealedHeader> {
  const { header, start } = readSealedHeader(file)
  const hash = createHash('sha256')
  const count = new Transform({
    transform(piece: Buffer, _encoding, done) {
      hash.update(piece)
      done(null, piece)
    },
  })
  await pipeline(
    createReadStream(file, { start }),
    count,
    createWriteStream(target, { mode: 0o600, flush: true }),
  )
  if (hash.digest('hex') !== header.sha256) throw new SealedFileError(DAMAGED)
  return header
}

/** Whether the header was written by somebody who held the data key. @throws SealedFileError `sealed-forged` */
export function checkHeaderOrigin(file: string, key: Uint8Array): void {
  const { start } = readSealedHeader(file)
  const handle = openSync(file, 'r')
  try {
    const before = readAt(handle, 0, start - DIGEST)
    const stated = readAt(handle, start - DIGEST, DIGEST)
    if (!timingSafeEqual(stated, headerMac(before, key))) throw new SealedFileError(FORGED)
  } finally {
    closeSync(handle)
  }
}

/** The data key of a sealed copy, by the paper sheet alone; a problem when the sheet is another one. */
export function keyOfSealed(
  header: SealedHeader,
  privateKey: Uint8Array,
  typedNumber: string,
): Uint8Array | Problem {
  const key = unsealKey(header.sealedKey, privateKey)
  if (key) return key
  if (typedNumber === header.sealedKey.sheet) return DAMAGED
  const message = `Bản này niêm phong bằng phiếu số ${header.sealedKey.sheet}; phiếu vừa nhập là số ${typedNumber}. Dùng đúng phiếu.`
  return { code: 'sheet-other', message }
}

/**
 * Puts a closed database file into a container. The target must not be trusted before it was read again.
 * @param database a file of encrypted pages without a log beside it
 */
export async function writeSealed(
  database: string,
  target: string,
  key: Uint8Array,
  facts: Omit<SealedHeader, 'bytes' | 'sha256'>,
): Promise<SealedHeader> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(database)) hash.update(piece as Buffer)
  const header: SealedHeader = { ...facts, bytes: statSync(database).size, sha256: hash.digest('hex') }
  const text = Buffer.from(JSON.stringify(header), 'utf8')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  const signed = Buffer.concat([MAGIC, length, text])
  const before = Buffer.concat([signed, createHash('sha256').update(signed).digest()])
  const out = createWriteStream(target, { mode: 0o600, flags: 'wx', flush: true })
  await pipeline(async function* () {
    yield before
    yield headerMac(before, key)
    yield* createReadStream(database)
  }, out)
  return header
}

function headerMac(before: Uint8Array, key: Uint8Array): Buffer {
  const own = new Uint8Array(hkdfSync('sha256', key, '', 'neo-ve sealed copy header', DIGEST))
  return createHmac('sha256', own).update(before).digest()
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

function readAt(handle: number, position: number, length: number): Buffer {
  const buffer = Buffer.alloc(length)
  const read = readSync(handle, buffer, 0, length, position)
  return buffer.subarray(0, read)
}
