import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IncidentForm } from '#domain/documents/incident-editions.ts'
import { INCIDENT_KIND_LABELS, INCIDENT_KINDS, type IncidentKind } from '#domain/incidents/incident-kinds.ts'
import { formOnDay } from '#domain/incidents/kind-forms.ts'
import { documentBytes, documentWords } from './_document-words.ts'
import { form as intakeForm } from './_intake.ts'
import { refusalOf } from './_lodging.ts'
import { enterPeople, type EnteredPerson } from './_people.ts'
import { startTestHub, testClock, type TestDesk, type TestHub } from './_test-hub.ts'

/** Sunday 09:00 in Viet Nam. */
const clock = testClock('2026-11-22T02:00:00.000Z')
const AT = '2026-11-22T01:30:00.000Z'

let test: TestHub
let run: TestDesk
let doctor: TestDesk
let zone: TestDesk
let intake: TestDesk
let people: EnteredPerson[]

beforeAll(async () => {
  test = await startTestHub({ now: clock.now })
  run = await test.signIn('incident', { name: 'Lê Văn Xử' })
  doctor = await test.signIn(['medical', 'incident'], { name: 'Bs Nông Thị Y' })
  zone = await test.signIn('zone', { name: 'Vi Văn Khu' })
  intake = await test.signIn('intake', { name: 'Lê Thu Hà' })
  people = enterPeople(test, [
    { name: 'Hứa Văn An', birth: '1990-03-05', citizenId: '020090000123', dossier: 'HS-0001' },
    { name: 'Lý Văn Bình', birth: '1988', receivedAt: '2025-06-02T02:00:00.000Z' },
    { name: 'Nông Văn Dũng', birth: '1995' },
  ])
})
afterAll(() => test.close())

type Report = Parameters<TestDesk['hub']['incidents']['report']>[0]
type Involved = NonNullable<Report['people']>[number]

function resident(role: string, index: number): Involved & { id: string } {
  return { id: randomUUID(), role, who: 'resident', personId: people[index]?.personId ?? '' }
}

async function report(kind: IncidentKind, involved: Involved[], at = AT): Promise<string> {
  const id = randomUUID()
  const facts = { occurredAt: at, placeNote: 'Sân chung', summary: 'Xảy ra khi xếp hàng ăn trưa' }
  await run.hub.incidents.report({ id, kind, ...facts, people: involved })
  return id
}

function make(incidentId: string, form: IncidentForm, part: string | null = null, desk = run) {
  return desk.hub.documents.make({ id: randomUUID(), incidentId, incidentPart: part, form })
}
/** An escape is reported with what custody says of it; any other kind as it is. */
async function reportAny(kind: IncidentKind, role: string | undefined): Promise<string> {
  if (kind !== 'escape') return report(kind, role === undefined ? [] : [resident(role, 0)])
  const [, , away] = people
  const { incidentId } = await run.hub.escapes.report({
    incidentId: randomUUID(),
    escapes: [{ eventId: randomUUID(), stayId: away?.stayId ?? '' }],
    at: AT,
    fromWhere: 'Sân chung',
  })
  return incidentId
}

const words = (id: string, desk = run) => documentWords(test, desk, id)

async function seize(id: string, sealNumber: string): Promise<void> {
  await run.hub.incidents.addExhibit({
    id,
    exhibitId: randomUUID(),
    kind: 'drug',
    substance: 'heroin',
    route: 'parcel',
    description: 'bột trắng gói giấy bạc',
    quantity: 2.5,
    unit: 'gram',
    sealNumber,
    personId: people[0]?.personId ?? null,
    foundAt: AT,
    holder: 'Kho vật chứng',
  })
}

