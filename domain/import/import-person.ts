import type { IdentityKind } from '#domain/identity/identity-kinds.ts'
import { foldName } from '#domain/names/fold-name.ts'
import type { TextRepair } from '#domain/names/tidy-name.ts'
import type { BirthPrecision, Sex } from '#domain/people/sex.ts'
import type { Track } from '#domain/stay/track.ts'
import type { Day } from '#domain/time/day.ts'

/** One person and stay as a list gives them, ready to be written. Absent fields were empty in the list. */
export interface ImportPerson {
  name: string
  alias?: string
  birthOn?: Day
  birthPrecision?: BirthPrecision
  sex: Sex
  idNumber?: string
  idKind?: IdentityKind
  idIssuedOn?: Day
  idIssuedBy?: string
  /** One line as in the list, or its commune, district and province columns joined. */
  address?: string
  ethnicity?: string
  occupation?: string
  education?: string
  track: Track
  receivedOn: Day
  decisionNumber?: string
  decisionOn?: Day
  decisionBy?: string
  termMonths?: number
  ordinal?: number
  substance?: string
  zone?: string
  room?: string
  bed?: string
  team?: string
  dossierNumber?: string
  fatherName?: string
  motherName?: string
  spouseName?: string
  phone?: string
  expectedEndOn?: Day
  note?: string
}

/** Why a row cannot go in, or what to look at though it can: the column as headed in the list, and its cell. */
export interface CellFinding {
  column: string
  /** The cell as shown, at most 120 characters. */
  value: string
  code: string
  message: string
}

/** `note` needs no action, `warning` should be looked at. */
export interface CellWarning extends CellFinding {
  level: 'note' | 'warning'
}

/** A text that goes in differently from how it was typed. `kind` is the weightiest of `kinds`. */
export interface CellRepair {
  column: string
  from: string
  to: string
  kind: TextRepair
  kinds: TextRepair[]
}

/**
 * Two rows with the same key are the same entry: folded name, birth and paper number; without a number also the
 * day received, the decision and the address, since names and years of birth collide.
 */
export function duplicateKey(
  person: Pick<
    ImportPerson,
    'name' | 'birthOn' | 'birthPrecision' | 'idNumber' | 'receivedOn' | 'decisionNumber' | 'address'
  >,
): string {
  const identity = [foldName(person.name), person.birthOn ?? '', person.birthPrecision ?? '']
  const rest = person.idNumber
    ? [person.idNumber]
    : ['', person.receivedOn, foldName(person.decisionNumber ?? ''), foldName(person.address ?? '')]
  return [...identity, ...rest].join('|')
}
