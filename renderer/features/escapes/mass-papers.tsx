import { Button } from '@mantine/core'
import { IconFilePlus, IconSend } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { EscapeDetail, EscapePaper, UnsentNotice } from '#domain/contract/escapes.ts'
import { owesSearchDecision } from '#domain/incidents/owes-search.ts'
import { api } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { useMakeBatch } from '#renderer/features/documents/use-make-batch.ts'
import { SentForm } from '#renderer/features/incidents/sent-form.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { formatNumber } from '#ui/format.ts'
import { Panel } from '#ui/panel.tsx'
import classes from './escapes.module.css'

interface MassPapersProps {
  incidentId: string
  people: readonly EscapeDetail[]
  papers: readonly EscapePaper[]
  unsent: readonly UnsentNotice[]
}

const ICON = { size: 14, stroke: 1.75, 'aria-hidden': true } as const

/** Papers of many who escaped together, each act for everybody it is still owed for. */
export function MassPapers({ incidentId, people, papers, unsent }: MassPapersProps) {
  const may = useDesk()?.permissions ?? []
  const queryClient = useQueryClient()
  const { make, progress, problem } = useMakeBatch()
  const [sending, setSending] = useState<readonly UnsentNotice[]>([])
  const paperOf = (one: EscapeDetail | undefined, form: EscapePaper['form']) =>
    papers.findLast((paper) => paper.escapeId === one?.id && paper.form === form)
  const counting = people.filter(({ standing }) => standing !== 'withdrawn')
  const undecided = people.filter((one) => owesSearchDecision(one) && !paperOf(one, 'search-decision'))
  const untold = counting.filter(
    (one) =>
      !paperOf(one, 'escape-notice') &&
      (one.standing === 'away' || unsent.some(({ stayId }) => stayId === one.stayId)),
  )
  // Nobody is told of an escape that was recorded by mistake.
  const open = unsent.filter((notice) => counting.some(({ stayId }) => stayId === notice.stayId))
  const steps = [...Map.groupBy(open, ({ step }) => step).values()]
  const makeFor = (form: EscapePaper['form'], whom: readonly EscapeDetail[]) =>
    void make(whom.map(({ stayId, name }) => ({ stayId, form, name })))
  function close() {
    setSending([])
    // Somebody else may have told of some of them meanwhile.
    void queryClient.invalidateQueries({ queryKey: api.escapes.key() })
  }
  const mayMake = may.includes('documents.make')
  const isMaking = progress !== null
  const [first] = sending
  return (
    <Panel title="Giấy tờ cho cả nhóm">
      <p className={classes.dim}>
        Đã có quyết định truy tìm: {countOf(papers, 'search-decision')} trên {formatNumber(counting.length)}{' '}
        người; thông báo: {countOf(papers, 'escape-notice')} người.
      </p>
      <div className={classes.acts}>
        {mayMake && undecided.length > 0 && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconFilePlus {...ICON} />}
            disabled={isMaking}
            onClick={() => makeFor('search-decision', undecided)}
          >
            Lập quyết định truy tìm cho {formatNumber(undecided.length)} người
          </Button>
        )}
        {mayMake && untold.length > 0 && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconFilePlus {...ICON} />}
            disabled={isMaking}
            onClick={() => makeFor('escape-notice', untold)}
          >
            Lập thông báo cho {formatNumber(untold.length)} người
          </Button>
        )}
        {steps.map((notices) => (
          <Button
            key={notices[0]?.step}
            size="xs"
            variant="default"
            leftSection={<IconSend {...ICON} />}
            disabled={isMaking}
            onClick={() => setSending(notices)}
          >
            Ghi đã gửi cho {formatNumber(notices.length)} người: {notices[0]?.toWhom}
          </Button>
        ))}
      </div>
      <output className={classes.dim}>
        {progress && `Đang lập bản ${formatNumber(progress.done + 1)} trên ${formatNumber(progress.of)}…`}
      </output>
      {problem !== null && (
        <p role="alert" className={classes.refusal}>
          {problem}
        </p>
      )}
      <Dialog
        opened={first !== undefined}
        onClose={close}
        title={`Đã gửi cho ${formatNumber(sending.length)} người: ${first?.toWhom ?? ''}`}
        size={640}
      >
        {first && (
          <SentForm
            incidentId={incidentId}
            notices={sending.map(({ id, version, stayId }) => ({
              id,
              version,
              paperNumber:
                paperOf(
                  counting.find((one) => one.stayId === stayId),
                  'escape-notice',
                )?.number ?? null,
            }))}
            onDone={close}
          />
        )}
      </Dialog>
    </Panel>
  )
}

function countOf(papers: readonly EscapePaper[], form: EscapePaper['form']): string {
  return formatNumber(new Set(papers.flatMap((one) => (one.form === form ? one.escapeId : []))).size)
}
