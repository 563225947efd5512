import { randomUUID } from 'node:crypto'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { form, release } from './_intake.ts'
import { refusalOf } from './_lodging.ts'
import { startTestHub, testClock, type TestDesk, type TestHub } from './_test-hub.ts'

const clock = testClock('2026-11-22T02:00:00.000Z')
let test: TestHub
let desk: TestDesk
let other: TestDesk
let director: TestDesk

beforeAll(async () => {
  test = await startTestHub({ now: clock.now, elapsed: () => 0 })
  desk = await test.signIn('intake')
  other = await test.signIn('intake')
  director = await test.signIn('director')
})
afterAll(() => test.close())

async function receive(amount: number): Promise<string> {
  const { stayId } = await desk.hub.intake.receive(form({ deposit: { id: randomUUID(), amount } }))
  clock.advance(1)
  return stayId
}

const line = (stayId: string, amount: number) => ({ id: randomUUID(), stayId, amount })

async function boxNow(): Promise<number> {
  return (await desk.hub.ledger.position({})).box.computed
}

describe('the ledger of the house', () => {
  it('pays one of two desks that give out the same money at once', async () => {
    const stayId = await receive(100_000)
    const pay = (at: TestDesk) =>
      at.hub.deposit.record({ ...line(stayId, 70_000), kind: 'withdrawal', note: 'Rút' })
    const done = await Promise.allSettled([pay(desk), pay(other)])
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await desk.hub.deposit.statement({ stayId })).balance).toBe(30_000)
    expect((await desk.hub.ledger.position({})).trialBalance).toBe(0)
  })

  it('sells to many at once, whole or not at all, within the money and the limit of the day', async () => {
    const [one, two] = [await receive(500_000), await receive(50_000)]
    const item = { id: randomUUID(), name: 'Mì tôm', price: 5_000 }
    await desk.hub.ledger.setItem(item)
    const list = (amount: number) => ({
      batchId: randomUUID(),
      lines: [
        { id: randomUUID(), stayId: one, items: [{ itemId: item.id, quantity: 4 }] },
        line(two, amount),
      ],
    })
    const refused = await refusalOf(desk.hub.ledger.spend(list(50_001)))
    expect(refused.data.problems).toMatchObject([{ code: 'deposit-overdrawn', field: 'lines.1.amount' }])
    expect((await desk.hub.deposit.statement({ stayId: one })).balance).toBe(500_000)
    const taken = list(50_000)
    expect(await desk.hub.ledger.spend(taken)).toEqual({ moves: 2, amount: 70_000 })
    const { rows } = await desk.hub.ledger.moves({ batchId: taken.batchId })
    expect(rows.map(({ amount, note, receipt }) => [amount, note, receipt])).toEqual([
      [50_000, null, null],
      [20_000, '4 Mì tôm', null],
    ])
    const { purses } = await desk.hub.ledger.purses({ stayIds: [one] })
    expect(purses).toMatchObject([{ deposits: 480_000, spentToday: 20_000, isInside: true }])
    const over = await refusalOf(
      desk.hub.ledger.spend({ batchId: randomUUID(), lines: [line(one, 100_000), line(one, 80_001)] }),
    )
    expect(over.data.problems).toMatchObject([{ code: 'daily-limit', field: 'lines.1.amount' }])
    expect(over.message).toContain('cơ sở tự đặt')
    await desk.hub.deposit.reverse({ id: randomUUID(), entryId: rows[1]?.id ?? '', reason: 'Ghi nhầm' })
    expect((await desk.hub.ledger.purses({ stayIds: [one] })).purses).toMatchObject([
      { deposits: 500_000, spentToday: 0 },
    ])
  })

  it('gives everything back at the exit in one receipt, and not before (DIS-06, D163 Điều 97.3)', async () => {
    const stayId = await receive(200_000)
    await desk.hub.deposit.record({ ...line(stayId, 30_000), kind: 'labour-share', note: 'Quý IV' })
    const settle = { id: randomUUID(), stayId, to: 'person' as const, party: 'Chính học viên' }
    const early = await refusalOf(desk.hub.ledger.settle(settle))
    expect(early.message).toContain('DIS-06: Nghị định 163/2026/NĐ-CP Điều 97.3, 118.2c, 123.3')
    await release(director, stayId)
    clock.advance(5)
    const { rows } = await desk.hub.ledger.balances({ group: 'left' })
    expect(rows).toMatchObject([{ stayId, deposits: 200_000, labour: 30_000 }])
    expect((await desk.hub.today.get({})).due).toContainEqual(
      expect.objectContaining({ kind: 'deposit-owed', count: 1 }),
    )
    const paid = await desk.hub.ledger.settle(settle)
    expect(paid).toMatchObject({ amount: 230_000, receipt: expect.stringMatching(/^PCLK \d+\/2026$/) })
    expect(await desk.hub.deposit.statement({ stayId })).toMatchObject({ balance: 0, labour: 0, held: 0 })
    expect(await desk.hub.ledger.receipt({ id: settle.id })).toMatchObject({
      amount: 230_000,
      inWords: 'Hai trăm ba mươi nghìn đồng',
      isPayment: true,
      party: 'Chính học viên',
      balanceAfter: 0,
    })
    expect((await refusalOf(desk.hub.ledger.settle({ ...settle, id: randomUUID() }))).message).toBe(
      'Người này không còn tiền lưu ký để trả.',
    )
  })

  it('keeps the money of somebody who did not fetch it, and pays it later', async () => {
    const stayId = await receive(80_000)
    const hold = { id: randomUUID(), stayId, to: 'held' as const, party: 'Chưa ai nhận' }
    expect((await refusalOf(desk.hub.ledger.settle(hold))).data.problems).toMatchObject([
      { code: 'owner-here' },
    ])
    await release(director, stayId)
    clock.advance(5)
    await desk.hub.ledger.settle(hold)
    expect(await desk.hub.deposit.statement({ stayId })).toMatchObject({ balance: 0, held: 80_000 })
    const paid = await desk.hub.ledger.payHeld({ id: randomUUID(), stayId, party: 'Mẹ' })
    expect(paid.amount).toBe(80_000)
    expect(await desk.hub.deposit.statement({ stayId })).toMatchObject({ balance: 0, held: 0 })
  })

  it('keeps no share of labour money before 01/07/2026 (DAY-13, D163 Điều 118.2c)', async () => {
    const stayId = await receive(1_000)
    const share = { ...line(stayId, 30_000), kind: 'labour-share' as const, note: 'Quý II' }
    const refused = await refusalOf(desk.hub.deposit.record({ ...share, at: '2026-06-30T16:59:00.000Z' }))
    expect(refused.data.problems).toMatchObject([{ code: 'labour-share-not-in-force' }])
    await desk.hub.deposit.record({ ...share, at: '2026-06-30T17:00:00.000Z' })
    expect((await desk.hub.deposit.statement({ stayId })).labour).toBe(30_000)
  })
})

