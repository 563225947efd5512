import { beforeAll, afterAll, describe, expect, it } from 'vitest'
import type { IncidentQuery } from '#db/queries/incidents/asked.ts'
import { incidentsPage } from '#db/queries/incidents/reader.ts'
import { insertIncidentPart } from '#db/queries/incidents/writer.ts'
import { plansOf } from './_plans.ts'
import { openTestDatabase } from './_test-database.ts'

let test: ReturnType<typeof openTestDatabase>
beforeAll(() => {
  test = openTestDatabase()
})
afterAll(() => test[Symbol.dispose]())

const NOW = '2026-11-22T02:00:00.000Z'
const ASKED: IncidentQuery = {
  states: [],
  kinds: [],
  zones: [],
  personId: null,
  from: null,
  to: null,
  hour: null,
  weekday: null,
  substance: null,
  route: null,
  late: false,
  lateNotice: false,
  escape: null,
  injured: null,
  age: null,
  among: null,
  mine: false,
  now: NOW,
  reader: { userId: null, seesRestricted: true, zones: null },
}

describe('the list of incidents walks an index', () => {
  it.each([
    ['by time', {}, 'incident_occurred_idx', true],
    ['by state', { states: ['reported'] }, 'incident_state_idx', true],
    ['by zone', { zones: ['a'] }, 'incident_zone_idx', true],
    ['by kind', { kinds: ['fight'] }, 'incident_kind_idx', true],
    ['by person', { personId: 'p' }, 'incident_involvement_person_idx', false],
  ] as [string, Partial<IncidentQuery>, string, boolean][])('%s', (_name, change, index, isInOrder) => {
    const page = { after: { at: NOW, id: 'x' }, limit: 50 }
    const plan = plansOf(test.db, (db) => db.all(incidentsPage({ ...ASKED, ...change }, page)))
    expect(plan.join('\n')).toContain(index)
    expect(plan.some((line) => /^SCAN incident( |$)/.test(line) && !line.includes('INDEX'))).toBe(false)
    expect(plan.some((line) => line.includes('TEMP B-TREE FOR ORDER BY'))).toBe(!isInOrder)
  })
})

describe('what is kept for ever', () => {
  beforeAll(() => {
    insertIncidentPart(test.db, 'incident', {
      id: 'i',
      year: 2026,
      no: 1,
      kind: 'fight',
      form_version: 1,
      state: 'reported',
      state_since: NOW,
      secrecy: 'open',
      occurred_at: NOW,
      is_approximate: 0,
      occurred_on: '2026-11-22',
      occurred_hour: 9,
      zone_id: null,
      place_id: null,
      place_note: 'Sân',
      summary: 'Xô xát',
      origin: 'desk',
      origin_id: null,
      reported_at: NOW,
      recorded_at: NOW,
      reported_by: 'user:u',
      reporter_id: null,
      owner_id: null,
      decision: null,
      decided_at: null,
      decided_by: null,
      closed_at: null,
      duplicate_of: null,
    })
    const written = { incident_id: 'i', body_hash: 'h', written_at: NOW, written_by: 'user:u' }
    const first = { id: 'n', no: 1, kind: 'narrative' as const, involvement_id: null, body: 'Lúc 9 giờ.' }
    insertIncidentPart(test.db, 'incident_narrative', { ...first, ...written })
    const given = {
      question: 'between',
      answer: 'two',
      detail: null,
      answered_at: NOW,
      answered_by: 'user:u',
    }
    const open = { superseded_at: null, superseded_by: null }
    const form = { kind: 'fight' as const, form_version: 1 }
    insertIncidentPart(test.db, 'incident_answer', { id: 'a', incident_id: 'i', ...form, ...given, ...open })
  })

  it.each([
    ["update incident_narrative set body = 'khác'", 'append-only'],
    ['delete from incident_narrative', 'append-only'],
    ["update incident_answer set answer = 'groups'", 'never changed'],
    ['delete from incident_answer', 'is kept'],
    ['delete from incident', 'is kept'],
    ["update incident set state = 'duplicate'", 'CHECK'],
    ["update incident set state = 'closed'", 'CHECK'],
    ['update incident set no = null', 'CHECK'],
  ])('%s is refused', (sql, why) => {
    expect(() => test.db.exec(sql)).toThrow(why)
  })
})
