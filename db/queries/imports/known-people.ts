import type { BirthPrecision, Sex } from '#domain/people/sex.ts'
import type { Track } from '#domain/stay/track.ts'
import { dayOf } from '#domain/time/instant.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'

/** A person of the house as a row of a list is compared with. */
export interface KnownPerson {
  id: string
  name: string
  birthOn: string | null
  birthPrecision: BirthPrecision | null
  sex: Sex
  numbers: string[]
  address: string | null
  /** The import that brought this person in. */
  batchId: string | null
  /** Stays, newest first. */
  stays: { receivedOn: string | null; track: Track; decisionNumber: string | null; isOnRoll: boolean }[]
}

const byNumber = prepared<{ number: string }>()((p) =>
  qb
    .selectFrom('identity_paper')
    .innerJoin('person', 'person.id', 'identity_paper.person_id')
    .select('person.id')
    .where('identity_paper.number', '=', p.number)
    .where('person.cancelled_at', 'is', null),
)

const byNameAndBirth = prepared<{ folded: string; birth: string }>()((p) =>
  qb
    .selectFrom('person')
    .select('id')
    .where('name_folded', '=', p.folded)
    .where('birth_on', '=', p.birth)
    .where('cancelled_at', 'is', null),
)

const byNameAlone = prepared<{ folded: string }>()((p) =>
  qb
    .selectFrom('person')
    .select('id')
    .where('name_folded', '=', p.folded)
    .where('birth_on', 'is', null)
    .where('cancelled_at', 'is', null),
)

const personById = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('person')
    .select(['id', 'name', 'birth_on', 'birth_precision', 'sex', 'import_batch_id'])
    .where('id', '=', p.id)
    .where('cancelled_at', 'is', null),
)

const numbersOf = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('identity_paper')
    .select('number')
    .where('person_id', '=', p.id)
    .orderBy('created_at', 'desc'),
)

const addressOf = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('address')
    .select('printed')
    .where('person_id', '=', p.id)
    .where('superseded_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(1),
)

const staysOf = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('stay')
    .leftJoin('stay_state', 'stay_state.stay_id', 'stay.id')
    .select(['stay.initial_track', 'stay.decision_number', 'stay_state.received_at', 'stay_state.state'])
    .where('stay.person_id', '=', p.id)
    .where('stay.cancelled_at', 'is', null)
    .orderBy('stay_state.received_at', 'desc'),
)

/** Everybody, not cancelled, who has this paper number or this folded name with this birth day. */
export function findKnownPeople(
  db: ReadDb,
  row: { nameFolded: string; birthOn: string | null; idNumber: string | null },
): KnownPerson[] {
  const ids = new Set<string>()
  if (row.idNumber !== null) for (const { id } of byNumber.all(db, { number: row.idNumber })) ids.add(id)
  const named =
    row.birthOn === null
      ? byNameAlone.all(db, { folded: row.nameFolded })
      : byNameAndBirth.all(db, { folded: row.nameFolded, birth: row.birthOn })
  for (const { id } of named) ids.add(id)
  return [...ids].flatMap((id) => readKnownPerson(db, id) ?? [])
}

/** One person for comparison; undefined when unknown or cancelled. */
export function readKnownPerson(db: ReadDb, id: string): KnownPerson | undefined {
  const person = personById.get(db, { id })
  if (!person) return undefined
  return {
    id,
    name: person.name,
    birthOn: person.birth_on,
    birthPrecision: person.birth_precision,
    sex: person.sex,
    numbers: numbersOf.all(db, { id }).map((row) => row.number),
    address: addressOf.get(db, { id })?.printed ?? null,
    batchId: person.import_batch_id,
    stays: staysOf.all(db, { id }).map((row) => ({
      receivedOn: row.received_at === null ? null : dayOf(row.received_at),
      track: row.initial_track,
      decisionNumber: row.decision_number,
      isOnRoll: row.state !== null && row.state !== 'ended' && row.state !== 'expected',
    })),
  }
}
