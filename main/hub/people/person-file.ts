import type { ReadDb } from '#db/connection/handles.ts'
import { listCustodyEvents } from '#db/queries/custody/reader.ts'
import {
  findOthersWithNumber,
  findPerson,
  listAddresses,
  listPapers,
  listStays,
  type StoredPerson,
} from '#db/queries/people/reader.ts'
import type { PersonFile, PersonPaper, PersonStay } from '#domain/contract/person-shapes.ts'
import { readClockRules } from '#db/queries/rules/reader.ts'
import { AppError, type Problem } from '#domain/errors.ts'
import { checkCitizenId } from '#domain/identity/citizen-id.ts'
import { parseIdentityNumber } from '#domain/identity/identity-number.ts'
import { birthText } from '#domain/people/birth.ts'
import { clockOfStay } from '#domain/stay/clock-of-stay.ts'

type PaperRow = ReturnType<typeof listPapers>[number]
type StayRow = ReturnType<typeof listStays>[number]

/** Kinds whose number carries sex and year of birth. */
const CITIZEN_KINDS: ReadonlySet<string> = new Set(['citizen-card', 'identity-card', 'vneid'])

/** What is odd about a paper beside what else is known of the person; it warns and never blocks. */
function paperWarnings(
  db: ReadDb,
  person: StoredPerson,
  paper: Pick<PaperRow, 'kind' | 'number'>,
): Problem[] {
  const birthYear = person.birth_on === null ? undefined : Number(person.birth_on.slice(0, 4))
  const known = { sex: person.sex, ...(birthYear === undefined ? {} : { birthYear }) }
  const warnings = CITIZEN_KINDS.has(paper.kind)
    ? checkCitizenId(paper.number, known)
    : paper.kind === 'other'
      ? []
      : (parseIdentityNumber(paper.number)?.problems ?? [])
  const others = findOthersWithNumber(db, paper.number, person.id)
  for (const other of others) {
    warnings.push({
      code: 'id_taken',
      message: `Số này cũng đang ghi cho ${other.name}. Mở hồ sơ đó xem có phải cùng một người.`,
    })
  }
  return warnings
}

function paperOf(db: ReadDb, person: StoredPerson, row: PaperRow): PersonPaper {
  return {
    id: row.id,
    kind: row.kind,
    number: row.number,
    issuedOn: row.issued_on,
    issuedBy: row.issued_by,
    source: row.source,
    supersededAt: row.superseded_at,
    createdAt: row.created_at,
    warnings: row.superseded_at === null ? paperWarnings(db, person, row) : [],
  }
}

function stayOf(db: ReadDb, person: StoredPerson, row: StayRow): PersonStay {
  const clock = clockOfStay(
    {
      initialTrack: row.initial_track,
      termRegime: row.term_regime,
      decisionOn: row.decision_on,
      startOn: row.start_on,
      termMonths: row.term_months,
      ordinal: row.ordinal,
      heldFrom: row.held_from,
      birthOn: person.birth_on,
    },
    listCustodyEvents(db, row.id),
    readClockRules(db),
  )
  return {
    id: row.id,
    version: row.version,
    track: row.track ?? row.initial_track,
    initialTrack: row.initial_track,
    state: row.state ?? 'expected',
    outKind: row.out_kind,
    isSuspended: row.is_suspended === 1,
    zoneName: row.zone_name,
    bedCode: row.bed_code,
    sinceAt: row.since_at,
    outUntil: row.out_until,
    receivedAt: row.received_at,
    endedAt: row.ended_at,
    endedKind: row.ended_kind,
    termRegime: row.term_regime,
    dossierNumber: row.dossier_number,
    ordinal: row.ordinal,
    ordinalSource: row.ordinal_source,
    decisionNumber: row.decision_number,
    decisionOn: row.decision_on,
    decisionIssuer: row.decision_issuer,
    startOn: row.start_on,
    startSource: row.start_source,
    termMonths: row.term_months,
    heldFrom: row.held_from,
    clock,
  }
}

/** Newest first, by reception where it is known: imported stays share their day of creation. */
function byReception(a: PersonStay, b: PersonStay): number {
  const left = a.receivedAt ?? '9'
  const right = b.receivedAt ?? '9'
  return left < right ? 1 : left > right ? -1 : 0
}

/** Everything the person page shows at once. @throws AppError `not_found` */
export function readPersonFile(db: ReadDb, id: string): PersonFile {
  const person = findPerson(db, id)
  if (!person) throw new AppError('not_found')
  return {
    id: person.id,
    version: person.version,
    name: person.name,
    alias: person.alias,
    birth: birthText({ birthOn: person.birth_on, birthPrecision: person.birth_precision }),
    sex: person.sex,
    placementSex: person.placement_sex,
    ethnicity: person.ethnicity,
    occupation: person.occupation,
    education: person.education,
    note: person.note,
    createdAt: person.created_at,
    cancelledAt: person.cancelled_at,
    papers: listPapers(db, id).map((row) => paperOf(db, person, row)),
    addresses: listAddresses(db, id).map((row) => ({
      id: row.id,
      kind: row.kind,
      communeCode: row.commune_code,
      provinceCode: row.province_code,
      detail: row.detail,
      printed: row.printed,
      supersededAt: row.superseded_at,
      createdAt: row.created_at,
    })),
    stays: listStays(db, id)
      .map((row) => stayOf(db, person, row))
      .toSorted(byReception),
  }
}
