import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { STAGE_LABELS, STAGE_RESULT_LABELS, type Stage } from '#domain/care/stages.ts'
import type { StageRecord } from '#domain/contract/stages.ts'
import { formatDay, type Day } from '#domain/time/day.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { StandingChip } from './standing-chip.tsx'
import { EndStageForm } from './end-stage-form.tsx'
import { StartStageForm } from './start-stage-form.tsx'
import classes from './care.module.css'

/** How far a stage goes: to its own end, to that of the stay, or to now. */
function untilText(stageEnd: Day | null, stayEnd: Day | null): string {
  if (stageEnd !== null) return formatDay(stageEnd)
  return stayEnd === null ? 'nay' : `${formatDay(stayEnd)} (hết đợt)`
}

/** The five stages of a stay, what may begin, and why not. */
export function StagesPanel({ stayId }: { stayId: string }) {
  const desk = useDesk()
  const mayEdit = desk?.permissions.includes('care.edit') ?? false
  const stages = useQuery(api.stages.ofStay.queryOptions({ input: { stayId } }))
  const [starting, setStarting] = useState<Stage | null>(null)
  const [ending, setEnding] = useState<StageRecord | null>(null)
  const [cancelling, setCancelling] = useState<StageRecord | null>(null)
  const { records = [], endedOn = null } = stages.data ?? {}
  const next = stages.data?.next.find(({ hard }) => hard.length === 0)
  const live = records.filter(({ cancelledAt }) => cancelledAt === null)
  const withdrawn = records.length - live.length
  return (
    <Panel
      title="Giai đoạn"
      aside={
        mayEdit &&
        stages.data &&
        stages.data.next.length > 0 && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
            onClick={() => setStarting(next?.stage ?? 1)}
          >
            Bắt đầu giai đoạn
          </Button>
        )
      }
    >
      {stages.isError && <p role="alert">{toHubError(stages.error).message}</p>}
      {stages.data && live.length === 0 && <p className={classes.note}>Chưa ghi giai đoạn nào.</p>}
      <ul className={classes.items} aria-label="Các giai đoạn">
        {live.map((record) => (
          <li key={record.id} className={classes.item}>
            <span className={classes.head}>
              <b>
                {record.stage}. {STAGE_LABELS[record.stage]}
              </b>
              {record.result === null ? (
                record.standing !== null && <StandingChip {...record} />
              ) : (
                <ToneChip
                  tone={record.result === 'fail' ? 'late' : 'ok'}
                  text={STAGE_RESULT_LABELS[record.result]}
                />
              )}
              {record.isElsewhere && <ToneChip tone="away" quiet text="ở cơ sở khác" />}
            </span>
            {mayEdit && (
              <span className={classes.acts}>
                {record.endedOn === null && endedOn === null && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`Kết thúc giai đoạn ${record.stage}`}
                    onClick={() => setEnding(record)}
                  >
                    Kết thúc…
                  </Button>
                )}
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="gray"
                  aria-label={`Hủy dòng giai đoạn ${record.stage}`}
                  onClick={() => setCancelling(record)}
                >
                  Hủy dòng
                </Button>
              </span>
            )}
            <span className={classes.note}>
              {formatDay(record.startedOn)} – {untilText(record.endedOn, endedOn)} · {record.days} ngày
              {record.responsible !== null && ` · phụ trách: ${record.responsible}`} · {record.recordedBy} ghi
            </span>
            {[record.note, record.startReason, record.endReason].map(
              (text, at) =>
                text !== null && (
                  <span key={at} className={classes.wide}>
                    {at === 0 ? '' : 'Lý do: '}
                    {text}
                  </span>
                ),
            )}
          </li>
        ))}
      </ul>
      {withdrawn > 0 && <p className={classes.note}>{withdrawn} dòng đã hủy, còn trong lịch sử.</p>}
      <Dialog
        opened={starting !== null}
        onClose={() => setStarting(null)}
        title="Bắt đầu giai đoạn"
        size={620}
      >
        {starting !== null && (
          <StartStageForm stayId={stayId} stage={starting} onDone={() => setStarting(null)} />
        )}
      </Dialog>
      <Dialog opened={ending !== null} onClose={() => setEnding(null)} title="Kết thúc giai đoạn" size={620}>
        {ending !== null && <EndStageForm record={ending} onDone={() => setEnding(null)} />}
      </Dialog>
      <CancelStage record={cancelling} onClose={() => setCancelling(null)} />
    </Panel>
  )
}

function CancelStage({ record, onClose }: { record: StageRecord | null; onClose: () => void }) {
  const queryClient = useQueryClient()
  const cancel = useMutation({
    mutationFn: (input: { id: string; version: number; reason: string }) => hub.stages.cancel(input),
    onSuccess: async () => {
      showNotice('Đã hủy dòng giai đoạn.')
      await queryClient.invalidateQueries({ queryKey: api.stages.key() })
      onClose()
    },
  })
  return (
    <ConfirmAct
      opened={record !== null}
      onClose={() => {
        cancel.reset()
        onClose()
      }}
      title={`Hủy dòng giai đoạn ${record?.stage ?? ''}?`}
      act="Hủy dòng"
      danger
      reason={{ label: 'Lý do', required: true }}
      busy={cancel.isPending}
      problem={cancel.isError && toHubError(cancel.error).message}
      onConfirm={(reason) => {
        if (record) cancel.mutate({ id: record.id, version: record.version, reason })
      }}
    >
      Chỉ khi ghi nhầm. Dòng này không còn được tính; nội dung và lý do hủy còn trong lịch sử.
    </ConfirmAct>
  )
}
