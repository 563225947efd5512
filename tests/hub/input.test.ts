import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestHub, type TestDesk, type TestHub } from './_test-hub.ts'

const OPEN_ZONE = {
  parentId: null,
  kind: 'zone',
  name: null,
  capacity: null,
  legalKind: null,
  sex: null,
  ageGroup: null,
  infectionGroup: null,
  isPrivate: false,
} as const

let test: TestHub
let director: TestDesk
let administrator: TestDesk

beforeAll(async () => {
  test = await startTestHub()
  director = await test.signIn('director')
  administrator = await test.signIn('administrator')
})
afterAll(() => test.close())

function sentencesOf(body: unknown): string[] {
  const { json } = body as { json: { message: string; data: { problems?: { message: string }[] } } }
  return [json.message, ...(json.data.problems ?? []).map(({ message }) => message)]
}

describe('what no form sends', () => {
  it.each([
    ['nothing', 'people/list', ''],
    ['a list', 'people/list', []],
    ['a text for a number', 'people/list', { limit: 'nhiều' }],
    ['a number beyond the most', 'people/list', { limit: 1e9 }],
    ['an unknown choice', 'people/list', { filter: { tracks: ['khác'] }, sort: 'lạ' }],
    ['a name of the language itself', 'people/list', '{"json":{"__proto__":{"admin":true}}}'],
    ['no id', 'people/get', { id: 'x' }],
    ['an empty list', 'placement/propose', { stayIds: [] }],
  ])('%s is refused in Vietnamese, without words of a program', async (_, path, input) => {
    const { status, body } = await director.raw(path, input)
    expect(status).toBe(400)
    for (const sentence of sentencesOf(body)) {
      expect(sentence).toMatch(/^\p{Lu}.+\.$/u)
      expect(sentence).not.toMatch(/string|number|object|array|undefined|null|UUID|invalid|\||"|\//iu)
    }
  })
})

describe('text as it is typed', () => {
  it('is kept composed, without what cannot be seen', async () => {
    const id = randomUUID()
    await administrator.hub.users.add({
      id,
      login: 'lan\u200b',
      name: ' Ho\u00e0ng Thi\u0323 \u202eLan\u0000\ud800\tAnh\r\nB ',
      roles: ['intake'],
      password: 'mot cau that dai de nho',
    })
    const { users } = await administrator.hub.users.list({})
    expect(users.find((user) => user.id === id)).toMatchObject({ login: 'lan', name: 'Hoàng Thị Lan Anh B' })
  })

  it('of unseen characters alone is empty', async () => {
    const { status, body } = await director.raw(
      'custody/correct',
      {
        corrections: [{ id: randomUUID(), stayId: randomUUID(), eventId: randomUUID() }],
        why: '\u200b\u0000\ufeff',
      },
      { 'idempotency-key': randomUUID() },
    )
    expect({ status, sentences: sentencesOf(body) }).toMatchObject({
      status: 400,
      sentences: [expect.any(String), 'Lý do đính chính không được để trống.'],
    })
  })
})

describe('an id that is taken', () => {
  it('is a conflict, not a fault of the hub', async () => {
    const place = { ...OPEN_ZONE, id: randomUUID() }
    await administrator.hub.places.add({ ...place, code: 'A' })
    const again = await administrator.raw(
      'places/add',
      { ...place, code: 'B' },
      { 'idempotency-key': randomUUID() },
    )
    expect({ status: again.status, code: again.code }).toEqual({ status: 409, code: 'conflict' })
  })
})
