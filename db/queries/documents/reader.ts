import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'
import type { DocumentRegister } from '#domain/documents/registers.ts'

/** Everything but the file itself and what was filled in. */
const LINE_COLUMNS = [
  'id',
  'person_id',
  'stay_id',
  'campaign_id',
  'cash_close_id',
  'incident_id',
  'incident_part',
  'conduct_case_id',
  'form',
  'edition',
  'register',
  'year',
  'number',
  'symbol',
  'dated_on',
  'is_medical',
  'template_id',
  'made_at',
  'made_by',
  'cancelled_at',
  'cancelled_by',
  'cancel_reason',
  'version',
  'sha256',
] as const

const documentById = prepared<{ id: string }>()((p) =>
  qb.selectFrom('document').select(LINE_COLUMNS).where('id', '=', p.id),
)

const bytesById = prepared<{ id: string }>()((p) =>
  qb.selectFrom('document').select('bytes').where('id', '=', p.id),
)

const ofPerson = prepared<{ person: string }>()((p) =>
  qb
    .selectFrom('document')
    .select(LINE_COLUMNS)
    .where('person_id', '=', p.person)
    .orderBy('made_at', 'desc')
    .orderBy('id'),
)

const lastNumber = prepared<{ register: string; year: number }>()((p) =>
  qb
    .selectFrom('document')
    .select((e) => e.fn.max('number').as('number'))
    .where('register', '=', p.register as never)
    .where('year', '=', p.year),
)

export function findDocument(db: ReadDb, id: string) {
  return documentById.get(db, { id })
}
export type StoredDocument = NonNullable<ReturnType<typeof findDocument>>

/** The Word file of a document as it was made. */
export function findDocumentBytes(db: ReadDb, id: string): Uint8Array | undefined {
  return bytesById.get(db, { id })?.bytes
}

/** Documents about a person, newest first, cancelled ones too. */
export function listDocuments(db: ReadDb, personId: string): StoredDocument[] {
  return ofPerson.all(db, { person: personId })
}

const ofHouse = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('document')
    .select(LINE_COLUMNS)
    .where((e) => e.or([e('campaign_id', '=', p.id), e('cash_close_id', '=', p.id)]))
    .orderBy('made_at', 'desc')
    .orderBy('id'),
)

/** Documents about a campaign or a count of the cash box, newest first, cancelled ones too. */
export function listHouseDocuments(db: ReadDb, houseId: string): StoredDocument[] {
  return ofHouse.all(db, { id: houseId })
}

const ofIncident = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('document')
    .select(LINE_COLUMNS)
    .where('incident_id', '=', p.id)
    .orderBy('made_at', 'desc')
    .orderBy('id'),
)

/** Documents about an incident, newest first, cancelled ones too. */
export function listIncidentDocuments(db: ReadDb, incidentId: string): StoredDocument[] {
  return ofIncident.all(db, { id: incidentId })
}

// A statement names an involvement, a notice of a death the notice: both lead to the person.
const ofPersonInIncidents = prepared<{ person: string }>()((p) => {
  const part = qb.selectFrom('incident_involvement').where('person_id', '=', p.person)
  const notice = qb
    .selectFrom('incident_notice')
    .innerJoin('incident_involvement', 'incident_involvement.id', 'incident_notice.involvement_id')
    .select('incident_notice.id')
    .where('incident_involvement.person_id', '=', p.person)
  return qb
    .selectFrom('document')
    .select(LINE_COLUMNS)
    .where('incident_id', 'in', part.select('incident_id'))
    .where((e) => e.or([e('incident_part', 'in', part.select('id')), e('incident_part', 'in', notice)]))
    .orderBy('made_at', 'desc')
    .orderBy('id')
})

/** Papers of incidents that are about one person: statements, notices of the death; cancelled ones too. */
export function listIncidentDocumentsOf(db: ReadDb, personId: string): StoredDocument[] {
  return ofPersonInIncidents.all(db, { person: personId })
}

/** The number the next document of a register gets in a year: one more than the last, cancelled or not. */
export function nextDocumentNumber(db: ReadDb, register: DocumentRegister, year: number): number {
  return (lastNumber.get(db, { register, year })?.number ?? 0) + 1
}
