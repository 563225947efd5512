import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { receivePeople, refusalOf } from './_lodging.ts'
import { startTestHub, testClock, type TestDesk, type TestHub } from './_test-hub.ts'

const clock = testClock('2026-11-22T02:00:00.000Z')

let test: TestHub
let zone: TestDesk
let teacher: TestDesk
let director: TestDesk
let inspector: TestDesk

beforeAll(async () => {
  test = await startTestHub({ now: clock.now })
  zone = await test.signIn('zone', { name: 'Nông Văn Khu' })
  teacher = await test.signIn('teacher', { name: 'Vi Thị Dạy' })
  director = await test.signIn('director', { name: 'Trần Bảo' })
  inspector = await test.signIn('inspector')
})
afterAll(() => test.close())

let people = 0
function somebody(receivedAt = '2026-11-01T01:00:00.000Z') {
  people += 1
  const [person] = receivePeople(test, [{ name: `Lò Văn Bước ${people}`, receivedAt }])
  if (!person) throw new Error('nobody came')
  return person
}

async function start(
  stayId: string,
  stage: 1 | 2 | 3 | 4 | 5,
  startedOn: string,
  reason: string | null = null,
) {
  const id = randomUUID()
  await zone.hub.stages.start({ id, stayId, stage, startedOn, reason })
  return id
}

const problemCodes = async (call: Promise<unknown>) =>
  (await refusalOf(call)).data.problems?.map(({ code }) => code)

describe('the stages of a stay', () => {
  it('go in their order, each with its end and result; a stage too short is refused by its article', async () => {
    const { stayId, personId } = somebody()
    const first = await start(stayId, 1, '2026-11-01')
    await zone.hub.stages.end({ id: first, version: 1, endedOn: '2026-11-03', result: 'pass' })
    const second = await start(stayId, 2, '2026-11-03')
    expect(await problemCodes(start(stayId, 3, '2026-11-20'))).toEqual(['stage-order'])
    const early = await refusalOf(
      zone.hub.stages.end({ id: second, version: 1, endedOn: '2026-11-12', result: 'pass' }),
    )
    expect(early.message).toBe(
      'Giai đoạn 2 ít nhất 10 ngày (ST-2, Nghị định 163/2026/NĐ-CP Điều 85): sớm nhất là 13/11/2026.',
    )
    await zone.hub.stages.end({ id: second, version: 1, endedOn: '2026-11-13', result: 'good' })
    await start(stayId, 3, '2026-11-13')
    await start(stayId, 4, '2026-11-13')
    const { records } = await inspector.hub.stages.ofStay({ stayId })
    expect(records.map(({ stage, standing, days }) => [stage, standing, days])).toEqual([
      [1, null, 2],
      [2, null, 10],
      [3, 'under', 9],
      [4, 'ready', 9],
    ])
    const { entries } = await director.hub.people.history({ id: personId, cursor: null })
    const fields = entries.flatMap((entry) => entry.fields.map(({ field, after }) => [field, after]))
    expect(fields).toContainEqual(['result', 'Tốt'])
  })

  it('asks for a reason where a rule is soft, and keeps it', async () => {
    const { stayId } = somebody()
    const first = await start(stayId, 1, '2026-11-01')
    const late = { id: first, version: 1, endedOn: '2026-11-20', result: 'pass' as const }
    expect(await problemCodes(zone.hub.stages.end(late))).toEqual(['stage-too-long', 'reason-missing'])
    await zone.hub.stages.end({ ...late, reason: 'Chờ kết quả phân loại' })
    const { records } = await zone.hub.stages.ofStay({ stayId })
    expect(records[0]?.endReason).toBe('Chờ kết quả phân loại')
  })

  it('are counted on the board, over the limit too, and those without one are named', async () => {
    const { stayId, name } = somebody()
    const { stayId: other } = somebody()
    await start(stayId, 1, '2026-11-01')
    const { rows } = await teacher.hub.stages.people({ stage: 1, overOnly: true })
    expect(rows).toContainEqual(
      expect.objectContaining({ name, days: 21, standing: 'over', latestEnd: '2026-11-03' }),
    )
    const none = await teacher.hub.stages.people({ stage: 0 })
    expect(none.rows.map((row) => row.stayId)).toContain(other)
    const { zones } = await teacher.hub.stages.board({})
    expect(zones[0]?.stages[0]?.over).toBeGreaterThanOrEqual(1)
  })

  it('refuse an editor who saw an older version, and keep what was withdrawn', async () => {
    const { stayId } = somebody()
    const id = await start(stayId, 1, '2026-11-21')
    await zone.hub.stages.cancel({ id, version: 1, reason: 'Ghi nhầm người' })
    const again = await refusalOf(zone.hub.stages.cancel({ id, version: 1, reason: 'Lần nữa' }))
    expect(again.code).toBe('conflict')
    const { records } = await zone.hub.stages.ofStay({ stayId })
    expect(records).toMatchObject([{ cancelReason: 'Ghi nhầm người' }])
  })
})

