import { InnerLink } from '#ui/inner-link.tsx'
import { PersonPhoto } from '#ui/person-photo.tsx'
import classes from './person-name.module.css'

export interface PersonNameProps {
  fullName: string
  /** Null while only the age is guessed or nothing is known. */
  birthYear: number | null
  photoUrl?: string | null
  /** Page of the person; without it the name is plain text. */
  href?: string
}

/** Photo, NAME and birth year: how a person is named in every list. */
export function PersonName({ fullName, birthYear, photoUrl, href }: PersonNameProps) {
  return (
    <span className={classes.person}>
      <PersonPhoto fullName={fullName} photoUrl={photoUrl} />
      {href ? (
        <InnerLink href={href} className={classes.name} title={fullName} tabIndex={-1}>
          {fullName}
        </InnerLink>
      ) : (
        <span className={classes.name} title={fullName}>
          {fullName}
        </span>
      )}
      {birthYear !== null && <span className={classes.year}>{birthYear}</span>}
    </span>
  )
}
