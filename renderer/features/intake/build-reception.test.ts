import { describe, expect, it } from 'vitest'
import { parseCardQr } from '#domain/identity/card-qr.ts'
import { applyCard } from '#renderer/features/intake/apply-card.ts'
import { buildReception, byRow } from '#renderer/features/intake/build-reception.ts'
import {
  draftTitle,
  emptyAnswer,
  emptyIntake,
  emptyPaper,
  readIntake,
  type IntakeForm,
} from '#renderer/features/intake/intake-form.ts'
import { stepsOf, type Surroundings } from '#renderer/features/intake/progress.ts'

const QR = '020090012345|082123456|Lộc Văn Đức|05031990|Nam|Thôn Nà Mỏ, Xã Mai Pha, Lạng Sơn|12042021'

function filled(change: Partial<IntakeForm> = {}): IntakeForm {
  return {
    ...emptyIntake(),
    name: 'Lộc Văn Đức',
    birth: '5/3/1990',
    sex: 'male',
    track: 'compulsory',
    ordinal: 1,
    ordinalReason: 'Chưa có đợt nào',
    ...change,
  }
}

function sent(change: Partial<IntakeForm> = {}, may = { medical: false }) {
  const built = buildReception(filled(change), may)
  if (built.input === null) throw new Error(JSON.stringify(built.problems))
  return built.input
}

describe('what the desk sends', () => {
  it('holds the birth as far as it is known', () => {
    expect(sent().person.fields.birth).toBe('1990-03-05')
    expect(sent({ birth: '1990' }).person.fields.birth).toBe('1990')
    expect(sent({ birth: '' }).person.fields.birth).toBeNull()
  })

  it('leaves out rows nobody filled in', () => {
    const input = sent({ papers: [emptyPaper()], dossier: { background: emptyAnswer() } })
    expect([input.papers, input.dossier, input.deposit, input.sheet]).toEqual([[], [], null, null])
  })

  it('sends the scan of a paper that came, not of one said to be missing', () => {
    const fileId = '0193a000-0000-7000-8000-000000000001'
    const scanned = (state: 'received' | 'missing') =>
      sent({ dossier: { background: { ...emptyAnswer(), state, reason: 'other', fileId } } }).dossier[0]
    expect([scanned('received')?.fileId, scanned('missing')?.fileId]).toEqual([fileId, null])
  })

  it('has neither decision nor term for somebody held', () => {
    const { stay } = sent({ track: 'held', decisionNumber: '1/QĐ', startOn: '2026-11-22', termMonths: 24 })
    expect([stay.decision, stay.startOn, stay.termMonths]).toEqual([null, null, null])
  })

  it('sends findings only from who may write them', () => {
    const check = { ...emptyIntake().check, conclusion: 'Đủ sức khỏe' }
    expect(sent({ check }).firstCheck).toBeNull()
    expect(sent({ check }, { medical: true }).firstCheck?.body.conclusion).toBe('Đủ sức khỏe')
  })

  it('keeps the same ids however often it is built, so that sending twice writes once', () => {
    const form = filled({ money: 500_000 })
    expect(buildReception(form, { medical: false })).toEqual(buildReception(form, { medical: false }))
  })

  it.each<[string, Partial<IntakeForm>, string]>([
    ['no name', { name: ' ' }, 'person.fields.name'],
    ['no sex', { sex: null }, 'person.fields.sex'],
    ['no track', { track: null }, 'stay.track'],
    ['a birth that is no date', { birth: '31/02/1990' }, 'person.fields.birth'],
    ['an ordinal nobody confirmed', { ordinal: null }, 'stay.ordinal'],
    ['an ordinal without its reason', { ordinalReason: '' }, 'stay.ordinalReason'],
    ['half a decision', { decisionNumber: '15/QĐ' }, 'stay.decision.issuer'],
    [
      'a bed that asks why',
      { bed: { bedId: crypto.randomUUID(), code: 'A1-01', roomCode: 'A1', zoneName: 'A', asksReason: true } },
      'bed.reason',
    ],
  ])('names the field of %s', (_, change, path) => {
    expect(Object.keys(buildReception(filled(change), { medical: false }).problems ?? {})).toContain(path)
  })

  it('turns the place in a list into the row that holds it', () => {
    const paper = { ...emptyPaper(), number: '020090012345' }
    const input = sent({ papers: [emptyPaper(), paper] })
    expect(byRow({ 'papers.0.number': 'x', 'stay.track': 'y', 'dossier.background': 'z' }, input)).toEqual({
      [`papers.${paper.id}.number`]: 'x',
      'stay.track': 'y',
      'dossier.background': 'z',
    })
  })
})

