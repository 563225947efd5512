import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COMPULSORY, form, newcomer, paper, release } from './_intake.ts'
import { buildRoom, refusalOf } from './_lodging.ts'
import { startTestHub, testClock, type TestDesk, type TestHub } from './_test-hub.ts'

const clock = testClock('2026-11-22T07:02:00.000Z')

let test: TestHub
let admin: TestDesk
let desk: TestDesk
let other: TestDesk
let zone: TestDesk
let medical: TestDesk
let director: TestDesk

beforeAll(async () => {
  test = await startTestHub({ now: clock.now })
  admin = await test.signIn('administrator')
  desk = await test.signIn('intake', { desk: 'Cổng 1' })
  other = await test.signIn('intake', { desk: 'Cổng 2' })
  zone = await test.signIn('zone')
  medical = await test.signIn('medical')
  director = await test.signIn('director')
})
afterAll(() => test.close())

describe('an intake', () => {
  it('writes everything of the form at once and shows it on the file', async () => {
    const room = await buildRoom(admin, 'A', 4)
    const bedId = room.beds['A1-01'] ?? ''
    const input = form({
      ...newcomer('LƯƠNG VĂN KHẢI', '1991-04-02', '020 091 000 111'),
      addresses: [
        {
          id: randomUUID(),
          kind: 'permanent',
          communeCode: '05977',
          provinceCode: '20',
          detail: 'Thôn Nà Mỏ',
          printed: 'Thôn Nà Mỏ, Mai Pha, TP. Lạng Sơn, Lạng Sơn',
        },
      ],
      relatives: [
        { id: randomUUID(), relation: 'mother', name: 'Hứa Thị Lan', isContact: true, phone: '0912' },
      ],
      bed: { eventId: randomUUID(), bedId },
      belongings: {
        bags: [
          {
            id: randomUUID(),
            sealNumber: 'NP-0001',
            lines: [{ id: randomUUID(), description: 'Điện thoại', quantity: 1 }],
          },
        ],
        kept: [{ id: randomUUID(), description: 'Áo khoác', quantity: 2 }],
      },
      deposit: { id: randomUUID(), amount: 350_000 },
      sheet: {
        id: randomUUID(),
        body: { ethnicity: 'Tày', substances: [{ substance: 'heroin', routes: ['inject'], isMain: true }] },
      },
      marks: [{ id: randomUUID(), kind: 'tattoo', place: 'Cánh tay trái', description: 'Rồng' }],
    })
    const done = await desk.hub.intake.receive(input)
    expect(done).toMatchObject({
      stayId: input.stay.id,
      bedCode: 'A1-01',
      receipt: 'PTLK 1/2026',
      missing: [],
      endOn: '2028-11-22',
      warnings: [],
    })
    const file = await desk.hub.people.get({ id: done.personId })
    expect(file).toMatchObject({ name: 'Lương Văn Khải', ethnicity: 'Tày' })
    expect(file.papers.map(({ number, source }) => [number, source])).toEqual([['020091000111', 'card']])
    expect(file.stays[0]).toMatchObject({ state: 'inside', bedCode: 'A1-01', termRegime: 'R120', ordinal: 1 })
    expect(file.addresses[0]).toMatchObject({
      communeCode: '05977',
      printed: expect.stringContaining('Mai Pha'),
    })
    expect(await desk.hub.intake.record({ stayId: done.stayId })).toMatchObject({
      relatives: [{ relation: 'mother', isContact: true }],
      marks: [{ kind: 'tattoo' }],
      sheet: { form: 'D163-17', version: 1 },
      plan: { form: 'D163-18', state: 'started', dueOn: '2026-11-24' },
      papersMissing: 0,
      hasFirstCheck: false,
      bags: 1,
    })
    const { items } = await desk.hub.dossier.list({ stayId: done.stayId })
    expect(items.find(({ code }) => code === 'court-decision')).toMatchObject({
      state: 'received',
      number: '15/2026/QĐ-TA',
      issuedOn: '2026-11-20',
    })
  })

  it('enters money at the moment the person came in, also when written down days later', async () => {
    const at = '2026-11-20T02:00:00.000Z'
    const input = form({ at, deposit: { id: randomUUID(), amount: 50_000 } })
    const { stayId } = await desk.hub.intake.receive(input)
    const { entries } = await desk.hub.deposit.statement({ stayId })
    expect(entries).toMatchObject([{ amount: 50_000, at }])
  })

  it('takes communes of today only', async () => {
    const address = { id: randomUUID(), kind: 'permanent' as const, communeCode: '99999' }
    const refused = await refusalOf(desk.hub.intake.receive(form({ addresses: [address] })))
    expect(refused.data.problems).toMatchObject([
      { code: 'commune-unknown', field: 'addresses.0.communeCode' },
    ])
  })

  it('does nothing twice when it is sent twice, with the same key or with another', async () => {
    const input = form()
    const key = randomUUID()
    const first = await desk.hub.intake.receive(input, { context: { key } })
    expect(await desk.hub.intake.receive(input, { context: { key } })).toEqual(first)
    expect(await refusalOf(desk.hub.intake.receive(input))).toMatchObject({ code: 'conflict' })
    expect((await desk.hub.people.get({ id: first.personId })).stays).toHaveLength(1)
  })

  it('writes nothing at all when one part is refused', async () => {
    const seal = (sealNumber: string) => ({
      bags: [{ id: randomUUID(), sealNumber, lines: [{ id: randomUUID(), description: 'Ví', quantity: 1 }] }],
    })
    await desk.hub.intake.receive(form({ belongings: seal('NP 7001') }))
    const input = form({ belongings: seal('np-7001'), deposit: { id: randomUUID(), amount: 10_000 } })
    const refused = await refusalOf(desk.hub.intake.receive(input))
    expect(refused.data.problems).toMatchObject([
      {
        code: 'seal-taken',
        field: 'belongings.bags.0.sealNumber',
        message: expect.stringContaining('Vi Văn'),
      },
    ])
    expect((await refusalOf(desk.hub.intake.record({ stayId: input.stay.id }))).code).toBe('not_found')
  })
})

