import { procedureRule, type RuleBook } from '../law/rule-book.ts'
import { addDays, type Day } from '../time/day.ts'
import { INCIDENT_KINDS } from './incident-kinds.ts'
import type { FormQuestion, KindForm } from './kind-form.ts'

/** Answers are chosen by the number keys 1 to 9. */
const MOST_ANSWERS = 9
/** Longest id a route takes. */
const LONGEST_ID = 40

function twice(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]
}

/** Questions reached from the first one. */
function reached(form: KindForm, byId: ReadonlyMap<string, FormQuestion>): Set<string> {
  const found = new Set<string>()
  const open = [form.first]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const question = byId.get(id)
    if (question === undefined || found.has(id)) continue
    found.add(id)
    for (const { next } of question.answers) if (next !== null) open.push(next)
  }
  return found
}

/** A question that leads back to itself, if there is one. */
function findCycle(form: KindForm, byId: ReadonlyMap<string, FormQuestion>): string | undefined {
  const done = new Set<string>()
  const above = new Set<string>()
  const visit = (id: string): string | undefined => {
    if (above.has(id)) return id
    if (done.has(id)) return undefined
    above.add(id)
    for (const { next } of byId.get(id)?.answers ?? []) {
      const found = next === null ? undefined : visit(next)
      if (found !== undefined) return found
    }
    above.delete(id)
    done.add(id)
    return undefined
  }
  return visit(form.first)
}

/** Questions nobody reaches, that lead nowhere or back to themselves, or that cannot be answered. */
function checkQuestions(form: KindForm): string[] {
  const byId = new Map(form.questions.map((question) => [question.id, question]))
  const faults: string[] = []
  if (!byId.has(form.first)) faults.push(`first question ${form.first} is missing`)
  for (const { id, answers } of form.questions) {
    if (answers.length === 0) faults.push(`question ${id} has no answer`)
    if (answers.length > MOST_ANSWERS) faults.push(`question ${id} has more answers than number keys`)
    for (const answer of twice(answers.map((one) => one.id)))
      faults.push(`answer ${id}/${answer} stands twice`)
    for (const text of twice(answers.map((one) => one.text))) {
      faults.push(`question ${id} says “${text}” twice`)
    }
    for (const { id: answer, next } of answers) {
      if (next !== null && !byId.has(next))
        faults.push(`answer ${id}/${answer} leads to ${next}, which is missing`)
    }
  }
  const seen = reached(form, byId)
  for (const { id } of form.questions) if (!seen.has(id)) faults.push(`question ${id} is never reached`)
  const cycle = findCycle(form, byId)
  if (cycle !== undefined) faults.push(`question ${cycle} leads back to itself`)
  return faults
}

/** Ids and words that stand twice, are empty or longer than a route takes. */
function checkWords(form: KindForm): string[] {
  const faults: string[] = []
  const named = [
    form.questions.map(({ id, text }) => ({ id, text })),
    form.roles.map(({ id, label }) => ({ id, text: label })),
    form.outcomes.map(({ id, label }) => ({ id, text: label })),
    form.steps.map(({ id, label }) => ({ id, text: label })),
    form.notices.map(({ id, to }) => ({ id, text: to })),
  ]
  for (const list of named) {
    for (const id of twice(list.map((one) => one.id))) faults.push(`${id} stands twice`)
    for (const text of twice(list.map((one) => one.text))) faults.push(`“${text}” stands twice`)
  }
  const answers = form.questions.flatMap((question) => question.answers.map(({ id, text }) => ({ id, text })))
  for (const { id, text } of [...named.flat(), ...answers]) {
    if (text.trim() === '') faults.push(`${id} says nothing`)
    if (id === '' || id.length > LONGEST_ID) faults.push(`id “${id}” is empty or too long`)
  }
  return faults
}

/** A day after every window that is still open. */
const NO_END: Day = '9999-12-31'

/**
 * Rules the form leans on: a step whose rule does not hold through its window would be owed by nobody, without a word.
 * Notices go by the law of the day it happened, which may lie before the window: theirs has to be known at all.
 */
function checkRules({ steps, notices, activeFrom, activeTo }: KindForm, book: RuleBook): string[] {
  const last = activeTo === undefined ? NO_END : addDays(activeTo, -1)
  const late = steps
    .filter(({ rule }) => [activeFrom, last].some((day) => procedureRule(book, rule, day) === undefined))
    .map(({ id, rule }) => `${id} is due by ${rule}, which does not hold through its window`)
  const unknown = notices
    .filter(({ rule }) => !book.procedure.has(rule))
    .map(({ id, rule }) => `${id} is owed by ${rule}, which is no rule`)
  return [...late, ...unknown]
}

/**
 * What is wrong with one version of a form: a question nobody reaches, one without answers, an answer that leads
 * nowhere, a way round in a circle, words or ids given twice, a rule that does not hold, notices about nobody, dates the
 * wrong way round. Empty for a sound one.
 */
export function checkForm(form: KindForm, book: RuleBook): string[] {
  const faults = [...checkQuestions(form), ...checkWords(form), ...checkRules(form, book)]
  if (form.activeTo !== undefined && form.activeTo <= form.activeFrom) faults.push('ends before it begins')
  if (form.roles.length === 0) faults.push('nobody can take part')
  const isAboutNobody = !form.roles.some(({ isRequired }) => isRequired === true)
  if (form.notices.length > 0 && isAboutNobody) faults.push('has notices and nobody they are about')
  return faults.map((fault) => `${form.kind} ${form.version}: ${fault}`)
}

/** What is wrong with all versions together: beside each one's own faults, kinds without a form and windows that overlap or leave a gap. */
export function checkForms(forms: readonly KindForm[], book: RuleBook): string[] {
  const faults = forms.flatMap((form) => checkForm(form, book))
  for (const kind of INCIDENT_KINDS) {
    const own = forms.filter((form) => form.kind === kind).toSorted((a, b) => a.version - b.version)
    if (own.length === 0) faults.push(`${kind}: no form`)
    for (const [index, form] of own.entries()) {
      if (form.version !== index + 1) faults.push(`${kind}: version ${index + 1} is missing`)
      const next = own[index + 1]
      if (next === undefined ? form.activeTo !== undefined : form.activeTo !== next.activeFrom) {
        faults.push(`${kind} ${form.version}: its window does not end where the next begins`)
      }
    }
  }
  return faults
}

/** @throws TypeError when the forms the program was built with are not sound: the hub does not start */
export function requireSoundForms(forms: readonly KindForm[], book: RuleBook): void {
  const faults = checkForms(forms, book)
  if (faults.length > 0) throw new TypeError(`forms of incidents: ${faults.join('; ')}`)
}
