import { bedHoldings, checkBedHoldings, type NamedHolding } from '#domain/custody/bed-holding.ts'
import { checkNewEvents } from '#domain/custody/check-new-events.ts'
import type { CustodyEvent } from '#domain/custody/custody-event.ts'
import type { CustodyAct } from '#domain/custody/facts.ts'
import { AppError, ruleViolated, type Problem } from '#domain/errors.ts'
import { dayOf, formatInstant, type Instant } from '#domain/time/instant.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'
import { applyCensusChange, extendCensusMonths } from '../roll/census.ts'
import { readClockRules } from '../rules/reader.ts'
import { indexPerson, indexPresence } from '../search/index-person.ts'
import { deriveStay, type DerivedStay } from './derive-stay.ts'
import { bedFinder, findStayFacts, listCustodyEvents, listStaysInBed, type StayFacts } from './reader.ts'

/** One thing to write into a stay's line. */
export interface NewCustodyEvent {
  /** UUID made by the client. */
  id: string
  stayId: string
  at: Instant
  act: CustodyAct
}

/** Who writes and when, as far as the line keeps it. */
export interface CustodyRecorder {
  now: Instant
  actor: { key: string; desk: string }
}

const maxSeq = prepared<Record<string, never>>()(() =>
  qb.selectFrom('custody_event').select('seq').orderBy('seq', 'desc').limit(1),
)

const insertEvent = prepared<{
  id: string
  stay_id: string
  at: string
  recorded_at: string
  recorded_by: string
  post: string | null
  kind: string
  facts: string
  bed_id: string | null
  cancels: string | null
}>()((p) =>
  qb.insertInto('custody_event').values({
    id: p.id,
    stay_id: p.stay_id,
    at: p.at,
    recorded_at: p.recorded_at,
    recorded_by: p.recorded_by,
    post: p.post,
    kind: p.kind as CustodyAct['kind'],
    facts: p.facts,
    bed_id: p.bed_id,
    cancels: p.cancels,
  }),
)

const onRollStayOf = prepared<{ person: string }>()((p) =>
  qb.selectFrom('roster').select(['stay_id', 'received_at']).where('person_id', '=', p.person),
)

const eventExists = prepared<{ id: string }>()((p) =>
  qb.selectFrom('custody_event').select('id').where('id', '=', p.id),
)

/**
 * Writes events of one or more stays as one act, all or nothing, and brings the derived tables along. Judges every
 * stay with all its new events at once, and every bed against everybody who ever held it, so that a swap is
 * possible and two people in one bed are not, at any moment past or present.
 * @throws AppError `rule_violated` with the domain's reasons, `not_found` for an unknown stay
 */
export function recordCustodyEvents(
  db: WriteDb,
  recorder: CustodyRecorder,
  events: readonly NewCustodyEvent[],
): void {
  let seq = maxSeq.get(db, {})?.seq ?? 0
  const findBed = bedFinder(db)
  const rules = readClockRules(db)
  const byStay = Map.groupBy(events, (event) => event.stayId)
  const plans: { facts: StayFacts; before: DerivedStay; after: DerivedStay; own: CustodyEvent[] }[] = []
  const problems: Problem[] = []
  for (const [stayId, items] of byStay) {
    const facts = findStayFacts(db, stayId)
    if (!facts || facts.isCancelled) throw new AppError('not_found', 'Không tìm thấy đợt cai nghiện này.')
    const existing = listCustodyEvents(db, stayId)
    const own = items.map(({ id, at, act }): CustodyEvent => ({
      ...act,
      id,
      stayId,
      seq: ++seq,
      at,
      recordedAt: recorder.now,
    }))
    problems.push(...checkNewEvents(existing, own, { initialTrack: facts.initialTrack, now: recorder.now }))
    plans.push({
      facts,
      before: deriveStay(facts, existing, findBed, rules),
      after: deriveStay(facts, [...existing, ...own], findBed, rules),
      own,
    })
  }
  if (problems.length > 0) throw ruleViolated(problems)
  for (const plan of plans) {
    problems.push(...bedProblems(db, plan, plans))
    problems.push(...doubleStay(db, plan))
  }
  if (problems.length > 0) throw ruleViolated(problems)
  for (const { own } of plans) for (const event of own) insert(db, recorder, event)
  store(db, recorder.now, plans)
  for (const { facts, before, after } of plans) {
    if (before.roster && after.roster) indexPresence(db, facts.personId)
    else indexPerson(db, facts.personId)
  }
}

type Plan = { facts: StayFacts; before: DerivedStay; after: DerivedStay }