describe('tracks and regimes', () => {
  it.each([
    ['compulsory under Luật 120/2025, first: 24 months (Điều 29.1)', {}, '2028-11-22'],
    ['compulsory, second: 36 months', { ordinal: 2 }, '2029-11-22'],
    [
      'compulsory decided before 01/07/2026 keeps its own term (L120 Điều 56.1)',
      { decision: { number: '3/QĐ', on: '2026-06-30', issuer: 'TAND' }, termMonths: 18 },
      '2028-05-22',
    ],
    ['days held elsewhere come off (TERM-07)', { heldFrom: '2026-11-12' }, '2028-11-12'],
  ])('%s', async (_, stay, endOn) => {
    expect((await desk.hub.intake.receive(form({}, stay))).endOn).toBe(endOn)
  })

  it('a voluntary person brings the registration dossier (D163 Điều 96)', async () => {
    const codes = [
      'voluntary-decision',
      'assignment',
      'background',
      'application',
      'identity-copy',
      'police-proposal',
    ]
    const dossier = [
      ...codes.map((code) => paper(code)),
      paper('addiction-result', { issuedOn: '2026-04-01' }),
    ]
    const done = await desk.hub.intake.receive(form({ dossier }, { track: 'voluntary' }))
    expect(done).toMatchObject({ endOn: '2028-11-22', missing: [], warnings: [{ code: 'paper-too-old' }] })
  })

  it('a late record of a reception before 01/07/2026 follows the papers of that day', async () => {
    const input = form(
      {
        at: '2026-06-20T02:00:00.000Z',
        dossier: [
          paper('application', { issuedOn: '2026-06-19' }),
          paper('identity-copy'),
          paper('contract'),
        ],
      },
      {
        track: 'voluntary',
        decision: { number: 'HĐ 12', on: '2026-06-20', issuer: 'Cơ sở' },
        startOn: '2026-06-20',
        termMonths: 6,
      },
    )
    const done = await desk.hub.intake.receive(input)
    expect(done.endOn).toBe('2026-12-20')
    expect(await desk.hub.intake.record({ stayId: done.stayId })).toMatchObject({
      plan: { form: 'D116-20', dueOn: null },
    })
  })

  it('somebody held has no term until the court decides; then the days held are deducted (UP-12)', async () => {
    const held = { track: 'held' as const, decision: null, startOn: null, heldFrom: '2026-11-15' }
    const dossier = [paper('holding-decision', { issuedOn: '2026-11-15' }), paper('background')]
    const wrong = await refusalOf(desk.hub.intake.receive(form({ dossier }, { track: 'held' })))
    expect(wrong.data.problems).toContainEqual(expect.objectContaining({ code: 'held-with-decision' }))
    const { stayId, endOn } = await desk.hub.intake.receive(form({ dossier }, held))
    expect(endOn).toBeNull()
    const change = {
      eventId: randomUUID(),
      stayId,
      track: 'compulsory' as const,
      decision: { number: '20/QĐ-TA', on: '2026-11-22', issuer: 'TAND khu vực 1' },
      startOn: '2026-11-22',
    }
    expect(await desk.hub.intake.changeTrack(change)).toEqual({ stayId, endOn: '2028-11-15', heldDays: 7 })
    const { items } = await desk.hub.dossier.list({ stayId })
    expect(items.map(({ code, state }) => [code, state]).slice(0, 4)).toEqual([
      ['holding-decision', 'received'],
      ['background', 'received'],
      ['court-decision', 'received'],
      ['assignment', 'missing'],
    ])
    const again = await refusalOf(desk.hub.intake.changeTrack({ ...change, eventId: randomUUID() }))
    expect(again.data.problems).toMatchObject([{ code: 'not-held' }])
  })

  it.each([
    ['a term that contradicts the ordinal', { termMonths: 36 }, 'term-out-of-bounds', 'stay.termMonths'],
    ['a decision without the first day of the term', { startOn: null }, 'start-missing', 'stay.startOn'],
    [
      'a decision after the reception',
      { decision: { number: '1', on: '2026-11-23', issuer: 'TAND' }, startOn: '2026-11-23' },
      'day-after-reception',
      'stay.decision.on',
    ],
  ])('refuses %s', async (_, stay, code, field) => {
    const refused = await refusalOf(desk.hub.intake.receive(form({}, stay)))
    expect(refused.data.problems).toContainEqual(expect.objectContaining({ code, field }))
  })
})

