import { SIGHTING_LABELS, type Sighting } from '#domain/incidents/last-sightings.ts'
import { formatInstant } from '#domain/time/instant.ts'
import classes from './escapes.module.css'

/** The last times the record saw somebody, the newest first. */
export function SightingsList({ sightings, most }: { sightings: readonly Sighting[]; most?: number }) {
  if (sightings.length === 0)
    return <span className={classes.dim}>Hồ sơ không ghi lần nào thấy người này.</span>
  return (
    <ul className={classes.sightings}>
      {sightings.slice(0, most).map((one) => (
        <li key={one.kind}>
          <b>{formatInstant(one.at)}</b> {SIGHTING_LABELS[one.kind].toLocaleLowerCase('vi')}: {one.what}
          {one.by !== null && <span className={classes.dim}> ({one.by})</span>}
        </li>
      ))}
    </ul>
  )
}
