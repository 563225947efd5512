import { sql } from 'kysely'
import type { ReadDb, WriteDb } from '#db/connection/handles.ts'
import { qb } from '#db/connection/query-builder.ts'
import { nextDocumentNumber } from '#db/queries/documents/reader.ts'
import { insertDocument } from '#db/queries/documents/writer.ts'
import type { DocumentForm } from '#domain/documents/form-editions.ts'
import type { IncidentKind } from '#domain/incidents/incident-kinds.ts'
import { addHours, dayOf, type Instant } from '#domain/time/instant.ts'
import { drawDocument } from '../documents/make-document.ts'
import { paperAtHand, type AskedPaper } from '../documents/paper-at-hand.ts'
import type { NewDocument } from '../documents/store-document.ts'
import { DEMO_LOGINS } from '../setup/demo-logins.ts'
import type { Actor, WriteContext } from '../use-case.ts'
import type { SeedPlan } from './seed-plan.ts'
import { recorderKey } from './seed-users.ts'
import { SeededRandom, uuidMaker } from './seeded-random.ts'

const BLOCK_OF_PAPERS = 65_516
const LOGIN = 'vuviec'
/** So many of those who are away have their decision to search. */
const MOST_SEARCHED = 10

/** Papers of the newest incident of a kind that is closed, and hours after the report at which each was made. */
const OF_CLOSED: readonly [IncidentKind, readonly (readonly [DocumentForm, number])[]][] = [
  [
    'fight',
    [
      ['incident-minutes', 3],
      ['incident-decision', 71],
    ],
  ],
  [
    'contraband',
    [
      ['seizure-minutes', 1],
      ['incident-report', 20],
    ],
  ],
  [
    'death',
    [
      ['incident-minutes', 3],
      ['death-notice', 4],
    ],
  ],
]

/** A paper of the sample with the moment it is made. */
interface SamplePaper {
  asked: Pick<AskedPaper, 'form'> & Partial<AskedPaper>
  at: Instant
}

/** A document of the sample, as it is kept. */
interface DrawnPaper extends NewDocument {
  made_at: Instant
  made_by: string
}

/**
 * Draws papers of the sample's incidents as the desk of incidents makes them: decisions to search for those who are
 * away, minutes, notices and decisions of some that are closed. Follows {@link fillSample}, since a Word file is not made
 * within a transaction.
 */
export async function drawPapers(db: ReadDb, plan: SeedPlan): Promise<DrawnPaper[]> {
  const newId = uuidMaker(new SeededRandom(plan.seed, 'papers'), BLOCK_OF_PAPERS)
  const actor = managerOf(plan)
  const numbers = new Map<string, number>()
  const drawn: DrawnPaper[] = []
  const asked = [
    ...searchPapers(db),
    ...OF_CLOSED.flatMap(([kind, forms]) => papersOfNewest(db, kind, forms)),
  ]
  for (const { asked: one, at } of asked.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
    if (at > plan.asOf) continue
    const nothing = { stayId: null, houseId: null, incidentId: null, incidentPart: null, caseId: null }
    const input = { ...nothing, ...one, id: newId(), on: dayOf(at) }
    const paper = paperAtHand(db, input, { actor, now: plan.asOf })
    const { register } = paper.source.edition
    const year = Number(input.on.slice(0, 4))
    const book = `${register} ${year}`
    const number = numbers.get(book) ?? nextDocumentNumber(db, register, year)
    numbers.set(book, number + 1)
    const row = await drawDocument(db, input, paper, { answers: paper.collected.suggested, number })
    drawn.push({ ...row, made_at: at, made_by: actor.key })
  }
  return drawn
}

/** Keeps what {@link drawPapers} drew. */
export function storePapers(
  db: WriteDb,
  context: WriteContext,
  { papers }: { papers: readonly DrawnPaper[] },
): null {
  for (const paper of papers) {
    insertDocument(db, { ...paper, cancelled_at: null, cancelled_by: null, cancel_reason: null })
  }
  context.changed('documents')
  return null
}

/** Who makes them: the account that runs the incidents. */
function managerOf(plan: SeedPlan): Actor {
  const key = recorderKey(plan, LOGIN)
  const { name, roles } = DEMO_LOGINS.find(({ login }) => login === LOGIN) ?? { name: LOGIN, roles: [] }
  return { key, userId: key.replace('user:', ''), name, roles, sessionId: null, desk: '' }
}

/** The decision to search for each who is away, and the notice of the last who left. */
function searchPapers(db: ReadDb): SamplePaper[] {
  const away = db.all<{ stay_id: string; escaped_at: Instant }>(
    sql<{ stay_id: string; escaped_at: Instant }>`
      select e.stay_id, e.escaped_at from "escape" e join roster on roster.stay_id = e.stay_id
      where roster.state = 'escaped'
        and e.escaped_at = (select max(other.escaped_at) from "escape" other where other.stay_id = e.stay_id)
      order by e.escaped_at desc, e.stay_id limit ${MOST_SEARCHED}`.compile(qb),
  )
  return away.flatMap(({ stay_id: stayId, escaped_at: from }, at): SamplePaper[] => [
    { asked: { form: 'search-decision', stayId }, at: addHours(from, 6) },
    ...(at === 0 ? [{ asked: { form: 'escape-notice', stayId } as const, at: addHours(from, 5) }] : []),
  ])
}

function papersOfNewest(
  db: ReadDb,
  kind: IncidentKind,
  forms: readonly (readonly [DocumentForm, number])[],
): SamplePaper[] {
  const incident = db.get<{ id: string; reported_at: Instant; notice_id: string | null }>(
    sql<{ id: string; reported_at: Instant; notice_id: string | null }>`
      select incident.id, reported_at,
        (select min(notice.id) from incident_notice notice where notice.incident_id = incident.id) as notice_id
      from incident where kind = ${kind} and state = 'closed'
      order by occurred_at desc limit 1`.compile(qb),
  )
  if (incident === undefined) return []
  return forms.map(([form, hours]) => ({
    asked: {
      form,
      incidentId: incident.id,
      incidentPart: form === 'death-notice' ? incident.notice_id : null,
    },
    at: addHours(incident.reported_at, hours),
  }))
}
