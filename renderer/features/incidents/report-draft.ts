import { z } from 'zod'
import type { IncidentReportInput, InvolvementInput } from '#domain/contract/incidents.ts'
import {
  INCIDENT_KIND_LABELS,
  INCIDENT_KINDS,
  INCIDENT_ORIGINS,
  type IncidentKind,
} from '#domain/incidents/incident-kinds.ts'
import { INVOLVED_WHO, type InvolvedWho } from '#domain/incidents/involvement-roles.ts'
import type { InvolvementRole } from '#domain/incidents/kind-form.ts'
import { formOnDay } from '#domain/incidents/kind-forms.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'
import type { RailStep } from '#ui/dense-form.tsx'
import { formatNumber } from '#ui/format.ts'

const person = z.object({
  id: z.string(),
  who: z.enum(INVOLVED_WHO),
  personId: z.string().nullable(),
  userId: z.string().nullable(),
  name: z.string(),
  /** Bed or post, to tell two of one name apart. */
  where: z.string(),
  role: z.string(),
})
export type ReportPerson = z.infer<typeof person>

const report = z.object({
  kind: z.enum(INCIDENT_KINDS).nullable(),
  people: z.array(person),
  zoneId: z.string().nullable(),
  placeId: z.string().nullable(),
  placeNote: z.string(),
  occurredAt: z.string().nullable(),
  isApproximate: z.boolean(),
  summary: z.string(),
  origin: z.enum(INCIDENT_ORIGINS),
  originId: z.string().nullable(),
})
/** A first report as it is typed. */
export type ReportDraft = z.infer<typeof report>

/** Name of a first report's draft at the hub; the id is the one the incident takes. */
export function reportDraftForm(reportId: string): string {
  return `incident:${reportId}`
}

/** Reads a kept draft; null when it is none any more. */
export function readReport(kept: Record<string, unknown>): ReportDraft | null {
  const read = report.safeParse(kept)
  return read.success ? read.data : null
}

/** What an unfinished report is called. */
export function reportTitle(draft: ReportDraft | null): string {
  if (draft === null || draft.kind === null) return 'Chưa rõ loại'
  const first = draft.people[0]?.name
  return first === undefined
    ? INCIDENT_KIND_LABELS[draft.kind]
    : `${INCIDENT_KIND_LABELS[draft.kind]}, ${first}`
}

/** A report not begun, with what the page it was opened from knows. @param now the hub's clock */
export function newReport(now: Instant, given: Partial<ReportDraft>): ReportDraft {
  return {
    kind: null,
    people: [],
    zoneId: null,
    placeId: null,
    placeNote: '',
    occurredAt: now,
    isApproximate: false,
    summary: '',
    origin: 'desk',
    originId: null,
    ...given,
  }
}

/** The roles somebody of this sort may have in this kind of incident. */
export function rolesFor(
  kind: IncidentKind | null,
  who: InvolvedWho,
  now: Instant,
): readonly InvolvementRole[] {
  const form = kind === null ? undefined : formOnDay(kind, dayOf(now))
  return (form?.roles ?? []).filter((role) => role.who === who)
}

/** The role the next one gets: that of the last of the same sort, otherwise the first that is free. */
function nextRole(
  people: readonly ReportPerson[],
  who: InvolvedWho,
  roles: readonly InvolvementRole[],
): string {
  const taken = new Set(people.map(({ role }) => role))
  const free = roles.filter(({ id, onlyOne }) => !onlyOne || !taken.has(id))
  const last = people.findLast((one) => one.who === who)?.role
  return free.find(({ id }) => id === last)?.id ?? free[0]?.id ?? ''
}

/** The lines with somebody more; unchanged when that person stands among them. */
export function withLine(
  people: readonly ReportPerson[],
  next: Omit<ReportPerson, 'id' | 'role'>,
  roles: readonly InvolvementRole[],
): readonly ReportPerson[] {
  const subject = next.personId ?? next.userId ?? next.name
  const isIn = people.some(
    (one) => one.who === next.who && (one.personId ?? one.userId ?? one.name) === subject,
  )
  if (isIn) return people
  return [...people, { ...next, id: crypto.randomUUID(), role: nextRole(people, next.who, roles) }]
}

