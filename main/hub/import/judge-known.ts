import type { KnownPerson } from '#db/queries/imports/known-people.ts'
import type { ComparedField } from '#domain/contract/imports.ts'
import type { ImportPerson } from '#domain/import/import-person.ts'
import { foldName } from '#domain/names/fold-name.ts'
import { SEX_LABELS, type BirthPrecision } from '#domain/people/sex.ts'
import { TRACK_LABELS } from '#domain/stay/track.ts'
import { formatDay } from '#domain/time/day.ts'

const CITIZEN_ID_LENGTH = 12

/**
 * Is the person of a row this person of the house, as far as papers can tell? The same paper number says yes. The
 * same name and full birth date says yes unless both hold different citizen numbers; with only a year of birth, or
 * none, two people are too often alike, so the day of reception must agree too.
 */
export function isKnownAs(person: ImportPerson, known: KnownPerson): boolean {
  const { idNumber } = person
  if (idNumber !== undefined && known.numbers.includes(idNumber)) return true
  if (foldName(person.name) !== foldName(known.name)) return false
  if ((person.birthOn ?? null) !== known.birthOn) return false
  if ((person.birthPrecision ?? null) !== known.birthPrecision) return false
  const holdsAnother =
    idNumber?.length === CITIZEN_ID_LENGTH &&
    known.numbers.some((number) => number.length === CITIZEN_ID_LENGTH)
  if (holdsAnother) return false
  if (person.birthPrecision === 'day') return true
  return known.stays.some((stay) => stay.receivedOn === person.receivedOn)
}

/** A birth as far as it is known: `05/03/1990`, `03/1990`, `1990`; '' when nothing is. */
function birthText(birthOn: string | null | undefined, precision: BirthPrecision | null | undefined): string {
  if (!birthOn) return ''
  if (precision === 'year') return birthOn.slice(0, 4)
  return precision === 'month' ? formatDay(birthOn).slice(3) : formatDay(birthOn)
}

/** The row and a person of the house side by side. */
export function compareWithKnown(person: ImportPerson, known: KnownPerson): ComparedField[] {
  const stay = known.stays[0]
  const { idNumber } = person
  const number =
    idNumber !== undefined && known.numbers.includes(idNumber) ? idNumber : (known.numbers[0] ?? '')
  return compareFields(person, {
    name: known.name,
    birth: birthText(known.birthOn, known.birthPrecision),
    sex: SEX_LABELS[known.sex],
    idNumber: number,
    address: known.address ?? '',
    track: stay ? TRACK_LABELS[stay.track] : '',
    receivedOn: stay?.receivedOn ? formatDay(stay.receivedOn) : '',
    decisionNumber: stay?.decisionNumber ?? '',
  })
}

/** The row and an earlier row of the same list side by side. */
export function compareWithRow(person: ImportPerson, earlier: ImportPerson): ComparedField[] {
  return compareFields(person, sideOf(earlier))
}

interface Side {
  name: string
  birth: string
  sex: string
  idNumber: string
  address: string
  track: string
  receivedOn: string
  decisionNumber: string
}

const SIDE_LABELS: Record<keyof Side, string> = {
  name: 'Họ và tên',
  birth: 'Ngày sinh',
  sex: 'Giới tính',
  idNumber: 'Số giấy tờ',
  address: 'Nơi cư trú',
  track: 'Diện',
  receivedOn: 'Ngày vào',
  decisionNumber: 'Số quyết định',
}
const SIDES = [
  'name',
  'birth',
  'sex',
  'idNumber',
  'address',
  'track',
  'receivedOn',
  'decisionNumber',
] as const

function sideOf(person: ImportPerson): Side {
  return {
    name: person.name,
    birth: birthText(person.birthOn, person.birthPrecision),
    sex: SEX_LABELS[person.sex],
    idNumber: person.idNumber ?? '',
    address: person.address ?? '',
    track: TRACK_LABELS[person.track],
    receivedOn: formatDay(person.receivedOn),
    decisionNumber: person.decisionNumber ?? '',
  }
}

function compareFields(person: ImportPerson, there: Side): ComparedField[] {
  const here = sideOf(person)
  return SIDES.flatMap((key) => {
    const field = { label: SIDE_LABELS[key], here: here[key], there: there[key] }
    if (field.here === '' && field.there === '') return []
    const agrees =
      field.here === '' || field.there === '' ? null : foldName(field.here) === foldName(field.there)
    return [{ ...field, agrees }]
  })
}
