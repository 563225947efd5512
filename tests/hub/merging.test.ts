import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '#db/connection/open-database.ts'
import { compareDerived } from '#db/queries/custody/rebuild-derived.ts'
import { readKey } from '#hub/storage/data-folder.ts'
import { listNotSame } from '#db/queries/merging/links.ts'
import { form, newcomer, release, type ReceiveForm } from './_intake.ts'
import { refusalOf } from './_lodging.ts'
import { startTestHub, testClock, type TestDesk, type TestHub } from './_test-hub.ts'

const clock = testClock('2026-11-22T07:02:00.000Z')

let test: TestHub
let desk: TestDesk
let zone: TestDesk
let director: TestDesk

beforeAll(async () => {
  test = await startTestHub({ now: clock.now })
  desk = await test.signIn('intake')
  zone = await test.signIn('zone')
  director = await test.signIn('director')
})
afterAll(() => test.close())

function derivedDifferences(): unknown[] {
  const { folder } = test.hub
  const db = openDatabase({ file: folder.database, key: readKey(folder.keyFile), mode: 'read' })
  try {
    return compareDerived(db)
  } finally {
    db.close()
  }
}

async function receive(change: Partial<ReceiveForm>) {
  const { personId, stayId } = await desk.hub.intake.receive(form(change))
  return { personId, stayId }
}

/** One person entered twice: an old stay that is over, and one that goes on under a wrong number. */
async function enteredTwice(name: string, birth: string) {
  const old = await receive(newcomer(name, birth, `02009${String(Math.random()).slice(2, 9)}`))
  clock.advance(1)
  await release(director, old.stayId)
  clock.advance(1)
  const present = form(newcomer(`${name} Cò`, null, `02008${String(Math.random()).slice(2, 9)}`))
  const now = await desk.hub.intake.receive(present)
  return { old, now: { personId: now.personId, stayId: now.stayId } }
}