describe('the first stage', () => {
  it('once ended meets what is owed for it, and owes it again when taken back (ST-1, D163 Điều 84.6)', async () => {
    const { stayId } = somebody('2026-11-21T01:00:00.000Z')
    const filter = { duties: ['ST-1' as const], windows: [], zones: [], roles: [] }
    const owed = async () => {
      const { rows } = await director.hub.obligations.list({ ...filter, escalated: false, closed: false })
      return rows.filter((row) => row.stayId === stayId).map(({ dueAt }) => dueAt)
    }
    const id = await start(stayId, 1, '2026-11-21')
    expect(await owed()).toEqual(['2026-11-23T10:00:00.000Z'])
    await zone.hub.stages.end({ id, version: 1, endedOn: '2026-11-22', result: 'pass' })
    expect(await owed()).toEqual([])
    await zone.hub.stages.cancel({ id, version: 2, reason: 'Ghi nhầm người' })
    expect(await owed()).toEqual(['2026-11-23T10:00:00.000Z'])
  })
})

describe('the plan of a stay', () => {
  const line = (stayId: string, stage: 1 | 2 | 3 | 4 | 5) => ({
    id: randomUUID(),
    stayId,
    stage,
    version: null,
    goal: null,
    measures: `Việc của giai đoạn ${stage}`,
    responsible: 'Vi Thị Dạy',
  })

  it('is approved by the head once nothing is missing, and then changes only by reviews and results', async () => {
    const { stayId } = somebody()
    await teacher.hub.plans.saveGoal({ stayId, version: null, goal: 'Cắt cơn, có nghề' })
    for (const stage of [1, 2, 3, 4] as const) await teacher.hub.plans.saveStage(line(stayId, stage))
    const seen = await teacher.hub.plans.get({ stayId })
    expect(seen.plan).toMatchObject({ form: 'Mẫu số 18', missing: ['nội dung giai đoạn 5'] })
    const version = seen.plan?.version ?? 0
    expect(await problemCodes(director.hub.plans.approve({ stayId, version }))).toEqual(['plan-missing'])
    await teacher.hub.plans.saveStage(line(stayId, 5))
    await director.hub.plans.approve({ stayId, version })
    const changed = teacher.hub.plans.saveStage({ ...line(stayId, 5), version: 1, measures: 'Khác' })
    expect((await refusalOf(changed)).code).toBe('rule_violated')
    await teacher.hub.plans.saveStage({ ...line(stayId, 5), version: 1, result: 'good' })
    await teacher.hub.plans.review({
      id: randomUUID(),
      stayId,
      reviewedOn: '2026-11-22',
      conclusion: 'Đúng tiến độ',
    })
    const { plan } = await inspector.hub.plans.get({ stayId })
    expect(plan).toMatchObject({
      state: 'approved',
      approvedBy: 'Trần Bảo',
      reviews: [{ conclusion: 'Đúng tiến độ' }],
    })
    expect(plan?.stages[4]?.result).toBe('good')
  })

  it('for going back is refused before the thirty days, by its article (ST-5, D163 Điều 88.5)', async () => {
    const { stayId } = somebody()
    const answers = {
      residence: 'Xã Cao Lộc',
      family: null,
      work: null,
      health: null,
      risk: 'Bạn cũ',
      support: null,
      wishes: null,
    }
    const early = teacher.hub.plans.saveReintegration({ id: randomUUID(), stayId, version: null, answers })
    const refused = await refusalOf(early)
    expect(refused.data.problems?.map(({ code }) => code)).toEqual(['reintegration-early'])
    expect(refused.message).toContain('từ 02/05/2027 (ST-5, Nghị định 163/2026/NĐ-CP Điều 88.5, 88.7)')
  })
})

