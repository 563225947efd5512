import { Button } from '@mantine/core'
import { IconBed } from '@tabler/icons-react'
import { useState } from 'react'
import { AwaitingList } from '#renderer/features/zones/awaiting-list.tsx'
import { Panel } from '#ui/panel.tsx'
import { NO_SELECTION, type RowSelection } from '#ui/row-selection.ts'
import classes from './zones.module.css'

/** Most who may be placed in one act. */
const MOST = 100

export interface AwaitingPanelProps {
  /** Opens the placement of these people; absent for who may only look. */
  onPlace?: (stayIds: readonly string[]) => void
}

/** Who waits for a bed, to be ticked and placed together. */
export function AwaitingPanel({ onPlace }: AwaitingPanelProps) {
  const [selection, setSelection] = useState<RowSelection>(NO_SELECTION)
  const count = selection.ids.size
  return (
    <Panel
      title="Chờ xếp giường"
      flush
      aside={
        onPlace &&
        (count > MOST ? (
          `mỗi lần xếp nhiều nhất ${MOST} người`
        ) : (
          <Button
            size="compact-sm"
            leftSection={<IconBed size={14} stroke={1.75} aria-hidden />}
            disabled={count === 0}
            onClick={() => {
              onPlace([...selection.ids])
              setSelection(NO_SELECTION)
            }}
          >
            {count === 0 ? 'Chọn người để xếp' : `Xếp ${count} người`}
          </Button>
        ))
      }
    >
      <div className={classes.awaiting}>
        <AwaitingList
          {...(onPlace
            ? {
                onOpen: (stayId: string) => onPlace([stayId]),
                ticked: { selection, onSelect: setSelection },
              }
            : {})}
        />
      </div>
    </Panel>
  )
}
