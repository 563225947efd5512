import { Button } from '@mantine/core'
import { useState } from 'react'
import type { IncidentRule, IncidentTask } from '#domain/contract/incident-work-shapes.ts'
import { INCIDENT_KIND_LABELS } from '#domain/incidents/incident-kinds.ts'
import { ROLE_LABELS } from '#domain/permissions/roles.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { hub } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { useTickingNow } from '#renderer/features/visits/use-ticking-now.ts'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { WhyPopover } from '#ui/why-popover.tsx'
import { ChangeTask } from './change-task.tsx'
import { clockWord, incidentHref } from './incident-words.ts'
import { useIncidentAct } from './use-incident.ts'
import classes from './incidents.module.css'

/** The rule a time comes from; says where no text sets it. */
export function RuleWhy({ rule, title, dueAt }: { rule: IncidentRule; title: string; dueAt: string | null }) {
  return (
    <WhyPopover
      title={title}
      code={rule.id}
      lines={[
        { text: rule.title, source: rule.source },
        ...(dueAt === null ? [] : [{ text: 'Hạn', value: formatInstant(dueAt) }]),
        ...(rule.isUnsettled
          ? [{ text: 'Chưa có văn bản quy định rõ: theo quy ước của cơ sở, sửa ở Quy định' }]
          : [{ text: rule.confidence }]),
        ...(rule.note === null ? [] : [{ text: rule.note }]),
      ]}
    />
  )
}

/** One task with its clock; whoever may says it is done. @param names the incident it belongs to */
export function TaskLine({
  task,
  names = false,
  runs,
}: {
  task: IncidentTask
  names?: boolean
  /** The reader runs the incident: gives tasks to others and lets them go. */
  runs: boolean
}) {
  const now = useTickingNow()
  const reads = useDesk()?.permissions.includes('incident.read') ?? false
  const [asked, setAsked] = useState<'done' | 'drop' | 'change' | null>(null)
  const close = () => setAsked(null)
  const { id, version } = task
  const done = useIncidentAct(
    (input: Parameters<typeof hub.incidents.doneTask>[0], key) =>
      hub.incidents.doneTask(input, { context: { key } }),
    `Đã làm: ${task.title}.`,
    close,
  )
  const drop = useIncidentAct(
    (input: Parameters<typeof hub.incidents.dropTask>[0], key) =>
      hub.incidents.dropTask(input, { context: { key } }),
    `Không cần làm: ${task.title}.`,
    close,
  )
  const isOpen = task.doneAt === null && task.droppedAt === null
  const refusedOf = ({ saving }: typeof done | typeof drop) =>
    saving.problem ?? (saving.clash && 'Người khác vừa ghi việc này. Đóng và xem lại.')
  return (
    <li className={`${classes.line} ${classes.split}`}>
      <div>
        <div className={classes.row}>
          <b className={task.droppedAt === null ? undefined : classes.gone}>{task.title}</b>
          {isOpen && <ToneChip {...clockWord(task.dueAt, now)} />}
          {task.isEscalated && <ToneChip tone="late" text="đã báo Trưởng cơ sở" quiet />}
          {task.doneAt !== null && <ToneChip tone="ok" text="đã làm" quiet />}
          {task.rule !== null && <RuleWhy rule={task.rule} title={task.title} dueAt={task.dueAt} />}
        </div>
        <p className={classes.note}>
          {names && (
            <>
              {reads ? (
                <InnerLink href={incidentHref(task.incidentId, 'viec')}>
                  {task.incidentNumber ?? 'bản nháp'}
                </InnerLink>
              ) : (
                task.incidentNumber
              )}{' '}
              {INCIDENT_KIND_LABELS[task.kind]} ·{' '}
            </>
          )}
          {task.ownerName ?? ROLE_LABELS[task.role]} · hạn {formatInstant(task.dueAt)}
          {task.doneAt !== null &&
            ` · ${task.doneBy ?? ''} làm ${formatInstant(task.doneAt)}${task.result === null ? '' : `: ${task.result}`}`}
          {task.droppedAt !== null && ` · không cần làm: ${task.dropReason ?? ''}`}
        </p>
      </div>
      {isOpen && (
        <div className={classes.row}>
          {task.mayDo && (
            <Button size="compact-sm" aria-label={`Đã làm: ${task.title}`} onClick={() => setAsked('done')}>
              Đã làm
            </Button>
          )}
          {runs && (
            <>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`Giao, đổi hạn: ${task.title}`}
                onClick={() => setAsked('change')}
              >
                Giao, đổi hạn
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={`Không cần làm: ${task.title}`}
                onClick={() => setAsked('drop')}
              >
                Không cần
              </Button>
            </>
          )}
        </div>
      )}
      <ConfirmAct
        opened={asked === 'done'}
        onClose={close}
        title={`Đã làm: ${task.title}?`}
        act="Ghi đã làm"
        reason={{ label: 'Kết quả, số văn bản', required: false }}
        busy={done.saving.isSaving}
        problem={refusedOf(done)}
        onConfirm={(result) => void done.run({ id, version, result })}
      >
        Ghi tên bạn và giờ máy chủ.
      </ConfirmAct>
      <ConfirmAct
        opened={asked === 'drop'}
        onClose={close}
        title={`Không cần làm: ${task.title}?`}
        act="Ghi không cần làm"
        reason={{ label: 'Lý do', required: true }}
        busy={drop.saving.isSaving}
        problem={refusedOf(drop)}
        onConfirm={(reason) => void drop.run({ id, version, reason })}
      >
        Việc này không nhắc nữa; lý do nằm trong hồ sơ vụ việc.
      </ConfirmAct>
      <Dialog opened={asked === 'change'} onClose={close} title={`Giao, đổi hạn: ${task.title}`} size={640}>
        {asked === 'change' && <ChangeTask task={task} onDone={close} />}
      </Dialog>
    </li>
  )
}
