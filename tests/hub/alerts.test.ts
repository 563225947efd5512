import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AlertCode } from '#domain/alerts/alert-codes.ts'
import { form, newcomer } from './_intake.ts'
import { buildRoom, line, receivePeople, refusalOf, type TestRoom } from './_lodging.ts'
import { enterPeople } from './_people.ts'
import { startTestHub, testClock, type TestDesk, type TestHub } from './_test-hub.ts'

const clock = testClock('2026-11-22T02:00:00.000Z')
const TODAY = '2026-11-22'
/** Words that stand nowhere else: what they are found in tells who was told. */
const SECRET = 'động kinh Zeta'
const SECRET_REASON = 'người nhà kể cơn giật Omega'

let test: TestHub
let zone: TestDesk
let intake: TestDesk
let medical: TestDesk
let director: TestDesk
let room: TestRoom

beforeAll(async () => {
  test = await startTestHub({ now: clock.now })
  zone = await test.signIn('zone', { name: 'Nông Văn Khu' })
  intake = await test.signIn('intake')
  medical = await test.signIn('medical', { name: 'Bế Thị Y' })
  director = await test.signIn('director')
  room = await buildRoom(await test.signIn('administrator'), 'A', 8)
})
afterAll(() => test.close())

let people = 0
function somebody() {
  people += 1
  const [person] = receivePeople(test, [{ name: `Lò Văn Thử ${people}` }])
  if (!person) throw new Error('nobody came')
  return person
}

async function raise(
  desk: TestDesk,
  personId: string,
  code: AlertCode,
  change: Record<string, unknown> = {},
) {
  const id = randomUUID()
  await desk.hub.alerts.raise({ id, personId, code, reason: 'Theo hồ sơ bàn giao', ...change })
  return id
}

const listed = async (desk: TestDesk, personId: string) => (await desk.hub.alerts.list({ personId })).alerts

describe('an alert', () => {
  it('is raised with its day of review, reviewed and closed; nothing is lost', async () => {
    const { personId } = somebody()
    const id = await raise(zone, personId, 'escape')
    expect(await listed(director, personId)).toMatchObject([
      {
        id,
        face: 'escape',
        fromOn: TODAY,
        reviewOn: '2026-12-22',
        raisedBy: 'Nông Văn Khu',
        isActive: true,
        isReviewDue: false,
      },
    ])
    const said = { detail: null, reason: 'Còn nói sẽ đi', toOn: null, reviewOn: '2026-12-01' }
    expect(await zone.hub.alerts.change({ id, version: 1, ...said })).toEqual({ id, version: 2 })
    await zone.hub.alerts.close({ id, version: 2, reason: 'Đã ổn định tư tưởng' })
    expect(await listed(director, personId)).toMatchObject([
      {
        isActive: false,
        closeReason: 'Đã ổn định tư tưởng',
        closedBy: 'Nông Văn Khu',
        reason: 'Còn nói sẽ đi',
      },
    ])
    const { entries } = await director.hub.people.history({ id: personId, cursor: null })
    const fields = entries.flatMap((entry) =>
      entry.fields.map(({ field, before, after }) => [field, before, after]),
    )
    expect(fields).toContainEqual(['reason', 'Theo hồ sơ bàn giao', 'Còn nói sẽ đi'])
    expect(fields).toContainEqual(['reviewOn', '2026-12-22', '2026-12-01'])
    expect(fields).toContainEqual(['closeReason', null, 'Đã ổn định tư tưởng'])
  })

  it.each<[string, AlertCode, Record<string, unknown>, string]>([
    ['a kind without a word', 'other', {}, 'alert-detail'],
    ['a last day that is past', 'escape', { fromOn: '2026-11-01', toOn: '2026-11-21' }, 'alert-ended'],
    ['a review that is past', 'escape', { reviewOn: '2026-11-21' }, 'alert-review-past'],
  ])('refuses %s', async (_, code, change, problem) => {
    const { data } = await refusalOf(raise(zone, somebody().personId, code, change))
    expect(data.problems?.map((one) => one.code)).toEqual([problem])
  })

  it('of a kind stands once while it is open', async () => {
    const { personId } = somebody()
    await raise(zone, personId, 'violence')
    const { message } = await refusalOf(raise(intake, personId, 'violence'))
    expect(message).toBe('Đã có cảnh báo “Nguy cơ bạo lực” đang mở. Xem lại hoặc đóng cảnh báo đó.')
  })

  it('changed by two desks at once is a conflict for the second, with what stands now', async () => {
    const { personId } = somebody()
    const id = await raise(zone, personId, 'contraband')
    const said = {
      id,
      version: 1,
      detail: null,
      reason: 'Thấy giấu bật lửa',
      toOn: null,
      reviewOn: '2026-12-05',
    }
    await zone.hub.alerts.change(said)
    const { code, data } = await refusalOf(director.hub.alerts.change({ ...said, reason: 'Khác' }))
    expect(code).toBe('conflict')
    expect(data['current']).toMatchObject({ reason: 'Thấy giấu bật lửa', version: 2 })
  })
})

