import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commitGroup } from '#db/connection/group-commit.ts'
import { openDatabase, type Connection } from '#db/connection/open-database.ts'
import { qb } from '#db/connection/query-builder.ts'
import { listCustodyEvents, stayFactsQuery, toStayFacts } from '#db/queries/custody/reader.ts'
import { rollAt } from '#db/queries/roll/reader.ts'
import { judgeAlert } from '#domain/alerts/judge-alert.ts'
import { bedHoldings } from '#domain/custody/bed-holding.ts'
import { custodyActSchema } from '#domain/custody/facts.ts'
import { replayCustody } from '#domain/custody/replay.ts'
import { depositBalance } from '#domain/deposit/ledger.ts'
import { compareLedger } from '#db/queries/ledger/compare-ledger.ts'
import { checklistFor } from '#domain/dossier/checklist.ts'
import { judgeDossier } from '#domain/dossier/judge-dossier.ts'
import { checkCitizenId } from '#domain/identity/citizen-id.ts'
import { firstCheckSchema } from '#domain/information-sheet/first-check.ts'
import { ENDED_STATES } from '#domain/incidents/incident-states.ts'
import { informationSheetSchema, sheetFormsOn } from '#domain/information-sheet/information-sheet.ts'
import { clockOfStay, shippedRules } from '#domain/stay/clock-of-stay.ts'
import { dayOf } from '#domain/time/instant.ts'
import { fillSample } from '#hub/seed/fill-sample.ts'
import { inventBlock } from '#hub/seed/seed-block.ts'
import { drawPapers } from '#hub/seed/seed-papers.ts'
import { pastStaysFor, planSeed, seedMoment } from '#hub/seed/seed-plan.ts'
import { prepareDatabase } from '#hub/start-hub.ts'
import { createDataFolder } from '#hub/storage/data-folder.ts'
import { runWrite } from '#hub/storage/run-write.ts'
import { SYSTEM_ACTOR } from '#hub/system-actor.ts'
import { verifyDatabase } from '#hub/verify-database.ts'

const NOW = '2026-11-22T02:30:00.000Z'
const AS_OF = seedMoment(NOW)
const KEY = new Uint8Array(32).fill(7)
const PEOPLE = 120

let dir: string
let db: Connection

/** A database of its own with the fictitious centre in it. */
function fillCentre(name: string, people: number): Connection {
  const folder = createDataFolder(join(dir, name))
  prepareDatabase(folder, KEY)
  const filled = openDatabase({ file: folder.database, key: KEY, mode: 'write' })
  const failures: unknown[] = []
  commitGroup(filled, [
    {
      work: (inside) =>
        runWrite(inside, KEY, {
          useCase: 'seed',
          run: fillSample,
          actor: SYSTEM_ACTOR,
          now: NOW,
          input: { plan: planSeed(people, 'thu', AS_OF), passwordHash: 'x' },
          key: null,
          requestHash: '',
        }),
      settle: (outcome) => {
        if (!outcome.ok) failures.push(outcome.error)
      },
    },
  ])
  if (failures.length > 0) throw failures[0]
  return filled
}

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'neo-ve-seed-'))
  db = fillCentre('data', PEOPLE)
})

afterAll(() => {
  db.close()
  rmSync(dir, { recursive: true, force: true })
})

function allStays() {
  return db.all(stayFactsQuery()).map((row) => {
    const facts = toStayFacts(row)
    const events = listCustodyEvents(db, facts.stayId)
    return { facts, events, replay: replayCustody(events, { initialTrack: facts.initialTrack }) }
  })
}

