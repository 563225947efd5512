import { Select } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { PersonFile, PersonStay } from '#domain/contract/person-shapes.ts'
import { TRACK_LABELS } from '#domain/stay/track.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import classes from './dossier.module.css'

function stayText(stay: PersonStay): string {
  const from = stay.receivedAt === null ? 'chưa tiếp nhận' : formatDay(dayOf(stay.receivedAt))
  const to = stay.endedAt === null ? 'nay' : formatDay(dayOf(stay.endedAt))
  return `Lần ${stay.ordinal} · ${TRACK_LABELS[stay.track]} · ${from} – ${to}`
}

export interface OfStayProps {
  file: PersonFile
  children: (stay: PersonStay) => ReactNode
}

/** What belongs to one stay: the last one first, earlier ones by choice. */
export function OfStay({ file, children }: OfStayProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const stay = file.stays.find(({ id }) => id === chosen) ?? file.stays[0]
  if (!stay) {
    return <EmptyState title="Chưa có đợt cai nghiện nào">Phần này được ghi từ khi tiếp nhận.</EmptyState>
  }
  return (
    <div className={classes.stack}>
      {file.stays.length > 1 && (
        <Select
          aria-label="Đợt cai nghiện"
          data={file.stays.map((one) => ({ value: one.id, label: stayText(one) }))}
          value={stay.id}
          allowDeselect={false}
          onChange={setChosen}
          maw={420}
        />
      )}
      <div className={classes.stack} key={stay.id}>
        {children(stay)}
      </div>
    </div>
  )
}
