import type { BedLine } from '#domain/contract/places.ts'
import { AwaitingList } from '#renderer/features/zones/awaiting-list.tsx'
import { Dialog } from '#ui/dialog.tsx'
import classes from './zones.module.css'

export interface PickAwaitingProps {
  /** The bed to be given; null closes the dialog. */
  bed: BedLine | null
  onClose: () => void
  onPick: (stayId: string) => void
}

/** Chooses who of those waiting gets a bed. */
export function PickAwaiting({ bed, onClose, onPick }: PickAwaitingProps) {
  return (
    <Dialog
      opened={bed !== null}
      onClose={onClose}
      title={`Ai vào giường ${bed?.fullCode ?? ''}?`}
      size={520}
    >
      <div className={classes.pick}>
        <AwaitingList onOpen={onPick} />
      </div>
    </Dialog>
  )
}
