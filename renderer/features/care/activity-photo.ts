import { ERROR_SENTENCES } from '#domain/errors.ts'
import { UNREACHABLE } from '#renderer/api/hub-error.ts'
import { sendFile } from '#renderer/api/send-file.ts'
import { drawAnew, type FileOutcome } from '#renderer/features/dossier/desk-file.ts'

/** Longest side of a photo of an activity, in pixels. */
const LONGEST_SIDE = 1280

/** Where a photo of an activity is shown from. */
export function activityPhotoUrl(photoId: string): string {
  return `/files/activity/${photoId}`
}

/** Draws a picture anew, without what the camera wrote into it, and sends it to the hub. */
export async function sendActivityPhoto(picture: Blob): Promise<FileOutcome> {
  const small = await drawAnew(picture, LONGEST_SIDE).catch(() => null)
  if (small === null) return { problem: 'Không đọc được ảnh này. Chọn tệp JPEG, PNG hoặc WebP.' }
  try {
    const response = await sendFile('/files/activity', small, { mediaType: 'image/jpeg' })
    const answer = (await response.json()) as { fileId?: string; json?: { message?: string } }
    if (response.ok && answer.fileId) return { fileId: answer.fileId }
    return { problem: answer.json?.message ?? ERROR_SENTENCES.internal }
  } catch {
    return { problem: UNREACHABLE }
  }
}