describe('the fictitious centre', () => {
  it('has exactly the people present and the past stays that were asked for', () => {
    const { total } = rollAt(db, NOW)
    const ended = db.all(qb.selectFrom('stay_state').select('stay_id').where('state', '=', 'ended'))
    expect(total.present).toBe(PEOPLE)
    expect(ended).toHaveLength(pastStaysFor(PEOPLE))
    expect(total.onRoll).toBe(total.present + total.escaped + total.suspended + total.interrupted)
    expect(total.onRoll).toBeGreaterThan(total.present)
    expect(total.inZone).toBeLessThan(total.present)
  })

  it('passes the whole verification', () => {
    const { ok, derived, foreignKeys } = verifyDatabase(db, KEY)
    expect({ ok, derived, foreignKeys }).toEqual({
      ok: true,
      derived: { ok: true, differences: [] },
      foreignKeys: { ok: true, count: 0 },
    })
  })

  it('holds only events that can have happened, with the facts their kind carries', () => {
    for (const { events, replay } of allStays()) {
      expect(replay.problems).toEqual([])
      for (const { kind, facts, at, recordedAt } of events) {
        expect(custodyActSchema.safeParse({ kind, facts }).error).toBeUndefined()
        expect(at <= AS_OF && recordedAt <= AS_OF).toBe(true)
      }
    }
  })

  it('never has two people in one bed, nor one person in two stays', () => {
    const byBed = new Map<string, { from: string; to: string }[]>()
    const byPerson = new Map<string, { from: string; to: string }[]>()
    const keep = (map: typeof byBed, key: string, from: string, to: string | null) => {
      map.set(key, [...(map.get(key) ?? []), { from, to: to ?? '9999' }])
    }
    for (const { facts, replay } of allStays()) {
      for (const { bedId, from, to } of bedHoldings(replay.timeline)) keep(byBed, bedId, from, to)
      const [first] = replay.timeline
      const end = replay.current?.state === 'ended' ? replay.current.from : null
      keep(byPerson, facts.personId, first?.from ?? '', end)
    }
    for (const spans of [...byBed.values(), ...byPerson.values()]) {
      const inOrder = spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))
      const overlaps = inOrder.filter((span, i) => span.from < (inOrder[i - 1]?.to ?? ''))
      expect(overlaps).toEqual([])
    }
  })

  it('keeps every term within its law, and releases on the day the clock ends (TERM-01 to TERM-05)', () => {
    const stays = allStays()
    expect(stays.flatMap(({ facts, events }) => clockOfStay(facts, events, shippedRules()).problems)).toEqual(
      [],
    )
    const released = stays.filter(({ replay }) => replay.current?.endedKind === 'released')
    expect(released.length).toBeGreaterThan(500)
    for (const { facts, events, replay } of released) {
      const before = events.filter(({ kind }) => kind !== 'released')
      expect(clockOfStay(facts, before, shippedRules()).endOn).toBe(dayOf(replay.current?.from ?? NOW))
    }
  })

  it('raises alerts that can stand on the day they were written, a few of them overdue for review', () => {
    const alerts = db.all(qb.selectFrom('alert').selectAll())
    expect(alerts.length).toBeGreaterThan(5)
    const today = dayOf(AS_OF)
    for (const { code, detail, from_on: fromOn, to_on: toOn, review_on: reviewOn, raised_at: at } of alerts) {
      expect(judgeAlert({ code, detail, fromOn, toOn, reviewOn }, fromOn)).toEqual([])
      expect([dayOf(at), at <= AS_OF]).toEqual([fromOn, true])
    }
    const open = alerts.filter(({ closed_at: closedAt }) => closedAt === null)
    expect(open.filter(({ review_on: reviewOn }) => reviewOn < today).length).toBeLessThan(open.length / 2)
  })

  it('gives papers and dossiers that are nobody else’s, with plausible citizen numbers (ID-01, ID-02)', () => {
    const papers = db.all(qb.selectFrom('identity_paper').select(['number', 'person_id']))
    const dossiers = db.all(qb.selectFrom('stay').select('dossier_number'))
    expect(new Set(papers.map(({ number }) => number)).size).toBe(papers.length)
    expect(new Set(dossiers.map((row) => row.dossier_number)).size).toBe(dossiers.length)
    for (const { number } of papers.slice(0, 200)) expect(checkCitizenId(number)).toEqual([])
  })

  it('counts each stay of a person onwards', () => {
    const rows = db.all(
      qb
        .selectFrom('stay')
        .innerJoin('stay_state', 'stay_state.stay_id', 'stay.id')
        .select(['stay.person_id', 'stay.ordinal', 'stay_state.received_at'])
        .orderBy('stay.person_id')
        .orderBy('stay_state.received_at'),
    )
    const repeats = rows.flatMap((row, i) => {
      const before = rows[i - 1]
      return before?.person_id === row.person_id ? [{ row, before }] : []
    })
    expect(repeats.length).toBeGreaterThan(20)
    for (const { row, before } of repeats) expect(row.ordinal).toBe(before.ordinal + 1)
  })
})

