import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import readXlsxFile from 'read-excel-file/node'
import type { PersonFile } from '#domain/contract/person-shapes.ts'
import { refusalOf } from './_lodging.ts'
import { enterPeople, type EnteredPerson } from './_people.ts'
import { startTestHub, type TestDesk, type TestHub } from './_test-hub.ts'

const NOW = '2026-11-22T03:00:00.000Z'

let hub: TestHub
let intake: TestDesk
let director: TestDesk

beforeAll(async () => {
  hub = await startTestHub({ now: NOW })
  intake = await hub.signIn('intake', { name: 'Vi Thị Hoa' })
  director = await hub.signIn('director', { name: 'Lê Văn Bình' })
})
afterAll(() => hub.close())

function enter(
  name: string,
  more: Omit<Parameters<typeof enterPeople>[1][number], 'name'> = {},
): EnteredPerson {
  const [entered] = enterPeople(hub, [{ name, ...more }])
  if (!entered) throw new Error('nobody was entered')
  return entered
}

function fileOf(desk: TestDesk, { personId }: EnteredPerson): Promise<PersonFile> {
  return desk.hub.people.get({ id: personId })
}

describe('a person file', () => {
  test('shows identity, papers with doubts, and the clock with its lines', async () => {
    const entered = enter('Nông Văn Cường', {
      birth: '1991-02-03',
      citizenId: '020191000777',
      dossier: 'HS-1',
    })
    const file = await fileOf(intake, entered)
    expect(file).toMatchObject({ name: 'Nông Văn Cường', birth: '1991-02-03', sex: 'male' })
    expect(file.papers[0]?.warnings.map((warning) => warning.code)).toEqual(['id_sex'])
    const stay = file.stays[0]
    expect(stay?.clock).toMatchObject({
      endOn: '2028-08-10',
      state: 'running',
      regime: 'R120',
      termMonths: 24,
    })
    expect(stay?.clock.lines[0]?.source).toContain('120/2025/QH15 Điều 29.1')
  })

  test('nobody is found under an unknown id', async () => {
    expect((await refusalOf(intake.hub.people.get({ id: randomUUID() }))).code).toBe('not_found')
  })

  test.each(['administrator', 'reporter'] as const)('is closed to the role %s', async (role) => {
    const { personId } = enter(`Người Không Cho ${role} Xem`)
    const desk = await hub.signIn(role)
    for (const path of ['people/get', 'people/history', 'people/views']) {
      expect((await desk.raw(path, { id: personId })).code).toBe('forbidden')
    }
    for (const path of ['people/list', 'people/count', 'people/export', 'people/print']) {
      expect((await desk.raw(path, {})).code).toBe('forbidden')
    }
  })

  test('may be read but not corrected by the zone and the inspector', async () => {
    const entered = enter('Lương Văn Đọc')
    for (const role of ['zone', 'inspector'] as const) {
      const desk = await hub.signIn(role)
      const file = await fileOf(desk, entered)
      const edit = { id: file.id, version: file.version, fields: { alias: 'x' }, seen: { alias: null } }
      expect((await desk.raw('people/change', edit)).code).toBe('forbidden')
      expect((await desk.raw('people/changeStay', { ...edit, id: entered.stayId })).code).toBe('forbidden')
    }
  })
})

