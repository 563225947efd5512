import type { EndingKind } from '../custody/event-kinds.ts'
import { CUSTODY_EVENT_LABELS } from '../custody/event-kinds.ts'
import { REGIME_STARTS } from '../law/regime.ts'
import { TRACK_LABELS, type Track } from '../stay/track.ts'
import { formatDay, type Day } from '../time/day.ts'

/** An earlier stay as far as counting looks. */
export interface EarlierStay {
  ordinal: number
  track: Track
  receivedOn: Day | null
  endedOn: Day | null
  endedKind: EndingKind | null
}

export interface OrdinalProposal {
  ordinal: number
  /** What was counted, one sentence each. */
  explanation: string[]
  /** What no text settles; whoever confirms decides. */
  doubts: string[]
}

/**
 * Proposes which rehabilitation a new stay is, from the stays on file and how many more the papers name. No text
 * says what counts, and the number decides between 24 and 36 months (TERM-04, TERM-05): a human confirms it
 * with a reason, nothing takes the proposal by itself.
 * @param elsewhere rehabilitations outside this centre that papers or the person name
 */
export function proposeOrdinal(stays: readonly EarlierStay[], elsewhere = 0): OrdinalProposal {
  const counted = stays.filter((stay) => stay.receivedOn !== null)
  const highest = Math.max(0, ...counted.map((stay) => stay.ordinal))
  const ordinal = Math.max(highest, counted.length) + elsewhere + 1
  const explanation = counted
    .toSorted((a, b) => ((a.receivedOn ?? '') < (b.receivedOn ?? '') ? -1 : 1))
    .map(sentenceOf)
  if (counted.length === 0) explanation.push('Chưa có đợt cai nghiện nào trong hồ sơ của cơ sở.')
  if (highest > counted.length) {
    explanation.push(`Đợt gần nhất đã ghi là lần thứ ${highest}, nhiều hơn số đợt trong hồ sơ của cơ sở.`)
  }
  if (elsewhere > 0)
    explanation.push(`Giấy tờ hoặc lời khai nêu thêm ${elsewhere} lần cai nghiện ở nơi khác.`)
  return { ordinal, explanation, doubts: doubtsOf(counted, elsewhere) }
}

function sentenceOf(stay: EarlierStay): string {
  const from = stay.receivedOn === null ? '' : ` từ ${formatDay(stay.receivedOn)}`
  const end =
    stay.endedOn === null || stay.endedKind === null
      ? 'chưa ghi kết thúc'
      : `${CUSTODY_EVENT_LABELS[stay.endedKind].toLowerCase()} ngày ${formatDay(stay.endedOn)}`
  return `Lần ${stay.ordinal}: ${TRACK_LABELS[stay.track].toLowerCase()}${from}, ${end}.`
}

function doubtsOf(stays: readonly EarlierStay[], elsewhere: number): string[] {
  const doubts: string[] = []
  const newLaw = REGIME_STARTS.at(-1)?.from ?? ''
  if (stays.some((stay) => (stay.receivedOn ?? '') < newLaw)) {
    doubts.push(`Có đợt trước ${formatDay(newLaw)}: chưa có văn bản nói rõ các lần trước có được tính không.`)
  }
  if (
    stays.some(
      (stay) =>
        stay.endedKind !== null && stay.endedKind !== 'released' && stay.endedKind !== 'transferred-out',
    )
  ) {
    doubts.push('Có đợt không hoàn thành: chưa có văn bản nói rõ lần chưa hoàn thành có được tính không.')
  }
  if (stays.some((stay) => stay.endedKind === 'transferred-out')) {
    doubts.push('Có đợt chuyển cơ sở khác: nếu nay trở lại theo cùng quyết định thì vẫn là lần đó.')
  }
  if (elsewhere > 0) {
    doubts.push('Lần cai nghiện ở nơi khác, tại gia đình, cộng đồng: đối chiếu giấy xác nhận trước khi tính.')
  }
  return doubts
}
