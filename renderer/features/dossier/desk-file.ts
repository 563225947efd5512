import { ERROR_SENTENCES } from '#domain/errors.ts'
import type { DeskMediaType } from '#domain/files/desk-files.ts'
import { UNREACHABLE } from '#renderer/api/hub-error.ts'
import { sendFile } from '#renderer/api/send-file.ts'

/** What came of sending a photo or scan: its file at the hub, or a sentence that says what to do. */
export type FileOutcome = { fileId: string } | { problem: string }

/**
 * Draws a picture anew as JPEG, without what the camera wrote into it.
 * @param longestSide in pixels; smaller pictures keep their size
 * @returns null where the browser has nothing to draw on
 * @throws DOMException when the bytes are no picture the browser knows
 */
export async function drawAnew(picture: Blob, longestSide: number): Promise<Blob | null> {
  const bitmap = await createImageBitmap(picture)
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height))
  const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale))
  const context = canvas.getContext('2d')
  if (!context) return null
  // What is transparent would turn black in a JPEG.
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 })
}

/**
 * Sends the bytes of a photo or scan to the hub, which keeps them until a person, paper or incident names them.
 * @param path where the hub takes it: `/files/photo`
 */
export async function sendDeskFile(path: string, body: Blob, mediaType: DeskMediaType): Promise<FileOutcome> {
  try {
    const response = await sendFile(path, body, { mediaType })
    const answer = (await response.json()) as { fileId?: string; json?: { message?: string } }
    if (response.ok && answer.fileId) return { fileId: answer.fileId }
    return { problem: answer.json?.message ?? ERROR_SENTENCES.internal }
  } catch {
    return { problem: UNREACHABLE }
  }
}
