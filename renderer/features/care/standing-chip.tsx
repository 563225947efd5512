import type { StageBoardRow } from '#domain/contract/stages.ts'
import { formatDay } from '#domain/time/day.ts'
import { ToneChip } from '#ui/tone-chip.tsx'

/** How an open stage stands, in icon, word and colour. */
export function StandingChip({
  standing,
  earliestEnd,
  latestEnd,
}: Pick<StageBoardRow, 'standing' | 'earliestEnd' | 'latestEnd'>) {
  if (standing === 'over' && latestEnd !== null)
    return <ToneChip tone="late" text={`quá hạn từ ${formatDay(latestEnd).slice(0, 5)}`} />
  if (standing === 'under' && earliestEnd !== null)
    return <ToneChip tone="ended" quiet text={`sớm nhất ${formatDay(earliestEnd)}`} />
  return <ToneChip tone="ok" quiet text="đủ thời gian" />
}
