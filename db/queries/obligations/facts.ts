import { isMedicalAlert } from '#domain/alerts/alert-codes.ts'
import type { CustodyEvent } from '#domain/custody/custody-event.ts'
import { FORM_EDITIONS } from '#domain/documents/form-editions.ts'
import type { OpenCase } from '#domain/obligations/conduct-duties.ts'
import type { AwaitedPaper, OpenAlert } from '#domain/obligations/desk-duties.ts'
import {
  evidenceOfCare,
  evidenceOfReturn,
  FORM_DUTIES,
  type DutyEvidence,
} from '#domain/obligations/evidence.ts'
import type { ObligationMark } from '#domain/obligations/obligation-state.ts'
import type { ObligationFacts } from '#domain/obligations/obligations-of-stay.ts'
import type { ReturnPlace } from '#domain/stay/return-place.ts'
import type { ReadDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import { stayFactsQuery, toCustodyEvent, toStayFacts, type StayFacts } from '../custody/reader.ts'

type Range = Record<'from' | 'to', string>

const stays = prepared<Range>()((p) =>
  stayFactsQuery().where('stay.id', '>=', p.from).where('stay.id', '<=', p.to).orderBy('stay.id'),
)

const events = prepared<Range>()((p) =>
  qb
    .selectFrom('custody_event')
    .select(['seq', 'id', 'stay_id', 'at', 'recorded_at', 'kind', 'facts'])
    .where('stay_id', '>=', p.from)
    .where('stay_id', '<=', p.to)
    .orderBy('stay_id')
    .orderBy('at')
    .orderBy('seq'),
)

const papers = prepared<Range>()((p) =>
  qb
    .selectFrom('dossier_item')
    .select(['id', 'stay_id', 'title', 'form', 'due_on'])
    .where('stay_id', '>=', p.from)
    .where('stay_id', '<=', p.to)
    .where('due_on', 'is not', null),
)

const alerts = prepared<Range>()((p) =>
  qb
    .selectFrom('stay')
    .innerJoin('alert', 'alert.person_id', 'stay.person_id')
    .select(['stay.id as stay_id', 'alert.id', 'alert.code', 'alert.review_on'])
    .where('stay.id', '>=', p.from)
    .where('stay.id', '<=', p.to)
    .where('alert.closed_at', 'is', null)
    .where((e) => e.or([e('alert.to_on', 'is', null), e('alert.to_on', '>=', e.ref('alert.review_on'))])),
)

const documents = prepared<Range>()((p) =>
  qb
    .selectFrom('document')
    .select(['stay_id', 'form', 'edition', 'number', 'symbol', 'made_at'])
    .where('stay_id', '>=', p.from)
    .where('stay_id', '<=', p.to)
    .where('cancelled_at', 'is', null)
    .orderBy('made_at')
    .$narrowType<{ stay_id: string }>(),
)

const exams = prepared<Range>()((p) =>
  qb.selectFrom('exam').select(['stay_id', 'at']).where('stay_id', '>=', p.from).where('stay_id', '<=', p.to),
)

const plans = prepared<Range>()((p) =>
  qb
    .selectFrom('rehab_plan')
    .select(['stay_id', 'started_at'])
    .where('stay_id', '>=', p.from)
    .where('stay_id', '<=', p.to)
    .where('state', '=', 'approved'),
)

const stages = prepared<Range>()((p) =>
  qb
    .selectFrom('stage_record')
    .select(['stay_id', 'stage', 'started_on', 'ended_on'])
    .where('stay_id', '>=', p.from)
    .where('stay_id', '<=', p.to)
    .where('stage', 'in', [1, 5])
    .where('cancelled_at', 'is', null)
    .orderBy('stay_id')
    .orderBy('stage')
    .orderBy('started_on'),
)

const reintegrations = prepared<Range>()((p) =>
  qb
    .selectFrom('reintegration_plan')
    .select(['stay_id', 'approved_at'])
    .where('stay_id', '>=', p.from)
    .where('stay_id', '<=', p.to)
    .where('state', '=', 'approved'),
)

const cases = prepared<Range>()((p) =>
  qb
    .selectFrom('conduct_case')
    .select(['stay_id', 'id', 'kind', 'form', 'state', 'proposed_at', 'council_at', 'heard_at'])
    .select(['from_on', 'to_on', 'review_on'])
    .where('stay_id', '>=', p.from)
    .where('stay_id', '<=', p.to)
    .where('state', 'in', ['proposed', 'council', 'heard', 'decided', 'in-force'])
    .orderBy('id'),
)

const returns = prepared<Range>()((p) =>
  qb
    .selectFrom('return_place')
    .select(['stay_id', 'residence', 'work', 'registered_address', 'registered_on'])
    .where('stay_id', '>=', p.from)
    .where('stay_id', '<=', p.to),
)

const marks = prepared<Range>()((p) =>
  qb
    .selectFrom('obligation_mark')
    .select(['stay_id', 'key', 'kind', 'at', 'due_at', 'reason', 'paper', 'number', 'sent_by'])
    .where('stay_id', '>=', p.from)
    .where('stay_id', '<=', p.to)
    .orderBy('seq'),
)

const sentNotices = prepared<Range>()((p) =>
  qb
    .selectFrom('incident_notice')
    .select(['stay_id', 'rule', 'sent_at', 'paper_number'])
    .where('stay_id', '>=', p.from)
    .where('stay_id', '<=', p.to)
    .where('sent_at', 'is not', null)
    .orderBy('sent_at'),
)

const nextStays = prepared<{ after: string; limit: number }>()((p) =>
  qb.selectFrom('stay').select('id').where('id', '>', p.after).orderBy('id').limit(p.limit),
)

/** Duties met by a notice of an incident once it was sent. */
const NOTICE_DUTIES = ['INC-04', 'INC-05', 'INC-14'] as const

/** A stay with all that its obligations follow from. */
export interface StayCase {
  facts: StayFacts
  obligations: ObligationFacts
}

function evidenceOf(db: ReadDb, range: Range): Map<string, DutyEvidence[]> {
  const found = new Map<string, DutyEvidence[]>()
  const note = (stayId: string, one: DutyEvidence) => {
    const known = found.get(stayId)
    if (known) known.push(one)
    else found.set(stayId, [one])
  }
  const planMade = new Map<string, Omit<DutyEvidence, 'duty'>>()
  for (const row of documents.all(db, range)) {
    const edition = FORM_EDITIONS.find(({ id }) => id === row.edition)
    const made = {
      at: row.made_at,
      paper: edition?.number ?? edition?.title ?? null,
      number: `${row.number}/${row.symbol}`,
    }
    for (const duty of FORM_DUTIES[row.form] ?? []) note(row.stay_id, { duty, ...made })
    if (row.form === 'reintegration-plan') planMade.set(row.stay_id, planMade.get(row.stay_id) ?? made)
  }
  const plain = { paper: null, number: null }
  for (const { stay_id: stayId, rule, sent_at: at, paper_number: number } of sentNotices.all(db, range)) {
    const duty = NOTICE_DUTIES.find((one) => one === rule)
    if (stayId !== null && at !== null && duty) note(stayId, { duty, at, paper: null, number })
  }
  for (const row of exams.all(db, range)) note(row.stay_id, { duty: 'IN-02', at: row.at, ...plain })
  for (const row of plans.all(db, range)) note(row.stay_id, { duty: 'ST-1', at: row.started_at, ...plain })
  for (const row of reintegrations.all(db, range)) {
    if (row.approved_at === null || planMade.has(row.stay_id)) continue
    planMade.set(row.stay_id, { at: row.approved_at, ...plain })
  }
  const stagesOf = grouped(stages.all(db, range), ({ stage, started_on: startedOn, ended_on: endedOn }) => ({
    stage,
    startedOn,
    endedOn,
  }))
  for (const [stayId, own] of stagesOf) {
    const reintegration = planMade.get(stayId) ?? null
    for (const one of evidenceOfCare({ stages: own, reintegration })) note(stayId, one)
  }
  return found
}

function grouped<Row extends { stay_id: string }, Out>(
  rows: readonly Row[],
  make: (row: Row) => Out,
): Map<string, Out[]> {
  const found = new Map<string, Out[]>()
  for (const row of rows) {
    const known = found.get(row.stay_id)
    if (known) known.push(make(row))
    else found.set(row.stay_id, [make(row)])
  }
  return found
}

/** The stays from one id to another with all their obligations follow from; cancelled ones without anything. */
function casesBetween(db: ReadDb, range: Range): StayCase[] {
  const eventsOf = grouped(events.all(db, range), (row): CustodyEvent => toCustodyEvent(row))
  const papersOf = grouped(papers.all(db, range), ({ id, title, form, due_on: dueOn }): AwaitedPaper => ({
    id,
    title,
    form,
    dueOn: dueOn ?? '',
  }))
  const alertsOf = grouped(alerts.all(db, range), ({ id, code, review_on: reviewOn }): OpenAlert => ({
    id,
    reviewOn,
    isMedical: isMedicalAlert(code),
  }))
  const marksOf = grouped(
    marks.all(db, range),
    ({ due_at: dueAt, sent_by: sentBy, ...row }): ObligationMark => ({
      key: row.key,
      kind: row.kind,
      at: row.at,
      dueAt,
      reason: row.reason,
      paper: row.paper,
      number: row.number,
      sentBy,
    }),
  )
  const casesOf = grouped(cases.all(db, range), (row): OpenCase => ({
    id: row.id,
    kind: row.kind,
    form: row.form,
    state: row.state,
    proposedAt: row.proposed_at,
    councilAt: row.council_at,
    heardAt: row.heard_at,
    fromOn: row.from_on,
    toOn: row.to_on,
    reviewOn: row.review_on,
  }))
  const evidence = evidenceOf(db, range)
  const returnOf = new Map(
    returns.all(db, range).map((row): [string, ReturnPlace] => [
      row.stay_id,
      {
        residence: row.residence,
        work: row.work,
        registeredAddress: row.registered_address,
        registeredOn: row.registered_on,
      },
    ]),
  )
  return stays.all(db, range).map((row): StayCase => {
    const facts = toStayFacts(row)
    const id = facts.stayId
    const returnPlace = returnOf.get(id)
    return {
      facts,
      obligations: {
        stay: facts,
        events: facts.isCancelled ? [] : (eventsOf.get(id) ?? []),
        papers: papersOf.get(id) ?? [],
        alerts: alertsOf.get(id) ?? [],
        cases: casesOf.get(id) ?? [],
        evidence: [...(evidence.get(id) ?? []), ...(returnPlace ? evidenceOfReturn(returnPlace) : [])],
        ...(returnPlace ? { returnPlace } : {}),
        marks: marksOf.get(id) ?? [],
      },
    }
  })
}

/** One stay; undefined when there is none. */
export function findCase(db: ReadDb, stayId: string): StayCase | undefined {
  return casesBetween(db, { from: stayId, to: stayId })[0]
}

const PAGE = 400

/** Every stay of the house, page by page: never all rows at once. */
export function* allCases(db: ReadDb): Generator<StayCase> {
  let after = ''
  for (;;) {
    const ids = nextStays.all(db, { after, limit: PAGE })
    const first = ids[0]
    const last = ids.at(-1)
    if (!first || !last) return
    yield* casesBetween(db, { from: first.id, to: last.id })
    after = last.id
  }
}