/** The beds a stay now holds against everybody else's, those written in the same act by their new line. */
function bedProblems(db: ReadDb, plan: Plan, plans: readonly Plan[]): Problem[] {
  const mine = bedHoldings(plan.after.timeline)
  const known = new Set(bedHoldings(plan.before.timeline).map(holdingKey))
  const fresh = mine.filter((holding) => !known.has(holdingKey(holding)))
  const findBed = bedFinder(db)
  const rules = readClockRules(db)
  const others: NamedHolding[] = []
  for (const bedId of new Set(fresh.map((holding) => holding.bedId))) {
    const planned = plans.filter((other) => other !== plan).map((other) => other.facts.stayId)
    for (const stayId of new Set([...listStaysInBed(db, bedId), ...planned])) {
      if (stayId === plan.facts.stayId) continue
      const inAct = plans.find((other) => other.facts.stayId === stayId)
      const facts = inAct?.facts ?? findStayFacts(db, stayId)
      if (!facts) continue
      const { timeline } = inAct?.after ?? deriveStay(facts, listCustodyEvents(db, stayId), findBed, rules)
      for (const holding of bedHoldings(timeline)) {
        if (holding.bedId !== bedId) continue
        others.push({ ...holding, stayId, personName: facts.name, bedCode: findBed(bedId)?.code ?? '' })
      }
    }
  }
  return checkBedHoldings(fresh, others)
}

function holdingKey(holding: { bedId: string; from: string; to: string | null }): string {
  return `${holding.bedId}|${holding.from}|${holding.to ?? ''}`
}

/** Nobody is in the centre twice: a person with a stay on the roll gets no second one. */
function doubleStay(db: ReadDb, plan: Plan): Problem[] {
  if (plan.after.roster === null || plan.before.roster !== null) return []
  const other = onRollStayOf.get(db, { person: plan.facts.personId })
  if (!other || other.stay_id === plan.facts.stayId) return []
  return [
    {
      code: 'already-on-roll',
      message: `${plan.facts.name} đang có trong danh sách từ ${formatInstant(other.received_at)}. Mở hồ sơ đó để xem.`,
    },
  ]
}

function insert(db: WriteDb, recorder: CustodyRecorder, event: CustodyEvent): void {
  if (eventExists.get(db, { id: event.id })) {
    throw new AppError('conflict', 'Việc này đã được ghi rồi. Tải lại để xem.')
  }
  const bedId = 'bedId' in event.facts ? event.facts.bedId : null
  insertEvent.run(db, {
    id: event.id,
    stay_id: event.stayId,
    at: event.at,
    recorded_at: event.recordedAt,
    recorded_by: recorder.actor.key,
    post: recorder.actor.desk === '' ? null : recorder.actor.desk,
    kind: event.kind,
    facts: JSON.stringify(event.facts),
    bed_id: bedId,
    cancels: event.kind === 'corrected' ? event.facts.cancels : null,
  })
}

/**
 * Runs a change of rows that a stay's derived parts depend on (its own row, its person's) and brings the derived
 * tables along.
 */
export function changeStays(db: WriteDb, now: Instant, stayIds: readonly string[], change: () => void): void {
  const derive = (stayId: string, findBed = bedFinder(db)) => {
    const facts = findStayFacts(db, stayId)
    if (!facts) throw new AppError('not_found')
    // Asked for each time: the change may have been one of the rules.
    return { facts, derived: deriveStay(facts, listCustodyEvents(db, stayId), findBed, readClockRules(db)) }
  }
  const before = new Map(stayIds.map((stayId) => [stayId, derive(stayId).derived]))
  change()
  // Looked up anew: the change may have been one of beds.
  const findBedNow = bedFinder(db)
  store(
    db,
    now,
    stayIds.map((stayId) => {
      const { facts, derived } = derive(stayId, findBedNow)
      return { facts, before: before.get(stayId) ?? derived, after: derived }
    }),
  )
  for (const stayId of stayIds) {
    const facts = findStayFacts(db, stayId)
    if (facts) indexPerson(db, facts.personId)
  }
}

function store(db: WriteDb, now: Instant, plans: readonly Plan[]): void {
  extendCensusMonths(db, dayOf(now))
  // First away with all old rows: in a swap each bed is still the other's.
  for (const { facts } of plans) {
    db.run(qb.deleteFrom('roster').where('stay_id', '=', facts.stayId))
    db.run(qb.deleteFrom('stay_state').where('stay_id', '=', facts.stayId))
  }
  for (const { before, after } of plans) {
    if (after.state) db.run(qb.insertInto('stay_state').values(after.state))
    if (after.roster) db.run(qb.insertInto('roster').values(after.roster))
    applyCensusChange(db, before.deltas, after.deltas)
  }
}
