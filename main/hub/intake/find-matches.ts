import type { ReadDb } from '#db/connection/handles.ts'
import { findCurrentPhoto } from '#db/queries/files/desk-files.ts'
import { findKnownRecords, type KnownRecord } from '#db/queries/intake/candidates.ts'
import { findOnRoll, listEarlierStays, listKeptApartInside } from '#db/queries/intake/on-roll.ts'
import { findPerson } from '#db/queries/people/reader.ts'
import type { PersonMatch } from '#domain/contract/match-shapes.ts'
import { ENDING_KINDS } from '#domain/custody/event-kinds.ts'
import { whereNow } from '#domain/custody/where-now.ts'
import {
  FIELD_RESULT_LABELS,
  MATCH_FIELD_LABELS,
  MATCH_FIELDS,
  type MatchField,
  type MatchRecord,
} from '#domain/matching/compare-people.ts'
import { proposeOrdinal, type EarlierStay } from '#domain/matching/propose-ordinal.ts'
import { MATCH_LEVEL_LABELS, rankMatches, type ScoredMatch } from '#domain/matching/score-match.ts'
import { formatBirth } from '#domain/people/birth.ts'
import { SEX_LABELS } from '#domain/people/sex.ts'
import { dayOf } from '#domain/time/instant.ts'
import { communeName } from './addresses.ts'

/** Most matches shown beside a form. */
const MOST_SHOWN = 8

export interface FoundMatch {
  known: KnownRecord
  match: ScoredMatch
}

/** People on file who may be the one described, best first; `without` are those decided already. */
export function findMatches(db: ReadDb, record: MatchRecord, without: ReadonlySet<string>): FoundMatch[] {
  const known = findKnownRecords(db, record).filter(({ personId }) => !without.has(personId))
  return rankMatches(record, known, MOST_SHOWN).map(({ other, match }) => ({ known: other, match }))
}

/** The sentence about where a person on the roll is; null for everybody else. */
export function whereIs(db: ReadDb, personId: string): string | null {
  const row = findOnRoll(db, personId)
  if (!row) return null
  return whereNow({
    state: row.state,
    outKind: row.out_kind,
    bedCode: row.bed_code,
    zoneName: row.zone_name,
    sinceAt: row.since_at,
    receivedAt: row.received_at,
  })
}

function staysOf(db: ReadDb, personId: string) {
  return listEarlierStays(db, personId).map((row) => {
    const earlier: EarlierStay = {
      ordinal: row.ordinal,
      track: row.track ?? row.initial_track,
      receivedOn: row.received_at === null ? null : dayOf(row.received_at),
      endedOn: row.ended_at === null ? null : dayOf(row.ended_at),
      endedKind: ENDING_KINDS.find((kind) => kind === row.ended_kind) ?? null,
    }
    return { row, earlier }
  })
}

function valueOf(record: MatchRecord, field: MatchField): string | null {
  const list = (values: readonly string[]) => (values.length === 0 ? null : values.join(', '))
  switch (field) {
    case 'number':
      return list(record.numbers)
    case 'name':
      return record.alias === null ? record.name || null : `${record.name} (${record.alias})`
    case 'birth':
      return record.birth === null ? null : formatBirth(record.birth)
    case 'sex':
      return record.sex === null ? null : SEX_LABELS[record.sex]
    case 'commune':
      return list([...new Set(record.communes)].map(communeName))
    case 'father':
      return record.father
    case 'mother':
      return record.mother
    case 'stay':
      return list(record.stayNumbers)
  }
}

/** A match as the screen lays it beside the form. */
export function matchLine(
  db: ReadDb,
  record: MatchRecord,
  { known, match }: FoundMatch,
  elsewhere: number,
): PersonMatch | undefined {
  const person = findPerson(db, known.personId)
  if (!person) return undefined
  const where = whereIs(db, known.personId)
  const stays = staysOf(db, known.personId)
  return {
    personId: known.personId,
    version: person.version,
    level: match.level,
    levelLabel: MATCH_LEVEL_LABELS[match.level],
    score: match.score,
    name: known.name,
    alias: known.alias,
    birth: known.birth,
    sex: person.sex,
    placementSex: person.placement_sex,
    photoId: findCurrentPhoto(db, known.personId),
    fields: MATCH_FIELDS.map((field) => ({
      field,
      label: MATCH_FIELD_LABELS[field],
      result: match.fields[field],
      resultLabel: FIELD_RESULT_LABELS[match.fields[field]],
      left: valueOf(record, field),
      right: valueOf(known, field),
    })),
    isOnRoll: where !== null,
    where,
    stays: stays.map(({ row, earlier }) => ({
      stayId: row.id,
      ordinal: row.ordinal,
      track: earlier.track,
      termRegime: row.term_regime,
      receivedOn: earlier.receivedOn,
      endedOn: earlier.endedOn,
      endedKind: row.ended_kind,
    })),
    keptApart: listKeptApartInside(db, known.personId).map((row) => ({
      personId: row.person_id,
      name: row.name,
      zoneName: row.zone_name,
      bedCode: row.bed_code,
    })),
    ordinal: proposeOrdinal(
      stays.map(({ earlier }) => earlier),
      elsewhere,
    ),
  }
}
