import type { WriteDb } from '#db/connection/handles.ts'
import { qb } from '#db/connection/query-builder.ts'
import { nextIncidentNumber } from '#db/queries/incidents/reader.ts'
import { RESTRICTED_KINDS } from '#domain/incidents/incident-kinds.ts'
import type { IncidentState } from '#domain/incidents/incident-states.ts'
import { formOnDay } from '#domain/incidents/kind-forms.ts'
import { addDays } from '#domain/time/day.ts'
import { addHours, dayOf, startOfDay } from '#domain/time/instant.ts'
import { OPEN_INCIDENTS, stateOf, storyOf, type IncidentStory } from './invented-incident.ts'
import {
  incidentDesk,
  insertIncidents,
  writeExhibit,
  writeForm,
  writeSteps,
  writeWork,
  type IncidentDesk,
} from './seed-incident-parts.ts'
import type { SeedPlan } from './seed-plan.ts'
import { SeededRandom, uuidMaker } from './seeded-random.ts'

/** First of the blocks of record ids, and how many incidents share one. */
const BLOCK_OF_INCIDENTS = 65_300
const IN_ONE_BLOCK = 2000
/** Days of the book that are filled in, back from now. */
const DAYS = 365
/** Incidents of a year for one person present; a large centre tells fewer of the small ones. */
const PER_PERSON = { small: 0.125, large: 0.4, from: 5000 }
const LEAST = 40

interface Resident {
  person_id: string
  stay_id: string
  zone_id: string | null
  received_at: string
}

/** A year of the book of incidents over all kinds and states. Follows the accounts, the calendar and the roll. */
export function fillIncidents(db: WriteDb, plan: SeedPlan): void {
  const people = plan.blocks.reduce((sum, { present }) => sum + present, 0)
  const share = people > PER_PERSON.from ? PER_PERSON.large : PER_PERSON.small
  const count = Math.max(LEAST, Math.round(people * share))
  const random = new SeededRandom(plan.seed, 'incidents')
  const residents: Resident[] = db.all(
    qb
      .selectFrom('roster')
      .select(['person_id', 'stay_id', 'zone_id', 'received_at'])
      .where('zone_id', 'is not', null)
      .orderBy('received_at')
      .orderBy('person_id')
      .limit(2 * count),
  )
  if (residents.length === 0) return
  const desk = incidentDesk(db, plan, random, BLOCK_OF_INCIDENTS)
  const numbers = new Map<number, number>()
  const today = dayOf(plan.asOf)
  for (let i = 0; i < count; i += 1) {
    const day = addDays(today, -daysAgo(i, count))
    const year = Number(day.slice(0, 4))
    if (i % IN_ONE_BLOCK === 0) desk.newId = uuidMaker(random, BLOCK_OF_INCIDENTS + i / IN_ONE_BLOCK)
    const no = numbers.get(year) ?? nextIncidentNumber(db, year)
    numbers.set(year, no + 1)
    const story = storyOf(random, i)
    const occurredAt = addHours(startOfDay(day), story.hour)
    const there = residents.filter((one) => one.received_at <= occurredAt).slice(-200)
    writeIncident(desk, { story, occurredAt, year, no, state: stateOf(i, count), there })
  }
  insertIncidents(db, desk)
}

/** How many days ago the i-th incident happened: the open ones in the last days, the others over the year. */
function daysAgo(i: number, count: number): number {
  const newer = count - 1 - i
  const evenly = Math.round((newer * DAYS) / count) + 1
  return newer < OPEN_INCIDENTS ? Math.min(evenly, Math.floor(newer / 2) + 1) : evenly
}

interface Told {
  story: IncidentStory
  occurredAt: string
  year: number
  no: number
  state: IncidentState
  there: readonly Resident[]
}

function writeIncident(desk: IncidentDesk, told: Told): void {
  const { rows, newId, random } = desk
  const { story, occurredAt } = told
  const form = formOnDay(story.kind, dayOf(occurredAt))
  if (form === undefined) return
  const id = newId()
  const reportedAt = addHours(occurredAt, 1)
  const people = story.roles.flatMap((role, index): { role: string; one: Resident }[] => {
    const one = told.there[(random.whole(0, told.there.length) + index) % Math.max(1, told.there.length)]
    return one === undefined ? [] : [{ role, one }]
  })
  const first = rows.incident.at(-1)
  // A report told twice is a duplicate of the one before it.
  const state = told.state === 'duplicate' && first === undefined ? 'reported' : told.state
  const isDecided = state === 'decided' || state === 'closed'
  const settledAt = [addHours(reportedAt, 72), addHours(desk.asOf, -1)].toSorted()[0] ?? reportedAt
  rows.incident.push({
    id,
    year: told.year,
    no: told.no,
    kind: story.kind,
    form_version: form.version,
    state,
    state_since: state === 'reported' ? reportedAt : settledAt,
    secrecy: RESTRICTED_KINDS.includes(story.kind) ? 'restricted' : 'open',
    occurred_at: occurredAt,
    is_approximate: random.chance(0.2) ? 1 : 0,
    occurred_on: dayOf(occurredAt),
    occurred_hour: story.hour,
    zone_id: people[0]?.one.zone_id ?? told.there.at(-1)?.zone_id ?? null,
    place_id: null,
    place_note: story.place,
    summary: story.summary,
    origin: 'desk',
    origin_id: null,
    reported_at: reportedAt,
    recorded_at: reportedAt,
    reported_by: desk.by,
    reporter_id: desk.by.replace('user:', ''),
    owner_id: state === 'reported' ? null : desk.manager.replace('user:', ''),
    decision: isDecided ? story.decision : null,
    decided_at: isDecided ? settledAt : null,
    decided_by: isDecided ? desk.head : null,
    closed_at: state === 'closed' ? settledAt : null,
    duplicate_of: state === 'duplicate' ? (first?.id ?? null) : null,
  })
  writePeople(desk, { id, people, reportedAt, story })
  writeForm(desk, { id, form, reportedAt, story })
  writeSteps(desk, { id, state, reportedAt, settledAt })
  writeWork(desk, { id, form, state, occurredAt, reportedAt })
  writeExhibit(desk, { id, story, occurredAt, person: people[0]?.one.person_id ?? null })
}

function writePeople(
  { rows, newId, by, random }: IncidentDesk,
  told: {
    id: string
    people: readonly { role: string; one: Resident }[]
    reportedAt: string
    story: IncidentStory
  },
): void {
  for (const { role, one } of told.people) {
    const involvement = newId()
    rows.incident_involvement.push({
      id: involvement,
      incident_id: told.id,
      role,
      who: 'resident',
      person_id: one.person_id,
      stay_id: one.stay_id,
      user_id: null,
      name: null,
      zone_id: one.zone_id,
      outcome: null,
      note: null,
      added_at: told.reportedAt,
      added_by: by,
      removed_at: null,
      removed_by: null,
      remove_reason: null,
    })
    if (!told.story.hurts.includes(role) || !random.chance(0.6)) continue
    rows.incident_injury.push({
      id: newId(),
      incident_id: told.id,
      involvement_id: involvement,
      noticed_at: told.reportedAt,
      is_hospital: random.chance(0.1) ? 1 : 0,
      recorded_at: told.reportedAt,
      recorded_by: by,
      severity: null,
      detail: null,
      treatment: null,
      examined_at: null,
      examined_by: null,
    })
  }
}
