import { INCIDENT_KINDS } from './incident-kinds.ts'
import type { FormQuestion, KindForm } from './kind-form.ts'

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

/**
 * What is wrong with one version of a form: a question nobody reaches, one without answers, an answer that leads
 * nowhere, a way round in a circle, an id given twice, dates the wrong way round. Empty for a sound one.
 */
export function checkForm(form: KindForm): string[] {
  const name = `${form.kind} ${form.version}`
  const byId = new Map(form.questions.map((question) => [question.id, question]))
  const faults: string[] = []
  const say = (fault: string) => faults.push(`${name}: ${fault}`)
  if (form.activeTo !== undefined && form.activeTo <= form.activeFrom) say('ends before it begins')
  if (!byId.has(form.first)) say(`first question ${form.first} is missing`)
  for (const list of [form.questions, form.roles, form.outcomes, form.steps, form.notices]) {
    for (const id of twice(list.map((one) => one.id))) say(`${id} stands twice`)
  }
  for (const { id, answers } of form.questions) {
    if (answers.length === 0) say(`question ${id} has no answer`)
    for (const answer of twice(answers.map((one) => one.id))) say(`answer ${id}/${answer} stands twice`)
    for (const { id: answer, next } of answers) {
      if (next !== null && !byId.has(next)) say(`answer ${id}/${answer} leads to ${next}, which is missing`)
    }
  }
  const seen = reached(form, byId)
  for (const { id } of form.questions) if (!seen.has(id)) say(`question ${id} is never reached`)
  const cycle = findCycle(form, byId)
  if (cycle !== undefined) say(`question ${cycle} leads back to itself`)
  if (form.roles.length === 0) say('nobody can take part')
  return faults
}

/** What is wrong with all versions together: beside each one's own faults, kinds without a form and windows that overlap or leave a gap. */
export function checkForms(forms: readonly KindForm[]): string[] {
  const faults = forms.flatMap(checkForm)
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
export function requireSoundForms(forms: readonly KindForm[]): void {
  const faults = checkForms(forms)
  if (faults.length > 0) throw new TypeError(`forms of incidents: ${faults.join('; ')}`)
}
