import { initialsOf } from '#ui/format.ts'
import { useKeptPhoto } from '#ui/kept-photos.ts'
import classes from './person-photo.module.css'

export interface PersonPhotoProps {
  fullName: string
  /** Address of the photo at the hub; initials stand in where there is none. */
  photoUrl?: string | null
  /** Side of the square in pixels. */
  size?: number
}

/** The small square photo; decorative beside the name, blurred while the screen is locked. */
export function PersonPhoto({ fullName, photoUrl, size = 32 }: PersonPhotoProps) {
  const side = { width: size, height: size, fontSize: Math.round(size * 0.38) }
  const photo = useKeptPhoto(photoUrl)
  if (photo !== null)
    return <img src={photo} alt="" className={classes.photo} style={side} decoding="async" />
  return (
    <span className={classes.initials} style={side} aria-hidden>
      {initialsOf(fullName)}
    </span>
  )
}
