import { describe, expect, it } from 'vitest'
import { checkForm, checkForms, requireSoundForms } from './check-config.ts'
import { askedQuestions, judgeAnswer } from './form-path.ts'
import { INCIDENT_KINDS } from './incident-kinds.ts'
import { formOfVersion, formOnDay, KIND_FORMS } from './kind-forms.ts'
import type { FormQuestion, KindForm } from './kind-form.ts'

describe('the forms the program is built with', () => {
  it.each(KIND_FORMS)('$kind $version: every question is reached, ends and can be answered', (form) => {
    expect(checkForm(form)).toEqual([])
  })

  it('follow one another without a gap, and every kind has one', () => {
    expect(checkForms(KIND_FORMS)).toEqual([])
    expect(() => requireSoundForms(KIND_FORMS)).not.toThrow()
  })

  it.each(INCIDENT_KINDS)('%s has one version on the day', (kind) => {
    const all = KIND_FORMS.filter((form) => form.kind === kind)
    const today = formOnDay(kind, '2026-11-22')
    expect(today).toBe(all.at(-1))
    expect(formOnDay(kind, '2021-12-31')).toBeUndefined()
  })

  it.each([
    ['escape', '2026-06-30', 1],
    ['escape', '2026-07-01', 2],
    ['contraband', '2026-06-30', 1],
    ['contraband', '2026-07-01', 2],
  ] as const)('%s on %s is version %i: the window is half open', (kind, day, version) => {
    expect(formOnDay(kind, day)?.version).toBe(version)
  })

  it('an incident reported under an older version is asked that version for ever', () => {
    const given = { question: 'where', answer: 'visit', detail: null }
    expect(judgeAnswer(formOfVersion('contraband', 1), given)).toEqual([])
    expect(judgeAnswer(formOfVersion('contraband', 2), given)[0]?.code).toBe('answer-unknown')
  })
})

const QUESTIONS: FormQuestion[] = [
  { id: 'a', text: 'A?', answers: [{ id: 'yes', text: 'Có', next: 'b' }] },
  { id: 'b', text: 'B?', answers: [{ id: 'yes', text: 'Có', next: null }] },
]
const SOUND: KindForm = {
  kind: 'other',
  version: 1,
  activeFrom: '2026-01-01',
  first: 'a',
  questions: QUESTIONS,
  roles: [{ id: 'involved', label: 'Người liên quan', who: 'resident' }],
  outcomes: [],
  steps: [],
  notices: [],
}
const [A, B] = QUESTIONS as [FormQuestion, FormQuestion]
const leads = (question: FormQuestion, next: string | null): FormQuestion => ({
  ...question,
  answers: [{ id: 'yes', text: 'Có', next }],
})

describe('a broken form is named, and the hub does not start with it', () => {
  it('the form these are broken from is sound', () => {
    expect(checkForm(SOUND)).toEqual([])
  })

  it.each([
    ['a question nobody reaches', { questions: [leads(A, null), B] }, 'question b is never reached'],
    ['a circle', { questions: [A, leads(B, 'a')] }, 'question a leads back to itself'],
    ['a question without answers', { questions: [A, { ...B, answers: [] }] }, 'question b has no answer'],
    ['an answer that leads nowhere', { questions: [A, leads(B, 'c')] }, 'answer b/yes leads to c'],
    ['a first question that is missing', { first: 'z' }, 'first question z is missing'],
    ['a question given twice', { questions: [A, B, B] }, 'b stands twice'],
    ['an answer given twice', { questions: [A, { ...B, answers: [...B.answers, ...B.answers] }] }, 'b/yes'],
    ['a window the wrong way round', { activeTo: '2026-01-01' }, 'ends before it begins'],
    ['nobody who can take part', { roles: [] }, 'nobody can take part'],
  ] as [string, Partial<KindForm>, string][])('%s', (_name, change, fault) => {
    const faults = checkForm({ ...SOUND, ...change })
    expect(faults.join('; ')).toContain(fault)
    expect(() => requireSoundForms([{ ...SOUND, ...change }])).toThrow(TypeError)
  })

  it('versions that leave a gap between them', () => {
    const others = KIND_FORMS.filter(({ kind }) => kind !== 'other')
    const gap = [
      ...others,
      { ...SOUND, activeTo: '2026-02-01' },
      { ...SOUND, version: 2, activeFrom: '2026-03-01' },
    ]
    expect(checkForms(gap)).toEqual(['other 1: its window does not end where the next begins'])
  })
})

describe('the way through a form', () => {
  const form = formOfVersion('death', 1)

  it('asks only what the answers lead to', () => {
    const atHospital = [{ question: 'where', answer: 'hospital', detail: null }]
    expect(askedQuestions(form, []).map(({ question }) => question.id)).toEqual(['where'])
    expect(askedQuestions(form, atHospital).map(({ question }) => question.id)).toEqual(['where', 'family'])
  })

  it.each([
    ['yes', '21:30', []],
    ['yes', '25:00', ['answer-detail']],
    ['yes', null, ['answer-detail']],
    ['none', 'x', ['answer-detail']],
    ['none', 'Không liên lạc được', []],
    ['no', null, []],
    ['never', null, ['answer-unknown']],
  ])('family answered %s with %s', (answer, detail, codes) => {
    const problems = judgeAnswer(form, { question: 'family', answer, detail })
    expect(problems.map(({ code }) => code)).toEqual(codes)
  })
})
