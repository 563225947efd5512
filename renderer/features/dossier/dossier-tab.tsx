import { Button, Group } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DossierItem } from '#domain/contract/dossier.ts'
import { DOSSIER_STATE_LABELS, type DossierState } from '#domain/dossier/checklist.ts'
import { MISSING_REASON_LABELS } from '#domain/dossier/judge-dossier.ts'
import { daysBetween, formatDay } from '#domain/time/day.ts'
import { dayOf, formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { AddPaper } from '#renderer/features/dossier/add-paper.tsx'
import { DossierItemForm } from '#renderer/features/dossier/dossier-item-form.tsx'
import { ScanLink } from '#renderer/features/dossier/scan-link.tsx'
import type { Tone } from '#ui/colors.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { formatDaysLeft } from '#ui/format.ts'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './dossier.module.css'

const STATE_TONES: Record<DossierState, Tone> = {
  required: 'soon',
  received: 'ok',
  missing: 'soon',
  invalid: 'late',
  'not-needed': 'ended',
}

function StateOf({ item }: { item: DossierItem }) {
  if (item.isOverdue) return <ToneChip tone="late" text="Quá hạn bổ sung" />
  return (
    <ToneChip
      tone={STATE_TONES[item.state]}
      text={DOSSIER_STATE_LABELS[item.state]}
      quiet={item.state === 'received' || item.state === 'not-needed'}
    />
  )
}

/** Number, day and issuer as the paper says them, and its scan where the form below does not show it. */
function PaperText({ item, isOpen }: { item: DossierItem; isOpen: boolean }) {
  const { number, issuedOn, issuer } = item
  return (
    <span className={classes.paper}>
      {number !== null && (
        <>
          Số <b>{number}</b>
        </>
      )}
      {issuedOn !== null && ` ngày ${formatDay(issuedOn)}`}
      {issuer !== null && (
        <>
          <br />
          {issuer}
        </>
      )}
      {item.hasScan && !isOpen && (
        <>
          {' '}
          <ScanLink itemId={item.id} title={item.title} version={item.version} text="Bản chụp" />
        </>
      )}
    </span>
  )
}

function DueText({ item, today }: { item: DossierItem; today: string }) {
  const why = [item.reason === null ? null : MISSING_REASON_LABELS[item.reason], item.note].filter(Boolean)
  return (
    <>
      {item.dueOn !== null && (
        <>
          <b>
            Bổ sung trước ngày {formatDay(item.dueOn)} ({formatDaysLeft(daysBetween(today, item.dueOn))})
          </b>
          {why.length > 0 && '. '}
        </>
      )}
      {why.join('. ')}
    </>
  )
}

interface ItemLineProps {
  item: DossierItem
  mayEdit: boolean
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
}

function ItemLine({ item, mayEdit, isOpen, onOpen }: ItemLineProps) {
  const today = dayOf(useHubNow())
  const isAwaited = item.state === 'missing' || item.state === 'invalid' || item.state === 'required'
  return (
    <li className={classes.item}>
      <div className={classes.itemLine}>
        <StateOf item={item} />
        <span>
          <span className={classes.itemTitle}>{item.title}</span>
          {item.form !== null && <span className={classes.dim}> · {item.form}</span>}
          {!item.isRequired && <span className={classes.dim}> · nếu có</span>}
          <span className={classes.itemNote} style={{ display: 'block' }}>
            <DueText item={item} today={today} />
          </span>
        </span>
        <PaperText item={item} isOpen={isOpen} />
        {mayEdit && (
          <Button
            size="compact-xs"
            variant={isAwaited ? 'default' : 'subtle'}
            leftSection={<IconPencil size={14} stroke={1.75} aria-hidden />}
            aria-label={`${isAwaited ? 'Ghi đã nhận' : 'Sửa'}: ${item.title}`}
            aria-expanded={isOpen}
            title={`${item.updatedBy}, ${formatInstant(item.updatedAt)}`}
            onClick={() => onOpen(!isOpen)}
          >
            {isAwaited ? 'Ghi đã nhận' : 'Sửa'}
          </Button>
        )}
      </div>
      {isOpen && (
        <div className={classes.itemForm}>
          <DossierItemForm item={item} onDone={() => onOpen(false)} />
        </div>
      )}
    </li>
  )
}

/** The papers of a stay: what has come, what is awaited and by when. */
export function DossierTab({ stayId }: { stayId: string }) {
  const desk = useDesk()
  const mayEdit = desk?.permissions.includes('dossier.edit') ?? false
  const papers = useQuery(api.dossier.list.queryOptions({ input: { stayId } }))
  const [open, setOpen] = useState<string | null>(null)
  const [isAdding, setIsAdding] = useState(false)
  if (papers.isPending) return <PagePending />
  if (papers.error) {
    return (
      <ErrorState
        title="Chưa mở được giấy tờ hồ sơ"
        sentence={toHubError(papers.error).message}
        onRetry={() => void papers.refetch()}
      />
    )
  }
  const { items, missing } = papers.data
  return (
    <Panel
      title="Giấy tờ hồ sơ"
      flush
      aside={
        <Group gap="sm" wrap="nowrap">
          {items.length > 0 &&
            (missing > 0 ? (
              <ToneChip tone="soon" text={`còn thiếu ${missing}`} />
            ) : (
              <ToneChip tone="ok" text="đủ giấy tờ" quiet />
            ))}
          {mayEdit && !isAdding && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
              onClick={() => setIsAdding(true)}
            >
              Thêm giấy tờ
            </Button>
          )}
        </Group>
      }
    >
      {isAdding && (
        <div className={classes.item}>
          <AddPaper stayId={stayId} onDone={() => setIsAdding(false)} />
        </div>
      )}
      {items.length === 0 && !isAdding && (
        <EmptyState title="Chưa có giấy tờ nào trong hồ sơ">
          Đợt này được nhập từ danh sách cũ nên chưa có danh mục. Thêm từng giấy tờ đang có trong bìa hồ sơ.
        </EmptyState>
      )}
      <ul className={classes.items}>
        {items.map((item) => (
          <ItemLine
            key={item.id}
            item={item}
            mayEdit={mayEdit}
            isOpen={open === item.id}
            onOpen={(isOpen) => setOpen(isOpen ? item.id : null)}
          />
        ))}
      </ul>
    </Panel>
  )
}
