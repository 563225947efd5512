import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'

/** How many entries one page of history or of views holds. */
export const HISTORY_PAGE = 50

const personById = prepared<{ id: string }>()((p) =>
  qb.selectFrom('person').selectAll().where('id', '=', p.id),
)

const papersOf = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('identity_paper')
    .selectAll()
    .where('person_id', '=', p.id)
    .orderBy((e) => e('superseded_at', 'is not', null))
    .orderBy('created_at', 'desc')
    .orderBy('id'),
)

const addressesOf = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('address')
    .selectAll()
    .where('person_id', '=', p.id)
    .orderBy('created_at', 'desc')
    .orderBy('id'),
)

const staysOf = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('stay')
    .leftJoin('stay_state', 'stay_state.stay_id', 'stay.id')
    .leftJoin('place as bed', 'bed.id', 'stay_state.bed_id')
    .leftJoin('place as zone', 'zone.id', 'stay_state.zone_id')
    .selectAll('stay')
    .select([
      'stay_state.state',
      'stay_state.track',
      'stay_state.out_kind',
      'stay_state.is_suspended',
      'stay_state.since_at',
      'stay_state.out_until',
      'stay_state.received_at',
      'stay_state.ended_at',
      'stay_state.ended_kind',
      'bed.full_code as bed_code',
      'zone.name as zone_name',
    ])
    .where('stay.person_id', '=', p.id)
    .where('stay.cancelled_at', 'is', null)
    .orderBy('stay.created_at', 'desc')
    .orderBy('stay.id'),
)

const stayById = prepared<{ id: string }>()((p) => qb.selectFrom('stay').selectAll().where('id', '=', p.id))

const othersWithNumber = prepared<{ number: string; person: string }>()((p) =>
  qb
    .selectFrom('identity_paper')
    .innerJoin('person', 'person.id', 'identity_paper.person_id')
    .select(['person.id', 'person.name'])
    .where('identity_paper.number', '=', p.number)
    .where('identity_paper.person_id', '!=', p.person)
    .where('identity_paper.superseded_at', 'is', null)
    .where('person.cancelled_at', 'is', null)
    .limit(3),
)

export function findPerson(db: ReadDb, id: string) {
  return personById.get(db, { id })
}
export type StoredPerson = NonNullable<ReturnType<typeof findPerson>>

/** Papers of a person, those in use first, each part newest first. */
export function listPapers(db: ReadDb, personId: string) {
  return papersOf.all(db, { id: personId })
}

/** Addresses of a person, newest first, superseded ones too. */
export function listAddresses(db: ReadDb, personId: string) {
  return addressesOf.all(db, { id: personId })
}

/** Stays of a person with how they stand, newest first. */
export function listStays(db: ReadDb, personId: string) {
  return staysOf.all(db, { id: personId })
}

export function findStay(db: ReadDb, id: string) {
  return stayById.get(db, { id })
}
export type StoredStay = NonNullable<ReturnType<typeof findStay>>

/** Other people whose current paper bears the same number. */
export function findOthersWithNumber(db: ReadDb, number: string, personId: string) {
  return othersWithNumber.all(db, { number, person: personId })
}

/** Entries of the audit about a person below `before`, newest first: either looks alone or everything else. */
export function listPersonAudit(
  db: ReadDb,
  filter: { personId: string; before: number | null; isViews: boolean; seesRestricted: boolean },
) {
  let query = qb
    .selectFrom('audit_entry')
    .select(['seq', 'at', 'actor', 'action', 'body'])
    .where('person_id', '=', filter.personId)
    .where('action', filter.isViews ? 'like' : 'not like', 'person.%viewed')
    .orderBy('seq', 'desc')
    .limit(HISTORY_PAGE)
  if (filter.before !== null) query = query.where('seq', '<', filter.before)
  if (!filter.seesRestricted) {
    // What was written while the incident was open to all is kept back too, once it is not.
    query = query.where((e) =>
      e.or([
        e('subject_kind', 'is', null),
        e('subject_kind', '<>', 'incident'),
        e.not(
          e.exists(
            e
              .selectFrom('incident')
              .select('incident.id')
              .whereRef('incident.id', '=', 'audit_entry.subject_id')
              .where('incident.secrecy', '=', 'restricted'),
          ),
        ),
      ]),
    )
  }
  return db.all(query)
}

/** Field changes of the given audit entries that concern a person. */
export function listFieldChanges(db: ReadDb, personId: string, seqs: readonly number[]) {
  if (seqs.length === 0) return []
  return db.all(
    qb
      .selectFrom('field_change')
      .select(['audit_seq', 'entity', 'field', 'before', 'after'])
      .where('person_id', '=', personId)
      .where('audit_seq', 'in', seqs)
      .orderBy('audit_seq')
      .orderBy('position'),
  )
}

/** Who last changed one of the fields of a row, and when. */
export function findLastFieldChange(
  db: ReadDb,
  entity: 'person' | 'stay' | 'dossier' | 'place',
  entityId: string,
  fields: readonly string[],
) {
  if (fields.length === 0) return undefined
  return db.get(
    qb
      .selectFrom('field_change')
      .innerJoin('audit_entry', 'audit_entry.seq', 'field_change.audit_seq')
      .select(['audit_entry.at', 'audit_entry.actor'])
      .where('field_change.entity', '=', entity)
      .where('field_change.entity_id', '=', entityId)
      .where('field_change.field', 'in', fields)
      .orderBy('field_change.audit_seq', 'desc')
      .limit(1),
  )
}
