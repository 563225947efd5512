import { Button } from '@mantine/core'
import { useState } from 'react'
import type { IncidentRule, IncidentTask } from '#domain/contract/incident-work-shapes.ts'
import { ROLE_LABELS } from '#domain/permissions/roles.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { hub } from '#renderer/api/client.ts'
import { useTickingNow } from '#renderer/features/visits/use-ticking-now.ts'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { WhyPopover } from '#ui/why-popover.tsx'
import { ChangeTask } from './change-task.tsx'
import { clockWord, doneWord } from './incident-words.ts'
import { useIncidentAct } from './use-incident.ts'
import classes from './incidents.module.css'

const TAKEN = 'Người khác vừa ghi việc này. Đóng và xem lại.'

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

/** Says that a task is done, with its result; for whoever may. */
export function DoneAct({ task }: { task: IncidentTask }) {
  const [isAsked, setIsAsked] = useState(false)
  const close = () => setIsAsked(false)
  const { run, saving } = useIncidentAct(
    (input: Parameters<typeof hub.incidents.doneTask>[0], key) =>
      hub.incidents.doneTask(input, { context: { key } }),
    `Đã làm: ${task.title}.`,
    close,
  )
  if (!task.mayDo) return null
  return (
    <>
      <Button size="compact-sm" aria-label={`Đã làm: ${task.title}`} onClick={() => setIsAsked(true)}>
        Đã làm
      </Button>
      <ConfirmAct
        opened={isAsked}
        onClose={close}
        title={`Đã làm: ${task.title}?`}
        act="Ghi đã làm"
        reason={{ label: 'Kết quả, số văn bản', required: false }}
        busy={saving.isSaving}
        problem={saving.problem ?? (saving.clash && TAKEN)}
        onConfirm={(result) => void run({ id: task.id, version: task.version, result })}
      >
        Ghi tên bạn và giờ máy chủ.
      </ConfirmAct>
    </>
  )
}

/** Gives a task to somebody else or another hour, or lets it go; for those who run incidents. */
function RunActs({ task }: { task: IncidentTask }) {
  const [asked, setAsked] = useState<'drop' | 'change' | null>(null)
  const close = () => setAsked(null)
  const { run, saving } = useIncidentAct(
    (input: Parameters<typeof hub.incidents.dropTask>[0], key) =>
      hub.incidents.dropTask(input, { context: { key } }),
    `Không cần làm: ${task.title}.`,
    close,
  )
  return (
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
      <ConfirmAct
        opened={asked === 'drop'}
        onClose={close}
        title={`Không cần làm: ${task.title}?`}
        act="Ghi không cần làm"
        reason={{ label: 'Lý do', required: true }}
        busy={saving.isSaving}
        problem={saving.problem ?? (saving.clash && TAKEN)}
        onConfirm={(reason) => void run({ id: task.id, version: task.version, reason })}
      >
        Việc này không nhắc nữa; lý do nằm trong hồ sơ vụ việc.
      </ConfirmAct>
      <Dialog opened={asked === 'change'} onClose={close} title={`Giao, đổi hạn: ${task.title}`} size={640}>
        {asked === 'change' && <ChangeTask task={task} onDone={close} />}
      </Dialog>
    </>
  )
}

/** One task of an incident with its clock, and what may be done with it. */
export function TaskLine({
  task,
  runs,
}: {
  task: IncidentTask
  /** The reader runs the incident: gives tasks to others and lets them go. */
  runs: boolean
}) {
  const now = useTickingNow()
  const isOpen = task.doneAt === null && task.droppedAt === null
  return (
    <li className={`${classes.line} ${classes.split}`}>
      <div>
        <div className={classes.row}>
          <b className={task.droppedAt === null ? undefined : classes.gone}>{task.title}</b>
          {isOpen && <ToneChip {...clockWord(task.dueAt, now)} />}
          {task.isEscalated && <ToneChip tone="late" text="đã báo Trưởng cơ sở" quiet />}
          {task.doneAt !== null && (
            <ToneChip {...doneWord('đã làm', { at: task.doneAt, dueAt: task.dueAt })} quiet />
          )}
          {task.rule !== null && <RuleWhy rule={task.rule} title={task.title} dueAt={task.dueAt} />}
        </div>
        <p className={classes.note}>
          {task.ownerName ?? ROLE_LABELS[task.role]} · hạn {formatInstant(task.dueAt)}
          {task.doneAt !== null &&
            ` · ${task.doneBy ?? ''} làm ${formatInstant(task.doneAt)}${task.result === null ? '' : `: ${task.result}`}`}
          {task.movedAt !== null &&
            ` · ${task.movedBy ?? ''} đổi hạn ${formatInstant(task.movedAt)}: ${task.moveReason ?? ''}`}
          {task.droppedAt !== null && ` · không cần làm: ${task.dropReason ?? ''}`}
        </p>
      </div>
      {isOpen && (
        <div className={classes.row}>
          <DoneAct task={task} />
          {runs && <RunActs task={task} />}
        </div>
      )}
    </li>
  )
}
