import type { Lodger } from '#domain/contract/placement.ts'
import type { PlaceLine } from '#domain/contract/places.ts'
import {
  AGE_GROUP_LABELS,
  INFECTION_GROUP_LABELS,
  LEGAL_ZONE_KIND_LABELS,
} from '#domain/placement/zone-kinds.ts'
import { SEX_LABELS } from '#domain/people/sex.ts'
import { daysBetween, type Day } from '#domain/time/day.ts'

/** The year of birth, as far as it is known. */
export function birthYear({ birthOn }: Pick<Lodger, 'birthOn'>): number | null {
  return birthOn === null ? null : Number(birthOn.slice(0, 4))
}

/** Calendar days to the end of the term; null while no end is set. */
export function daysLeft({ endOn }: Pick<Lodger, 'endOn'>, today: Day): number | null {
  return endOn === null ? null : daysBetween(today, endOn)
}

/** Who belongs in a place, in words: `Nữ · Cách ly nhóm A`. */
export function placeRules(place: PlaceLine): string[] {
  return [
    place.legalKind === null ? null : LEGAL_ZONE_KIND_LABELS[place.legalKind],
    place.sex === null ? null : SEX_LABELS[place.sex],
    place.ageGroup === null ? null : AGE_GROUP_LABELS[place.ageGroup],
    place.infectionGroup === null ? null : INFECTION_GROUP_LABELS[place.infectionGroup],
    place.isPrivate ? 'Phòng riêng' : null,
  ].filter((word) => word !== null)
}

/** Codes from what a clerk types: `01-10`, `01–10`, `A1, A2`; keeps the width of the numbers. */
export function bedCodesOf(text: string): string[] {
  return text
    .split(/[,;\s]+/u)
    .filter(Boolean)
    .flatMap((part) => {
      const range = /^([A-Za-z]*)(\d{1,4})[-–]([A-Za-z]*)(\d{1,4})$/u.exec(part)
      if (!range) return [part]
      const [, prefix = '', first = '', , last = ''] = range
      const count = Number(last) - Number(first) + 1
      if (count < 1 || count > 200) return [part]
      return Array.from(
        { length: count },
        (_, i) => `${prefix}${String(Number(first) + i).padStart(first.length, '0')}`,
      )
    })
}
