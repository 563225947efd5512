import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildRoom } from './_lodging.ts'
import { enterPeople, type TestPerson } from './_people.ts'
import { startTestHub, type TestDesk, type TestHub } from './_test-hub.ts'

const released = [['2026-10-01T02:00:00.000Z', { kind: 'released', facts: {} }]] as const

let hub: TestHub
let desk: TestDesk

beforeAll(async () => {
  hub = await startTestHub({ now: '2026-11-22T03:00:00.000Z' })
  const director = await hub.signIn(['director', 'administrator'])
  const { beds } = await buildRoom(director, 'A', 5)
  const bedId = beds['A1-05']
  if (bedId === undefined) throw new Error('the room has no bed A1-05')
  const people: TestPerson[] = [
    {
      name: 'Hứa Thị Hương',
      sex: 'female',
      birth: '1990-03-05',
      citizenId: '020190000123',
      dossier: 'HS-12/2026',
    },
    { name: 'Hứa Thị Hường', sex: 'female', birth: '1988', citizenId: '020188000456', dossier: 'HS-13/2026' },
    { name: 'Nguyễn Văn An', birth: '1979', citizenId: '020079000789', dossier: '2026/0099' },
    { name: 'Nguyễn Văn Ân', birth: '1985' },
    { name: 'Nguyễn Văn Anh', birth: '1986' },
    { name: 'Đặng Quốc Đạt', alias: 'Tí Sún', birth: '1995-12-31' },
    {
      name: 'Lộc Văn Bảy',
      acts: [['2026-08-11T02:00:00.000Z', { kind: 'placed', facts: { bedId } }]],
    },
    { name: 'Nguyễn Văn An', birth: '1970', dossier: '2019/0007', acts: released },
  ]
  enterPeople(hub, people)
  desk = await hub.signIn('zone')
})
afterAll(() => hub.close())

async function found(text: string): Promise<string[]> {
  const { present, past } = await desk.hub.people.search({ text })
  return [...present.map((hit) => hit.name), ...past.map((hit) => `${hit.name} (đã ra)`)]
}

describe('what was typed finds', () => {
  test.each<[typed: string, names: string[]]>([
    ['hương', ['Hứa Thị Hương', 'Hứa Thị Hường']],
    ['Hường', ['Hứa Thị Hường', 'Hứa Thị Hương']],
    ['Hứa Thị Hương'.normalize('NFD'), ['Hứa Thị Hương', 'Hứa Thị Hường']],
    ['HUA THI HUONG', ['Hứa Thị Hường', 'Hứa Thị Hương']],
    ['hua\u0000thi\u200b huong', ['Hứa Thị Hường', 'Hứa Thị Hương']],
    ['huong hua', ['Hứa Thị Hường', 'Hứa Thị Hương']],
    ['dang', ['Đặng Quốc Đạt']],
    ['đat', ['Đặng Quốc Đạt']],
    ['nva', ['Nguyễn Văn Anh', 'Nguyễn Văn Ân', 'Nguyễn Văn An', 'Nguyễn Văn An (đã ra)']],
    ['an', ['Nguyễn Văn An', 'Nguyễn Văn Ân', 'Nguyễn Văn Anh', 'Nguyễn Văn An (đã ra)']],
    ['nguyeenx vawn aan', ['Nguyễn Văn Ân', 'Nguyễn Văn Anh', 'Nguyễn Văn An', 'Nguyễn Văn An (đã ra)']],
    ['ddawngj', ['Đặng Quốc Đạt']],
    ['tí sún', ['Đặng Quốc Đạt']],
    ['ti s', ['Đặng Quốc Đạt']],
    ['tisun', []],
    ['1979', ['Nguyễn Văn An']],
    ['an 1970', ['Nguyễn Văn An (đã ra)']],
    ['5/3/1990', ['Hứa Thị Hương']],
    ['31/12/1995', ['Đặng Quốc Đạt']],
    ['020190000123', ['Hứa Thị Hương']],
    ['0201880', ['Hứa Thị Hường']],
    ['0123', ['Hứa Thị Hương']],
    ['456', ['Hứa Thị Hường']],
    ['HS-12/2026', ['Hứa Thị Hương']],
    ['hs13', ['Hứa Thị Hường']],
    ['2019/0007', ['Nguyễn Văn An (đã ra)']],
    ['A1-05', ['Lộc Văn Bảy']],
    ['a105', ['Lộc Văn Bảy']],
  ])('“%s”', async (typed, names) => {
    expect(await found(typed)).toEqual(names)
  })
})

test('what was found beside the name is shown', async () => {
  const byNumber = await desk.hub.people.search({ text: '0000123' })
  expect(byNumber.present.map((hit) => hit.matched)).toEqual(['020190000123'])
  const byAlias = await desk.hub.people.search({ text: 'sun' })
  expect(byAlias.present.map((hit) => hit.matched)).toEqual(['Tí Sún'])
  const byName = await desk.hub.people.search({ text: 'huong' })
  expect(byName.present.map((hit) => hit.matched)).toEqual([null, null])
})

test('a line says where the person is', async () => {
  const { present } = await desk.hub.people.search({ text: 'bay' })
  expect(present[0]).toMatchObject({
    bedCode: 'A1-05',
    zoneName: 'Khu A',
    state: 'inside',
    track: 'compulsory',
  })
})

test.each([
  '"',
  '*',
  '"*',
  'x:y',
  'codes:020',
  'NEAR(a b)',
  'a" OR "b',
  '^an',
  '- an',
  '{folded} : an',
  "'; drop table person; --",
  '\u0000\u0001',
  '😀',
  '   ',
  '',
])('“%s” is taken as words and breaks nothing', async (text) => {
  const answer = await desk.raw('people/search', { text })
  expect(answer.status).toBe(200)
})

test('ten thousand letters are answered like any others', async () => {
  expect(await found('nguyen '.repeat(1500))).toHaveLength(4)
  expect(await found('x'.repeat(10_000))).toEqual([])
})

test('a released person is found among those who are gone, newly received ones at once', async () => {
  enterPeople(hub, [{ name: 'Phùng Mới Vào' }])
  expect(await found('phung moi')).toEqual(['Phùng Mới Vào'])
  enterPeople(hub, [{ name: 'Phùng Đã Về', acts: released }])
  expect(await found('phung da')).toEqual(['Phùng Đã Về (đã ra)'])
})

test('no more than twenty are answered, and it says that there are more', async () => {
  enterPeople(
    hub,
    Array.from({ length: 30 }, (_, i) => ({ name: `Triệu Văn ${i}`, ...(i < 10 ? { acts: released } : {}) })),
  )
  const { present, past, hasMore } = await desk.hub.people.search({ text: 'trieu' })
  expect([present.length, past.length, hasMore]).toEqual([14, 6, true])
})

test('neither the administrator nor the reporter may search', async () => {
  for (const role of ['administrator', 'reporter'] as const) {
    const other = await hub.signIn(role)
    expect((await other.raw('people/search', { text: 'an' })).code).toBe('forbidden')
  }
})