describe('the statement and the month', () => {
  it('joins what was before to what is left, and leaves as a workbook', async () => {
    const stayId = await receive(300_000)
    await desk.hub.deposit.record({
      ...line(stayId, 100_000),
      kind: 'transfer-in',
      way: 'transfer',
      party: 'Chị gái',
    })
    await desk.hub.deposit.record({ ...line(stayId, 50_000), kind: 'sent-home', party: 'Mẹ', note: 'Gửi về' })
    const period = { stayId, from: '2026-11-01', to: '2026-11-30' }
    expect(await desk.hub.ledger.period(period)).toMatchObject({
      opening: 0,
      paidIn: 400_000,
      paidOut: 50_000,
      closing: 350_000,
      inWords: 'Ba trăm năm mươi nghìn đồng',
      rows: [{ balance: 300_000 }, { balance: 400_000, party: 'Chị gái' }, { balance: 350_000 }],
    })
    expect(await desk.hub.ledger.period({ ...period, from: '2026-11-23' })).toMatchObject({
      opening: 350_000,
      rows: [],
    })
    const file = await desk.hub.ledger.exportPeriod(period)
    const [sheet] = await readExcelFile(Buffer.from(await file.arrayBuffer()))
    expect(sheet?.data).toHaveLength(4)
  })

  it('is the same by accounts and by kinds, and agrees with the balances of now', async () => {
    const { accounts, kinds } = await desk.hub.ledger.month({ month: '2026-11' })
    const position = await desk.hub.ledger.position({})
    const nowOf = new Map(position.accounts.map(({ account, balance }) => [account, balance]))
    for (const { account, opening, debits, credits, balance } of accounts) {
      expect(balance).toBe(nowOf.get(account))
      expect(opening + credits - debits).toBe(balance)
    }
    expect(accounts.reduce((sum, { debits }) => sum + debits, 0)).toBe(
      kinds.reduce((sum, { amount }) => sum + amount, 0),
    )
    const before = await desk.hub.ledger.month({ month: '2026-05' })
    expect(before.kinds).toEqual([])
    const { moves } = await desk.hub.ledger.sums({ from: '2026-11-01', to: '2026-11-30' })
    expect(moves).toBe(kinds.reduce((sum, kind) => sum + kind.moves, 0))
  })
})

