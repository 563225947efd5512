import type { SessionLine } from '#domain/contract/care-sessions.ts'
import { ToneChip } from '#ui/tone-chip.tsx'

/** How a session stands. */
export function SessionChip({ heldAt, cancelledAt }: Pick<SessionLine, 'heldAt' | 'cancelledAt'>) {
  if (cancelledAt !== null) return <ToneChip tone="ended" text="đã hủy" />
  if (heldAt !== null) return <ToneChip tone="ok" quiet text="đã chốt" />
  return <ToneChip tone="soon" text="chưa chốt điểm danh" />
}