describe('a medical alert', () => {
  it('is told in full to the medical role and as a neutral note to everybody else, wherever they look', async () => {
    const [entered] = enterPeople(test, [{ name: 'Lò Văn Kín', birth: '1990' }])
    if (!entered) throw new Error('nobody came')
    const person = { ...entered, name: 'Lò Văn Kín' }
    const { personId } = person
    const id = await raise(medical, personId, 'health-watch', { detail: SECRET, reason: SECRET_REASON })
    await medical.hub.alerts.change({
      id,
      version: 1,
      detail: `${SECRET} 2`,
      reason: SECRET_REASON,
      toOn: null,
      reviewOn: '2026-12-01',
    })
    expect(await listed(medical, personId)).toMatchObject([{ face: 'health-watch', detail: `${SECRET} 2` }])
    expect(await listed(zone, personId)).toMatchObject([
      { face: 'health', isMasked: true, detail: null, reason: null },
    ])

    const bedId = room.beds['A1-08'] ?? ''
    const asked: readonly (readonly [string, unknown])[] = [
      ['alerts/list', { personId }],
      ['alerts/active', {}],
      ['alerts/print', {}],
      ['people/get', { id: personId }],
      ['people/history', { id: personId, cursor: null }],
      ['people/list', {}],
      ['people/search', { text: person.name }],
      ['placement/awaiting', {}],
      ['placement/beds', { stayId: person.stayId, bedId }],
      ['custody/line', { stayId: person.stayId }],
      ['today/get', {}],
      ['audit/list', { personId }],
    ]
    for (const [path, input] of asked) {
      const answers = await Promise.all([zone, intake, director].map((desk) => desk.raw(path, input)))
      for (const { text } of answers) {
        for (const word of ['Zeta', 'Omega', 'health-watch', 'theo dõi sức khỏe']) {
          expect([path, text.includes(word)]).toEqual([path, false])
        }
      }
    }
    const told = await medical.raw('people/history', { id: personId, cursor: null })
    expect(told.text).toContain('Zeta')
    expect((await zone.raw('people/search', { text: person.name })).text).toContain('"alerts":["health"]')

    const place = { placements: [line(person.stayId, bedId)], at: null }
    const refusal = await refusalOf(zone.hub.placement.place(place))
    expect(refusal.data.problems?.map(({ code }) => code)).toEqual(['alert-health'])
    await zone.hub.placement.place({ ...place, placements: [line(person.stayId, bedId, 'Y tế đã xem')] })
    expect((await director.raw('custody/line', { stayId: person.stayId })).text).not.toContain('health-watch')
  })

  it('is raised by anybody who raises alerts, then dealt with by the medical role alone', async () => {
    const { personId } = somebody()
    const id = await raise(intake, personId, 'allergy', { detail: 'Penicillin' })
    expect((await intake.raw('alerts/list', { personId })).text).not.toContain('Penicillin')
    const refused = await refusalOf(zone.hub.alerts.close({ id, version: 1, reason: 'Hết' }))
    expect([refused.code, refused.message]).toEqual([
      'forbidden',
      'Cảnh báo y tế do y tế xem lại và đóng. Báo cán bộ y tế.',
    ])
    // A second one must not tell that the first is there.
    await raise(zone, personId, 'allergy', { detail: 'Hải sản' })
    await medical.hub.alerts.close({ id, version: 1, reason: 'Xét nghiệm lại, không dị ứng' })
    expect(await listed(zone, personId)).toMatchObject([
      { face: 'health' },
      { face: 'health', closeReason: null },
    ])
  })

  it('cannot be asked for by its kind without the medical role', async () => {
    expect((await refusalOf(zone.hub.alerts.active({ faces: ['allergy'] }))).code).toBe('forbidden')
    const { rows } = await zone.hub.alerts.active({ faces: ['health'] })
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every(({ isMasked }) => isMasked)).toBe(true)
    const known = await medical.hub.alerts.active({ faces: ['health'] })
    expect(known.rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
    expect(known.rows.every(({ face }) => face !== 'health')).toBe(true)
  })
})

