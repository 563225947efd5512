import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { form, release } from './_intake.ts'
import { refusalOf } from './_lodging.ts'
import { startTestHub, type TestDesk, type TestHub } from './_test-hub.ts'

let test: TestHub
let desk: TestDesk
let inspector: TestDesk

beforeAll(async () => {
  test = await startTestHub({ now: '2026-11-22T07:02:00.000Z' })
  desk = await test.signIn('intake')
  inspector = await test.signIn('inspector')
})
afterAll(() => test.close())

const money = (stayId: string, kind: 'deposit' | 'withdrawal', amount: number) => ({
  id: randomUUID(),
  stayId,
  kind,
  amount,
})

describe('the deposit ledger (D163 Điều 120.3)', () => {
  it('numbers receipts by register and year, keeps the balance, never pays out more than it holds', async () => {
    const deposit = { id: randomUUID(), amount: 500_000 }
    const { stayId, receipt } = await desk.hub.intake.receive(form({ deposit }))
    expect(receipt).toBe('PTLK 1/2026')
    await desk.hub.deposit.record(money(stayId, 'withdrawal', 120_000))
    const statement = await desk.hub.deposit.record(money(stayId, 'deposit', 20_000))
    expect(statement.balance).toBe(400_000)
    expect(statement.entries.map(({ receipt: number, balance }) => [number, balance])).toEqual([
      ['PTLK 1/2026', 500_000],
      ['PCLK 1/2026', 380_000],
      ['PTLK 2/2026', 400_000],
    ])
    const refused = await refusalOf(desk.hub.deposit.record(money(stayId, 'withdrawal', 400_001)))
    expect(refused.message).toBe('Tiền lưu ký còn 400.000 đồng, không đủ 400.001 đồng.')
    const again = await desk.hub.deposit.record(money(stayId, 'withdrawal', 400_000))
    expect(again.entries.at(-1)).toMatchObject({ receipt: 'PCLK 2/2026', balance: 0 })
  })

  it('cancels an entry by its opposite, once', async () => {
    const { stayId } = await desk.hub.intake.receive(form())
    const entry = money(stayId, 'deposit', 70_000)
    await desk.hub.deposit.record(entry)
    const undo = () =>
      desk.hub.deposit.reverse({ id: randomUUID(), entryId: entry.id, reason: 'Ghi nhầm người' })
    expect(await undo()).toMatchObject({
      balance: 0,
      entries: [
        { isReversed: true, debit: 'cash', credit: 'deposits' },
        { kind: 'reversal', debit: 'deposits', credit: 'cash', note: 'Ghi nhầm người' },
      ],
    })
    expect((await refusalOf(undo())).data.problems).toMatchObject([{ code: 'already-reversed' }])
  })

  it('writes one entry for one id, and takes whole đồng only', async () => {
    const { stayId } = await desk.hub.intake.receive(form())
    const entry = money(stayId, 'deposit', 10_000)
    await desk.hub.deposit.record(entry)
    expect((await refusalOf(desk.hub.deposit.record(entry))).code).toBe('conflict')
    for (const amount of [0, -5, 10.5, 500_000_001]) {
      expect((await desk.raw('deposit/record', money(stayId, 'deposit', amount))).code).toBe('invalid_input')
    }
    expect((await desk.hub.deposit.statement({ stayId })).balance).toBe(10_000)
  })

  it('is seen by the inspector and changed by intake and director only', async () => {
    const { stayId } = await desk.hub.intake.receive(form())
    expect(await inspector.hub.deposit.statement({ stayId })).toMatchObject({ balance: 0 })
    expect((await inspector.raw('deposit/record', money(stayId, 'deposit', 1))).code).toBe('forbidden')
    const zone = await test.signIn('zone')
    expect((await zone.raw('deposit/statement', { stayId })).code).toBe('forbidden')
  })
})

describe('belongings', () => {
  it('a seal is a number once, however it is written', async () => {
    const bag = (sealNumber: string) => ({
      id: randomUUID(),
      sealNumber,
      lines: [{ id: randomUUID(), description: 'Đồng hồ', quantity: 1, condition: 'Xước mặt' }],
    })
    const { stayId } = await desk.hub.intake.receive(form())
    const { bags } = await desk.hub.deposit.addBag({ stayId, bag: bag('NP-0100') })
    expect(bags).toMatchObject([
      { sealNumber: 'NP-0100', lines: [{ description: 'Đồng hồ', condition: 'Xước mặt' }] },
    ])
    const refused = await refusalOf(desk.hub.deposit.addBag({ stayId, bag: bag('np 0100') }))
    expect(refused.data.problems).toMatchObject([{ code: 'seal-taken' }])
  })

  it('a bag is owed when the stay is over, given back to who signs, and a record can be cancelled', async () => {
    const { stayId } = await desk.hub.intake.receive(form())
    const bag = {
      id: randomUUID(),
      sealNumber: 'NP-0200',
      lines: [{ id: randomUUID(), description: 'Ví', quantity: 1, condition: null }],
    }
    expect((await desk.hub.deposit.addBag({ stayId, bag })).bags).toMatchObject([{ state: 'stored' }])
    await release(await test.signIn('director'), stayId)
    expect((await desk.hub.deposit.belongings({ stayId })).bags).toMatchObject([{ state: 'due-back' }])
    const given = { id: randomUUID(), bagId: bag.id, kind: 'returned' as const, signedBy: 'Vi Văn An' }
    expect((await desk.hub.deposit.recordBag(given)).bags).toMatchObject([
      { state: 'returned', events: [{ kind: 'returned', signedBy: 'Vi Văn An', isReversed: false }] },
    ])
    const again = await refusalOf(desk.hub.deposit.recordBag({ ...given, id: randomUUID() }))
    expect(again.data.problems).toMatchObject([{ code: 'bag-state' }])
    const undone = await desk.hub.deposit.recordBag({
      id: randomUUID(),
      bagId: bag.id,
      kind: 'reversed',
      reverses: given.id,
      signedBy: 'Lê Thị Bình',
      note: 'Ghi nhầm người',
    })
    expect(undone.bags).toMatchObject([
      { state: 'due-back', events: [{ isReversed: true }, { kind: 'reversed', note: 'Ghi nhầm người' }] },
    ])
    expect((await inspector.raw('deposit/recordBag', { ...given, id: randomUUID() })).code).toBe('forbidden')
  })
})