describe('a card', () => {
  const card = parseCardQr(QR)
  if (!card) throw new Error('the sample is no card')

  it('fills fields in and marks them', () => {
    const form = { ...emptyIntake(), ...applyCard(emptyIntake(), card) }
    expect([form.name, form.birth, form.sex]).toEqual(['Lộc Văn Đức', '05/03/1990', 'male'])
    expect(form.papers.map(({ kind, number }) => `${kind} ${number}`)).toEqual([
      'citizen-card 020090012345',
      'old-identity-card 082123456',
    ])
    expect(form.fromCard.toSorted()).toEqual(['address', 'birth', 'name', 'papers', 'sex'])
  })

  it('pulled again adds nothing', () => {
    const once = { ...emptyIntake(), ...applyCard(emptyIntake(), card) }
    expect({ ...once, ...applyCard(once, card) }).toEqual(once)
  })

  it('keeps what it says nothing about', () => {
    const typed = { ...emptyIntake(), birth: '1990', alias: 'Đức Đen' }
    const { birthOn: _, ...noBirth } = card
    expect({ ...typed, ...applyCard(typed, noBirth) }).toMatchObject({ birth: '1990', alias: 'Đức Đen' })
  })
})

describe('a kept draft', () => {
  it('comes back as it was', () => {
    const form = filled({ money: 5 })
    expect(readIntake(JSON.parse(JSON.stringify(form)) as Record<string, unknown>)).toEqual(form)
  })

  it('loses only the field that does not fit', () => {
    const kept = {
      ...filled(),
      track: 'elsewhere',
      sheet: { ...filled().sheet, firstUseYear: 20, trade: 'Mộc' },
    }
    const form = readIntake(kept)
    expect([form.name, form.track, form.sheet.firstUseYear, form.sheet.trade]).toEqual([
      'Lộc Văn Đức',
      null,
      null,
      'Mộc',
    ])
  })

  it('is called by name, else by number', () => {
    expect(draftTitle(filled())).toBe('Lộc Văn Đức')
    expect(draftTitle({ ...emptyIntake(), papers: [{ ...emptyPaper(), number: '0200' }] })).toBe('0200')
    expect(draftTitle(emptyIntake())).toBe('Chưa có tên')
  })
})

describe('the rail', () => {
  const paper = { code: 'background', title: 'Tóm tắt lý lịch', isRequired: true, isDecision: false }
  const around: Surroundings = { open: 0, checklist: [paper], missingDays: 5, mayMedical: false }
  const step = (form: IntakeForm, id: string, change: Partial<Surroundings> = {}) =>
    stepsOf(form, {}, { ...around, ...change }).find((one) => one.id === id)

  it('tells what must come from what may follow', () => {
    const missing = { ...emptyAnswer(), state: 'missing' as const, reason: 'sent-later' as const }
    expect(step(filled(), 'papers')?.state).toBe('missing')
    expect(step(filled({ dossier: { background: missing } }), 'papers')).toMatchObject({
      state: 'later',
      note: '1 giấy bổ sung trong 5 ngày',
    })
    expect(step(filled(), 'looks')?.state).toBe('later')
  })

  it('stops at somebody on file about whom nothing was decided', () => {
    expect(step(filled(), 'match', { open: 2 })).toMatchObject({
      state: 'missing',
      note: '2 người cần đối chiếu',
    })
  })

  it('marks the part a refusal speaks of, the narrower one where two would fit', () => {
    const wrong = (path: string) =>
      stepsOf(filled(), { [path]: 'x' }, around).flatMap(({ id, state }) => (state === 'wrong' ? [id] : []))
    expect(wrong('person.fields.birth')).toEqual(['who'])
    expect(wrong('person.match.abc')).toEqual(['match'])
    expect(wrong('stay.decision.on')).toEqual(['term'])
    expect(wrong('stay.ordinal')).toEqual(['match'])
    expect(wrong('sheet.body.heightCm')).toEqual(['looks'])
  })
})
