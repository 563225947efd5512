import type { CustodyLineEvent } from '#domain/contract/custody.ts'
import { CUSTODY_EVENT_LABELS, OUT_KIND_LABELS, type CustodyEventKind } from '#domain/custody/event-kinds.ts'
import {
  ESCAPE_MANNER_LABELS,
  RECEPTION_WAY_LABELS,
  TERM_CHANGE_REASON_LABELS,
  type CustodyAct,
} from '#domain/custody/facts.ts'
import { TRACK_LABELS } from '#domain/stay/track.ts'
import { formatDay } from '#domain/time/day.ts'
import { formatInstant } from '#domain/time/instant.ts'
import type { Tone } from '#ui/colors.ts'

const FACT_LABELS: Record<string, string> = {
  from: 'Từ',
  note: 'Ghi chú',
  reason: 'Lý do',
  escort: 'Người đi cùng',
  paper: 'Giấy tờ',
  destination: 'Nơi đến',
  checks: 'Kiểm tra khi vào',
  fromWhere: 'Từ nơi',
  byWhom: 'Ai đưa về',
  where: 'Ở đâu',
  to: 'Đến',
  cause: 'Nguyên nhân',
  months: 'Số tháng',
  termMonths: 'Thời hạn (tháng)',
}

/** What happened, in one line: `Ra ngoài: Đi viện`, `Chuyển giường A2-05`. */
export function eventTitle({
  kind,
  act,
  bedCode,
}: Pick<CustodyLineEvent, 'kind' | 'act' | 'bedCode'>): string {
  const label = CUSTODY_EVENT_LABELS[kind]
  if (act.kind === 'left') return `${label}: ${OUT_KIND_LABELS[act.facts.outKind]}`
  if (act.kind === 'track-changed') return `${label}: ${TRACK_LABELS[act.facts.track]}`
  return bedCode === null ? label : `${label}: ${bedCode}`
}

/** The facts of an event as labelled lines, papers apart. */
export function eventFacts(act: CustodyAct): { label: string; value: string }[] {
  const facts: { label: string; value: string }[] = []
  switch (act.kind) {
    case 'received':
      facts.push({ label: 'Cách vào', value: RECEPTION_WAY_LABELS[act.facts.how] })
      break
    case 'left':
    case 'suspended':
      if (act.facts.until) facts.push({ label: 'Hẹn trở lại', value: formatInstant(act.facts.until) })
      break
    case 'escaped':
      facts.push({ label: 'Cách', value: ESCAPE_MANNER_LABELS[act.facts.manner] })
      if (act.facts.lastSeenAt) {
        facts.push({ label: 'Thấy lần cuối', value: formatInstant(act.facts.lastSeenAt) })
      }
      break
    case 'track-changed':
      if (act.facts.startOn) facts.push({ label: 'Tính từ ngày', value: formatDay(act.facts.startOn) })
      break
    case 'term-changed':
      facts.push({ label: 'Vì sao', value: TERM_CHANGE_REASON_LABELS[act.facts.reason] })
      return [...facts, ...plainFacts(act, ['reason'])]
    default:
      break
  }
  return [...facts, ...plainFacts(act, [])]
}

function plainFacts(act: CustodyAct, told: readonly string[]): { label: string; value: string }[] {
  return Object.entries(act.facts).flatMap(([name, value]) => {
    const label = FACT_LABELS[name]
    const isPlain = typeof value === 'string' || typeof value === 'number'
    return label === undefined || !isPlain || told.includes(name) ? [] : [{ label, value: String(value) }]
  })
}

/** Decisions and judgments named in the facts: `Quyết định 12/QĐ-CS ngày 20/11/2026, Trưởng cơ sở`. */
export function eventPapers(act: CustodyAct): string[] {
  const papers: string[] = []
  if ('decision' in act.facts && act.facts.decision) papers.push(paperText('Quyết định', act.facts.decision))
  if ('judgment' in act.facts && act.facts.judgment) papers.push(paperText('Bản án', act.facts.judgment))
  return papers
}

function paperText(
  name: string,
  { number, on, issuer }: { number: string; on: string; issuer: string },
): string {
  return `${name} ${number} ngày ${formatDay(on)}, ${issuer}`
}

/** How an event is coloured on the line. */
export function eventTone(kind: CustodyEventKind): Tone | undefined {
  switch (kind) {
    case 'escaped':
    case 'died':
      return 'late'
    case 'left':
    case 'suspended':
      return 'away'
    case 'received':
    case 'transferred-in':
    case 'returned':
    case 'recovered':
    case 'resumed':
    case 'continued':
      return 'ok'
    case 'placed':
    case 'moved':
    case 'swapped':
    case 'unplaced':
    case 'track-changed':
    case 'term-changed':
    case 'corrected':
      return undefined
    default:
      return 'ended'
  }
}