describe('marks of the body', () => {
  it('are withdrawn with a reason, once, and stay in the history', async () => {
    const mark = { id: randomUUID(), kind: 'scar' as const, place: 'má trái', description: null }
    const { stayId, personId } = await desk.hub.intake.receive(form({ marks: [mark] }))
    const act = { id: mark.id, reason: 'Ghi nhầm người' }
    await desk.hub.dossier.retireMark(act)
    expect((await desk.hub.intake.record({ stayId })).marks).toEqual([])
    expect((await refusalOf(desk.hub.dossier.retireMark({ ...act }))).code).toBe('conflict')
    const { entries } = await desk.hub.people.history({ id: personId, cursor: null })
    expect(entries.flatMap(({ fields }) => fields)).toContainEqual(
      expect.objectContaining({ entity: 'mark', before: 'Sẹo, má trái', after: 'Ghi nhầm người' }),
    )
  })
})

describe('scans of papers', () => {
  const PDF = Buffer.from('%PDF-1.7 một quyết định')

  it('hang on a paper of the dossier and are taken down, not shown inside the program', async () => {
    const sent = await fetch(`${test.url}/files/scan`, {
      method: 'POST',
      headers: { cookie: desk.cookie, 'content-type': 'application/pdf' },
      body: PDF,
    })
    const { fileId } = (await sent.json()) as { fileId: string }
    const { stayId } = await desk.hub.intake.receive(form())
    const item = { id: randomUUID(), stayId, title: 'Giấy khai sinh' }
    await desk.hub.dossier.addItem({ ...item, fileId })
    const shown = await fetch(`${test.url}/files/scan/${item.id}`, { headers: { cookie: inspector.cookie } })
    expect(shown.headers.get('content-disposition')).toContain('attachment')
    expect(Buffer.from(await shown.arrayBuffer()).equals(PDF)).toBe(true)
    const zone = await test.signIn('zone')
    const refused = await fetch(`${test.url}/files/scan/${item.id}`, { headers: { cookie: zone.cookie } })
    expect(refused.status).toBe(403)
    const nowhere = desk.hub.dossier.addItem({ ...item, id: randomUUID(), fileId: randomUUID() })
    expect((await refusalOf(nowhere)).data.problems).toMatchObject([{ code: 'scan-missing' }])
  })
})

describe('photos', () => {
  const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(2000, 7)])
  const post = (bytes: Uint8Array<ArrayBuffer>, cookie = desk.cookie, type = 'image/jpeg') =>
    fetch(`${test.url}/files/photo`, {
      method: 'POST',
      headers: { cookie, 'content-type': type },
      body: bytes,
    })
  const fetchPhoto = (id: string, cookie = desk.cookie) =>
    fetch(`${test.url}/files/photo/${id}`, { headers: { cookie } })

  it('is kept once, becomes the person’s at intake, and is shown without being cached', async () => {
    const sent = await post(JPEG)
    const { fileId } = (await sent.json()) as { fileId: string }
    expect(((await (await post(JPEG)).json()) as { fileId: string }).fileId).toBe(fileId)
    const photo = { id: randomUUID(), fileId }
    const { stayId } = await desk.hub.intake.receive(form({ photo }))
    expect((await desk.hub.intake.record({ stayId })).photoId).toBe(photo.id)
    const shown = await fetchPhoto(photo.id)
    expect([shown.status, shown.headers.get('content-type'), shown.headers.get('cache-control')]).toEqual([
      200,
      'image/jpeg',
      'no-store',
    ])
    expect(Buffer.from(await shown.arrayBuffer()).equals(JPEG)).toBe(true)
    const admin = await test.signIn('administrator')
    expect([
      (await fetchPhoto(photo.id, '')).status,
      (await fetchPhoto(photo.id, admin.cookie)).status,
    ]).toEqual([401, 403])
    expect((await fetchPhoto(randomUUID())).status).toBe(404)
  })

  it('looks at the bytes, not at the name: no script, no picture of another kind, nothing above 1 MB', async () => {
    expect((await post(Buffer.from('<svg onload=alert(1)>'))).status).toBe(400)
    expect((await post(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]))).status).toBe(400)
    expect((await post(JPEG, desk.cookie, 'image/svg+xml')).status).toBe(400)
    expect((await post(Buffer.concat([JPEG, Buffer.alloc(1_048_576)]))).status).toBe(413)
    expect((await post(JPEG, '')).status).toBe(401)
    expect((await post(JPEG, inspector.cookie)).status).toBe(403)
    const refused = await refusalOf(
      desk.hub.intake.receive(form({ photo: { id: randomUUID(), fileId: randomUUID() } })),
    )
    expect(refused.data.problems).toMatchObject([{ code: 'photo-missing' }])
  })
})

it('nothing of all this was an error of the hub', () => {
  expect(test.errors).toEqual([])
})
