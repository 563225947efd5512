import { actionLabel } from '#domain/audit/action-labels.ts'
import { CUSTODY_EVENT_LABELS } from '#domain/custody/event-kinds.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'

/** What the import itself says of a person. */
const IMPORT_ACTIONS = ['person.imported', 'stay.imported', 'person.import-kept']

const stayById = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('stay')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .select([
      'stay.version as stay_version',
      'person.id as person_id',
      'person.name',
      'person.version as person_version',
      'person.created_at',
      'person.import_batch_id',
    ])
    .where('stay.id', '=', p.id),
)

const lastEvents = prepared<{ stay: string }>()((p) =>
  qb
    .selectFrom('custody_event')
    .select(['kind', 'at'])
    .where('stay_id', '=', p.stay)
    .orderBy('seq', 'desc')
    .limit(2),
)

const otherStay = prepared<{ person: string; stay: string }>()((p) =>
  qb
    .selectFrom('stay')
    .select('id')
    .where('person_id', '=', p.person)
    .where('id', '!=', p.stay)
    .where('cancelled_at', 'is', null)
    .limit(1),
)

const laterPaper = prepared<{ person: string; after: string }>()((p) =>
  qb
    .selectFrom('identity_paper')
    .select('id')
    .where('person_id', '=', p.person)
    .where('created_at', '>', p.after)
    .limit(1),
)

const laterAddress = prepared<{ person: string; after: string }>()((p) =>
  qb
    .selectFrom('address')
    .select('id')
    .where('person_id', '=', p.person)
    .where('created_at', '>', p.after)
    .limit(1),
)

const keptApart = prepared<{ person: string }>()((p) =>
  qb
    .selectFrom('keep_apart')
    .select('id')
    .where((e) => e.or([e('person_a', '=', p.person), e('person_b', '=', p.person)]))
    .limit(1),
)

/** The first thing written about the person after the import, looks and taken papers apart. */
const workSince = prepared<{ person: string }>()((p) =>
  qb
    .selectFrom('audit_entry')
    .select(['action', 'at'])
    .where('person_id', '=', p.person)
    .where('action', 'not like', '%viewed%')
    .where('action', 'not in', ['document.taken', ...IMPORT_ACTIONS])
    .where('seq', '>', (e) =>
      e
        .selectFrom('audit_entry as own')
        .select((own) => own.fn.coalesce(own.fn.max('own.seq'), own.val(0)).as('seq'))
        .where('own.person_id', '=', p.person)
        .where('own.action', 'in', IMPORT_ACTIONS),
    )
    .orderBy('seq')
    .limit(1),
)

/** What an import made of a row and whether anybody has worked on it since. */
export interface ImportedStay {
  personId: string
  name: string
  /** The import made the person too, not only a stay of somebody known. */
  madePerson: boolean
  /** Why it must stay, in words; null when it can be taken back. */
  touched: string | null
}

/** Looks at a stay that an import made; undefined when there is none. */
export function findImportedStay(db: ReadDb, stayId: string, batchId: string): ImportedStay | undefined {
  const stay = stayById.get(db, { id: stayId })
  if (!stay) return undefined
  const madePerson = stay.import_batch_id === batchId
  const [last, first] = lastEvents.all(db, { stay: stayId })
  const whose = { person: stay.person_id, after: stay.created_at }
  let touched: string | null = null
  if (last && first) touched = `đã ghi “${CUSTODY_EVENT_LABELS[last.kind]}” lúc ${formatInstant(last.at)}`
  else if (stay.stay_version > 1) touched = 'đợt cai nghiện đã được sửa'
  else if (madePerson) {
    if (stay.person_version > 1 || laterPaper.get(db, whose) || laterAddress.get(db, whose))
      touched = 'hồ sơ đã được sửa'
    else if (otherStay.get(db, { person: stay.person_id, stay: stayId }))
      touched = 'đã có đợt cai nghiện khác'
    else if (keptApart.get(db, { person: stay.person_id }))
      touched = 'đã được ghi là phải ở riêng với người khác'
  }
  if (touched === null) {
    const work = workSince.get(db, { person: stay.person_id })
    if (work) touched = `đã có việc “${actionLabel(work.action)}” lúc ${formatInstant(work.at)}`
  }
  return { personId: stay.person_id, name: stay.name, madePerson, touched }
}

/** Marks a stay, and the person when the import made both, as never having been. Nothing is deleted. */
export function cancelImportedStay(
  db: WriteDb,
  now: string,
  stay: { stayId: string; personId: string; madePerson: boolean; reason: string },
): void {
  db.run(
    qb
      .updateTable('stay')
      .set((e) => ({ cancelled_at: now, cancel_reason: stay.reason, version: e('version', '+', 1) }))
      .where('id', '=', stay.stayId),
  )
  if (!stay.madePerson) return
  db.run(
    qb
      .updateTable('person')
      .set((e) => ({ cancelled_at: now, version: e('version', '+', 1) }))
      .where('id', '=', stay.personId),
  )
}