describe('incidents of the fictitious centre', () => {
  const openTasks = () =>
    db.all(
      qb
        .selectFrom('incident_task as task')
        .innerJoin('incident', 'incident.id', 'task.incident_id')
        .select(['incident.state', 'task.escalate_at'])
        .where('task.done_at', 'is', null)
        .where('task.dropped_at', 'is', null),
    )

  it('leaves open no task of an incident that has ended, and few that the head is told of', () => {
    const open = openTasks()
    expect(open.length).toBeGreaterThan(0)
    expect(open.filter(({ state }) => ENDED_STATES.some((ended) => ended === state))).toEqual([])
    expect(open.filter((task) => task.escalate_at !== null && task.escalate_at < NOW).length).toBeLessThan(6)
  })

  it('numbers the book of each year in the order of the reports', () => {
    const book = db.all(
      qb
        .selectFrom('incident')
        .select(['year', 'no'])
        .where('no', 'is not', null)
        .orderBy('reported_at')
        .orderBy('id'),
    )
    for (const incidents of Map.groupBy(book, ({ year }) => year).values()) {
      expect(incidents.map(({ no }) => no)).toEqual(incidents.map((_, at) => at + 1))
    }
  })

  it('tells the head, takes steps and owes nobody a late notice in each escape', () => {
    const escapes = db.all(
      qb
        .selectFrom('incident')
        .select((eb) => [
          'id',
          eb
            .selectFrom('incident_step as step')
            .select(eb.fn.countAll<number>().as('steps'))
            .whereRef('step.incident_id', '=', 'incident.id')
            .as('steps'),
        ])
        .where('kind', '=', 'escape'),
    )
    expect(escapes.length).toBeGreaterThan(0)
    expect(escapes.filter(({ steps }) => (steps ?? 0) === 0)).toEqual([])
    const late = db.all(
      qb.selectFrom('incident_notice').select('id').where('sent_at', 'is', null).where('due_at', '<', AS_OF),
    )
    expect(late).toEqual([])
  })

  it('has the decision to search (Mẫu 43) of everybody who is away, numbered in the order of its days', async () => {
    const papers = await drawPapers(db, planSeed(PEOPLE, 'thu', AS_OF))
    const away = db.all(qb.selectFrom('roster').select('stay_id').where('state', '=', 'escaped'))
    const decisions = papers.filter(({ form }) => form === 'search-decision')
    expect(new Set(decisions.map((one) => one.stay_id))).toEqual(new Set(away.map((one) => one.stay_id)))
    expect(decisions.map(({ edition }) => edition)).toContain('d163-43')
    for (const book of Map.groupBy(papers, ({ register, year }) => `${register} ${year}`).values()) {
      expect(book.map(({ number }) => number)).toEqual(book.map((_, at) => at + 1))
      expect(book.map((one) => one.made_at)).toEqual(book.map((one) => one.made_at).toSorted())
    }
  })
})

/** Stays on the roll, with the day of reception. */
function stayersOnRoll() {
  return db.all(qb.selectFrom('roster').select(['stay_id', 'person_id', 'received_at']).orderBy('stay_id'))
}

