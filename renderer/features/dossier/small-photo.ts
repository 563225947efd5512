import { ERROR_SENTENCES } from '#domain/errors.ts'
import { UNREACHABLE } from '#renderer/api/hub-error.ts'
import { sendFile } from '#renderer/api/send-file.ts'
import { drawAnew, type FileOutcome } from '#renderer/features/dossier/desk-file.ts'

/**
 * Draws a picture anew, without what the camera wrote into it, and sends it to the hub.
 * @param place the part of the hub's files it goes to
 * @param longestSide in pixels
 */
export async function sendSmallPhoto(
  place: 'activity' | 'visitor',
  picture: Blob,
  longestSide: number,
): Promise<FileOutcome> {
  const small = await drawAnew(picture, longestSide).catch(() => null)
  if (small === null) return { problem: 'Không đọc được ảnh này. Chọn tệp JPEG, PNG hoặc WebP.' }
  try {
    const response = await sendFile(`/files/${place}`, small, { mediaType: 'image/jpeg' })
    const answer = (await response.json()) as { fileId?: string; json?: { message?: string } }
    if (response.ok && answer.fileId) return { fileId: answer.fileId }
    return { problem: answer.json?.message ?? ERROR_SENTENCES.internal }
  } catch {
    return { problem: UNREACHABLE }
  }
}