describe('the papers of every kind', () => {
  it.each(INCIDENT_KINDS)(
    '%s: everything that is offered is filled in, with number and kind',
    async (kind) => {
      const [role] = formOnDay(kind, '2026-11-22')?.roles.filter(({ who }) => who === 'resident') ?? []
      const id = await reportAny(kind, role?.id)
      const { offers } = await run.hub.documents.listIncident({ incidentId: id })
      const { number } = await run.hub.incidents.get({ id })
      const ready = offers.filter(({ problem }) => problem === null)
      expect(ready.map(({ form }) => form)).toEqual(
        expect.arrayContaining(['incident-minutes', 'incident-report']),
      )
      for (const { form, partId } of ready) {
        const text = await words((await make(id, form, partId)).id)
        expect(text).toContain(number)
        expect(text).not.toMatch(/undefined|null|\{[a-z_#/]+\}/)
        const label = INCIDENT_KIND_LABELS[kind].toLocaleLowerCase('vi')
        const said =
          role === undefined ? [] : [kind === 'escape' ? 'Nông Văn Dũng' : 'Hứa Văn An', role.label]
        const parts = form === 'incident-minutes' ? [label, 'Sân chung', ...said] : []
        for (const part of parts) expect(text).toContain(part)
      }
    },
  )
})

describe('what stands in them', () => {
  it('a fight: people with roles, the signed account, things with seal; who was hurt, not how', async () => {
    const one = resident('attacker', 0)
    const other = resident('victim', 1)
    const id = await report('fight', [one, other])
    const account = { id, narrativeId: randomUUID(), kind: 'narrative' as const, body: 'An đánh Bình ở sân.' }
    await run.hub.incidents.addNarrative(account)
    const said = { kind: 'statement' as const, involvementId: other.id, body: 'Tôi bị An đánh trước.' }
    await run.hub.incidents.addNarrative({ id, narrativeId: randomUUID(), ...said })
    const injury = { id, injuryId: randomUUID(), involvementId: other.id, noticedAt: AT, isHospital: true }
    await run.hub.incidents.addInjury(injury)
    const found = { severity: 'moderate' as const, detail: 'Gãy xương trụ tay trái', treatment: 'Nẹp bột' }
    await doctor.hub.incidents.examine({ id: injury.injuryId, version: 1, ...found })
    await seize(id, 'NP-01')

    const minutes = await words((await make(id, 'incident-minutes')).id)
    for (const part of [
      'An đánh Bình ở sân.',
      'Lý Văn Bình',
      'đã đưa đi bệnh viện',
      '2,5 gam',
      'NP-01',
      'Heroin',
      'Lê Văn Xử ký',
    ])
      expect(minutes).toContain(part)
    expect(minutes).not.toContain('Gãy xương')
    expect(minutes).not.toContain('Tôi bị An đánh trước.')

    const seizure = await words((await make(id, 'seizure-minutes')).id)
    for (const part of ['bột trắng gói giấy bạc', 'thu giữ', 'Kho vật chứng', 'Hứa Văn An'])
      expect(seizure).toContain(part)

    const statement = await make(id, 'incident-statement', other.id)
    expect(await words(statement.id)).toContain('Tôi bị An đánh trước.')
    const own = await words((await make(id, 'incident-statement', one.id)).id)
    for (const part of ['HỨA VĂN AN', '05/03/1990', '020090000123', '………………']) expect(own).toContain(part)
    const { documents } = await run.hub.documents.listIncident({ incidentId: id })
    expect(documents.find((line) => line.id === statement.id)).toMatchObject({
      about: 'Lý Văn Bình',
      personId: null,
      incidentId: id,
      incidentPart: other.id,
    })

    // What was found is a paper of its own, which the medical role alone makes and opens.
    expect((await refusalOf(make(id, 'injury-minutes'))).data.problems).toMatchObject([
      { code: 'injury-minutes-medical' },
    ])
    const injuries = await make(id, 'injury-minutes', null, doctor)
    expect(await words(injuries.id, doctor)).toContain('Gãy xương trụ tay trái')
    const closed = await fetch(`${test.url}/files/document/${injuries.id}.docx`, {
      headers: { cookie: run.cookie },
    })
    expect(closed.status).toBe(404)

    expect((await refusalOf(make(id, 'incident-decision'))).message).toContain('chưa kết luận')
    const early = { id: randomUUID(), incidentId: id, form: 'incident-minutes' as const, on: '2026-11-21' }
    expect((await refusalOf(run.hub.documents.make(early))).message).toContain('trước ngày xảy ra')
  })

  it('a decided one: the decision with what was concluded, an account of staff, things handed over', async () => {
    const director = await test.signIn('director', { name: 'Trần Bảo' })
    const staff = { id: randomUUID(), role: 'on-duty', who: 'staff' as const, userId: zone.userId }
    const id = await report('fight', [resident('attacker', 0), resident('victim', 1), staff])
    const account = await words((await make(id, 'incident-account', staff.id)).id)
    for (const part of ['Vi Văn Khu', 'Cán bộ trực', 'NGƯỜI TƯỜNG TRÌNH']) expect(account).toContain(part)
    await seize(id, 'NP-02')
    const [exhibit] = (await run.hub.incidents.get({ id })).exhibits
    const move = { moveId: randomUUID(), kind: 'handed-over' as const, toHolder: 'Đại úy Hoàng Văn Nhận' }
    await run.hub.incidents.moveExhibit({ id: exhibit?.id ?? '', version: exhibit?.version ?? 0, ...move })
    const over = await words((await make(id, 'exhibit-hand-over')).id)
    for (const part of ['Đại úy Hoàng Văn Nhận', 'Lê Văn Xử', 'NP-02', '2,5 gam'])
      expect(over).toContain(part)

    const answers = { between: 'one-sided', cause: 'quarrel', weapon: 'no', injured: 'no', ended: 'staff' }
    for (const [question, answer] of Object.entries(answers))
      await run.hub.incidents.answer({ id, answerId: randomUUID(), question, answer })
    const body = 'An đánh Bình khi xếp hàng.'
    await run.hub.incidents.addNarrative({ id, narrativeId: randomUUID(), kind: 'narrative', body })
    for (const [action, comment] of [
      ['take-up', null],
      ['decide', 'An đánh Bình do mâu thuẫn nợ nần; đề nghị kỷ luật cảnh cáo.'],
    ] as const) {
      const { version } = await run.hub.incidents.get({ id })
      await director.hub.incidents.act({ id, version, action, comment })
    }
    const decision = await make(id, 'incident-decision')
    expect(decision.register).toBe('decisions')
    const text = await words(decision.id)
    for (const part of ['mâu thuẫn nợ nần', 'Điều 3', 'Hứa Văn An', 'Lý Văn Bình'])
      expect(text).toContain(part)
  })

  it('prints the same bytes again after the incident went on, and each print is on record', async () => {
    const id = await report('fight', [resident('attacker', 0)])
    const line = await make(id, 'incident-minutes')
    const first = await documentBytes(test, run, line.id)
    const account = { id, narrativeId: randomUUID(), kind: 'narrative' as const, body: 'Viết sau khi in.' }
    await run.hub.incidents.addNarrative(account)
    const again = await documentBytes(test, run, line.id)
    expect(createHash('sha256').update(again).digest('hex')).toBe(line.sha256)
    expect(Buffer.compare(first, again)).toBe(0)
    const inspector = await test.signIn('inspector')
    const { lines } = await inspector.hub.audit.list({ action: 'document.taken' })
    expect(lines.filter(({ subjectId }) => subjectId === line.id)).toHaveLength(2)
  })

  it('INC-17 (nội quy): the report goes to whom the centre decided, and only the head decides', async () => {
    const id = await report('disorder', [])
    const refused = await run.raw('documents/setReportTo', { to: 'Công an tỉnh' })
    expect(refused.code).toBe('forbidden')
    const director = await test.signIn('director')
    await director.hub.documents.setReportTo({ to: 'Công an tỉnh Lạng Sơn (PC04)' })
    expect(await words((await make(id, 'incident-report')).id)).toContain('Công an tỉnh Lạng Sơn (PC04)')
  })
})

it('a restricted incident: its papers are to be found by those alone who may read it', async () => {
  const id = await report('staff-misconduct', [])
  const line = await make(id, 'incident-minutes')
  for (const desk of [zone, intake]) {
    expect((await desk.raw('documents/listIncident', { incidentId: id })).code).toBe('not_found')
    expect((await desk.raw('documents/get', { id: line.id })).code).toBe('not_found')
    const file = await fetch(`${test.url}/files/document/${line.id}.docx`, {
      headers: { cookie: desk.cookie },
    })
    expect(file.status).toBe(404)
    const paper = { id: randomUUID(), incidentId: id, form: 'incident-minutes' }
    expect(['not_found', 'forbidden']).toContain((await desk.raw('documents/make', paper)).code)
  }
  const inspector = await test.signIn('inspector')
  const { documents, offers } = await inspector.hub.documents.listIncident({ incidentId: id })
  expect([documents.map(({ mayOpen }) => mayOpen), offers]).toEqual([[true], []])
})

describe('a death', () => {
  it.each([
    [
      'INC-14 (D116 Điều 61.1)',
      '2026-06-30T10:00:00.000Z',
      5,
      ['Tòa án cấp huyện'],
      '116/2021/NĐ-CP Điều 61.1',
    ],
    [
      'INC-14 (D163 Điều 122.1)',
      '2026-07-01T10:00:00.000Z',
      4,
      ['Viện kiểm sát khu vực'],
      '163/2026/NĐ-CP Điều 122.1',
    ],
  ])('%s: the notices of the law of its day', async (_title, at, count, named, article) => {
    const dead = { ...resident('died', 1) }
    const id = await report('death', [dead], at)
    const { offers } = await run.hub.documents.listIncident({ incidentId: id })
    const notices = offers.filter(({ form }) => form === 'death-notice')
    expect(notices).toHaveLength(count)
    expect(notices.map(({ about }) => about)).toEqual(expect.arrayContaining(named))
    for (const { partId, about } of notices) {
      const text = await words((await make(id, 'death-notice', partId)).id)
      for (const part of [about, article, 'LÝ VĂN BÌNH']) expect(text).toContain(part)
    }
  })

  it('from the report to custody, notices, papers, belongings and money (INC-14, INC-15, DIS-06)', async () => {
    const seal = { id: randomUUID(), sealNumber: 'NP-9001', storedAt: null }
    const thing = { id: randomUUID(), description: 'Đồng hồ', quantity: 1, condition: null }
    const { stayId, personId } = await intake.hub.intake.receive(
      intakeForm({
        deposit: { id: randomUUID(), amount: 150_000 },
        belongings: { bags: [{ ...seal, lines: [thing] }], kept: [] },
      }),
    )
    clock.advance(10)
    const dead = { id: randomUUID(), role: 'died', who: 'resident' as const, personId }
    const at = clock.now()
    const id = await report('death', [dead], at)
    const before = await refusalOf(make(id, 'family-absent-minutes'))
    expect(before.message).toContain('INC-15')
    await run.hub.incidents.recordDeath({ id, involvementId: dead.id, eventId: randomUUID(), at })
    expect((await zone.hub.custody.line({ stayId })).events.at(-1)?.kind).toBe('died')

    for (const notice of (await run.hub.incidents.get({ id })).notices) {
      const paper = await make(id, 'death-notice', notice.id)
      const sent = { sentAt: clock.now(), how: 'by-hand' as const, paperNumber: paper.fullNumber }
      await run.hub.incidents.sendNotice({ id: notice.id, version: notice.version, ...sent })
    }
    clock.advance(24 * 60 - 1)
    run = await test.signIn('incident')
    intake = await test.signIn('intake')
    zone = await test.signIn('zone')
    const refused = await refusalOf(make(id, 'family-absent-minutes'))
    expect(refused.message).toMatch(/INC-15.*163\/2026\/NĐ-CP Điều 122/)
    clock.advance(1)
    const absent = await words((await make(id, 'family-absent-minutes')).id)
    for (const part of ['quá 24 giờ', 'Người làm chứng']) expect(absent).toContain(part)

    await intake.hub.ledger.settle({ id: randomUUID(), stayId, to: 'held', party: 'Chờ thân nhân' })
    expect(await intake.hub.deposit.statement({ stayId })).toMatchObject({ balance: 0, held: 150_000 })
    const minutes = await intake.hub.documents.make({ id: randomUUID(), stayId, form: 'return-minutes' })
    expect(await words(minutes.id, intake)).toContain('NP-9001')
    const given = { kind: 'returned' as const, signedBy: 'Vi Thị Vợ', secondSigner: 'Lê Thu Hà' }
    const { bags } = await intake.hub.deposit.recordBag({ id: randomUUID(), bagId: seal.id, ...given })
    expect(bags).toMatchObject([{ state: 'returned' }])
    const paid = await intake.hub.ledger.payHeld({ id: randomUUID(), stayId, party: 'Vi Thị Vợ' })
    expect(paid.amount).toBe(150_000)
    // The stay is over, and its end stands as the day of death.
    const { events } = await zone.hub.custody.line({ stayId })
    expect(events.map(({ kind }) => kind)).toEqual(['received', 'died'])
  })
})
