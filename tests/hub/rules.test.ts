import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '#db/connection/open-database.ts'
import { compareDerived } from '#db/queries/custody/rebuild-derived.ts'
import { recordCustodyEvents } from '#db/queries/custody/writer.ts'
import { beginRoll, settleObligations } from '#db/queries/obligations/settle.ts'
import type { RuleChange } from '#domain/contract/rules.ts'
import { readKey } from '#hub/storage/data-folder.ts'
import { insertStay } from '#tests/db/_small-centre.ts'
import { startTestHub, type TestDesk, type TestHub } from './_test-hub.ts'

const NOW = '2026-11-22T07:02:00.000Z'

const NOTICE: RuleChange = {
  ruleId: 'CLK-06',
  axis: 'procedure',
  regime: null,
  value: 30,
  effectiveFrom: '2026-11-20',
  source: 'Công văn của Công an tỉnh',
  confidence: 'secondary',
  note: null,
}

describe('the rule editor', () => {
  let test: TestHub
  let director: TestDesk
  let stayId: string

  beforeAll(async () => {
    test = await startTestHub({ now: NOW })
    director = await test.signIn('director')
    const { folder } = test.hub
    const db = openDatabase({ file: folder.database, key: readKey(folder.keyFile), mode: 'write' })
    try {
      beginRoll(db, NOW, '2026-11-01')
      stayId = insertStay(db, { name: 'Lý Văn Báo', decisionOn: '2025-06-20' }).stayId
      const act = { kind: 'received', facts: { how: 'escort' } } as const
      const recorder = { now: NOW, actor: { key: 'system:test', desk: '' } }
      const at = '2026-11-18T01:00:00.000Z'
      recordCustodyEvents(db, recorder, [{ id: randomUUID(), stayId, at, act }])
      settleObligations(db, NOW)
    } finally {
      db.close()
    }
  })
  afterAll(() => test.close())

  async function effectOf(change: RuleChange): Promise<unknown> {
    const { jobId } = await director.hub.rules.assess(change)
    const job = await test.hub.jobs.ended(jobId)
    expect(job.state).toBe('done')
    return job.result
  }

  async function noticeDue(): Promise<string | undefined> {
    const { rows } = await director.hub.obligations.ofStay({ stayId })
    return rows.find(({ duty }) => duty === 'DIS-01')?.dueAt
  }

  it('lists every rule with its window, source and how sure it is', async () => {
    const { rows } = await director.hub.rules.list({})
    expect(rows.find(({ id }) => id === 'CLK-06')).toMatchObject({
      value: 15,
      unit: 'days',
      confidence: 'unsettled',
      question: 'Q-1',
      isOwn: false,
    })
  })

  it.each([
    ['another kind of value', { ...NOTICE, value: true }, /cùng kiểu/],
    ['a number no such deadline has', { ...NOTICE, value: 99_999 }, /số nguyên từ 0 đến/],
    ['a day before the rule was there', { ...NOTICE, effectiveFrom: '2019-01-01' }, /chọn ngày có hiệu lực/],
    ['an hour that is none', { ...NOTICE, ruleId: 'CLK-01', value: '25:00' }, /giờ dạng 17:00/],
  ])('refuses %s', async (_title, change, sentence) => {
    await expect(director.hub.rules.enter({ ...change, id: randomUUID(), reason: 'Thử' })).rejects.toThrow(
      sentence,
    )
    await expect(director.hub.rules.assess(change)).rejects.toThrow(sentence)
  })

  it('shows before saving whom a change moves, and then moves them (Q-1, DIS-01)', async () => {
    const before = await noticeDue()
    expect(before).toBe('2026-12-05T10:00:00.000Z')
    expect(await effectOf(NOTICE)).toMatchObject({
      looked: 1,
      people: 1,
      endsMoved: 0,
      first: [{ name: 'Lý Văn Báo', what: expect.stringContaining('đổi hạn') }],
    })
    expect(await noticeDue()).toBe(before)
    await director.hub.rules.enter({ ...NOTICE, id: randomUUID(), reason: 'Thống nhất với Tòa án' })
    expect(await noticeDue()).toBe('2026-11-20T10:00:00.000Z')
    const { log } = await director.hub.obligations.ofStay({ stayId })
    expect(log).toContainEqual(
      expect.objectContaining({ kind: 'moved', oldDue: before, cause: 'quy định áp dụng thay đổi' }),
    )
    expect(compareDerived(test.hub.read)).toEqual([])
    const { versions } = await director.hub.rules.history({ ruleId: 'CLK-06' })
    expect(versions).toMatchObject([{ value: 30, reason: 'Thống nhất với Tòa án', isWaiting: false }])
  })

  it('waits for a second person where the centre asks for one', async () => {
    await director.hub.rules.askSecond({ asks: true })
    const other = await test.signIn('administrator')
    const change = { ...NOTICE, ruleId: 'CLK-02', value: '16:00' }
    await director.hub.rules.enter({ ...change, id: randomUUID(), reason: 'Hết giờ làm việc' })
    expect(await noticeDue()).toBe('2026-11-20T10:00:00.000Z')
    const [version] = (await director.hub.rules.history({ ruleId: 'CLK-02' })).versions
    expect(version).toMatchObject({ isWaiting: true, mayConfirm: false })
    const versionId = version?.versionId ?? ''
    await expect(director.hub.rules.confirm({ versionId })).rejects.toThrow(/Người thứ hai/)
    await other.hub.rules.confirm({ versionId })
    expect(await noticeDue()).toBe('2026-11-20T09:00:00.000Z')
  })

  it('may be read by everybody and changed by few', async () => {
    const zone = await test.signIn('zone')
    expect((await zone.hub.rules.list({})).rows.length).toBeGreaterThan(100)
    expect((await zone.raw('rules/assess', NOTICE)).code).toBe('forbidden')
  })
})