describe('papers', () => {
  it('nobody is turned away for a missing paper, but the reason is asked and the day set', async () => {
    const dossier = [paper('court-decision'), paper('assignment')]
    const refused = await refusalOf(desk.hub.intake.receive(form({ dossier })))
    expect(refused.data.problems).toMatchObject([{ code: 'paper-missing', field: 'dossier.background' }])
    const missing = paper('background', {
      state: 'missing',
      reason: 'sent-later',
      number: null,
      issuedOn: null,
    })
    const done = await desk.hub.intake.receive(form({ dossier: [...dossier, missing] }))
    expect(done.missing).toMatchObject([{ code: 'background', dueOn: '2026-11-27' }])
    const file = await desk.hub.dossier.list({ stayId: done.stayId })
    const item = file.items.find(({ code }) => code === 'background')
    expect(item).toMatchObject({ state: 'missing', reason: 'sent-later', version: 1 })
    const change = {
      id: item?.id ?? '',
      version: 1,
      state: 'received' as const,
      number: '33',
      issuedOn: '2026-11-22',
    }
    const after = await desk.hub.dossier.setItem(change)
    expect(after.missing).toBe(0)
    const another = { ...change, number: '34' }
    expect((await refusalOf(other.hub.dossier.setItem(another))).code).toBe('conflict')
  })

  it('papers past the day they were awaited by stand on the first screen, and filter the list', async () => {
    const days = testClock('2026-11-22T07:02:00.000Z')
    await using house = await startTestHub({ now: days.now })
    const { login } = await house.signIn('intake')
    const { login: zoneLogin } = await house.signIn('zone')
    // Sessions end while the clock moves on.
    const sitDown = () => house.signInAs(login)
    const first = await sitDown()
    const missing = paper('background', {
      state: 'missing',
      reason: 'sent-later',
      number: null,
      issuedOn: null,
    })
    const others = ['court-decision', 'assignment'].map((code) => paper(code))
    const done = await first.hub.intake.receive(form({ dossier: [...others, missing] }))
    const due = async (at: TestDesk) =>
      (await at.hub.today.get({})).due?.filter(({ duty }) => duty === 'IN-05')
    const line = { count: 1, people: [{ personId: done.personId }] }
    expect(await due(first)).toMatchObject([{ ...line, urgency: 'soon' }])
    const state = { id: missing.id, state: 'missing' as const, reason: 'sent-later' as const }
    await first.hub.dossier.setItem({ ...state, version: 1, dueOn: '2026-11-22' })
    expect(await due(first)).toMatchObject([{ ...line, urgency: 'today' }])
    days.advance(24 * 60)
    const next = await sitDown()
    expect(await due(next)).toMatchObject([{ ...line, urgency: 'late' }])
    expect(await due(await house.signInAs(zoneLogin))).toEqual([])
    const late = await next.hub.people.list({ papersOverdue: true })
    expect(late.rows.map(({ personId }) => personId)).toEqual([done.personId])
    await next.hub.dossier.setItem({ id: missing.id, version: 2, state: 'received', number: '5' })
    expect(await due(next)).toEqual([])
  })

  it('two desks on one paper: other fields merge, the same field shows both values, who and when', async () => {
    const done = await desk.hub.intake.receive(form())
    const file = await desk.hub.dossier.list({ stayId: done.stayId })
    const item = file.items.find(({ code }) => code === 'background')
    if (!item) throw new Error('no such paper')
    const { id, version, number, issuedOn, issuer, note } = item
    const seen = { state: item.state, number, issuedOn, issuer, reason: null, dueOn: null, note }
    const edit = { id, version, state: 'received' as const, number, issuedOn, issuer, note, seen }
    await desk.hub.dossier.setItem({ ...edit, number: '33/XN' })
    const merged = await other.hub.dossier.setItem({ ...edit, issuer: 'UBND phường Tam Thanh' })
    expect(merged.items.find((one) => one.id === id)).toMatchObject({
      number: '33/XN',
      issuer: 'UBND phường Tam Thanh',
      version: 3,
    })
    const refused = await refusalOf(other.hub.dossier.setItem({ ...edit, number: '34/XN', note: 'bản sao' }))
    expect(refused.code).toBe('conflict')
    expect(refused.data).toMatchObject({
      changedBy: expect.stringMatching(/\S/),
      changedAt: expect.any(String),
    })
    expect(refused.data.current).toEqual({ number: '33/XN', version: 3 })
    const unseen = await refusalOf(other.hub.dossier.setItem({ ...edit, seen: null }))
    expect(unseen.data.current).toEqual({ number: '33/XN', issuer: 'UBND phường Tam Thanh', version: 3 })
    const history = await desk.hub.people.history({ id: done.personId, cursor: null })
    expect(history.entries.flatMap(({ fields }) => fields)).toContainEqual(
      expect.objectContaining({ entity: 'dossier', before: number, after: '33/XN' }),
    )
  })

  it('somebody may come without any decision, with the reason', async () => {
    const missing = paper('court-decision', {
      state: 'missing',
      reason: 'urgent',
      number: null,
      issuedOn: null,
    })
    const stay = { decision: null, startOn: null }
    const said = await refusalOf(desk.hub.intake.receive(form({}, stay)))
    expect(said.data.problems).toContainEqual(expect.objectContaining({ code: 'decision-unwritten' }))
    const input = form({ dossier: [missing, paper('assignment'), paper('background')] }, stay)
    expect(await desk.hub.intake.receive(input)).toMatchObject({
      endOn: null,
      missing: [{ code: 'court-decision' }],
    })
  })
})

