import { createHash, randomUUID } from 'node:crypto'
import { zipSync, strFromU8, strToU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EDITION_IDS, FORM_EDITIONS } from '#domain/documents/form-editions.ts'
import { INCIDENT_REPORT_TAGS, INCIDENT_REPORT_TEMPLATE } from '#domain/documents/incident-report.ts'
import { factoryTemplate } from '#hub/documents/factory-templates.ts'
import { findTags } from '#hub/documents/merge-docx.ts'
import { form as intakeForm } from './_intake.ts'
import { enterPeople, type EnteredPerson, type TestPerson } from './_people.ts'
import { startTestHub, type TestDesk, type TestHub } from './_test-hub.ts'

const NOW = '2026-11-22T03:00:00.000Z'

let test: TestHub
let intake: TestDesk
beforeAll(async () => {
  test = await startTestHub({ now: NOW })
  intake = await test.signIn('intake', { name: 'Lê Thu Hà' })
})
afterAll(() => test.close())

function enter(person: Partial<TestPerson> = {}): EnteredPerson {
  const [entered] = enterPeople(test, [{ name: 'Hoàng Văn Đức', birth: '1990-03-05', ...person }])
  if (!entered) throw new Error('nobody entered')
  return entered
}

function download(desk: TestDesk, path: string): Promise<Response> {
  return fetch(`${test.url}${path}`, { headers: { cookie: desk.cookie } })
}

