import type { FileOutcome } from '#renderer/features/dossier/desk-file.ts'
import { sendSmallPhoto } from '#renderer/features/dossier/small-photo.ts'

/** Longest side of a photo of an activity, in pixels. */
const LONGEST_SIDE = 1280

/** Where a photo of an activity is shown from. */
export function activityPhotoUrl(photoId: string): string {
  return `/files/activity/${photoId}`
}

/** Sends a photo of an activity to the hub. */
export function sendActivityPhoto(picture: Blob): Promise<FileOutcome> {
  return sendSmallPhoto('activity', picture, LONGEST_SIDE)
}
