import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commitGroup } from '#db/connection/group-commit.ts'
import { openDatabase, type Connection } from '#db/connection/open-database.ts'
import { qb } from '#db/connection/query-builder.ts'
import { listCustodyEvents, stayFactsQuery, toStayFacts } from '#db/queries/custody/reader.ts'
import { rollAt } from '#db/queries/roll/reader.ts'
import { bedHoldings } from '#domain/custody/bed-holding.ts'
import { custodyActSchema } from '#domain/custody/facts.ts'
import { replayCustody } from '#domain/custody/replay.ts'
import { checkCitizenId } from '#domain/identity/citizen-id.ts'
import { clockOfStay } from '#domain/stay/clock-of-stay.ts'
import { dayOf } from '#domain/time/instant.ts'
import { fillSample } from '#hub/seed/fill-sample.ts'
import { inventBlock } from '#hub/seed/seed-block.ts'
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

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'neo-ve-seed-'))
  const folder = createDataFolder(join(dir, 'data'))
  prepareDatabase(folder, KEY)
  db = openDatabase({ file: folder.database, key: KEY, mode: 'write' })
  const failures: unknown[] = []
  commitGroup(db, [
    {
      work: (inside) =>
        runWrite(inside, KEY, {
          useCase: 'seed',
          run: fillSample,
          actor: SYSTEM_ACTOR,
          now: NOW,
          input: { plan: planSeed(PEOPLE, 'thu', AS_OF), passwordHash: 'x' },
          key: null,
          requestHash: '',
        }),
      settle: (outcome) => {
        if (!outcome.ok) failures.push(outcome.error)
      },
    },
  ])
  if (failures.length > 0) throw failures[0]
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
    expect(stays.flatMap(({ facts, events }) => clockOfStay(facts, events).problems)).toEqual([])
    const released = stays.filter(({ replay }) => replay.current?.endedKind === 'released')
    expect(released.length).toBeGreaterThan(500)
    for (const { facts, events, replay } of released) {
      const before = events.filter(({ kind }) => kind !== 'released')
      expect(clockOfStay(facts, before).endOn).toBe(dayOf(replay.current?.from ?? NOW))
    }
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

describe('inventing', () => {
  it('gives the same rows for the same seed and others for another', () => {
    const rowsOf = (seed: string) => {
      const plan = planSeed(40, seed, AS_OF)
      return plan.blocks.map((block) => inventBlock(plan, block))
    }
    expect(rowsOf('a')).toEqual(rowsOf('a'))
    expect(rowsOf('a')).not.toEqual(rowsOf('b'))
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
