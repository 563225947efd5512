import type { IncidentForm } from '../documents/incident-editions.ts'
import type { Problem } from '../errors.ts'
import { numberOf, procedureRule, type RuleBook } from '../law/rule-book.ts'
import { fullCitation } from '../law/sources.ts'
import { addHours, dayOf, formatInstant, type Instant } from '../time/instant.ts'
import type { ExhibitMove } from './exhibit.ts'
import type { IncidentKind } from './incident-kinds.ts'
import type { IncidentState } from './incident-states.ts'
import type { InvolvedWho } from './involvement-roles.ts'

/** What decides which papers an incident has. */
export interface PaperedIncident {
  number: string | null
  kind: IncidentKind
  state: IncidentState
  occurredAt: Instant
  decision: string | null
  involvements: readonly {
    id: string
    who: InvolvedWho
    role: string
    name: string
    removedAt: string | null
  }[]
  injuries: readonly { isExamined: boolean }[]
  exhibits: readonly { lastMove: ExhibitMove }[]
  notices: readonly { id: string; step: string; toWhom: string; sentAt: Instant | null }[]
}

/** A paper that may be made, or why not yet. */
export interface PaperOffer {
  form: IncidentForm
  /** The involvement or the notice it is about. */
  partId: string | null
  about: string | null
  problem: Problem | null
}

/** States in which the incident is none: nothing is made of it any more. */
const NO_PAPERS: readonly IncidentState[] = ['draft', 'not-incident', 'duplicate']

function offer(
  form: IncidentForm,
  part: { id: string; about: string } | null,
  problem?: Problem,
): PaperOffer {
  return { form, partId: part?.id ?? null, about: part?.about ?? null, problem: problem ?? null }
}

/**
 * May the minutes of injuries be made? The medical desk alone makes them, once somebody was examined; everybody else
 * learns how far it is.
 */
function refuseInjuryMinutes(
  injuries: readonly { isExamined: boolean }[],
  isMedical: boolean,
): Problem | null {
  const examined = injuries.filter(({ isExamined }) => isExamined).length
  if (!isMedical) {
    const message = `Biên bản này do bộ phận y tế lập, ở Vụ việc, thẻ Việc phải làm. Đã khám ${examined} trên ${injuries.length} người.`
    return { code: 'injury-minutes-medical', message, field: 'form' }
  }
  if (examined > 0) return null
  const message = 'Chưa khám ai bị thương trong vụ việc này. Ghi kết quả khám trước.'
  return { code: 'injury-minutes-early', message, field: 'form' }
}

/** The papers of an incident, in the order in which they come up. `isMedical`: the reader writes down what was found. */
export function papersOf(
  incident: PaperedIncident,
  { book, now, isMedical }: { book: RuleBook; now: Instant; isMedical: boolean },
): PaperOffer[] {
  if (incident.number === null || NO_PAPERS.includes(incident.state)) return []
  const people = incident.involvements.filter(({ removedAt }) => removedAt === null)
  const papers = [offer('incident-minutes', null)]
  for (const one of people) {
    const form = one.who === 'staff' ? 'incident-account' : 'incident-statement'
    if (one.role !== 'died') papers.push(offer(form, { id: one.id, about: one.name }))
  }
  if (incident.injuries.length > 0)
    papers.push(offer('injury-minutes', null, refuseInjuryMinutes(incident.injuries, isMedical) ?? undefined))
  if (incident.exhibits.length > 0) {
    papers.push(offer('seizure-minutes', null), offer('exhibit-hand-over', null))
  }
  papers.push(offer('incident-report', null))
  if (incident.kind === 'death') papers.push(...papersOfDeath(incident, { book, now }))
  const undecided: Problem = {
    code: 'incident-undecided',
    message: 'Trưởng cơ sở chưa kết luận vụ việc. Lập quyết định sau khi có kết luận.',
    field: 'form',
  }
  papers.push(offer('incident-decision', null, incident.decision === null ? undecided : undefined))
  return papers
}

/**
 * Notices of a death (INC-14) and the record that the family did not come (INC-15): the law of the day of death
 * says to whom, and after how many hours.
 */
function papersOfDeath(
  incident: PaperedIncident,
  { book, now }: { book: RuleBook; now: Instant },
): PaperOffer[] {
  const notices = incident.notices.map((one) => {
    const about = addresseeOf(book, one.toWhom, incident.occurredAt)
    return offer('death-notice', { id: one.id, about })
  })
  const family = incident.notices.find(({ step }) => step === 'family')
  const problem = refuseFamilyAbsent(book, {
    diedAt: incident.occurredAt,
    toldAt: family?.sentAt ?? null,
    now,
  })
  return [...notices, offer('family-absent-minutes', null, problem ?? undefined)]
}

/** The full name of whom a death is told to, as the rule of its day says it: `Viện kiểm sát khu vực` (INC-14). */
export function addresseeOf(book: RuleBook, toWhom: string, diedAt: Instant): string {
  const rule = procedureRule(book, 'INC-14', dayOf(diedAt))
  const named = typeof rule?.value === 'string' ? rule.value.split(', ') : []
  const asked = toWhom.toLocaleLowerCase('vi')
  const found = named.find((one) => one.toLocaleLowerCase('vi').startsWith(asked))
  return found === undefined ? toWhom : `${found.charAt(0).toLocaleUpperCase('vi')}${found.slice(1)}`
}

/**
 * May the record be made that the family of the dead did not come? Only after the hours of INC-15 since the family
 * was told (D163 Điều 122; D116 Điều 61).
 */
export function refuseFamilyAbsent(
  book: RuleBook,
  { diedAt, toldAt, now }: { diedAt: Instant; toldAt: Instant | null; now: Instant },
): Problem | null {
  const rule = procedureRule(book, 'INC-15', dayOf(diedAt))
  const hours = numberOf(rule)
  if (rule === undefined || hours === undefined) return null
  const source = `INC-15, ${fullCitation(rule.source)}`
  const say = (message: string): Problem => ({ code: 'family-absent-early', message, field: 'form' })
  if (toldAt === null) {
    return say(`Chưa ghi đã báo gia đình. Biên bản lập sau ${hours} giờ kể từ khi báo (${source}).`)
  }
  const from = addHours(toldAt, hours)
  if (now >= from) return null
  return say(
    `Gia đình được báo ${formatInstant(toldAt)}; biên bản lập từ ${formatInstant(from)} (${source}).`,
  )
}