describe('two desks at one file', () => {
  test('in different fields both are kept', async () => {
    const entered = enter('Hoàng Văn Hai')
    const seen = await fileOf(intake, entered)
    const edit = { id: seen.id, version: seen.version }
    await intake.hub.people.change({ ...edit, fields: { alias: 'Hai Lúa' }, seen: { alias: null } })
    const after = await director.hub.people.change({
      ...edit,
      fields: { occupation: 'Thợ xây' },
      seen: { occupation: null },
    })
    expect(after).toMatchObject({ alias: 'Hai Lúa', occupation: 'Thợ xây', version: seen.version + 2 })
  })

  test('in one field the second is shown both values, and nothing of the edit is written', async () => {
    const entered = enter('Hoàng Văn Ba')
    const seen = await fileOf(intake, entered)
    const edit = { id: seen.id, version: seen.version }
    await director.hub.people.change({ ...edit, fields: { alias: 'Ba Béo' }, seen: { alias: null } })
    const mine = { alias: 'Ba Gầy', note: 'Dị ứng hải sản' }
    const refusal = await refusalOf(
      intake.hub.people.change({ ...edit, fields: mine, seen: { alias: null, note: null } }),
    )
    expect(refusal).toMatchObject({
      code: 'conflict',
      data: {
        current: { alias: 'Ba Béo', version: seen.version + 1 },
        changedBy: 'Lê Văn Bình',
        changedAt: NOW,
      },
    })
    expect(await fileOf(intake, entered)).toMatchObject({ alias: 'Ba Béo', note: null })
    const chosen = await intake.hub.people.change({
      id: seen.id,
      version: seen.version + 1,
      fields: mine,
      seen: { alias: 'Ba Béo', note: null },
    })
    expect(chosen).toMatchObject({ alias: 'Ba Gầy', note: 'Dị ứng hải sản' })
  })

  test('of a stay the decision clashes and the dossier number merges', async () => {
    const entered = enter('Hoàng Văn Tư')
    const version = (await fileOf(intake, entered)).stays[0]?.version ?? 0
    const edit = { id: entered.stayId, version }
    await director.hub.people.changeStay({
      ...edit,
      fields: { startOn: '2026-08-11' },
      seen: { startOn: '2026-08-10' },
    })
    const merged = await intake.hub.people.changeStay({
      ...edit,
      fields: { dossierNumber: 'HS-44' },
      seen: { dossierNumber: null },
    })
    expect(merged.stays[0]).toMatchObject({ dossierNumber: 'HS-44', startOn: '2026-08-11' })
    const refusal = await refusalOf(
      intake.hub.people.changeStay({
        ...edit,
        fields: { startOn: '2026-08-12' },
        seen: { startOn: '2026-08-10' },
      }),
    )
    expect(refusal.data).toMatchObject({ current: { startOn: '2026-08-11' } })
  })
})

test('a corrected decision moves the end of the term everywhere', async () => {
  const entered = enter('Bế Văn Chuyển')
  const version = (await fileOf(intake, entered)).stays[0]?.version ?? 0
  await intake.hub.people.changeStay({
    id: entered.stayId,
    version,
    fields: { decisionOn: '2026-05-10', startOn: '2026-05-12', termMonths: 18 },
    seen: {},
  })
  const file = await fileOf(intake, entered)
  expect(file.stays[0]).toMatchObject({ termRegime: 'R73', clock: { endOn: '2027-11-12' } })
  const { rows } = await intake.hub.people.list({ words: 'bế chuyển' })
  expect(rows[0]?.endOn).toBe('2027-11-12')
})

test('a new name is tidied, sorted and found at once', async () => {
  const entered = enter('Tên Cũ Zz')
  const { version } = await fileOf(intake, entered)
  await intake.hub.people.change({
    id: entered.personId,
    version,
    fields: { name: '  MẠC   THỊ ĐÀO ', sex: 'female', birth: '1990-03' },
    seen: {},
  })
  const { present } = await intake.hub.people.search({ text: 'mac thi dao' })
  expect(present).toMatchObject([{ name: 'Mạc Thị Đào', sex: 'female', birthOn: '1990-03-01' }])
  expect((await intake.hub.people.search({ text: 'tên cũ zz' })).present).toEqual([])
})

test.each([
  ['an empty name', { name: '   ' }, 'Họ và tên không được để trống.'],
  ['a name of ten thousand letters', { name: 'a'.repeat(10_000) }, 'Họ và tên dài quá 120 ký tự'],
  ['a day that does not exist', { birth: '1990-02-31' }, 'Ngày sinh không có thật'],
  ['a birth in the future', { birth: '2027-01-01' }, 'Ngày sinh ở sau hôm nay'],
])('%s is refused in a sentence under its field', async (_title, fields, sentence) => {
  const entered = enter('Người Nhập Sai')
  const answer = await intake.raw('people/change', { id: entered.personId, version: 1, fields, seen: {} })
  expect(answer.code).toBe('invalid_input')
  const { json } = answer.body as { json: { data: { problems: { field: string; message: string }[] } } }
  expect(json.data.problems[0]?.field).toContain(Object.keys(fields)[0])
  expect(json.data.problems[0]?.message).toContain(sentence)
})

