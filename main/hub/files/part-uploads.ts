import { randomUUID } from 'node:crypto'
import { AppError } from '#domain/errors.ts'
import { MOST_UPLOAD_BYTES } from '#domain/files/part-upload.ts'

interface Upload {
  owner: string
  bytes: Buffer
  received: number
  touchedMs: number
}

/** Uploads somebody may have open: those of a form with its photo and scans. */
const MOST_PER_OWNER = 6
/** What those of one person may hold in memory: nobody keeps the others out. */
const MOST_OWN_BYTES = 2 * MOST_UPLOAD_BYTES
/** What all of them together may hold in memory. */
const MOST_BYTES = 8 * MOST_UPLOAD_BYTES
const FORGET_AFTER_MS = 10 * 60_000

const GONE = 'Lần gửi tệp này đã hết hạn. Gửi lại tệp từ đầu.'

/** Files on their way to the hub in parts, in memory: nothing of them is on a disk before it is sealed there. */
export class PartUploads {
  readonly #uploads = new Map<string, Upload>()
  readonly #elapsed: () => number

  /** @param elapsed monotonic milliseconds */
  constructor(elapsed: () => number = () => performance.now()) {
    this.#elapsed = elapsed
  }

  /** Begins an upload of so many bytes. @throws AppError `payload_too_large`, `busy` */
  begin(owner: string, size: number): string {
    if (size > MOST_UPLOAD_BYTES) throw new AppError('payload_too_large')
    this.#forgetOld()
    const own = [...this.#uploads.values()].filter((upload) => upload.owner === owner)
    const isOverOwn = own.length >= MOST_PER_OWNER || heldBy(own) + size > MOST_OWN_BYTES
    if (isOverOwn || heldBy([...this.#uploads.values()]) + size > MOST_BYTES) throw new AppError('busy')
    const id = randomUUID()
    this.#uploads.set(id, { owner, bytes: Buffer.alloc(size), received: 0, touchedMs: this.#elapsed() })
    return id
  }

  /** How many bytes have come. @throws AppError `not_found` */
  received(owner: string, id: string): number {
    return this.#find(owner, id).received
  }

  /** Adds a part where the last one ended; a part that came already is taken as it is. @throws AppError `not_found`, `conflict`, `payload_too_large` */
  add(owner: string, id: string, from: number, part: Buffer): number {
    const upload = this.#find(owner, id)
    if (from + part.length > upload.bytes.length) throw new AppError('payload_too_large')
    if (from > upload.received)
      throw new AppError('conflict', 'Phần tệp này không nối tiếp phần đã nhận. Gửi tiếp từ chỗ đã nhận.', {
        current: { received: upload.received },
      })
    part.copy(upload.bytes, from)
    upload.received = Math.max(upload.received, from + part.length)
    return upload.received
  }

  /** The whole file, which is then forgotten here. @throws AppError `not_found`, `conflict` when parts are missing */
  take(owner: string, id: string): Buffer {
    const upload = this.#find(owner, id)
    if (upload.received < upload.bytes.length)
      throw new AppError('conflict', 'Tệp chưa gửi xong. Gửi tiếp các phần còn lại.', {
        current: { received: upload.received },
      })
    this.#uploads.delete(id)
    return upload.bytes
  }

  drop(owner: string, id: string): void {
    if (this.#uploads.get(id)?.owner === owner) this.#uploads.delete(id)
  }

  #find(owner: string, id: string): Upload {
    const upload = this.#uploads.get(id)
    if (!upload || upload.owner !== owner) throw new AppError('not_found', GONE)
    upload.touchedMs = this.#elapsed()
    return upload
  }

  #forgetOld(): void {
    const now = this.#elapsed()
    for (const [id, { touchedMs }] of this.#uploads) {
      if (now - touchedMs > FORGET_AFTER_MS) this.#uploads.delete(id)
    }
  }
}

function heldBy(uploads: readonly Upload[]): number {
  return uploads.reduce((sum, { bytes }) => sum + bytes.length, 0)
}
