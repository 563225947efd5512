import { randomUUID } from 'node:crypto'
import { openDatabase } from '#db/connection/open-database.ts'
import { recordCustodyEvents } from '#db/queries/custody/writer.ts'
import { insertPaper, insertPerson, insertStay } from '#db/queries/people/insert-person.ts'
import { indexPerson } from '#db/queries/search/index-person.ts'
import type { CustodyAct } from '#domain/custody/facts.ts'
import { storedBirth } from '#domain/people/birth.ts'
import type { Sex } from '#domain/people/sex.ts'
import type { Track } from '#domain/stay/track.ts'
import { readKey } from '#hub/storage/data-folder.ts'
import type { TestHub } from './_test-hub.ts'

/** Somebody with papers, a stay and what happened in it. */
export interface TestPerson {
  name: string
  alias?: string
  /** `1990`, `1990-03` or `1990-03-05`. */
  birth?: string
  sex?: Sex
  track?: Track
  citizenId?: string
  dossier?: string
  startOn?: string
  /** What happened after reception: moment and act. */
  acts?: readonly (readonly [at: string, act: CustodyAct])[]
  receivedAt?: string
}

export interface EnteredPerson {
  personId: string
  stayId: string
}

/** Writes people into the running hub's file, as another process of the machine would. */
export function enterPeople(test: TestHub, people: readonly TestPerson[]): EnteredPerson[] {
  const { folder } = test.hub
  const db = openDatabase({ file: folder.database, key: readKey(folder.keyFile), mode: 'write' })
  const now = test.hub.now()
  try {
    return people.map((person) => {
      const personId = randomUUID()
      const stayId = randomUUID()
      const { birthOn, birthPrecision } = storedBirth(person.birth ?? null)
      insertPerson(db, now, {
        id: personId,
        name: person.name,
        sex: person.sex ?? 'male',
        alias: person.alias ?? null,
        birth_on: birthOn,
        birth_precision: birthPrecision,
      })
      if (person.citizenId !== undefined) {
        insertPaper(db, now, {
          id: randomUUID(),
          person_id: personId,
          kind: 'citizen-card',
          number: person.citizenId,
          issued_on: null,
          issued_by: null,
          source: 'import',
        })
      }
      insertStay(db, now, {
        id: stayId,
        person_id: personId,
        dossier_number: person.dossier ?? null,
        ordinal: 1,
        ordinal_source: 'import',
        initial_track: person.track ?? 'compulsory',
        term_regime: 'R120',
        decision_number: '12/QĐ-TA',
        decision_on: person.startOn ?? '2026-08-10',
        decision_issuer: null,
        start_on: person.startOn ?? '2026-08-10',
        start_source: null,
        term_months: null,
        held_from: null,
      })
      const received = [
        person.receivedAt ?? '2026-08-10T02:00:00.000Z',
        { kind: 'received', facts: { how: 'escort' } },
      ] as const
      const acts = [received, ...(person.acts ?? [])].map(([at, act]) => ({
        id: randomUUID(),
        stayId,
        at,
        act,
      }))
      recordCustodyEvents(db, { now, actor: { key: 'system:test', desk: '' } }, acts)
      indexPerson(db, personId)
      return { personId, stayId }
    })
  } finally {
    db.close()
  }
}