test('every changed field stands in the history with both values, who and when', async () => {
  const entered = enter('Phùng Văn Sử', { citizenId: '020090000111' })
  const file = await fileOf(intake, entered)
  await intake.hub.people.change({
    id: file.id,
    version: file.version,
    fields: { alias: 'Sử', birth: '1990', ethnicity: 'Tày' },
    seen: {},
  })
  await director.hub.people.changeStay({
    id: entered.stayId,
    version: 1,
    fields: { ordinal: 2 },
    seen: {},
  })
  await intake.hub.people.addPaper({
    id: randomUUID(),
    personId: file.id,
    kind: 'identity-card',
    number: '020 090 000 112',
    replaces: file.papers[0]?.id ?? null,
  })
  await intake.hub.people.setAddress({
    id: randomUUID(),
    personId: file.id,
    kind: 'permanent',
    detail: 'Thôn Nà Mỏ, xã Mai Pha',
  })
  const { entries } = await intake.hub.people.history({ id: file.id, cursor: null })
  const changes = entries.flatMap((entry) =>
    entry.fields.map((field) => [entry.actorName, entry.action, field.field, field.before, field.after]),
  )
  expect(changes).toEqual([
    ['Vi Thị Hoa', 'address.set', 'permanent', null, 'Thôn Nà Mỏ, xã Mai Pha'],
    ['Vi Thị Hoa', 'paper.replaced', 'kind', 'citizen-card', 'identity-card'],
    ['Vi Thị Hoa', 'paper.replaced', 'number', '020090000111', '020090000112'],
    ['Lê Văn Bình', 'stay.changed', 'ordinal', '1', '2'],
    ['Vi Thị Hoa', 'person.changed', 'alias', null, 'Sử'],
    ['Vi Thị Hoa', 'person.changed', 'birth', null, '1990'],
    ['Vi Thị Hoa', 'person.changed', 'ethnicity', null, 'Tày'],
  ])
  const now = await fileOf(intake, entered)
  expect(now.papers.map((paper) => [paper.number, paper.supersededAt])).toEqual([
    ['020090000112', null],
    ['020090000111', NOW],
  ])
  expect((await intake.hub.people.search({ text: '020090000112' })).present).toHaveLength(1)
})

test('a number that somebody else bears warns and is kept', async () => {
  enter('Chủ Số Thật', { citizenId: '020085000999' })
  const entered = enter('Người Mượn Số')
  const file = await intake.hub.people.addPaper({
    id: randomUUID(),
    personId: entered.personId,
    kind: 'citizen-card',
    number: '020085000999',
  })
  expect(file.papers[0]?.warnings.map((warning) => warning.code)).toContain('id_taken')
})

test('a paper that was replaced meanwhile is not replaced again', async () => {
  const entered = enter('Hai Người Thay Giấy', { citizenId: '020085000888' })
  const replaces = (await fileOf(intake, entered)).papers[0]?.id ?? null
  const paper = { personId: entered.personId, kind: 'passport', number: 'B1234567', replaces } as const
  await intake.hub.people.addPaper({ ...paper, id: randomUUID() })
  expect((await refusalOf(director.hub.people.addPaper({ ...paper, id: randomUUID() }))).code).toBe(
    'conflict',
  )
})

test('whoever opened a file is on record, for the director alone to see', async () => {
  const entered = enter('Được Xem Nhiều')
  const zone = await hub.signIn('zone', { name: 'Cán bộ khu Nữ', desk: 'Máy khu B' })
  await fileOf(zone, entered)
  await fileOf(intake, entered)
  await expect
    .poll(async () => {
      const { views } = await director.hub.people.views({ id: entered.personId, cursor: null })
      return views.map((view) => `${view.actorName} · ${view.desk}`).toSorted()
    })
    .toEqual(['Cán bộ khu Nữ · Máy khu B', 'Vi Thị Hoa · Máy thử'])
  expect((await zone.raw('people/views', { id: entered.personId, cursor: null })).code).toBe('forbidden')
  const { entries } = await director.hub.people.history({ id: entered.personId, cursor: null })
  expect(entries.filter((entry) => entry.action.endsWith('viewed'))).toEqual([])
})