describe('alerts at a bed', () => {
  it('ask for a reason, which the event keeps, and never let a protected person share with a violent one', async () => {
    const weak = somebody()
    const violent = somebody()
    await raise(zone, weak.personId, 'lower-bunk')
    const [one = '', two = ''] = [room.beds['A1-01'], room.beds['A1-02']]
    const refused = await refusalOf(
      zone.hub.placement.place({ placements: [line(weak.stayId, one)], at: null }),
    )
    expect(refused.data.problems).toMatchObject([{ code: 'alert-lower-bunk', field: 'placements.0.reason' }])
    const { beds } = await zone.hub.placement.beds({ stayId: weak.stayId })
    expect(beds[0]?.reasons.map(({ text }) => text)).toContain(
      refused.data.problems?.[0]?.message.replace(/^[^:]+: /, ''),
    )
    await zone.hub.placement.place({ placements: [line(weak.stayId, one, 'Đã xem: giường dưới')], at: null })
    const { events } = await zone.hub.custody.line({ stayId: weak.stayId })
    expect(JSON.stringify(events)).toContain('alert-lower-bunk')

    await raise(zone, weak.personId, 'protected')
    await raise(zone, violent.personId, 'violence')
    const hard = await refusalOf(
      zone.hub.placement.place({ placements: [line(violent.stayId, two, 'Không còn chỗ')], at: null }),
    )
    expect(hard.data.problems).toMatchObject([{ code: 'alert-protected', field: 'placements.0.bedId' }])
  })

  it('are raised with the reception, and asked for in the same act', async () => {
    const bedId = room.beds['A1-05'] ?? ''
    const alerts = [{ id: randomUUID(), code: 'lower-bunk' as const, reason: 'Đi nạng' }]
    const bed = { eventId: randomUUID(), bedId, reason: null }
    const sent = form({ ...newcomer('Chu Văn Nạng', '1970-01-01'), alerts, bed })
    const { beds } = await intake.hub.intake.beds({
      sex: 'male',
      track: 'compulsory',
      alerts: ['lower-bunk'],
    })
    expect(beds[0]?.soft.map(({ code }) => code)).toContain('alert-lower-bunk')

    const refused = await refusalOf(intake.hub.intake.receive(sent))
    expect(refused.data.problems?.map(({ code, field }) => [code, field])).toContainEqual([
      'alert-lower-bunk',
      'bed.reason',
    ])
    const found = await intake.hub.people.search({ text: 'chu van nang' })
    expect([...found.present, ...found.past]).toEqual([])

    const { personId } = await intake.hub.intake.receive({
      ...sent,
      bed: { ...bed, reason: 'Giường dưới, gần cửa' },
    })
    expect(await listed(zone, personId)).toMatchObject([{ face: 'lower-bunk', reason: 'Đi nạng' }])
  })

  it('named wrongly at the gate are refused on their own line, and nobody is received', async () => {
    const alerts = [{ id: randomUUID(), code: 'other' as const, reason: 'Nghe kể' }]
    const refused = await refusalOf(intake.hub.intake.receive(form({ alerts })))
    expect(refused.data.problems).toMatchObject([{ code: 'alert-detail', field: 'alerts.0.detail' }])
  })
})

describe('the lists', () => {
  it('hold what is active of people on the roll, by review, page by page', async () => {
    const { personId } = somebody()
    await raise(zone, personId, 'interpreter', { reviewOn: TODAY })
    const ids: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof zone.hub.alerts.active>> = await zone.hub.alerts.active({
        cursor,
        limit: 2,
      })
      ids.push(...page.rows.map(({ id }) => id))
      cursor = page.next
    } while (cursor !== null)
    const { alerts } = await zone.hub.alerts.count({})
    expect([ids.length, new Set(ids).size]).toEqual([alerts, alerts])
    const due = await zone.hub.alerts.active({ reviewDue: true })
    expect(due.rows.map((row) => [row.personId, row.face, row.isReviewDue])).toEqual([
      [personId, 'interpreter', true],
    ])
  })

  it('show on the first screen what is to be looked at again, with whom', async () => {
    const { due } = await zone.hub.today.get({})
    expect(due?.find(({ duty }) => duty === 'HOUSE-09')).toMatchObject({
      urgency: 'today',
      count: 1,
      what: 'Xem lại cảnh báo',
    })
  })

  it('of people narrow to those with an alert', async () => {
    const without = somebody()
    const { rows } = await zone.hub.people.list({ withAlert: true, limit: 200 })
    expect(rows.length).toBeGreaterThan(3)
    expect(rows.every(({ alerts }) => alerts.length > 0)).toBe(true)
    expect(rows.map(({ personId }) => personId)).not.toContain(without.personId)
    expect((await zone.hub.people.count({ withAlert: true })).total).toBe(rows.length)
  })

  it('leave the program on record', async () => {
    const file = await zone.hub.alerts.export({})
    expect(file.name).toBe('canh-bao-2026-11-22.xlsx')
    const { lines } = await director.hub.audit.list({ action: 'alerts.exported' })
    expect(lines).toHaveLength(1)
  })
})

describe('merging two records', () => {
  it('takes the alerts along and gives them back', async () => {
    const kept = (await intake.hub.intake.receive(form())).personId
    const old = somebody()
    await raise(zone, old.personId, 'contraband')
    clock.advance(1)
    await director.hub.custody.record({
      id: randomUUID(),
      stayId: old.stayId,
      at: null,
      act: { kind: 'released', facts: {} },
    })
    const id = randomUUID()
    await director.hub.merging.merge({ id, keptId: kept, mergedId: old.personId, reason: 'Một người' })
    expect((await listed(zone, kept)).map(({ face }) => face)).toEqual(['contraband'])
    await director.hub.merging.unmerge({ id, reason: 'Nhầm' })
    expect(await listed(zone, kept)).toEqual([])
    expect((await listed(zone, old.personId)).map(({ face }) => face)).toEqual(['contraband'])
  })
})
