import { useQuery } from '@tanstack/react-query'
import { ERROR_SENTENCES } from '#domain/errors.ts'
import { api } from '#renderer/api/client.ts'
import { UNREACHABLE } from '#renderer/api/hub-error.ts'

/** Longest side of a photo at the hub, in pixels: enough for a face on a sheet of paper. */
const LONGEST_SIDE = 800

/** Where a photo is shown from; null where there is none. */
export function photoUrl(photoId: string | null): string | null {
  return photoId === null ? null : `/files/photo/${photoId}`
}

/** The photo of somebody with a stay; null while it is not known or there is none. */
export function usePhotoOf(stayId: string | undefined): string | null {
  const record = useQuery({
    ...api.intake.record.queryOptions({ input: { stayId: stayId ?? '' } }),
    enabled: stayId !== undefined,
  })
  return photoUrl(record.data?.photoId ?? null)
}

/** What came of sending a photo: its file at the hub, or a sentence that says what to do. */
export type PhotoOutcome = { fileId: string } | { problem: string }

async function encodeAnew(picture: Blob): Promise<Blob | null> {
  const bitmap = await createImageBitmap(picture)
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height))
  const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale))
  const context = canvas.getContext('2d')
  if (!context) return null
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 })
}

/** Draws a picture anew, small and without what the camera wrote into it, and sends it to the hub. */
export async function sendPhoto(picture: Blob): Promise<PhotoOutcome> {
  const small = await encodeAnew(picture).catch(() => null)
  if (small === null)
    return { problem: 'Không đọc được ảnh này. Chọn tệp JPEG, PNG hoặc WebP, hoặc chụp lại.' }
  try {
    const response = await fetch('/files/photo', {
      method: 'POST',
      headers: { 'content-type': 'image/jpeg' },
      credentials: 'same-origin',
      body: small,
    })
    const answer = (await response.json()) as { fileId?: string; json?: { message?: string } }
    if (response.ok && answer.fileId) return { fileId: answer.fileId }
    return { problem: answer.json?.message ?? ERROR_SENTENCES.internal }
  } catch {
    return { problem: UNREACHABLE }
  }
}
