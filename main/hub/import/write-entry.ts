import type { WriteDb } from '#db/connection/handles.ts'
import type { NewCustodyEvent } from '#db/queries/custody/writer.ts'
import { insertAddress, insertPaper, insertPerson, insertStay } from '#db/queries/people/insert-person.ts'
import type { ImportPerson } from '#domain/import/import-person.ts'
import { REGIME_STARTS, termRegime } from '#domain/law/regime.ts'
import type { TermRegime } from '#domain/stay/track.ts'
import { formatDay } from '#domain/time/day.ts'
import { startOfDay } from '#domain/time/instant.ts'
import type { WriteContext } from '../use-case.ts'
import type { ImportEntry } from './assess-workbook.ts'

/** Who a row became, and the reception that is still to be recorded for it. */
export interface WrittenEntry {
  personId: string
  stayId: string
  reception: NewCustodyEvent
}

/**
 * Enters the person of a row with paper, address and stay, or a new stay of somebody known. The caller records the
 * receptions, many at once.
 */
export function writeEntry(
  db: WriteDb,
  context: WriteContext,
  batchId: string,
  entry: ImportEntry,
  knownId?: string,
): WrittenEntry {
  const personId = knownId ?? context.newId()
  if (knownId === undefined) enterPerson(db, context, batchId, personId, entry)
  const { person } = entry
  const stayId = context.newId()
  const isHeld = person.track === 'held'
  insertStay(db, context.now, {
    id: stayId,
    person_id: personId,
    dossier_number: person.dossierNumber ?? null,
    ordinal: person.ordinal ?? 1,
    ordinal_source: 'import',
    initial_track: person.track,
    term_regime: regimeOf(person),
    decision_number: person.decisionNumber ?? null,
    decision_on: person.decisionOn ?? null,
    decision_issuer: person.decisionBy ?? null,
    start_on: isHeld ? null : person.receivedOn,
    start_source: isHeld ? null : 'import',
    term_months: person.termMonths ?? null,
    held_from: isHeld ? person.receivedOn : null,
    import_batch_id: batchId,
  })
  context.audit({
    action: knownId === undefined ? 'person.imported' : 'stay.imported',
    subject: { kind: 'stay', id: stayId },
    personId,
    facts: { batch: batchId, row: entry.row },
  })
  const reception: NewCustodyEvent = {
    id: context.newId(),
    stayId,
    at: startOfDay(person.receivedOn),
    act: { kind: 'received', facts: { how: 'import' } },
  }
  return { personId, stayId, reception }
}

function enterPerson(
  db: WriteDb,
  context: WriteContext,
  batchId: string,
  personId: string,
  { person, communeCode, provinceCode, addressDetail }: ImportEntry,
): void {
  insertPerson(db, context.now, {
    id: personId,
    name: person.name,
    sex: person.sex,
    alias: person.alias ?? null,
    birth_on: person.birthOn ?? null,
    birth_precision: person.birthPrecision ?? null,
    ethnicity: person.ethnicity ?? null,
    occupation: person.occupation ?? null,
    education: person.education ?? null,
    note: noteOf(person),
    import_batch_id: batchId,
  })
  if (person.idNumber !== undefined) {
    insertPaper(db, context.now, {
      id: context.newId(),
      person_id: personId,
      kind: person.idKind ?? 'other',
      number: person.idNumber,
      issued_on: person.idIssuedOn ?? null,
      issued_by: person.idIssuedBy ?? null,
      source: 'import',
    })
  }
  if (person.address !== undefined) {
    insertAddress(db, context.now, {
      id: context.newId(),
      person_id: personId,
      kind: 'permanent',
      commune_code: communeCode,
      province_code: provinceCode,
      detail: addressDetail,
      printed: person.address,
      valid_from: null,
    })
  }
}

/**
 * Which law fixed the term. Without a decision date, whoever was in before the present law began was decided before
 * it too (L120 Điều 56); of later ones nothing is known, so the clock waits for the decision.
 */
function regimeOf(person: ImportPerson): TermRegime | null {
  if (person.track === 'held') return null
  if (person.decisionOn !== undefined) return termRegime(person.decisionOn)
  const present = REGIME_STARTS.at(-1)
  const isEarlier = present !== undefined && person.receivedOn < present.from
  return isEarlier || person.track === 'voluntary' ? termRegime(person.receivedOn) : null
}

/** What a list says and no field of the house holds, kept in words. */
const NOTED = [
  ['fatherName', 'Cha'],
  ['motherName', 'Mẹ'],
  ['spouseName', 'Vợ, chồng'],
  ['phone', 'Điện thoại'],
  ['substance', 'Loại ma túy'],
  ['zone', 'Khu'],
  ['room', 'Phòng'],
  ['bed', 'Giường'],
  ['team', 'Tổ, đội'],
] as const satisfies readonly (readonly [keyof ImportPerson, string])[]

function noteOf(person: ImportPerson): string | null {
  const said = NOTED.flatMap(([field, label]) => {
    const text = person[field]
    return text === undefined ? [] : [`${label}: ${text}`]
  })
  if (person.expectedEndOn !== undefined)
    said.push(`Hết hạn theo danh sách cũ: ${formatDay(person.expectedEndOn)}`)
  const lines = [...(person.note === undefined ? [] : [person.note]), ...said]
  return lines.length === 0 ? null : lines.join('\n')
}