test('another desk is told of a correction within a second', async () => {
  const entered = enter('Báo Cho Máy Khác')
  const control = new AbortController()
  const changes = await director.hub.feed.changes({ since: null }, { signal: control.signal })
  const heard = (async () => {
    for await (const event of changes) {
      if (event.type === 'change' && event.topic === 'people' && event.id === entered.personId) return true
    }
    return false
  })()
  await intake.hub.people.change({ id: entered.personId, version: 1, fields: { alias: 'Loa' }, seen: {} })
  expect(await Promise.race([heard, setTimeout(1000, false)])).toBe(true)
  control.abort()
})

describe('the list', () => {
  const names = Array.from({ length: 25 }, (_, i) => `Trang ${String.fromCharCode(65 + i)} Danh`)
  const list = { words: 'trang danh', sort: 'name', direction: 'asc' } as const

  beforeAll(() => {
    enterPeople(
      hub,
      names.map((name, i) => ({
        name,
        sex: i % 2 === 0 ? ('male' as const) : ('female' as const),
        receivedAt: `2026-08-${String(i + 1).padStart(2, '0')}T02:00:00.000Z`,
        startOn: `2026-08-${String(i + 1).padStart(2, '0')}`,
      })),
    )
  })

  async function pages(query: Parameters<TestDesk['hub']['people']['list']>[0], between = () => {}) {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<TestDesk['hub']['people']['list']>> = await intake.hub.people.list({
        ...query,
        cursor,
        limit: 10,
      })
      seen.push(...page.rows.map((row) => row.name))
      cursor = page.next
      between()
    } while (cursor !== null)
    return seen
  }

  test('comes page by page, each person once, in either direction', async () => {
    expect(await pages(list)).toEqual(names)
    expect(await pages({ ...list, direction: 'desc' })).toEqual(names.toReversed())
    expect(await pages({ ...list, sort: 'received' })).toEqual(names)
    expect(await pages({ ...list, sort: 'end', direction: 'desc' })).toEqual(names.toReversed())
    expect(await intake.hub.people.count({ words: 'trang danh' })).toEqual({ total: 25 })
  })

  test('drops and doubles nobody while others come in between pages', async () => {
    let added = 0
    const seen = await pages(list, () => {
      added += 1
      enter(`Trang A${added} Danh`)
    })
    expect(seen.filter((name) => names.includes(name))).toEqual(names)
  })

  test('those without an end come last, whatever the direction, and page on', async () => {
    enterPeople(
      hub,
      Array.from({ length: 12 }, (_, i) => ({
        name: `Vô Hạn ${i}`,
        acts: [['2026-09-01T02:00:00.000Z', { kind: 'escaped', facts: { manner: 'single' } }]] as const,
      })),
    )
    enter('Vô Hạn Có Ngày')
    for (const direction of ['asc', 'desc'] as const) {
      const seen = await pages({ words: 'vô hạn', sort: 'end', direction })
      expect(seen).toHaveLength(13)
      expect(new Set(seen).size).toBe(13)
      expect(seen[0]).toBe('Vô Hạn Có Ngày')
    }
  })

  test('narrows by track, sex, state, bed and term', async () => {
    const held = enter('Lọc Văn Diện', { track: 'held' })
    const away = enter('Lọc Văn Trốn', {
      acts: [['2026-09-01T02:00:00.000Z', { kind: 'escaped', facts: { manner: 'single' } }]],
    })
    const suspended = enter('Lọc Văn Chỉ', {
      acts: [
        [
          '2026-09-01T02:00:00.000Z',
          { kind: 'suspended', facts: { decision: { number: '1', on: '2026-09-01', issuer: 'Tòa án' } } },
        ],
      ],
    })
    const soon = enter('Lọc Văn Hết', { startOn: '2024-12-01' })
    const ids = async (filter: Parameters<TestDesk['hub']['people']['list']>[0]) =>
      (await intake.hub.people.list({ words: 'lọc văn', ...filter })).rows.map((row) => row.personId)
    expect(await ids({ tracks: ['held'] })).toEqual([held.personId])
    expect(await ids({ states: ['escaped'] })).toEqual([away.personId])
    expect(await ids({ states: ['suspended'] })).toEqual([suspended.personId])
    expect(await ids({ states: ['out'] })).toEqual([])
    expect(await ids({ sexes: ['female'] })).toEqual([])
    expect(new Set(await ids({ awaitingBed: true }))).toEqual(new Set([held.personId, soon.personId]))
    expect(await ids({ endsWithin: 30 })).toEqual([soon.personId])
    const counted = await intake.hub.people.count({ words: 'lọc văn', states: ['escaped', 'suspended'] })
    expect(counted.total).toBe(2)
  })

  test('of those who are gone says how and when', async () => {
    enter('Đã Về Nhà', { acts: [['2026-10-01T02:00:00.000Z', { kind: 'released', facts: {} }]] })
    const { rows } = await intake.hub.people.list({ group: 'past', words: 'đã về', sort: 'ended' })
    expect(rows).toMatchObject([{ name: 'Đã Về Nhà', state: 'ended', endedKind: 'released' }])
    expect((await intake.hub.people.list({ words: 'đã về' })).rows).toEqual([])
  })

  test('of those who are gone pages by name and by day, each stay once', async () => {
    const gone = Array.from({ length: 23 }, (_, i) => `Xa ${String.fromCharCode(65 + i)} Nhà`)
    enterPeople(
      hub,
      gone.map((name, i) => ({
        name,
        acts: [
          [`2026-10-${String(i + 1).padStart(2, '0')}T02:00:00.000Z`, { kind: 'released', facts: {} }],
        ] as const,
      })),
    )
    const past = { group: 'past', words: 'xa nhà' } as const
    expect(await pages({ ...past, sort: 'name' })).toEqual(gone)
    expect(await pages({ ...past, sort: 'name', direction: 'desc' })).toEqual(gone.toReversed())
    expect(await pages({ ...past, sort: 'ended', direction: 'desc' })).toEqual(gone.toReversed())
    expect(await intake.hub.people.count(past)).toEqual({ total: 23 })
  })

  test.each(['x', '[1,2]', '["a"]', '{}', '[null,"x"]'])(
    'begins anew at the unreadable cursor %s',
    async (cursor) => {
      expect((await intake.raw('people/list', { ...list, cursor })).status).toBe(200)
    },
  )
})