describe('the cash box', () => {
  it('is closed once a day, a difference explained and booked, and nothing is written before it', async () => {
    const stayId = await receive(400_000)
    const computed = await boxNow()
    const close = {
      id: randomUUID(),
      computed,
      counted: computed - 20_000,
      witness: 'Lê Thị Bình',
    }
    const stale = await refusalOf(desk.hub.ledger.close({ ...close, computed: computed - 1 }))
    expect(stale.code).toBe('conflict')
    expect((await refusalOf(desk.hub.ledger.close(close))).data.problems).toMatchObject([
      { code: 'explanation-missing', field: 'explanation' },
    ])
    const closedAt = clock.now()
    const closed = await desk.hub.ledger.close({ ...close, explanation: 'Trả thừa tiền lẻ, không tìm ra' })
    expect(closed).toMatchObject({ day: '2026-11-22', difference: -20_000 })
    expect(await boxNow()).toBe(computed - 20_000)
    clock.advance(10)
    const again = await refusalOf(
      desk.hub.ledger.close({ ...close, id: randomUUID(), computed: computed - 20_000 }),
    )
    expect(again.data.problems).toMatchObject([{ code: 'closed-today' }])
    const late = { ...line(stayId, 10_000), kind: 'deposit' as const, at: closedAt }
    expect((await refusalOf(desk.hub.deposit.record(late))).data.problems).toMatchObject([
      { code: 'day-closed' },
    ])
    await desk.hub.deposit.record({ ...late, at: null })
    expect(await boxNow()).toBe(computed - 10_000)
    const { trialBalance, accounts } = await desk.hub.ledger.position({})
    expect(trialBalance).toBe(0)
    expect(accounts.find(({ account }) => account === 'difference')?.balance).toBe(-20_000)
  })

  it('left open overnight is asked for on the first screen', async () => {
    clock.advance(24 * 60)
    expect((await desk.hub.ledger.position({})).box).toMatchObject({ since: '2026-11-22', isOverdue: true })
    expect((await desk.hub.today.get({})).due).toContainEqual(
      expect.objectContaining({ kind: 'cash-open', urgency: 'late' }),
    )
  })

  it('pays no more in cash than it holds', async () => {
    const stayId = await receive(1_000)
    const big = { ...line(stayId, 400_000_000), kind: 'transfer-in' as const, way: 'transfer' as const }
    await desk.hub.deposit.record(big)
    const refused = await refusalOf(
      desk.hub.deposit.record({ ...line(stayId, 400_000_000), kind: 'withdrawal', note: 'Rút' }),
    )
    expect(refused.data.problems).toMatchObject([{ code: 'box-overdrawn' }])
    await desk.hub.ledger.recordHouse({
      id: randomUUID(),
      kind: 'from-bank',
      amount: 400_000_000,
      note: 'Rút về quỹ',
    })
    await desk.hub.deposit.record({ ...line(stayId, 400_000_000), kind: 'withdrawal', note: 'Rút' })
    expect((await desk.hub.deposit.statement({ stayId })).balance).toBe(1_000)
  })
})

it('limits are set by who leads the house, and every list leaves as a workbook', async () => {
  const limits = { dailyLimit: 0, returnDays: 5, unclaimedDays: 365 }
  expect((await desk.raw('ledger/setLimits', limits)).code).toBe('forbidden')
  expect(await director.hub.ledger.setLimits(limits)).toEqual(limits)
  for (const file of [await desk.hub.ledger.exportMoves({}), await desk.hub.ledger.exportBalances({})]) {
    const [sheet] = await readExcelFile(Buffer.from(await file.arrayBuffer()))
    expect(sheet?.data.length).toBeGreaterThan(2)
  }
})

it('nothing of all this was an error of the hub', () => {
  expect(test.errors).toEqual([])
})