function upload(desk: TestDesk, edition: string, bytes: Uint8Array): Promise<Response> {
  return fetch(`${test.url}/files/template/${edition}?name=mau.docx`, {
    method: 'POST',
    headers: { cookie: desk.cookie, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  })
}

/** The words of a Word file, line by line. */
function wordsOf(bytes: Uint8Array): string {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  return xml
    .replace(/<w:br\/>|<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

async function textOfDocument(desk: TestDesk, id: string): Promise<string> {
  const answer = await download(desk, `/files/document/${id}.docx`)
  expect(answer.status).toBe(200)
  return wordsOf(new Uint8Array(await answer.arrayBuffer()))
}

/** A factory template with a part of its body changed, or parts added. */
function changed(
  edition: (typeof EDITION_IDS)[number],
  change: Record<string, (text: string) => string>,
): Uint8Array {
  const parts = unzipSync(factoryTemplate(edition).bytes)
  for (const [name, edit] of Object.entries(change))
    parts[name] = strToU8(edit(parts[name] ? strFromU8(parts[name]) : ''))
  return zipSync(parts)
}

interface Refusal {
  json: { code: string; message: string; data: { problems?: { code: string; message: string }[] } }
}

describe('numbering', () => {
  it('gives fifty desks at once the numbers 1 to 50 of a register and year, none twice, none missing', async () => {
    const { stayId, personId } = enter()
    const made = await Promise.all(
      Array.from({ length: 50 }, () =>
        intake.hub.documents.make({ id: randomUUID(), stayId, form: 'rehab-plan' }),
      ),
    )
    const numbers = made.map((line) => Number(line.fullNumber.split('/')[0])).toSorted((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 50 }, (_, at) => at + 1))
    expect(made[0]?.fullNumber).toMatch(/^\d\d\/KH-CSCN$/)
    const { documents } = await intake.hub.documents.list({ personId })
    expect(documents).toHaveLength(50)
  })

  it('prints the number it was kept under, below ten with a nought before it (NĐ 30/2020)', async () => {
    const { stayId } = enter()
    const line = await intake.hub.documents.make({ id: randomUUID(), stayId, form: 'deposit-receipt' })
    expect(line.fullNumber).toBe('01/BN-CSCN')
    expect(await textOfDocument(intake, line.id)).toContain('Số: 01/BN-CSCN')
  })

  it('begins again with the year of the document', async () => {
    const { stayId } = enter({ receivedAt: '2025-12-01T02:00:00.000Z' })
    const make = (on: string) =>
      intake.hub.documents.make({ id: randomUUID(), stayId, form: 'deposit-receipt', on })
    const old = await make('2025-12-31')
    expect([old.year, old.fullNumber]).toEqual([2025, '01/BN-CSCN'])
    const next = await make('2025-12-30')
    expect(next.fullNumber).toBe('02/BN-CSCN')
  })

  it('takes no number for a request sent twice, and none for a refused one', async () => {
    const { stayId } = enter()
    const id = randomUUID()
    const first = await intake.hub.documents.make({ id, stayId, form: 'deposit-receipt' })
    const again = await intake.hub.documents.make({ id, stayId, form: 'deposit-receipt' })
    expect(again.sha256).toBe(first.sha256)
    const refused = await intake.raw('documents/make', {
      id: randomUUID(),
      stayId,
      form: 'deposit-receipt',
      on: '2027-01-01',
    })
    expect(refused.code).toBe('rule_violated')
    const next = await intake.hub.documents.make({ id: randomUUID(), stayId, form: 'deposit-receipt' })
    expect(Number(next.fullNumber.split('/')[0])).toBe(Number(first.fullNumber.split('/')[0]) + 1)
  })

  it('keeps the number of a cancelled document used, and cancels it once, with a reason', async () => {
    const { stayId } = enter()
    const line = await intake.hub.documents.make({ id: randomUUID(), stayId, form: 'information-sheet' })
    const cancelled = await intake.hub.documents.cancel({
      id: line.id,
      version: 1,
      reason: 'Ghi sai bên giao',
    })
    expect(cancelled).toMatchObject({
      cancelReason: 'Ghi sai bên giao',
      cancelledBy: 'Lê Thu Hà',
      version: 2,
    })
    const next = await intake.hub.documents.make({ id: randomUUID(), stayId, form: 'information-sheet' })
    expect(Number(next.fullNumber.split('/')[0])).toBe(Number(line.fullNumber.split('/')[0]) + 1)
    const twice = await intake.raw('documents/cancel', { id: line.id, version: 2, reason: 'Lần nữa' })
    expect(twice.code).toBe('rule_violated')
    const stale = await intake.raw('documents/cancel', { id: next.id, version: 9, reason: 'Bản cũ' })
    expect(stale.code).toBe('conflict')
  })
})

describe('the file', () => {
  it('is the same bytes at every print, also after the record and the template have changed', async () => {
    const { stayId, personId } = enter({ name: 'Nông Văn Tài' })
    const line = await intake.hub.documents.make({ id: randomUUID(), stayId, form: 'hand-over' })
    const first = Buffer.from(await (await download(intake, `/files/document/${line.id}.docx`)).arrayBuffer())
    expect(createHash('sha256').update(first).digest('hex')).toBe(line.sha256)
    await intake.hub.people.change({
      id: personId,
      version: 1,
      fields: { name: 'Nông Văn Tại' },
      seen: { name: 'Nông Văn Tài' },
    })
    const director = await test.signIn('director')
    const other = changed('d163-42', {
      'word/document.xml': (xml) => xml.replace('BIÊN BẢN', 'BIÊN BẢN (mẫu mới)'),
    })
    expect((await upload(director, 'd163-42', other)).status).toBe(200)
    const again = Buffer.from(await (await download(intake, `/files/document/${line.id}.docx`)).arrayBuffer())
    expect(again.equals(first)).toBe(true)
    const anew = await intake.hub.documents.make({ id: randomUUID(), stayId, form: 'hand-over' })
    const text = await textOfDocument(intake, anew.id)
    expect(text).toContain('BIÊN BẢN (mẫu mới)')
    expect(text).toContain('NÔNG VĂN TẠI')
    await director.hub.templates.use({ edition: 'd163-42', templateId: null })
  })

  it('prints names of any kind as they are, as text and nothing else', async () => {
    const name = `Trần <b>"Văn" & 'A'</b> {ho_ten} {#giay_to} ]]> Ngọc`
    const { stayId } = enter({ name })
    const line = await intake.hub.documents.make({ id: randomUUID(), stayId, form: 'hand-over' })
    expect(await textOfDocument(intake, line.id)).toContain(name)
  })

  it('takes a name of 200 characters and typed text with control characters and halves of characters', async () => {
    const name = 'Nguyễn Thị '.repeat(18).trim().slice(0, 200)
    const { stayId } = enter({ name })
    const line = await intake.hub.documents.make({
      id: randomUUID(),
      stayId,
      form: 'hand-over',
      answers: { y_kien_khac: 'Dòng một\r\nDòng\u0000 hai\u0008 \uFFFE' },
    })
    const text = await textOfDocument(intake, line.id)
    expect(text).toContain(name.toLocaleUpperCase('vi'))
    expect(text).toContain('Dòng một\nDòng hai')
  })

  it.each(['hand-over', 'information-sheet', 'rehab-plan', 'deposit-receipt'] as const)(
    'prints dots where nothing is known on %s, never “undefined”, “null” or an unfilled tag',
    async (form) => {
      const { stayId } = enter({ birth: '1985' })
      const line = await intake.hub.documents.make({ id: randomUUID(), stayId, form })
      const text = await textOfDocument(intake, line.id)
      expect(text).toContain('……')
      expect(text).not.toMatch(/undefined|null|NaN|\[object|\{|\}/)
      expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
      expect(text).toContain('Độc lập - Tự do - Hạnh phúc')
      expect(text).toContain('Lạng Sơn, ngày')
    },
  )

  it('is refused to strangers and to roles without the right, and every opening is recorded', async () => {
    const { stayId, personId } = enter()
    const line = await intake.hub.documents.make({ id: randomUUID(), stayId, form: 'hand-over' })
    const path = `/files/document/${line.id}.docx`
    expect((await fetch(`${test.url}${path}`)).status).toBe(401)
    const reporter = await test.signIn('reporter')
    expect((await download(reporter, path)).status).toBe(403)
    expect((await download(intake, `/files/document/${randomUUID()}.docx`)).status).toBe(404)
    const answer = await download(intake, `${path}?for=print`)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    const { entries } = await intake.hub.people.history({ id: personId, cursor: null })
    expect(entries.map((entry) => entry.action)).toEqual(
      expect.arrayContaining(['document.made', 'document.taken']),
    )
  })
})

describe('the right form and signer for the day', () => {
  it.each([
    ['compulsory', '2026-06-30T16:59:59.000Z', 'Mẫu số 40'],
    ['compulsory', '2026-06-30T17:00:00.000Z', 'Mẫu số 42'],
    ['held', '2026-06-30T03:00:00.000Z', 'Mẫu số 37'],
    ['held', '2026-07-01T03:00:00.000Z', 'Mẫu số 31'],
    ['voluntary', '2026-07-01T03:00:00.000Z', 'Mẫu số 31'],
  ] as const)(
    '%s received at %s: the hand-over record is %s (D116 Điều 47, 55; D163 Điều 96, 99, 108)',
    async (track, receivedAt, formNumber) => {
      const { stayId } = enter({ track, receivedAt })
      const line = await intake.hub.documents.make({ id: randomUUID(), stayId, form: 'hand-over' })
      expect(line.formNumber).toBe(formNumber)
      expect(await textOfDocument(intake, line.id)).toContain(formNumber)
    },
  )

  it('says why there is no hand-over record of a voluntary person before 01/07/2026', async () => {
    const { stayId } = enter({ track: 'voluntary', receivedAt: '2026-06-30T03:00:00.000Z' })
    const prepared = await intake.hub.documents.prepare({ stayId, form: 'hand-over' })
    expect(prepared.problem).toContain('01/07/2026')
    const refused = await intake.raw('documents/make', { id: randomUUID(), stayId, form: 'hand-over' })
    expect(refused.code).toBe('rule_violated')
  })

  it('keeps Mẫu 19 and 20 for what was done on 30/06/2026 and takes 17 and 18 from 01/07/2026', async () => {
    const { stayId } = enter({ receivedAt: '2026-06-20T03:00:00.000Z' })
    const numbers = async (on: string) =>
      Promise.all(
        (['information-sheet', 'rehab-plan'] as const).map(
          async (form) => (await intake.hub.documents.prepare({ stayId, form, on })).formNumber,
        ),
      )
    expect(await numbers('2026-06-30')).toEqual(['Mẫu số 19', 'Mẫu số 20'])
    expect(await numbers('2026-07-01')).toEqual(['Mẫu số 17', 'Mẫu số 18'])
  })

  it('names centre, superior body and head as they were on the document’s day', async () => {
    const director = await test.signIn('director')
    await director.hub.centre.addProfile({
      id: randomUUID(),
      validFrom: '2025-01-01',
      name: 'Cơ sở cai nghiện tỉnh Lạng Sơn',
      headTitle: 'Trưởng cơ sở',
      headName: 'Phạm Đình Cũ',
      superiorBody: 'Sở Lao động - Thương binh và Xã hội',
    })
    await director.hub.centre.addProfile({
      id: randomUUID(),
      validFrom: '2027-01-01',
      name: 'Cơ sở cai nghiện tương lai',
      headTitle: 'Giám đốc',
      headName: 'Người Sau Này',
    })
    await director.hub.centre.addProfile({
      id: randomUUID(),
      validFrom: '2026-09-01',
      name: 'Cơ sở cai nghiện ma túy Cao Lộc',
      headTitle: 'Giám đốc',
      headName: 'Vi Văn Minh',
      superiorBody: 'Công an tỉnh Lạng Sơn',
    })
    const before = enter({ receivedAt: '2026-08-31T03:00:00.000Z' })
    const after = enter({ receivedAt: '2026-09-01T03:00:00.000Z' })
    const textOf = async (stayId: string) => {
      const line = await intake.hub.documents.make({ id: randomUUID(), stayId, form: 'hand-over' })
      return textOfDocument(intake, line.id)
    }
    const old = await textOf(before.stayId)
    const now = await textOf(after.stayId)
    expect(now).toContain('Vi Văn Minh')
    expect(now).toContain('CƠ SỞ CAI NGHIỆN MA TÚY CAO LỘC')
    expect(old).not.toContain('Vi Văn Minh')
    expect(old).toContain('SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI')
    expect(old).toContain('Phạm Đình Cũ')
    expect(old + now).not.toContain('Người Sau Này')
  })

  it('refuses a day before the reception or in the future', async () => {
    const { stayId } = enter({ receivedAt: '2026-11-20T03:00:00.000Z' })
    for (const on of ['2026-11-19', '2026-11-23']) {
      const refused = await intake.raw('documents/make', { id: randomUUID(), stayId, form: 'hand-over', on })
      expect(refused.code).toBe('rule_violated')
    }
  })
})

describe('what intake took down', () => {
  const bagId = randomUUID()
  const taken = () =>
    intakeForm({
      reception: {
        eventId: randomUUID(),
        how: 'escort',
        from: 'Công an phường Đông Kinh',
        note: 'Tỉnh táo, không có thương tích',
      },
      belongings: {
        bags: [
          {
            id: bagId,
            sealNumber: 'NP-0145',
            lines: [{ id: randomUUID(), description: 'Nhẫn kim loại màu vàng', quantity: 1 }],
          },
        ],
        kept: [{ id: randomUUID(), description: 'Kính cận', quantity: 1, condition: 'gọng gãy' }],
      },
      deposit: { id: randomUUID(), amount: 1_205_000 },
      relatives: [
        { id: randomUUID(), relation: 'mother', name: 'Lý Thị Mai', phone: '0912 345 678', isContact: true },
      ],
      sheet: {
        id: randomUUID(),
        body: {
          marital: 'married',
          heightCm: 168,
          substances: [{ substance: 'heroin', routes: ['inject'], isMain: true }],
        },
      },
    })

  it('stands in the hand-over record, the receipt and the sheet; health only for who may see it', async () => {
    const { stayId, personId } = await intake.hub.intake.receive(taken())
    const make = (desk: TestDesk, form: 'hand-over' | 'deposit-receipt' | 'information-sheet') =>
      desk.hub.documents.make({ id: randomUUID(), stayId, form })

    const record = await textOfDocument(intake, (await make(intake, 'hand-over')).id)
    for (const words of [
      'Công an phường Đông Kinh',
      'Tỉnh táo, không có thương tích',
      'gồm 03 loại giấy tờ',
      'niêm phong NP-0145',
      'gọng gãy; mang theo người',
    ])
      expect(record).toContain(words)

    const receipt = await textOfDocument(intake, (await make(intake, 'deposit-receipt')).id)
    expect(receipt).toContain('1.205.000 đồng')
    expect(receipt).toContain('Một triệu hai trăm linh năm nghìn đồng')
    expect(receipt).toMatch(/PTLK \d+\/2026/)
    expect(receipt).toContain('Nhẫn kim loại màu vàng')
    expect(receipt).not.toContain('Kính cận')

    const medical = await test.signIn('medical')
    await medical.hub.medical.saveFirstCheck({
      id: randomUUID(),
      stayId,
      version: null,
      body: { pulse: 82, illnesses: [{ illness: 'tuberculosis', answer: 'yes', note: 'đang điều trị' }] },
    })
    const open = await make(intake, 'information-sheet')
    const sheet = await textOfDocument(intake, open.id)
    for (const words of ['Có vợ, chồng', 'Lý Thị Mai (Mẹ)', 'Heroin (CDTP 3)', 'Tiêm chích', '168'])
      expect(sheet).toContain(words)
    expect(open.isMedical).toBe(false)
    expect(sheet).not.toContain('đang điều trị')

    const closed = await make(medical, 'information-sheet')
    expect(closed.isMedical).toBe(true)
    expect(await textOfDocument(medical, closed.id)).toContain('Có, đang điều trị')
    for (const desk of [intake, await test.signIn('director')]) {
      expect((await download(desk, `/files/document/${closed.id}.docx`)).status).toBe(403)
      const { documents } = await desk.hub.documents.list({ personId })
      expect(documents.find(({ id }) => id === closed.id)?.mayOpen).toBe(false)
    }
    const refused = await intake.raw('documents/cancel', { id: closed.id, version: 1, reason: 'Không được' })
    expect(refused.code).toBe('forbidden')
  })
})

describe('templates', () => {
  it('ship for every edition, hold only tags their form knows, and print every needed one', async () => {
    const director = await test.signIn('director')
    const { templates } = await director.hub.templates.list({})
    expect(templates.map((line) => line.edition).toSorted()).toEqual([...EDITION_IDS].toSorted())
    for (const { id } of FORM_EDITIONS) {
      const answer = await upload(director, id, factoryTemplate(id).bytes)
      expect([id, answer.status]).toEqual([id, 200])
      await director.hub.templates.use({ edition: id, templateId: null })
    }
  })

  it('hold, for the report of incidents, only what the report knows, and all its tables', async () => {
    const found = await findTags(factoryTemplate(INCIDENT_REPORT_TEMPLATE).bytes)
    const { fields, lists } = INCIDENT_REPORT_TAGS
    const columns = Object.values(lists).flatMap((list) => Object.keys(list.columns))
    const tables = new Set(found.filter(({ kind }) => kind === 'open').map(({ name }) => name))
    expect([...tables].toSorted()).toEqual(Object.keys(lists).toSorted())
    const texts = found.filter(({ kind }) => kind !== 'open' && kind !== 'close').map(({ name }) => name)
    expect(texts.filter((name) => !Object.hasOwn(fields, name) && !columns.includes(name))).toEqual([])
  })

  it('keep every version a centre brought, and go back to any of them', async () => {
    const director = await test.signIn('director')
    const titled = (title: string) =>
      changed('d163-18', { 'word/document.xml': (xml) => xml.replace('KẾ HOẠCH CAI NGHIỆN', title) })
    await upload(director, 'd163-18', titled('KẾ HOẠCH MỘT'))
    await upload(director, 'd163-18', titled('KẾ HOẠCH HAI'))
    const find = async () =>
      (await director.hub.templates.list({})).templates.find((line) => line.edition === 'd163-18')
    const line = await find()
    const [two, one] = line?.versions.slice(0, 2) ?? []
    if (!one || !two) throw new Error('versions are missing')
    expect(line?.activeId).toBe(two.id)
    await director.hub.templates.use({ edition: 'd163-18', templateId: one.id })
    const { stayId } = enter()
    const made = await intake.hub.documents.make({ id: randomUUID(), stayId, form: 'rehab-plan' })
    expect(await textOfDocument(intake, made.id)).toContain('KẾ HOẠCH MỘT')
    await director.hub.templates.use({ edition: 'd163-18', templateId: null })
    expect((await find())?.activeId).toBeNull()
    const foreign = await director.raw('templates/use', { edition: 'd163-17', templateId: one.id })
    expect(foreign.code).toBe('not_found')
  })

  it('are refused with a sentence for every unknown and every missing tag', async () => {
    const director = await test.signIn('director')
    const bad = changed('d163-17', {
      'word/document.xml': (xml) =>
        xml.replace('{so_ky_hieu}', '{so_lieu}').replace('{ton_giao}', '{tongiao}'),
    })
    const answer = await upload(director, 'd163-17', bad)
    expect(answer.status).toBe(400)
    const { json } = (await answer.json()) as Refusal
    expect(json.data.problems?.map(({ code }) => code)).toEqual(['tag_unknown', 'tag_unknown', 'tag_missing'])
    expect(json.data.problems?.map(({ message }) => message).join(' ')).toMatch(
      /so_lieu.*tongiao.*so_ky_hieu/,
    )
  })

  const RELS = 'word/_rels/document.xml.rels'
  const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relation = (type: string, target: string, mode = '') => ({
    [RELS]: (xml: string) =>
      xml.replace(
        '</Relationships>',
        `<Relationship Id="x1" Type="${REL}/${type}" Target="${target}" ${mode}/></Relationships>`,
      ),
  })
  const inBody = (xml: string) => ({
    'word/document.xml': (body: string) => body.replace('<w:body>', `<w:body>${xml}`),
  })
  const field = (...codes: string[]) =>
    inBody(
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${codes
        .map((code) => `<w:r><w:instrText>${code}</w:instrText></w:r>`)
        .join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
    )
  const MALICIOUS: Record<string, () => Uint8Array> = {
    'a file that is no archive': () => strToU8('MZ not a document'),
    'an archive that is no Word file': () => zipSync({ 'a.txt': strToU8('x') }),
    'a document with macros': () => changed('d163-42', { 'word/vbaProject.bin': () => 'macro' }),
    'an embedded object': () => changed('d163-42', { 'word/embeddings/oleObject1.bin': () => 'x' }),
    'a template loaded from elsewhere': () =>
      changed('d163-42', relation('attachedTemplate', 'http://10.0.0.9/x.dotm', 'TargetMode="External"')),
    'a picture loaded from elsewhere': () =>
      changed('d163-42', relation('image', 'http://10.0.0.9/x.png', 'TargetMode="External"')),
    'a link that runs a script': () =>
      changed('d163-42', relation('hyperlink', 'javascript:alert(1)', 'TargetMode="External"')),
    'a chunk of HTML': () => changed('d163-42', relation('aFChunk', 'x.xml')),
    'XML entities': () =>
      changed('d163-42', {
        'word/document.xml': (xml) =>
          xml.replace('<w:document', '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document'),
      }),
    'a DDE field': () => changed('d163-42', field('DDEAUTO c:\\windows\\cmd.exe')),
    'a DDE field in pieces': () => changed('d163-42', field('DD', 'EAUTO cmd')),
    'a date that changes between two prints': () => changed('d163-42', field(' DATE \\@ "dd/MM/yyyy" ')),
    'a simple field that includes a file': () =>
      changed('d163-42', inBody('<w:p><w:fldSimple w:instr="INCLUDETEXT &quot;c:\\x&quot;"/></w:p>')),
    'a part outside the archive': () => changed('d163-42', { '../evil.xml': () => '<a/>' }),
    'tags that do not close': () =>
      changed('d163-42', { 'word/document.xml': (xml) => xml.replace('{ho_ten_hoa}', '{ho_ten_hoa') }),
    'a table loop that does not close': () =>
      changed('d163-42', { 'word/document.xml': (xml) => xml.replace('{/giay_to}', '') }),
    'a bomb': () => changed('d163-42', { 'word/media/a.xml': () => 'a'.repeat(21 * 1024 * 1024) }),
  }
  it.each(Object.keys(MALICIOUS))('are refused when they are %s', async (name) => {
    const director = await test.signIn('director')
    const answer = await upload(director, 'd163-42', MALICIOUS[name]?.() ?? new Uint8Array())
    expect(answer.status).toBe(400)
    const { json } = (await answer.json()) as Refusal
    expect(json.message).toMatch(/tải lên|Lưu thành/i)
    expect(json.message).not.toMatch(/Error|stack|node_modules/)
  })

  it('are refused when larger than 2 MB, and from who may not replace them', async () => {
    const director = await test.signIn('director')
    expect((await upload(director, 'd163-42', new Uint8Array(2 * 1024 * 1024 + 1))).status).toBe(413)
    expect((await upload(intake, 'd163-42', factoryTemplate('d163-42').bytes)).status).toBe(403)
    expect((await upload(director, 'no-such-form', factoryTemplate('d163-42').bytes)).status).toBe(404)
  })
})