describe('sessions', () => {
  const session = (stayIds: string[], change: Record<string, unknown> = {}) => ({
    id: randomUUID(),
    version: null,
    kind: 'counselling-group' as const,
    topic: 'Kỹ năng từ chối',
    startsAt: '2026-11-21T01:00:00.000Z',
    minutes: 90,
    leader: 'Vi Thị Dạy',
    stayIds,
    ...change,
  })

  it('carry one note to every attendee, and a private one to who wrote it and the head alone', async () => {
    const [one, two] = [somebody(), somebody()]
    const input = session([one.stayId, two.stayId], { note: 'Cả nhóm thảo luận sôi nổi' })
    const { id } = await teacher.hub.careSessions.save(input)
    await teacher.hub.careSessions.setPrivateNote({ id, stayId: one.stayId, text: 'Lo về con nhỏ Zeta' })
    const marks = [
      { stayId: one.stayId, mark: 'present' as const },
      { stayId: two.stayId, mark: 'sick' as const },
    ]
    await teacher.hub.careSessions.mark({ id, version: 1, marks, close: true })
    const noteSeen = async (desk: TestDesk) =>
      (await desk.hub.careSessions.ofStay({ stayId: one.stayId })).sessions
    for (const desk of [zone, inspector, teacher, director])
      expect(await noteSeen(desk)).toMatchObject([
        { note: 'Cả nhóm thảo luận sôi nổi', hasPrivateNote: true },
      ])
    expect((await noteSeen(teacher))[0]?.privateNote).toBe('Lo về con nhỏ Zeta')
    expect((await noteSeen(director))[0]?.privateNote).toBe('Lo về con nhỏ Zeta')
    expect(JSON.stringify([await noteSeen(zone), await zone.hub.careSessions.get({ id })])).not.toContain(
      'Zeta',
    )
    const stolen = zone.hub.careSessions.setPrivateNote({ id, stayId: one.stayId, text: 'Đè lên' })
    expect((await refusalOf(stolen)).code).toBe('forbidden')
    const { hours } = await zone.hub.careSessions.ofStay({ stayId: one.stayId })
    expect(hours).toEqual([{ kind: 'counselling-group', hours: 1.5, sessions: 1 }])
    expect((await zone.hub.careSessions.ofStay({ stayId: two.stayId })).hours).toEqual([])
  })

  it('warn of people to be kept apart, and a group refuses them', async () => {
    const [one, two] = [somebody(), somebody()]
    const pair = {
      id: randomUUID(),
      personId: one.personId,
      otherPersonId: two.personId,
      level: 'room' as const,
    }
    await director.hub.keepApart.add({ ...pair, reason: 'Đánh nhau', inClass: true })
    const input = session([one.stayId, two.stayId])
    expect(await problemCodes(teacher.hub.careSessions.save(input))).toEqual([
      'keep-apart-class',
      'reason-missing',
    ])
    await teacher.hub.careSessions.save({ ...input, reason: 'Có hai cán bộ giám sát' })
    const groupId = randomUUID()
    await teacher.hub.careSessions.openGroup({ id: groupId, name: 'Xóa mù chữ 1', kind: 'literacy' })
    await teacher.hub.careSessions.enrol({ groupId, stayIds: [one.stayId] })
    const enrol = teacher.hub.careSessions.enrol({ groupId, stayIds: [two.stayId] })
    expect(await problemCodes(enrol)).toEqual(['keep-apart-class'])
  })

  it('close only once everybody is marked and the hour has come', async () => {
    const { stayId } = somebody()
    const { id } = await teacher.hub.careSessions.save(
      session([stayId], { startsAt: '2026-11-23T01:00:00.000Z' }),
    )
    const close = teacher.hub.careSessions.mark({ id, version: 1, marks: [], close: true })
    expect(await problemCodes(close)).toEqual(['session-ahead', 'attendance-open'])
  })

  it('tell who has not been counselled, longest here first', async () => {
    const { stayId } = somebody('2026-01-05T01:00:00.000Z')
    const {
      people: missing,
      onRoll,
      reached,
    } = await teacher.hub.careSessions.missing({
      kinds: ['counselling-one', 'counselling-group'],
      since: '2026-01-01',
    })
    expect(missing[0]?.stayId).toBe(stayId)
    expect(onRoll - reached).toBe(missing.length)
  })
})

