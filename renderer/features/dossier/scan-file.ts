import { deskMediaType, MOST_BYTES } from '#domain/files/desk-files.ts'
import { drawAnew, sendDeskFile, type FileOutcome } from '#renderer/features/dossier/desk-file.ts'

/** Longest side of a scan drawn anew, in pixels: a sheet of A4 at 300 dots to the inch. */
const LONGEST_SIDE = 3508
/** Bytes enough to tell what a file is. */
const HEAD = 16

const UNREADABLE = 'Không đọc được tệp này. Chọn tệp PDF hoặc ảnh JPEG, PNG, WebP.'
const TOO_LARGE = 'Tệp lớn hơn 8 MB. Quét ở độ phân giải thấp hơn hoặc tách bớt trang.'

/** Where the scan of a filed paper is shown from. @param itemId of the paper, not of the file */
export function scanUrl(itemId: string): string {
  return `/files/scan/${itemId}`
}

/** Where a scan goes, and what becomes of pictures on the way. */
export interface ScanPlace {
  path: string
  /** Every picture is drawn anew, without what the camera wrote into it; else only those the hub would not take. */
  drawsAnew: boolean
}

const DOSSIER: ScanPlace = { path: '/files/scan', drawsAnew: false }

/** Sends the scan of a paper as it is; a picture the hub would not take is drawn anew first. */
export async function sendScan(file: File, { path, drawsAnew }: ScanPlace = DOSSIER): Promise<FileOutcome> {
  const head = await file
    .slice(0, HEAD)
    .arrayBuffer()
    .catch(() => null)
  if (head === null || file.size === 0) return { problem: UNREADABLE }
  const mediaType = deskMediaType('scan', new Uint8Array(head))
  const isSentAsIs = mediaType === 'application/pdf' || !drawsAnew
  if (mediaType && isSentAsIs && file.size <= MOST_BYTES.scan) return sendDeskFile(path, file, mediaType)
  if (mediaType === 'application/pdf') return { problem: TOO_LARGE }
  const picture = await drawAnew(file, LONGEST_SIDE).catch(() => null)
  if (picture === null) return { problem: UNREADABLE }
  if (picture.size > MOST_BYTES.scan) return { problem: TOO_LARGE }
  return sendDeskFile(path, picture, 'image/jpeg')
}
