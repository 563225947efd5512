import { Button, Checkbox } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import type { PersonVisitor } from '#domain/contract/visit-shapes.ts'
import { RELATION_LABELS } from '#domain/information-sheet/personal-lists.ts'
import { TakeVisitorPhoto, VisitorFace } from '#renderer/features/visits/visitor-face.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './visits.module.css'

export function GuestLine({
  visitor,
  isChosen,
  onToggle,
  onEdit,
}: {
  visitor: PersonVisitor
  isChosen: boolean
  onToggle: () => void
  onEdit: () => void
}) {
  const { name, relation, paperNumber, proof, isRelative, banReason, photoId } = visitor
  return (
    <div className={classes.guest}>
      <Checkbox
        checked={isChosen}
        onChange={onToggle}
        label={
          <span className={classes.who}>
            <VisitorFace name={name} photoId={photoId} />
            <span>
              {name} <span className={classes.dim}>{RELATION_LABELS[relation]}</span>
            </span>
            {banReason !== null && <ToneChip tone="late" text={`bị cấm vào thăm: ${banReason}`} />}
            {paperNumber === null && <ToneChip tone="soon" text="chưa có giấy tờ" />}
            {proof === null && !isRelative && <ToneChip tone="soon" text="chưa rõ quan hệ" />}
          </span>
        }
      />
      <TakeVisitorPhoto visitorId={visitor.id} name={name} />
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        leftSection={<IconPencil size={14} stroke={1.75} aria-hidden />}
        aria-label={`Sửa ${name}`}
        onClick={onEdit}
      >
        Sửa
      </Button>
    </div>
  )
}
