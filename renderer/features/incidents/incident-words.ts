import {
  IconBan,
  IconBell,
  IconCopy,
  IconEye,
  IconGavel,
  IconLock,
  IconMessageQuestion,
  IconPencil,
  IconPlayerPause,
  IconRefresh,
  type TablerIcon,
} from '@tabler/icons-react'
import type { IncidentLine } from '#domain/contract/incident-shapes.ts'
import type { IncidentState } from '#domain/incidents/incident-states.ts'
import { formatInstant, type Instant } from '#domain/time/instant.ts'
import type { Tone } from '#ui/colors.ts'
import { formatDuration, formatNumber } from '#ui/format.ts'

/** The address of an incident's page, on one of its parts where named. */
export function incidentHref(id: string, part?: string): string {
  return part === undefined ? `/vu-viec/${id}` : `/vu-viec/${id}?the=${part}`
}

/** What a list calls an incident: its number, or that it is a draft. */
export function incidentName({ number }: Pick<IncidentLine, 'number'>): string {
  return number ?? 'Bản nháp'
}

export const STATE_TONES: Record<IncidentState, Tone> = {
  draft: 'ended',
  reported: 'soon',
  'under-review': 'away',
  'needs-more': 'soon',
  'on-hold': 'ended',
  decided: 'ok',
  closed: 'ended',
  duplicate: 'ended',
  'not-incident': 'ended',
  reopened: 'late',
}

export const STATE_ICONS: Record<IncidentState, TablerIcon> = {
  draft: IconPencil,
  reported: IconBell,
  'under-review': IconEye,
  'needs-more': IconMessageQuestion,
  'on-hold': IconPlayerPause,
  decided: IconGavel,
  closed: IconLock,
  duplicate: IconCopy,
  'not-incident': IconBan,
  reopened: IconRefresh,
}

/** `lúc 22:10 21/11/2026`, `khoảng …` where the hour is a guess. */
export function whenText({ occurredAt, isApproximate }: Pick<IncidentLine, 'occurredAt' | 'isApproximate'>) {
  return isApproximate ? `khoảng ${formatInstant(occurredAt)}` : formatInstant(occurredAt)
}

/** Zone, room and what was added in words; what is not known is left out. */
export function whereText(row: Pick<IncidentLine, 'zoneName' | 'placeName' | 'placeNote'>): string {
  const isInNote = row.zoneName !== null && row.placeNote?.startsWith(row.zoneName)
  return [isInNote ? null : row.zoneName, row.placeName, row.placeNote]
    .filter((part) => part !== null)
    .join(' · ')
}

/** The first people of an incident by name, then how many more; undefined where nobody was written in. */
export function whoText({ who, residents }: Pick<IncidentLine, 'who' | 'residents'>): string | undefined {
  if (residents === 0) return undefined
  const names = who.slice(0, 2).map(({ name }) => name)
  const more = residents - names.length
  return more > 0 ? `${names.join(', ')} và ${formatNumber(more)} người nữa` : names.join(', ')
}

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** How long since a moment: `3 ngày`, `5 giờ`, `40 phút`, `vừa xong`. */
export function ageText(since: Instant, now: Instant): string {
  const ms = Math.max(0, Date.parse(now) - Date.parse(since))
  if (ms < MINUTE_MS) return 'vừa xong'
  // Within the day the hours say enough.
  return ms >= HOUR_MS && ms < DAY_MS ? `${Math.floor(ms / HOUR_MS)} giờ` : lengthText(ms)
}

function lengthText(ms: number): string {
  return ms >= DAY_MS ? `${formatNumber(Math.floor(ms / DAY_MS), 0)} ngày` : formatDuration(ms / 1000)
}

/** What was done by its time, or how long after it: `đã gửi`, `đã gửi, muộn 5 giờ 10 phút`. */
export function doneWord(
  word: string,
  { at, dueAt }: { at: Instant; dueAt: Instant | null },
): { tone: Tone; text: string } {
  const late = dueAt === null ? 0 : Date.parse(at) - Date.parse(dueAt)
  return late < MINUTE_MS
    ? { tone: 'ok', text: word }
    : { tone: 'late', text: `${word}, muộn ${lengthText(late)}` }
}

/** Time left to a moment, or since it passed, with its colour: what a running clock shows. */
export function clockWord(dueAt: Instant, now: Instant): { tone: Tone; text: string } {
  const left = Date.parse(dueAt) - Date.parse(now)
  if (left < 0) return { tone: 'late', text: `quá hạn ${lengthText(-left)}` }
  return { tone: left < DAY_MS ? 'soon' : 'ended', text: `còn ${lengthText(left)}` }
}