describe('one person, one stay', () => {
  it('the same card scanned at two desks at once ends as one stay, and the second desk is told where', async () => {
    const scan = () => form(newcomer('Nông Văn Thắng', '1988-08-08', '020088008808'))
    const answers = await Promise.allSettled([
      desk.hub.intake.receive(scan()),
      other.hub.intake.receive(scan()),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const refused = answers.find((answer) => answer.status === 'rejected')
    expect(refused?.reason).toMatchObject({
      code: 'rule_violated',
      message: expect.stringContaining('trùng số giấy tờ đang trong cơ sở'),
      data: { problems: [{ code: 'already-inside' }] },
    })
    const found = await desk.hub.people.search({ text: '020088008808' })
    expect(found.present).toHaveLength(1)
    expect(found.past).toHaveLength(0)
  })

  it('is stopped without a number too, by name and full birth date, until the desk decides', async () => {
    await desk.hub.intake.receive(form(newcomer('Triệu Văn Lâm', '1979-09-09')))
    const second = form(newcomer('Trieu Van Lam', '1979-09-09'))
    const likely = form(newcomer('Triệu Văn Lâm', '1979-09-09'))
    const refused = await refusalOf(other.hub.intake.receive(likely))
    const [problem] = refused.data.problems ?? []
    expect(problem?.field).toMatch(/^person\.match\./)
    const personId = (problem?.field ?? '').replace('person.match.', '')
    const { matches } = await other.hub.intake.match({ name: 'Trieu Van Lam', birth: '1979-09-09' })
    expect(matches[0]).toMatchObject({
      personId,
      isOnRoll: true,
      where: expect.stringContaining('đang trong cơ sở'),
    })
    if (likely.person.kind !== 'new' || second.person.kind !== 'new') throw new Error('newcomers')
    likely.person.notSame = [{ personId, reason: 'Hai anh em sinh đôi, khác số căn cước' }]
    const done = await other.hub.intake.receive(likely)
    expect((await desk.hub.merging.duplicates({ personId: done.personId })).matches).toEqual([])
  })

  it('refuses a second intake of somebody inside with where they are; after release the old file gets the stay', async () => {
    const first = await desk.hub.intake.receive(form(newcomer('Bế Văn Sơn', '1985-05-05', '020085005505')))
    const again = async () => {
      const found = await desk.hub.intake.match({ name: 'BẾ VĂN SƠN', numbers: ['020085005505'] })
      const [match] = found.matches
      if (!match) throw new Error('no match')
      return match
    }
    const inside = await again()
    expect(inside).toMatchObject({ level: 'strong', isOnRoll: true, personId: first.personId })
    const known = (version: number) => ({
      kind: 'existing' as const,
      personId: first.personId,
      version,
      fields: { name: 'Bế Văn Sơn', alias: 'Sơn Lé', birth: '1985-05-05', sex: 'male' as const },
    })
    const stay = { ordinal: 2, ordinalReason: 'Đợt trước hoàn thành tại cơ sở' }
    const refused = await refusalOf(desk.hub.intake.receive(form({ person: known(inside.version) }, stay)))
    expect(refused.data.problems).toMatchObject([
      { code: 'already-inside', message: expect.stringContaining('đang trong cơ sở') },
    ])

    clock.advance(1)
    await release(director, first.stayId)
    clock.advance(1)
    const back = await again()
    expect(back).toMatchObject({ isOnRoll: false, ordinal: { ordinal: 2 } })
    expect(back.stays).toMatchObject([{ ordinal: 1, endedKind: 'released' }])
    expect(back.fields.find(({ field }) => field === 'number')).toMatchObject({
      result: 'same',
      resultLabel: 'Khớp',
    })
    const done = await desk.hub.intake.receive(form({ person: known(back.version) }, stay))
    expect(done).toMatchObject({ personId: first.personId, endOn: '2029-11-22' })
    const file = await desk.hub.people.get({ id: first.personId })
    const called = await desk.hub.people.search({ text: 'son le' })
    expect(called.present).toMatchObject([{ personId: first.personId, ordinal: 2 }])
    expect(file.stays.map(({ ordinal, state }) => [ordinal, state])).toEqual([
      [2, 'inside'],
      [1, 'ended'],
    ])
  })
})

describe('expected arrivals', () => {
  it('are listed, closed by the intake, and called off with a reason', async () => {
    const announce = (name: string) =>
      desk.hub.intake.addExpected({ id: randomUUID(), name, track: 'compulsory', expectedOn: '2026-11-21' })
    const coming = await announce('phùng văn tú')
    const off = await announce('Phùng Văn Tài')
    expect(coming).toMatchObject({ name: 'Phùng Văn Tú', isLate: true })
    const done = await desk.hub.intake.receive(
      form({ ...newcomer('Phùng Văn Tú', '1990-01-01'), expectedId: coming.id }),
    )
    await desk.hub.intake.cancelExpected({ id: off.id, version: 1, reason: 'Tòa hoãn' })
    const { arrivals } = await desk.hub.intake.expected({ state: 'arrived' })
    expect(arrivals).toMatchObject([{ id: coming.id, stayId: done.stayId }])
    const twice = await refusalOf(desk.hub.intake.receive(form({ expectedId: coming.id })))
    expect(twice.data.problems).toMatchObject([{ code: 'arrival-closed' }])
    expect((await desk.hub.intake.expected({})).arrivals).toEqual([])
  })
})

describe('beds at intake', () => {
  it('ranks beds for somebody not yet received and tells what speaks against one on the form', async () => {
    const room = await buildRoom(admin, 'N', 2)
    const [taken = '', bedId = ''] = Object.values(room.beds)
    const woman = form({ bed: { eventId: randomUUID(), bedId: taken } })
    woman.person.fields.sex = 'female'
    await desk.hub.intake.receive(woman)
    const asked = { sex: 'male' as const, track: 'compulsory' as const, zoneId: room.zoneId }
    expect((await desk.hub.intake.beds(asked)).beds).toMatchObject([{ bedId, allowed: false }])
    const input = form({ bed: { eventId: randomUUID(), bedId } })
    const refused = await refusalOf(desk.hub.intake.receive(input))
    expect(refused.data.problems).toMatchObject([{ field: 'bed.bedId' }])
    expect((await refusalOf(desk.hub.custody.line({ stayId: input.stay.id }))).code).toBe('not_found')
  })

  it('keeps apart whom the newcomer names, before a bed is given', async () => {
    const room = await buildRoom(admin, 'K', 2)
    const [one = '', two = ''] = Object.values(room.beds)
    const first = await desk.hub.intake.receive(form({ bed: { eventId: randomUUID(), bedId: one } }))
    const keepApart = [
      { id: randomUUID(), otherPersonId: first.personId, level: 'room' as const, reason: 'Thù cũ' },
    ]
    const refused = await refusalOf(
      desk.hub.intake.receive(form({ keepApart, bed: { eventId: randomUUID(), bedId: two } })),
    )
    expect(refused.data.problems).toMatchObject([{ field: 'bed.bedId' }])
    const done = await desk.hub.intake.receive(form({ keepApart }))
    expect((await zone.hub.keepApart.list({ personId: done.personId })).pairs).toMatchObject([
      { otherPersonId: first.personId, reason: 'Thù cũ' },
    ])
  })
})

describe('the first health check', () => {
  it('is written and seen by the medical role alone; others see that there is one', async () => {
    const firstCheck = {
      id: randomUUID(),
      body: { pulse: 80, illnesses: [{ illness: 'hiv' as const, answer: 'yes' as const }] },
    }
    expect((await refusalOf(desk.hub.intake.receive(form({ firstCheck })))).code).toBe('forbidden')
    const { stayId } = await desk.hub.intake.receive(form())
    for (const who of [desk, director, zone, admin]) {
      expect((await who.raw('medical/firstCheck', { stayId })).code).toBe('forbidden')
      expect((await who.raw('medical/saveFirstCheck', { stayId, ...firstCheck, version: null })).code).toBe(
        'forbidden',
      )
    }
    await medical.hub.medical.saveFirstCheck({ ...firstCheck, stayId, version: null })
    expect(
      (await refusalOf(medical.hub.medical.saveFirstCheck({ ...firstCheck, stayId, version: null }))).code,
    ).toBe('conflict')
    expect((await medical.hub.medical.firstCheck({ stayId })).check).toMatchObject({
      version: 1,
      body: { pulse: 80 },
    })
    const record = await desk.hub.intake.record({ stayId })
    expect(record.hasFirstCheck).toBe(true)
    expect(JSON.stringify(record)).not.toContain('hiv')
  })
})

describe('addresses', () => {
  it('reads an address of before the merger and finds the commune of today', async () => {
    const read = await desk.hub.intake.understandAddress({
      text: 'Thôn Nà Mỏ, Xã Mai Pha, Thành phố Lạng Sơn, Lạng Sơn',
    })
    expect(read).toMatchObject({ confidence: 'commune', provinceCode: '20', detail: 'Thôn Nà Mỏ' })
    const { communes } = await desk.hub.intake.suggestCommunes({ text: 'mai pha lang son' })
    expect(communes[0]).toMatchObject({ code: read.communeCode, via: expect.stringContaining('Mai Pha') })
  })
})

describe('who may', () => {
  it.each(['administrator', 'zone', 'medical', 'teacher', 'incident', 'reporter', 'inspector'] as const)(
    '%s receives nobody',
    async (role) => {
      const stranger = await test.signIn(role)
      const { stay, ...rest } = form()
      expect((await stranger.raw('intake/receive', { ...rest, stay: { ...stay, ...COMPULSORY } })).code).toBe(
        'forbidden',
      )
      const canRead = role === 'inspector'
      expect((await stranger.raw('intake/expected')).code).toBe(canRead ? undefined : 'forbidden')
      expect((await stranger.raw('intake/match', { name: 'a' })).code).toBe('forbidden')
    },
  )
})

it('nothing of all this was an error of the hub', () => {
  expect(test.errors).toEqual([])
})