describe('what intake took in the fictitious centre', () => {
  it('files every paper of the list in force on the day of reception (D116 Điều 55.3; D163 Điều 108.2)', () => {
    const items = Map.groupBy(db.all(qb.selectFrom('dossier_item').selectAll()), (item) => item.stay_id)
    const stays = db.all(
      qb
        .selectFrom('roster')
        .innerJoin('stay', 'stay.id', 'roster.stay_id')
        .select(['stay.id', 'stay.initial_track', 'roster.received_at']),
    )
    expect(stays.length).toBeGreaterThanOrEqual(PEOPLE)
    for (const { id, initial_track: track, received_at: receivedAt } of stays) {
      const on = dayOf(receivedAt)
      const person = { isMinor: false, hasNoResidence: false }
      const filed = items.get(id) ?? []
      const codes = checklistFor(track, on, person).map(({ code }) => code)
      expect(filed.map(({ code }) => code)).toEqual(expect.arrayContaining(codes))
      expect(filed.map(({ sort }) => sort).toSorted((a, b) => a - b)).toEqual(filed.map((_, i) => i))
      const answers = filed
        .filter(({ code }) => codes.includes(code))
        .map(({ code, state, number, issued_on: issuedOn, reason, note }) => ({
          code,
          state,
          number,
          issuedOn,
          reason,
          note,
        }))
      const { problems, warnings } = judgeDossier(track, on, person, answers, 5)
      expect([...problems, ...warnings]).toEqual([])
      const ofOthers = filed.filter(({ code }) => ['minor-statement', 'parents-opinion'].includes(code))
      expect(ofOthers.filter(({ state }) => state !== 'not-needed')).toEqual([])
    }
  })

  it('has nearly every paper, a few missing with the day they are due, and at most two of those late', () => {
    const items = db.all(qb.selectFrom('dossier_item').select(['state', 'due_on', 'reason', 'issued_on']))
    const missing = items.filter(({ state }) => state === 'missing')
    const late = missing.filter(({ due_on: dueOn }) => (dueOn ?? '') < dayOf(AS_OF))
    expect(missing.every((item) => item.due_on !== null && item.reason !== null)).toBe(true)
    expect(items.filter((item) => item.due_on !== null)).toHaveLength(missing.length)
    expect(missing.length).toBeGreaterThan(late.length)
    expect(missing.length).toBeLessThan(items.length / 20)
    expect([1, 2]).toContain(late.length)
  })

  it('knows father, mother and one contact of everybody on the roll, and somebody of everybody else', () => {
    const relatives = Map.groupBy(db.all(qb.selectFrom('relative').selectAll()), (row) => row.person_id)
    const people = db.all(qb.selectFrom('person').select('id'))
    expect(people.filter(({ id }) => !relatives.has(id))).toEqual([])
    for (const { person_id: personId } of stayersOnRoll()) {
      const rows = relatives.get(personId) ?? []
      expect(rows.map(({ relation }) => relation)).toEqual(expect.arrayContaining(['father', 'mother']))
      expect(rows.filter((row) => row.is_contact === 1 && row.phone !== null)).toHaveLength(1)
    }
  })

  it('writes sheets and first checks in the shape the desk writes, on the form of their day (D163 Điều 84.2)', () => {
    const sheets = db.all(
      qb
        .selectFrom('information_sheet')
        .innerJoin('roster', 'roster.stay_id', 'information_sheet.stay_id')
        .select(['information_sheet.body', 'information_sheet.form', 'roster.received_at', 'roster.ordinal']),
    )
    expect(sheets.length).toBeGreaterThan(PEOPLE * 0.9)
    for (const { body, form, received_at: receivedAt, ordinal } of sheets) {
      const sheet = informationSheetSchema.parse(JSON.parse(body))
      expect(JSON.parse(body)).toEqual(sheet)
      expect(sheet.rehabs).toHaveLength(ordinal - 1)
      expect(sheet.substances.some(({ isMain }) => isMain)).toBe(true)
      expect(sheet.firstUseYear).toBeLessThan(Number(dayOf(receivedAt).slice(0, 4)))
      expect(form).toBe(sheetFormsOn(dayOf(receivedAt)).sheet)
    }
    const checks = db.all(qb.selectFrom('exam').select('body'))
    expect(checks.length).toBeGreaterThan(PEOPLE * 0.9)
    for (const { body } of checks) expect(firstCheckSchema.parse(JSON.parse(body))).toEqual(JSON.parse(body))
  })

  it('starts the plan of everybody on the roll, and never writes anything after the history stops', () => {
    const plans = new Set(db.all(qb.selectFrom('rehab_plan').select('stay_id')).map((row) => row.stay_id))
    expect(stayersOnRoll().filter((row) => !plans.has(row.stay_id))).toEqual([])
    const times = [
      ...db.all(qb.selectFrom('dossier_item').select('updated_at as at')),
      ...db.all(qb.selectFrom('information_sheet').select('updated_at as at')),
      ...db.all(qb.selectFrom('rehab_plan').select('started_at as at')),
      ...db.all(qb.selectFrom('exam').select('at')),
      ...db.all(qb.selectFrom('property_bag').select('sealed_at as at')),
      ...db.all(qb.selectFrom('ledger_move').select('at')),
      ...db.all(qb.selectFrom('keep_apart').select('opened_at as at')),
      ...db.all(qb.selectFrom('person_link').select('decided_at as at')),
      ...db.all(qb.selectFrom('expected_arrival').select('created_at as at')),
    ]
    expect(times.filter(({ at }) => at > AS_OF)).toEqual([])
  })

  it('seals bags with things in them', () => {
    const bags = db.all(qb.selectFrom('property_bag').select('id'))
    const filled = new Set(db.all(qb.selectFrom('property_line').select('bag_id')).map((row) => row.bag_id))
    expect(bags.length).toBeGreaterThan(PEOPLE / 2)
    expect(bags.filter(({ id }) => !filled.has(id))).toEqual([])
  })

  it('never owes less than nothing, and seldom something to who has gone (D163 Điều 120.3)', () => {
    const entries = db.all(qb.selectFrom('ledger_move').selectAll().orderBy('seq'))
    const gone = new Set(
      db
        .all(qb.selectFrom('stay_state').select('stay_id').where('state', '=', 'ended'))
        .map((row) => row.stay_id),
    )
    const byStay = Map.groupBy(
      entries.filter(({ stay_id: stayId }) => stayId !== null),
      (entry) => entry.stay_id ?? '',
    )
    expect(byStay.size).toBeGreaterThan(PEOPLE)
    for (const moves of byStay.values()) {
      const least = Math.min(...moves.map((_, i) => depositBalance(moves.slice(0, i + 1))))
      expect(least).toBeGreaterThanOrEqual(0)
    }
    const left = [...byStay].filter(([stayId, moves]) => gone.has(stayId) && depositBalance(moves) !== 0)
    expect(left.length).toBeLessThan(5)
    const { cash } = Object.fromEntries(
      db.all(qb.selectFrom('ledger_total').selectAll()).map(({ account, balance }) => [account, balance]),
    )
    expect(cash).toBeLessThan(0)
    for (const entry of entries.filter(({ kind }) => kind === 'reversal')) {
      const reversed = entries.find(({ id }) => id === entry.reverses)
      expect(depositBalance(reversed ? [entry, reversed] : [entry])).toBe(0)
    }
    expect(compareLedger(db)).toEqual([])
  })

  it('numbers the receipts of a register and year in the order of time, without gaps', () => {
    const entries = db.all(qb.selectFrom('ledger_move').selectAll().orderBy('seq'))
    const counters = db.all(qb.selectFrom('receipt_counter').selectAll())
    const numbered = entries.filter(({ register }) => register !== null)
    const books = Map.groupBy(numbered, ({ register, year }) => `${register} ${year}`)
    expect(counters.map(({ register, year }) => `${register} ${year}`).toSorted()).toEqual(
      [...books.keys()].toSorted(),
    )
    for (const { register, year, last } of counters) {
      const book = books.get(`${register} ${year}`) ?? []
      expect(book.map(({ number }) => number)).toEqual(Array.from({ length: last }, (_, i) => i + 1))
      expect(book.every(({ at }, i) => at >= (book[i - 1]?.at ?? ''))).toBe(true)
      expect(book.every(({ at }) => dayOf(at).startsWith(String(year)))).toBe(true)
    }
  })

  it('expects somebody today and tomorrow, one late, and one who was here before', () => {
    const rows = db.all(qb.selectFrom('expected_arrival').selectAll())
    const today = dayOf(AS_OF)
    expect(rows.filter((row) => row.expected_on === today)).toHaveLength(2)
    expect(rows.filter((row) => row.expected_on > today)).toHaveLength(3)
    expect(rows.filter((row) => row.expected_on < today)).toHaveLength(1)
    const known = new Set(db.all(qb.selectFrom('identity_paper').select('number')).map((row) => row.number))
    expect(rows.filter(({ number }) => number !== null && known.has(number))).toHaveLength(1)
    for (const { number } of rows) expect(number === null ? [] : checkCitizenId(number)).toEqual([])
  })

  it('keeps pairs apart whose beds keep to it, and tells namesakes apart', () => {
    const pairs = db.all(qb.selectFrom('keep_apart').selectAll())
    const beds = new Map(
      db.all(qb.selectFrom('roster').selectAll()).map((row) => [row.person_id, row] as const),
    )
    expect(pairs.length).toBeGreaterThanOrEqual(3)
    for (const { person_a: a, person_b: b, level } of pairs) {
      expect(a < b).toBe(true)
      const where = (id: string) => (level === 'zone' ? beds.get(id)?.zone_id : beds.get(id)?.room_id)
      expect(where(a)).not.toBe(where(b))
    }
    const names = new Map(
      db.all(qb.selectFrom('person').select(['id', 'name_folded'])).map((row) => [row.id, row.name_folded]),
    )
    const links = db.all(qb.selectFrom('person_link').selectAll())
    expect(links.length).toBeGreaterThanOrEqual(1)
    for (const link of links) expect(names.get(link.person_a)).toBe(names.get(link.person_b))
  })
})

