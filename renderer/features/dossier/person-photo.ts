import { useQuery } from '@tanstack/react-query'
import { api } from '#renderer/api/client.ts'
import { drawAnew, sendDeskFile, type FileOutcome } from '#renderer/features/dossier/desk-file.ts'

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

/** Draws a picture anew, small and without what the camera wrote into it, and sends it to the hub. */
export async function sendPhoto(picture: Blob): Promise<FileOutcome> {
  const small = await drawAnew(picture, LONGEST_SIDE).catch(() => null)
  if (small === null)
    return { problem: 'Không đọc được ảnh này. Chọn tệp JPEG, PNG hoặc WebP, hoặc chụp lại.' }
  return sendDeskFile('/files/photo', small, 'image/jpeg')
}
