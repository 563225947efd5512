import { openDatabase } from '#db/connection/open-database.ts'
import type { WriteDb } from '#db/connection/handles.ts'
import { insertIncidentPart } from '#db/queries/incidents/writer.ts'
import { EXHIBIT_ROUTES, EXHIBIT_SUBSTANCES, EXHIBIT_UNITS } from '#domain/incidents/exhibit.ts'
import { INCIDENT_KINDS } from '#domain/incidents/incident-kinds.ts'
import { INCIDENT_STATES, type IncidentState } from '#domain/incidents/incident-states.ts'
import { formOnDay } from '#domain/incidents/kind-forms.ts'
import { addHours, dayOf, instantMs, type Instant } from '#domain/time/instant.ts'
import { SeededRandom } from '#hub/seed/seeded-random.ts'
import { readKey } from '#hub/storage/data-folder.ts'
import type { TestHub } from './_test-hub.ts'

interface BookOf {
  seed: string
  incidents: number
  /** What happened in none stands there too. */
  zones: readonly string[]
  people: readonly string[]
  owners: readonly string[]
  now: Instant
}

const BY = 'user:u'
const VIETNAM_HOURS = 7
/** As far back as a trend of months looks, and a little farther. */
const HOURS_BACK = 26 * 30 * 24

function oneOf<T>(random: SeededRandom, list: readonly T[]): T {
  const one = list[random.whole(0, list.length - 1)]
  if (one === undefined) throw new Error('nothing to choose from')
  return one
}

/** Incidents of every kind, state and age with people, injuries, finds, tasks and notices, the same for a seed. */
export function writeIncidentBook(test: TestHub, book: BookOf): void {
  const { folder } = test.hub
  const db = openDatabase({ file: folder.database, key: readKey(folder.keyFile), mode: 'write' })
  const random = new SeededRandom(book.seed)
  try {
    db.exec('BEGIN IMMEDIATE')
    for (let index = 1; index <= book.incidents; index += 1) writeOne(db, random, book, index)
    db.exec('COMMIT')
  } finally {
    db.close()
  }
}

function writeOne(db: WriteDb, random: SeededRandom, book: BookOf, index: number): void {
  const id = `${book.seed}-${index}`
  const kind = oneOf(random, INCIDENT_KINDS)
  const state: IncidentState = index === 1 ? 'reported' : oneOf(random, INCIDENT_STATES)
  const at = addHours(book.now, -random.whole(1, HOURS_BACK))
  const since = addHours(at, random.whole(0, Math.floor((instantMs(book.now) - instantMs(at)) / 3_600_000)))
  const form = formOnDay(kind, dayOf(at)) ?? formOnDay(kind, dayOf(book.now))
  insertIncidentPart(db, 'incident', {
    id,
    year: Number(dayOf(at).slice(0, 4)),
    no: state === 'draft' ? null : 10_000 + index,
    kind,
    form_version: form?.version ?? 1,
    state,
    state_since: since,
    secrecy: random.chance(0.2) ? 'restricted' : 'open',
    occurred_at: at,
    is_approximate: 0,
    occurred_on: dayOf(at),
    occurred_hour: Number(addHours(at, VIETNAM_HOURS).slice(11, 13)),
    zone_id: random.chance(0.2) ? null : oneOf(random, book.zones),
    place_id: null,
    place_note: null,
    summary: 'Việc thử',
    origin: 'desk',
    origin_id: null,
    reported_at: at,
    recorded_at: at,
    reported_by: BY,
    reporter_id: null,
    owner_id: random.chance(0.5) ? null : oneOf(random, book.owners),
    decision: null,
    decided_at: null,
    decided_by: null,
    closed_at: state === 'closed' ? since : null,
    duplicate_of: state === 'duplicate' ? `${book.seed}-1` : null,
  })
  const roles = form?.roles ?? []
  for (let part = 0; part < random.whole(0, 4); part += 1) {
    const involvementId = `${id}-${part}`
    const isOut = random.chance(0.2)
    insertIncidentPart(db, 'incident_involvement', {
      id: involvementId,
      incident_id: id,
      role: oneOf(random, roles).id,
      who: 'resident',
      person_id: oneOf(random, book.people),
      stay_id: null,
      user_id: null,
      name: null,
      zone_id: null,
      outcome: null,
      note: null,
      added_at: at,
      added_by: BY,
      removed_at: isOut ? since : null,
      removed_by: isOut ? BY : null,
      remove_reason: isOut ? 'Nhầm người' : null,
    })
    if (random.chance(0.3)) writeInjury(db, random, id, involvementId, at)
    if (random.chance(0.4)) writeNotice(db, random, id, involvementId, book.now, form?.notices ?? [])
  }
  for (let no = 1; no <= random.whole(0, 2); no += 1) writeExhibit(db, random, id, no, at)
  for (let task = 0; task < random.whole(0, 3); task += 1)
    writeTask(db, random, `${id}-t${task}`, id, book.now)
}

