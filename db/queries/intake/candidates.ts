import { foldName } from '#domain/names/fold-name.ts'
import type { MatchRecord } from '#domain/matching/compare-people.ts'
import { birthText, storedBirth } from '#domain/people/birth.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'

/** Most people looked up by each kind of trace: common names would bring hundreds. */
const PER_TRACE = 120

/** A person on file as matching compares. */
export interface KnownRecord extends MatchRecord {
  personId: string
}

const withNumber = prepared<{ number: string }>()((p) =>
  qb
    .selectFrom('identity_paper')
    .innerJoin('person', 'person.id', 'identity_paper.person_id')
    .select('person.id')
    .where('identity_paper.number', '=', p.number)
    .where('person.cancelled_at', 'is', null)
    .limit(PER_TRACE),
)

const withName = prepared<{ folded: string; from: string; to: string }>()((p) =>
  qb
    .selectFrom('person')
    .select('id')
    .where('name_folded', '=', p.folded)
    .where('cancelled_at', 'is', null)
    .where((e) =>
      e.or([e('birth_on', 'is', null), e.and([e('birth_on', '>=', p.from), e('birth_on', '<=', p.to)])]),
    )
    .limit(PER_TRACE),
)

const bornOn = prepared<{ day: string }>()((p) =>
  qb
    .selectFrom('person')
    .select('id')
    .where('birth_on', '=', p.day)
    .where('cancelled_at', 'is', null)
    .limit(PER_TRACE),
)

const withParent = prepared<{ folded: string }>()((p) =>
  qb
    .selectFrom('relative')
    .innerJoin('person', 'person.id', 'relative.person_id')
    .select('person.id')
    .where('relative.name_folded', '=', p.folded)
    .where('relative.relation', 'in', ['father', 'mother'])
    .where('relative.superseded_at', 'is', null)
    .where('person.cancelled_at', 'is', null)
    .limit(PER_TRACE),
)

const withDossier = prepared<{ number: string }>()((p) =>
  qb
    .selectFrom('stay')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .select('person.id')
    .where('stay.dossier_number', '=', p.number)
    .where('stay.cancelled_at', 'is', null)
    .where('person.cancelled_at', 'is', null)
    .limit(PER_TRACE),
)

const personOf = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('person')
    .select(['id', 'name', 'alias', 'birth_on', 'birth_precision', 'sex'])
    .where('id', '=', p.id)
    .where('cancelled_at', 'is', null),
)
const numbersOf = prepared<{ id: string }>()((p) =>
  qb.selectFrom('identity_paper').select('number').where('person_id', '=', p.id),
)
const communesOf = prepared<{ id: string }>()((p) =>
  qb.selectFrom('address').select('commune_code').where('person_id', '=', p.id),
)
const parentsOf = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('relative')
    .select(['relation', 'name'])
    .where('person_id', '=', p.id)
    .where('superseded_at', 'is', null)
    .where('relation', 'in', ['father', 'mother']),
)
const stayNumbersOf = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('stay')
    .select(['dossier_number', 'decision_number'])
    .where('person_id', '=', p.id)
    .where('cancelled_at', 'is', null),
)

/** A person as matching compares; undefined when unknown or cancelled. */
export function readKnownRecord(db: ReadDb, id: string): KnownRecord | undefined {
  const person = personOf.get(db, { id })
  if (!person) return undefined
  const parents = parentsOf.all(db, { id })
  const parent = (relation: 'father' | 'mother') =>
    parents.find((row) => row.relation === relation)?.name ?? null
  return {
    personId: id,
    name: person.name,
    alias: person.alias,
    birth: birthText({ birthOn: person.birth_on, birthPrecision: person.birth_precision }),
    sex: person.sex,
    numbers: numbersOf.all(db, { id }).map((row) => row.number),
    communes: communesOf.all(db, { id }).flatMap((row) => row.commune_code ?? []),
    father: parent('father'),
    mother: parent('mother'),
    stayNumbers: stayNumbersOf
      .all(db, { id })
      .flatMap((row) => [row.dossier_number, row.decision_number].filter((number) => number !== null)),
  }
}

/**
 * People who share a trace with the record: a number, the folded name with a birth within a year, the day of birth,
 * a parent's name, a dossier. Who of them is a match the domain says.
 */
export function findKnownRecords(db: ReadDb, record: MatchRecord): KnownRecord[] {
  const ids = new Set<string>()
  const add = (rows: readonly { id: string }[]) => {
    for (const { id } of rows) ids.add(id)
  }
  for (const number of record.numbers) add(withNumber.all(db, { number }))
  const year = record.birth === null ? null : Number(record.birth.slice(0, 4))
  const window =
    year === null ? { from: '0000', to: '9999' } : { from: `${year - 1}-01-01`, to: `${year + 1}-12-31` }
  for (const name of [record.name, record.alias ?? '']) {
    const folded = foldName(name)
    if (folded !== '') add(withName.all(db, { folded, ...window }))
  }
  if (record.birth?.length === 10) {
    const [, month = '', day = ''] = record.birth.split('-')
    for (const on of new Set([record.birth, `${year}-${day}-${month}`])) add(bornOn.all(db, { day: on }))
  } else if (record.birth !== null) {
    add(bornOn.all(db, { day: storedBirth(record.birth).birthOn ?? '' }))
  }
  for (const name of [record.father, record.mother])
    if (name !== null) add(withParent.all(db, { folded: foldName(name) }))
  for (const number of record.stayNumbers) add(withDossier.all(db, { number }))
  return [...ids].flatMap((id) => readKnownRecord(db, id) ?? [])
}