describe('inventing', () => {
  it('gives the same rows for the same seed and others for another', () => {
    const rowsOf = (seed: string) => {
      const plan = planSeed(40, seed, AS_OF)
      return plan.blocks.map((block) => inventBlock(plan, block))
    }
    expect(rowsOf('a')).toEqual(rowsOf('a'))
    expect(rowsOf('a')).not.toEqual(rowsOf('b'))
  })

  it('writes the same money, arrivals and pairs for the same seed, even for one person alone', () => {
    const deskOf = (name: string, people: number) => {
      const filled = fillCentre(name, people)
      const rows = [
        filled.all(qb.selectFrom('ledger_move').selectAll()),
        filled.all(qb.selectFrom('expected_arrival').selectAll()),
        filled.all(qb.selectFrom('keep_apart').selectAll()),
        filled.all(qb.selectFrom('person_link').selectAll()),
      ]
      const { ok } = verifyDatabase(filled, KEY)
      filled.close()
      return { rows, ok }
    }
    const once = deskOf('once', 12)
    expect(once.rows.slice(0, 3).map((rows) => rows.length > 0)).toEqual([true, true, true])
    expect(deskOf('again', 12)).toEqual(once)
    expect(deskOf('alone', 1).ok).toBe(true)
  })

  it.each([1, 7, 19, 20, 41, 1000, 50_000])(
    'shares %i people out among its blocks without a rest',
    (people) => {
      const { blocks } = planSeed(people, 'a', AS_OF)
      const sum = (part: (block: (typeof blocks)[number]) => number) =>
        blocks.reduce((all, block) => all + part(block), 0)
      expect(sum(({ present }) => present)).toBe(people)
      expect(sum(({ past }) => past)).toBe(pastStaysFor(people))
      expect(blocks.every(({ present }) => present >= 1 && present <= 40)).toBe(true)
    },
  )

  it('stops its history at 08:00 of the last morning that has come', () => {
    expect(seedMoment('2026-11-22T00:59:00.000Z')).toBe('2026-11-21T01:00:00.000Z')
    expect(seedMoment('2026-11-22T01:00:00.000Z')).toBe('2026-11-22T01:00:00.000Z')
  })
})
