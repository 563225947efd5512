import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildRuleBook } from '../law/rule-book.ts'
import { DEFAULT_RULES } from '../law/rules/default-rules.ts'
import { checkForm, checkForms, requireSoundForms } from './check-config.ts'
import { askedQuestions, judgeAnswer, type GivenAnswer } from './form-path.ts'
import { INCIDENT_KINDS } from './incident-kinds.ts'
import { formOfVersion, formOnDay, KIND_FORMS } from './kind-forms.ts'
import { judgeComplete } from './judge-incident.ts'
import type { AnswerNeed, DueStep, FormQuestion, InvolvementRole, KindForm } from './kind-form.ts'

const BOOK = buildRuleBook(DEFAULT_RULES)

describe('the forms the program is built with', () => {
  it.each(KIND_FORMS)('$kind $version: every question is reached, ends and can be answered', (form) => {
    expect(checkForm(form, BOOK)).toEqual([])
  })

  it('follow one another without a gap, and every kind has one', () => {
    expect(checkForms(KIND_FORMS, BOOK)).toEqual([])
    expect(() => requireSoundForms(KIND_FORMS, BOOK)).not.toThrow()
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
    ['contraband', '2026-11-22', 3],
    ['fight', '2026-11-21', 1],
    ['fight', '2026-11-22', 2],
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
const INVOLVED: InvolvementRole = { id: 'involved', label: 'Người liên quan', who: 'resident' }
const STEP: DueStep = { id: 'minutes', label: 'Lập biên bản', role: 'incident', rule: 'HOUSE-11' }
const NOTICE = { id: 'police', to: 'Công an cấp xã', rule: 'INC-04' }
const SAME_WORDS = ['yes', 'no'].map((id) => ({ id, text: 'Có', next: null }))
const TEN = Array.from({ length: 10 }, (_, i) => ({ id: `a${i}`, text: `Câu ${i}`, next: null }))
const SOUND: KindForm = {
  kind: 'other',
  version: 1,
  activeFrom: '2026-01-01',
  first: 'a',
  questions: QUESTIONS,
  roles: [INVOLVED],
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
    expect(checkForm(SOUND, BOOK)).toEqual([])
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
    ['two answers in the same words', { questions: [A, { ...B, answers: SAME_WORDS }] }, 'says “Có” twice'],
    ['more answers than number keys', { questions: [A, { ...B, answers: TEN }] }, 'more answers than'],
    ['words that say nothing', { questions: [A, { ...B, text: ' ' }] }, 'b says nothing'],
    [
      'two roles in the same words',
      { roles: [INVOLVED, { ...INVOLVED, id: 'x' }] },
      '“Người liên quan” stands',
    ],
    ['an id no route takes', { roles: [{ ...INVOLVED, id: 'x'.repeat(41) }] }, 'too long'],
    ['a step without a rule', { steps: [{ ...STEP, rule: 'HOUSE-99' }] }, 'due by HOUSE-99'],
    ['a step whose rule ends within its window', { steps: [{ ...STEP, rule: 'INC-05' }] }, 'due by INC-05'],
    ['a notice without a rule', { notices: [{ ...NOTICE, rule: 'INC-99' }] }, 'owed by INC-99'],
    ['notices about nobody', { notices: [NOTICE] }, 'nobody they are about'],
  ] as [string, Partial<KindForm>, string][])('%s', (_name, change, fault) => {
    const faults = checkForm({ ...SOUND, ...change }, BOOK)
    expect(faults.join('; ')).toContain(fault)
    expect(() => requireSoundForms([{ ...SOUND, ...change }], BOOK)).toThrow(TypeError)
  })

  it('versions that leave a gap between them', () => {
    const others = KIND_FORMS.filter(({ kind }) => kind !== 'other')
    const gap = [
      ...others,
      { ...SOUND, activeTo: '2026-02-01' },
      { ...SOUND, version: 2, activeFrom: '2026-03-01' },
    ]
    expect(checkForms(gap, BOOK)).toEqual(['other 1: its window does not end where the next begins'])
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

it.each([
  ['fight', 2, ['fighter'], []],
  ['fight', 2, ['attacker'], []],
  ['fight', 2, ['victim'], ['Chưa ghi người tham gia đánh nhau hoặc người đánh.']],
  ['disorder', 2, ['leader'], []],
  ['death', 2, ['witness'], ['Chưa ghi người chết.']],
  ['fire', 1, [], []],
] as const)('%s %i with %o asks for one of those it is about', (kind, version, roles, asked) => {
  const so = { form: formOfVersion(kind, version), answers: [], roles, hasNarrative: true }
  const people = judgeComplete(so).filter(({ field }) => field === 'people')
  expect(people.map(({ message }) => message)).toEqual(asked)
})

/** Something every need of an answer takes. */
const DETAILS: Record<AnswerNeed, string> = {
  comment: 'Ghi rõ',
  day: '2026-11-22',
  time: '21:30',
  count: '12',
}

/** Answers a form as `choices` say, one question after the other. */
function walk(form: KindForm, choices: readonly number[]): GivenAnswer[] {
  const given: GivenAnswer[] = []
  for (const choice of choices) {
    const open = askedQuestions(form, given).find((one) => one.given === null)
    if (open === undefined) break
    const { id: question, answers } = open.question
    const answer = answers[choice % answers.length]
    if (answer === undefined) throw new Error(`${question} has no answer`)
    given.push({
      question,
      answer: answer.id,
      detail: answer.needs === undefined ? null : DETAILS[answer.needs],
    })
  }
  return given
}

/** Forms whose answers lead on at random, never back: each question is reached by the one before it. */
const FORWARD = fc.integer({ min: 1, max: 8 }).chain((count) =>
  fc.array(fc.array(fc.nat(), { maxLength: 4 }), { minLength: count, maxLength: count }).map((leaps) =>
    leaps.map((jumps, i): FormQuestion => {
      const after = (leap: number) => (i + 1 + leap < count ? `q${i + 1 + leap}` : null)
      const answers = [0, ...jumps].map((leap, n) => ({
        id: `a${n}`,
        text: `Câu ${n}`,
        next: after(leap % (count + 1)),
      }))
      return { id: `q${i}`, text: `Hỏi ${i}?`, answers }
    }),
  ),
)
const formOf = (questions: FormQuestion[]): KindForm => ({ ...SOUND, first: 'q0', questions })

describe('whatever is answered', () => {
  it.each(KIND_FORMS)('$kind $version comes to its end, with every answer taken', (form) => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 20, maxLength: 20 }), (choices) => {
        const given = walk(form, choices)
        expect(given.length).toBeLessThanOrEqual(form.questions.length)
        expect(given.flatMap((one) => judgeAnswer(form, one))).toEqual([])
        const roles = form.roles.map(({ id }) => id)
        expect(judgeComplete({ form, answers: given, roles, hasNarrative: true })).toEqual([])
      }),
    )
  })

  it('a form that only leads on is sound and ends; turned back upon itself it is refused', () => {
    fc.assert(
      fc.property(FORWARD, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (questions, choices) => {
        expect(checkForm(formOf(questions), BOOK)).toEqual([])
        expect(
          askedQuestions(formOf(questions), walk(formOf(questions), choices)).at(-1)?.given,
        ).not.toBeNull()
        const back = questions.map((one, i) =>
          i < questions.length - 1
            ? one
            : { ...one, answers: one.answers.map((a) => ({ ...a, next: 'q0' })) },
        )
        expect(checkForm(formOf(back), BOOK).join()).toContain('leads back to itself')
        const cut = questions.slice(0, -1)
        expect(checkForm(formOf(cut), BOOK)).not.toEqual([])
      }),
    )
  })
})