/** The report with somebody more; unchanged when that person stands in it. */
export function withPerson(
  draft: ReportDraft,
  next: Omit<ReportPerson, 'id' | 'role'>,
  now: Instant,
): ReportDraft {
  const people = withLine(draft.people, next, rolesFor(draft.kind, next.who, now))
  return people === draft.people ? draft : { ...draft, people: [...people] }
}

/** People under another kind: roles that kind does not know give way to its first ones. */
export function peopleUnder(
  kind: IncidentKind,
  people: readonly ReportPerson[],
  now: Instant,
): ReportPerson[] {
  const under: ReportPerson[] = []
  for (const one of people) {
    const roles = rolesFor(kind, one.who, now)
    const isKnown = roles.some(({ id }) => id === one.role)
    under.push(isKnown ? one : { ...one, role: nextRole(under, one.who, roles) })
  }
  return under
}

/** The report under another kind. */
export function withKind(draft: ReportDraft, kind: IncidentKind, now: Instant): ReportDraft {
  return { ...draft, kind, people: peopleUnder(kind, draft.people, now) }
}

const DAY_MS = 86_400_000

/**
 * A moment worth a second look: ahead of the clock, or further back than the centre reports things (HOUSE-18).
 * @param usualDays days within which a report is nothing out of the ordinary; null while not known
 */
export function doubtOf(
  occurredAt: Instant | null,
  now: Instant,
  usualDays: number | null,
): string | undefined {
  if (occurredAt === null) return undefined
  const days = Math.floor((Date.parse(now) - Date.parse(occurredAt)) / DAY_MS)
  if (days < 0) return 'Giờ này chưa tới. Sửa lại ngày, giờ.'
  if (usualDays === null || days <= usualDays) return undefined
  return `Đã ${formatNumber(days)} ngày trước: xem lại ngày, năm. Đúng thì cứ báo và ghi vì sao báo muộn. (Hỏi lại khi quá ${formatNumber(usualDays)} ngày: HOUSE-18, quy ước của cơ sở.)`
}

/** What stands between the report and the hub, by field; empty when it may be sent. */
export function missingOf(draft: ReportDraft, now: Instant): Record<string, string> {
  const isNowhere = draft.zoneId === null && draft.placeId === null && draft.placeNote.trim() === ''
  return {
    ...(draft.kind === null && { kind: 'Chọn loại vụ việc: bấm số đứng trước loại.' }),
    ...(isNowhere && { placeNote: 'Chọn khu, phòng hoặc ghi nơi xảy ra.' }),
    ...(draft.occurredAt === null && { occurredAt: 'Ghi ngày và giờ, ví dụ 22/11/2026 14:02.' }),
    ...(draft.occurredAt !== null &&
      draft.occurredAt > now && { occurredAt: 'Giờ này chưa tới. Sửa lại ngày, giờ.' }),
    ...(draft.summary.trim() === '' && { summary: 'Ghi chuyện gì đã xảy ra, một hai câu cũng được.' }),
  }
}

/** The parts of the report for the rail beside it. */
export function railOf(draft: ReportDraft, now: Instant): RailStep[] {
  const missing = missingOf(draft, now)
  const step = (id: string, label: string, note: string): RailStep =>
    missing[id] === undefined ? { id, label, state: 'done' } : { id, label, state: 'missing', note }
  return [
    step('kind', 'Loại', 'chọn bằng một phím số'),
    draft.people.length === 0
      ? { id: 'people', label: 'Ai', state: 'missing', note: 'bổ sung sau được' }
      : { id: 'people', label: 'Ai', state: 'done', note: `${draft.people.length} người` },
    step('placeNote', 'Ở đâu', 'khu, phòng hoặc vài chữ'),
    step('occurredAt', 'Khi nào', 'ngày và giờ'),
    step('summary', 'Chuyện gì', 'một hai câu'),
  ]
}

/** Somebody as the hub takes them: by record where there is one, by name otherwise. */
export function involvedInput({ id, who, personId, userId, name, role }: ReportPerson): InvolvementInput {
  return { id, who, personId, userId, role, name: who === 'outsider' ? name : null, note: null }
}

/** The report as the hub takes it; null while the kind or the hour is missing. */
export function reportInput(id: string, draft: ReportDraft): IncidentReportInput | null {
  const { kind, occurredAt, people, ...rest } = draft
  if (kind === null || occurredAt === null) return null
  return { id, kind, occurredAt, ...rest, people: people.map(involvedInput), submit: true }
}