test('an export holds what the list holds, dates as dates, and texts stay texts', async () => {
  enter('=1+1 Nguy Hiểm', { birth: '1990-03-05', startOn: '2026-08-20' })
  enter('@SUM Nguy Hiểm', { birth: '1985' })
  const zone = await hub.signIn('zone')
  const file = await zone.hub.people.export({ words: 'nguy hiểm' })
  expect(file.name).toBe('hoc-vien-2026-11-22.xlsx')
  const [sheet] = await readXlsxFile(Buffer.from(await file.arrayBuffer()))
  const rows = sheet?.data ?? []
  expect(rows[0]?.slice(0, 4)).toEqual(['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính'])
  const byName = new Map(rows.slice(1).map((row) => [row[1], row]))
  expect(new Set(byName.keys())).toEqual(new Set(['=1+1 Nguy Hiểm', '@SUM Nguy Hiểm']))
  expect(byName.get('=1+1 Nguy Hiểm')?.[2]).toEqual(new Date('1990-03-05T00:00:00Z'))
  expect(byName.get('@SUM Nguy Hiểm')?.[2]).toBe(1985)
  expect(byName.get('=1+1 Nguy Hiểm')?.at(-1)).toEqual(new Date('2028-08-20T00:00:00Z'))
  const { lines } = await director.hub.audit.list({ cursor: null, action: 'people.exported' })
  expect(lines[0]?.facts).toMatchObject({ rows: 2, group: 'on-roll', hasWords: true })
  expect(JSON.stringify(lines[0]?.facts)).not.toContain('nguy')
})

test('a printed list is on record too', async () => {
  enter('In Ra Giấy')
  const { rows } = await intake.hub.people.print({ words: 'in ra giấy' })
  expect(rows.map((row) => row.name)).toEqual(['In Ra Giấy'])
  const { lines } = await director.hub.audit.list({ cursor: null, action: 'people.printed' })
  expect(lines[0]?.facts).toMatchObject({ rows: 1 })
})
