import { Button, Textarea } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { DraftLine } from '#renderer/features/zones/placement-draft.ts'
import classes from './zones.module.css'

interface SoftReasonProps {
  line: DraftLine
  count: number
  onChange: (reason: string) => void
  onSpread: () => void
}

/** What speaks against the chosen bed, and the reason for taking it all the same. */
export function SoftReason({ line, count, onChange, onSpread }: SoftReasonProps) {
  return (
    <div className={classes.softReason}>
      {line.bed?.soft.map(({ code, message }) => (
        <span key={code} className={classes.soft}>
          <IconAlertTriangle size={14} stroke={2} aria-hidden /> {line.bed?.code}: {message}
        </span>
      ))}
      <Textarea
        label={`Vì sao vẫn xếp ${line.person.name} vào đây`}
        autosize
        minRows={1}
        maxRows={3}
        maxLength={500}
        value={line.reason}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {count > 1 && line.reason.trim() !== '' && (
        <Button size="compact-sm" variant="default" onClick={onSpread}>
          Dùng lý do này cho những người còn thiếu
        </Button>
      )}
    </div>
  )
}
