import { drawAnew, sendDeskFile, type FileOutcome } from '#renderer/features/dossier/desk-file.ts'

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
  return sendDeskFile(`/files/${place}`, small, 'image/jpeg')
}