describe('merging', () => {
  it('gives papers and stays to the record kept, everywhere, and back again on unmerging', async () => {
    const { old, now } = await enteredTwice('Lăng Văn Hợp', '1982-02-02')
    const third = await receive({})
    await zone.hub.keepApart.add({
      id: randomUUID(),
      personId: now.personId,
      otherPersonId: third.personId,
      level: 'zone',
      reason: 'Đánh nhau',
    })
    const id = randomUUID()
    const merged = await director.hub.merging.merge({
      id,
      keptId: old.personId,
      mergedId: now.personId,
      reason: 'Cùng người, giấy tờ lần sau ghi sai',
    })
    expect(merged.moved).toBe(3)

    const file = await desk.hub.people.get({ id: old.personId })
    expect(file.stays.map(({ state }) => state)).toEqual(['inside', 'ended'])
    expect(file.papers).toHaveLength(2)
    const found = await desk.hub.people.search({ text: 'lang van hop' })
    expect(found.present.map(({ personId }) => personId)).toEqual([old.personId])
    expect(found.past).toEqual([])
    const pairs = async (personId: string) => (await zone.hub.keepApart.list({ personId })).pairs
    expect(await pairs(old.personId)).toMatchObject([{ otherPersonId: third.personId }])
    expect(derivedDifferences()).toEqual([])
    expect((await refusalOf(desk.hub.merging.duplicates({ personId: now.personId }))).code).toBe('not_found')

    const back = await director.hub.merging.unmerge({ id, reason: 'Là hai anh em' })
    expect(back).toMatchObject({ keptId: old.personId, mergedId: now.personId, returned: 3, left: 0 })
    expect((await desk.hub.people.get({ id: old.personId })).stays.map(({ state }) => state)).toEqual([
      'ended',
    ])
    expect((await desk.hub.people.get({ id: now.personId })).stays.map(({ state }) => state)).toEqual([
      'inside',
    ])
    expect(await pairs(now.personId)).toMatchObject([{ otherPersonId: third.personId, closedAt: null }])
    const after = await desk.hub.people.search({ text: 'lang van hop' })
    expect(after.present.map(({ personId }) => personId)).toEqual([now.personId])
    expect(after.past.map(({ personId }) => personId)).toEqual([old.personId])
    expect(derivedDifferences()).toEqual([])
    expect((await desk.hub.merging.merges({ personId: old.personId })).merges).toMatchObject([
      { mergedId: now.personId, undoReason: 'Là hai anh em' },
    ])
  })

  it('“not the same” decided about the record merged away holds for the one kept, and goes back', async () => {
    const { old, now } = await enteredTwice('Hoàng Văn Lâm', '1982-02-02')
    const third = await desk.hub.intake.receive(form())
    await desk.hub.merging.notSame({
      id: randomUUID(),
      personId: now.personId,
      otherPersonId: third.personId,
      reason: 'Hai anh em họ',
    })
    const decided = (personId: string) => [...listNotSame(test.hub.read, personId)]
    const id = randomUUID()
    await director.hub.merging.merge({
      id,
      keptId: old.personId,
      mergedId: now.personId,
      reason: 'Cùng người',
    })
    expect(decided(old.personId)).toEqual([third.personId])
    expect(decided(third.personId)).toEqual([old.personId])
    await director.hub.merging.unmerge({ id, reason: 'Gộp nhầm' })
    expect(decided(third.personId)).toEqual([now.personId])
    expect(decided(old.personId)).toEqual([now.personId])
  })

  it('leaves with the record kept what came to it since', async () => {
    const { old, now } = await enteredTwice('Chu Văn Ích', '1983-03-03')
    const id = randomUUID()
    await director.hub.merging.merge({
      id,
      keptId: old.personId,
      mergedId: now.personId,
      reason: 'Cùng người',
    })
    await desk.hub.people.addPaper({
      id: randomUUID(),
      personId: old.personId,
      kind: 'passport',
      number: 'C1234567',
    })
    await director.hub.merging.unmerge({ id, reason: 'Gộp nhầm' })
    const numbers = async (personId: string) =>
      (await desk.hub.people.get({ id: personId })).papers.map(({ kind }) => kind)
    expect(await numbers(old.personId)).toEqual(['passport', 'citizen-card'])
    expect(await numbers(now.personId)).toEqual(['citizen-card'])
  })

  it('closes a pair that would keep somebody apart from themselves, and opens it again', async () => {
    const { old, now } = await enteredTwice('Hà Văn Kỳ', '1984-04-04')
    await zone.hub.keepApart.add({
      id: randomUUID(),
      personId: now.personId,
      otherPersonId: old.personId,
      level: 'room',
      reason: 'Ghi nhầm',
    })
    const id = randomUUID()
    await director.hub.merging.merge({
      id,
      keptId: old.personId,
      mergedId: now.personId,
      reason: 'Cùng người',
    })
    const open = async () =>
      (await zone.hub.keepApart.list({ personId: old.personId })).pairs.filter(
        ({ closedAt }) => closedAt === null,
      )
    expect(await open()).toEqual([])
    await director.hub.merging.unmerge({ id, reason: 'Không phải' })
    expect(await open()).toHaveLength(1)
  })

  it('refuses what cannot be: both inside, oneself, a record gone, undoing twice or out of order', async () => {
    const one = await receive({})
    const two = await receive({})
    const merge = (keptId: string, mergedId: string, id = randomUUID()) =>
      director.hub.merging.merge({ id, keptId, mergedId, reason: 'Thử' })
    const codes = async (call: Promise<unknown>) => {
      const refused = await refusalOf(call)
      return refused.data.problems?.[0]?.code ?? refused.code
    }
    expect(await codes(merge(one.personId, two.personId))).toBe('both-on-roll')
    expect(await codes(merge(one.personId, one.personId))).toBe('merge-self')
    clock.advance(1)
    await release(director, two.stayId)
    const first = randomUUID()
    await merge(one.personId, two.personId, first)
    expect(await codes(merge(one.personId, two.personId))).toBe('not_found')
    clock.advance(1)
    await release(director, one.stayId)
    const three = await receive({})
    const second = randomUUID()
    await merge(three.personId, one.personId, second)
    const undo = (id: string) => director.hub.merging.unmerge({ id, reason: 'Thử' })
    expect(await codes(undo(first))).toBe('merged-further')
    await undo(second)
    await undo(first)
    expect(await codes(undo(first))).toBe('already-unmerged')
    expect(derivedDifferences()).toEqual([])
  })
})

describe('decisions about matches', () => {
  it('“not the same” is remembered, and a later merge overrules it', async () => {
    const name = newcomer('Đàm Văn Lục', '1986-06-06')
    const one = await receive(name)
    clock.advance(1)
    await release(director, one.stayId)
    const match = async () => (await desk.hub.merging.duplicates({ personId: one.personId })).matches
    const twin = form(newcomer('Đàm Văn Lục', '1986-06-06'))
    twin.person.notSame = [{ personId: one.personId, reason: 'Khác cha mẹ' }]
    const two = await desk.hub.intake.receive(twin)
    expect(await match()).toEqual([])
    await director.hub.merging.merge({
      id: randomUUID(),
      keptId: two.personId,
      mergedId: one.personId,
      reason: 'Đối chiếu vân tay: cùng người',
    })
    expect((await desk.hub.people.get({ id: two.personId })).stays).toHaveLength(2)
  })

  it.each(['zone', 'medical', 'inspector', 'administrator'] as const)('%s merges nobody', async (role) => {
    const stranger = await test.signIn(role)
    const ids = { id: randomUUID(), keptId: randomUUID(), mergedId: randomUUID(), reason: 'x' }
    expect((await stranger.raw('merging/merge', ids)).code).toBe('forbidden')
  })
})

it('nothing of all this was an error of the hub', () => {
  expect(test.errors).toEqual([])
})
