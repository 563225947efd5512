import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ObligationLogLine, ObligationMarkView, ObligationView } from '#domain/contract/obligations.ts'
import { DUTIES } from '#domain/law/duties.ts'
import { EXEMPTION_REASON_LABELS, SENDING_WAY_LABELS } from '#domain/obligations/exemptions.ts'
import { OBLIGATION_LOG_LABELS } from '#domain/obligations/obligation-state.ts'
import { formatDay } from '#domain/time/day.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { dueChip } from '#renderer/features/obligations/due-chip.ts'
import { DutyWhy } from '#renderer/features/obligations/duty-why.tsx'
import { MarkForm } from '#renderer/features/obligations/mark-form.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './obligations.module.css'

/** Why it was marked so: paper and number, sending, or the reason. */
function markText(mark: ObligationMarkView): string {
  return [
    `${mark.recordedBy}, ${formatInstant(mark.recordedAt)}`,
    [mark.paper, mark.number && `số ${mark.number}`].filter(Boolean).join(' '),
    mark.sentBy && mark.sentOn && `${SENDING_WAY_LABELS[mark.sentBy]}, gửi ${formatDay(mark.sentOn)}`,
    mark.reason && EXEMPTION_REASON_LABELS[mark.reason],
    mark.note,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** One line of the log: `Đổi hạn 11/07/2028 → 20/07/2028 vì ghi “Bắt lại…”`. */
function logText(line: ObligationLogLine): string {
  const due = [line.oldDue, line.newDue].filter((one) => one !== null).map(formatInstant)
  const moved =
    line.kind === 'moved' ? ` ${due.join(' → ')}` : line.kind === 'cancelled' ? ` (hạn ${due[0]})` : ''
  return `${DUTIES[line.duty].label}: ${OBLIGATION_LOG_LABELS[line.kind].toLocaleLowerCase('vi')}${moved} vì ${line.cause}`
}

function DutyRow({
  row,
  mark,
  onMark,
}: {
  row: ObligationView
  mark: ObligationMarkView | undefined
  onMark: () => void
}) {
  const now = useHubNow()
  const queryClient = useQueryClient()
  const reopening = useSave((input: Parameters<typeof hub.obligations.reopen>[0], key) =>
    hub.obligations.reopen(input, { context: { key } }),
  )
  const { stayId, key, dueAt } = row

  async function reopen() {
    await reopening.send({ items: [{ stayId, key, dueAt }] })
    await queryClient.invalidateQueries({ queryKey: api.obligations.key() })
  }

  return (
    <li className={classes.row}>
      <ToneChip {...dueChip(row, now)} />
      <span>{row.what}</span>
      <DutyWhy row={row} />
      {row.mayMark && row.state === 'scheduled' && (
        <Button size="xs" variant="default" onClick={onMark} aria-label={`Ghi: ${row.what}`}>
          Ghi
        </Button>
      )}
      {row.mayMark && row.state !== 'scheduled' && (
        <Button
          size="xs"
          variant="subtle"
          loading={reopening.isSaving}
          onClick={() => void reopen()}
          aria-label={`Ghi lại là chưa làm: ${row.what}`}
        >
          Ghi lại là chưa làm
        </Button>
      )}
      {mark && row.state !== 'scheduled' && <span className={classes.more}>{markText(mark)}</span>}
      {reopening.problem && <span className={classes.more}>{reopening.problem}</span>}
    </li>
  )
}

/** All that is owed for a stay, how each stands, and why due moments moved. */
export function StayDuties({ stayId }: { stayId: string }) {
  const duties = useQuery(api.obligations.ofStay.queryOptions({ input: { stayId } }))
  const [marking, setMarking] = useState<ObligationView | null>(null)
  if (duties.isPending) return <PagePending />
  if (duties.error) {
    return (
      <ErrorState
        title="Chưa tải được việc đến hạn"
        sentence={toHubError(duties.error).message}
        onRetry={() => void duties.refetch()}
      />
    )
  }
  const { rows, marks, log } = duties.data
  const open = rows.filter(({ state }) => state === 'scheduled')
  const closed = rows.filter(({ state }) => state !== 'scheduled')
  const list = (shown: readonly ObligationView[]) => (
    <ul className={classes.list}>
      {shown.map((row) => (
        <DutyRow
          key={row.key}
          row={row}
          mark={marks.find(({ key }) => key === row.key)}
          onMark={() => setMarking(row)}
        />
      ))}
    </ul>
  )
  return (
    <>
      <Panel title="Phải làm" flush>
        {open.length === 0 ? <EmptyState title="Không có việc nào trong 62 ngày tới" /> : list(open)}
      </Panel>
      {closed.length > 0 && (
        <Panel title="Đã làm, không phải làm" flush>
          {list(closed)}
        </Panel>
      )}
      {log.length > 0 && (
        <Panel title="Vì sao hạn thay đổi" flush>
          <ul className={classes.list}>
            {log.map((line) => (
              <li key={line.seq} className={classes.row}>
                <span>{formatInstant(line.at)}</span>
                <span>{logText(line)}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Dialog
        opened={marking !== null}
        onClose={() => setMarking(null)}
        size="lg"
        title={marking?.what ?? ''}
      >
        {marking && <MarkForm rows={[marking]} onDone={() => setMarking(null)} />}
      </Dialog>
    </>
  )
}