describe('the rating of a month', () => {
  it('is proposed, given with reasons, approved and locked, and opened again with a reason', async () => {
    const { stayId } = somebody('2026-10-02T01:00:00.000Z')
    const { openable } = await zone.hub.conduct.months({})
    expect(openable).toBe('2026-10')
    await zone.hub.conduct.open({ month: '2026-10' })
    const grid = await zone.hub.conduct.grid({ month: '2026-10' })
    expect(grid.rows.find((row) => row.stayId === stayId)).toMatchObject({ proposed: 'good', rating: null })
    const one = (rating: 'good' | 'average', reason: string | null = null, version: number | null = null) =>
      zone.hub.conduct.rate({ month: '2026-10', ratings: [{ stayId, rating, reason, version }] })
    expect(await problemCodes(one('average'))).toEqual(['conduct-differs'])
    await one('average', 'Nói tục nhiều lần')
    expect((await refusalOf(one('good'))).code).toBe('conflict')
    expect(await problemCodes(director.hub.conduct.approve({ month: '2026-10', version: 1 }))).toEqual([
      'month-unfinished',
    ])
    const rest = grid.rows.filter((row) => row.stayId !== stayId)
    await zone.hub.conduct.rate({
      month: '2026-10',
      ratings: rest.map((row) => ({ stayId: row.stayId, rating: row.proposed, reason: null, version: null })),
    })
    await director.hub.conduct.approve({ month: '2026-10', version: 1 })
    expect((await refusalOf(one('good', null, 1))).message).toContain('đã duyệt và khóa')
    await director.hub.conduct.reopen({ month: '2026-10', version: 2, reason: 'Xét lại đơn của học viên' })
    await one('good', null, 1)
    const { ratings } = await inspector.hub.conduct.ofStay({ stayId })
    expect(ratings).toMatchObject([{ month: '2026-10', rating: 'good', isApproved: false }])
  })
})

describe('a campaign', () => {
  it('holds its activities with heads, and is closed by its report', async () => {
    const [id, activity] = [randomUUID(), randomUUID()]
    const plan = { id, version: null, name: 'Tháng hành động 2026', fromOn: '2026-06-01', toOn: '2026-06-30' }
    await teacher.hub.campaigns.save({ ...plan, goal: 'Mọi học viên được tuyên truyền' })
    const held = { id: activity, campaignId: id, version: null, title: 'Mít tinh', isHeld: true }
    const outside = teacher.hub.campaigns.saveActivity({ ...held, heldOn: '2026-07-01', residents: 300 })
    expect(await problemCodes(outside)).toEqual(['activity-day'])
    const uncounted = teacher.hub.campaigns.saveActivity({ ...held, heldOn: '2026-06-01' })
    expect(await problemCodes(uncounted)).toEqual(['activity-heads'])
    await teacher.hub.campaigns.saveActivity({ ...held, heldOn: '2026-06-01', residents: 300, staff: 20 })
    const file = await teacher.hub.campaigns.export({ id })
    expect(file.size).toBeGreaterThan(1000)
    await director.hub.campaigns.report({ id, version: 1, result: 'Hoàn thành kế hoạch' })
    const late = teacher.hub.campaigns.saveActivity({
      ...held,
      id: randomUUID(),
      heldOn: '2026-06-02',
      residents: 1,
    })
    expect((await refusalOf(late)).message).toContain('đã báo cáo')
  })
})