function writeInjury(
  db: WriteDb,
  random: SeededRandom,
  id: string,
  involvementId: string,
  at: Instant,
): void {
  insertIncidentPart(db, 'incident_injury', {
    id: `${involvementId}-i`,
    incident_id: id,
    involvement_id: involvementId,
    noticed_at: at,
    is_hospital: random.whole(0, 1),
    recorded_at: at,
    recorded_by: BY,
    severity: null,
    detail: null,
    treatment: null,
    examined_at: null,
    examined_by: null,
  })
}

function writeExhibit(db: WriteDb, random: SeededRandom, id: string, no: number, at: Instant): void {
  const isDrug = random.chance(0.8)
  insertIncidentPart(db, 'incident_exhibit', {
    id: `${id}-e${no}`,
    incident_id: id,
    no,
    kind: isDrug ? 'drug' : 'phone',
    substance: isDrug ? oneOf(random, EXHIBIT_SUBSTANCES) : null,
    route: oneOf(random, EXHIBIT_ROUTES),
    description: 'Gói',
    quantity: random.whole(1, 9) / 8,
    unit: oneOf(random, EXHIBIT_UNITS),
    seal_number: null,
    person_id: null,
    found_at: at,
    place_id: null,
    found_where: null,
    find_id: null,
    file_id: null,
    holder: 'Trực ban',
    last_move: 'seized',
    recorded_at: at,
    recorded_by: BY,
  })
}

function writeTask(db: WriteDb, random: SeededRandom, taskId: string, id: string, now: Instant): void {
  const due = addHours(now, random.whole(-200, 200))
  const isDone = random.chance(0.3)
  insertIncidentPart(db, 'incident_task', {
    id: taskId,
    incident_id: id,
    step: null,
    title: 'Việc thử',
    role: 'incident',
    owner_id: null,
    rule: null,
    rule_from: null,
    due_at: due,
    escalate_at: due,
    created_at: now,
    created_by: BY,
    done_at: isDone ? now : null,
    done_by: isDone ? BY : null,
    result: null,
    dropped_at: null,
    dropped_by: null,
    drop_reason: null,
  })
}

/** Some of them are owed no longer: another kind of incident, or somebody who was taken out, owes none. */
function writeNotice(
  db: WriteDb,
  random: SeededRandom,
  id: string,
  involvementId: string,
  now: Instant,
  owed: readonly { id: string }[],
): void {
  const isSent = random.chance(0.2)
  insertIncidentPart(db, 'incident_notice', {
    id: `${involvementId}-n`,
    incident_id: id,
    step: owed.length > 0 ? oneOf(random, owed).id : 'of-another-kind',
    involvement_id: random.chance(0.5) ? null : involvementId,
    stay_id: null,
    to_whom: 'Công an cấp xã',
    rule: null,
    rule_from: null,
    due_at: random.chance(0.1) ? null : addHours(now, random.whole(-200, 60)),
    created_at: now,
    sent_at: isSent ? now : null,
    sent_by: isSent ? BY : null,
    sent_how: isSent ? 'post' : null,
    paper_number: null,
    note: null,
  })
}
