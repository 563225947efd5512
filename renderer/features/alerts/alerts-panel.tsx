import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ALERT_KINDS } from '#domain/alerts/alert-codes.ts'
import type { Alert } from '#domain/contract/alerts.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { alertChip } from '#renderer/features/alerts/alert-chips.ts'
import { AlertForm } from '#renderer/features/alerts/alert-form.tsx'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './alerts.module.css'

/** Alerts of a person with raising, reviewing and closing for those who may; closed ones on demand. */
export function AlertsPanel({ personId }: { personId: string }) {
  const desk = useDesk()
  const mayEdit = desk?.permissions.includes('alerts.edit') ?? false
  const list = useQuery(api.alerts.list.queryOptions({ input: { personId } }))
  const [editing, setEditing] = useState<Alert | 'new' | null>(null)
  const [closing, setClosing] = useState<Alert | null>(null)
  const [showsPast, setShowsPast] = useState(false)
  const alerts = list.data?.alerts ?? []
  const open = alerts.filter(({ closedAt }) => closedAt === null)
  const past = alerts.filter(({ closedAt }) => closedAt !== null)
  if (alerts.length === 0 && !mayEdit) return null
  return (
    <Panel
      title="Cảnh báo"
      aside={
        mayEdit && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
            onClick={() => setEditing('new')}
          >
            Ghi cảnh báo
          </Button>
        )
      }
    >
      {list.isError && <p role="alert">{toHubError(list.error).message}</p>}
      {list.data && open.length === 0 && <span className={classes.note}>Không có cảnh báo nào đang mở.</span>}
      <ul className={classes.alerts} aria-label="Cảnh báo đang mở">
        {open.map((alert) => (
          <AlertLine
            key={alert.id}
            alert={alert}
            {...(mayEdit && !alert.isMasked
              ? { onReview: () => setEditing(alert), onClose: () => setClosing(alert) }
              : {})}
          />
        ))}
      </ul>
      {past.length > 0 && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          mt="xs"
          aria-expanded={showsPast}
          onClick={() => setShowsPast(!showsPast)}
        >
          {showsPast ? 'Thu gọn cảnh báo đã đóng' : `Đã đóng (${past.length})`}
        </Button>
      )}
      {showsPast && (
        <ul className={classes.alerts} aria-label="Cảnh báo đã đóng">
          {past.map((alert) => (
            <AlertLine key={alert.id} alert={alert} />
          ))}
        </ul>
      )}
      <Dialog
        opened={editing !== null}
        onClose={() => setEditing(null)}
        title={editing === 'new' ? 'Ghi cảnh báo' : 'Xem lại cảnh báo'}
        size={620}
      >
        {editing !== null && (
          <AlertForm
            personId={personId}
            {...(editing === 'new' ? {} : { alert: editing })}
            onDone={() => setEditing(null)}
          />
        )}
      </Dialog>
      <CloseAlert alert={closing} onClose={() => setClosing(null)} />
    </Panel>
  )
}

function AlertLine({
  alert,
  onReview,
  onClose,
}: {
  alert: Alert
  onReview?: () => void
  onClose?: () => void
}) {
  const { text } = alertChip(alert.face)
  return (
    <li className={classes.alert}>
      <span className={classes.head}>
        <ToneChip {...alertChip(alert.face)} quiet={!alert.isActive} />
        {alert.isReviewDue && <ToneChip tone="late" text={`đến hạn xem lại ${formatDay(alert.reviewOn)}`} />}
        {alert.closedAt !== null && <ToneChip tone="ended" text="đã đóng" />}
        {alert.closedAt === null && !alert.isActive && <ToneChip tone="ended" text="hết hiệu lực" />}
      </span>
      {onReview && onClose && (
        <span className={classes.acts}>
          <Button size="compact-sm" variant="default" aria-label={`Xem lại: ${text}`} onClick={onReview}>
            Xem lại
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={`Đóng: ${text}`}
            onClick={onClose}
          >
            Đóng
          </Button>
        </span>
      )}
      {alert.detail !== null && <span className={classes.said}>{alert.detail}</span>}
      <span className={classes.note}>{noteOf(alert)}</span>
    </li>
  )
}

function noteOf(alert: Alert): string {
  const until = alert.toOn === null ? '' : ` đến ${formatDay(alert.toOn)}`
  const why = alert.isMasked ? 'Nội dung chỉ y tế xem được. Hỏi y tế.' : `Căn cứ: ${alert.reason ?? ''}.`
  const review = alert.isActive ? ` Xem lại ${formatDay(alert.reviewOn)}.` : ''
  const ended =
    alert.closedAt === null
      ? ''
      : ` Đóng ${formatDay(dayOf(alert.closedAt))}, ${alert.closedBy ?? ''}${alert.closeReason === null ? '' : `: ${alert.closeReason}`}.`
  return `${why} Từ ${formatDay(alert.fromOn)}${until}, ${alert.raisedBy} ghi.${review}${ended}`
}

function CloseAlert({ alert, onClose }: { alert: Alert | null; onClose: () => void }) {
  const queryClient = useQueryClient()
  const close = useMutation({
    mutationFn: (input: { id: string; version: number; reason: string }) => hub.alerts.close(input),
    onSuccess: async () => {
      showNotice('Đã đóng cảnh báo.')
      await queryClient.invalidateQueries({ queryKey: api.alerts.key() })
      onClose()
    },
  })
  const label = alert === null ? '' : ALERT_KINDS[alert.face].label
  return (
    <ConfirmAct
      opened={alert !== null}
      onClose={() => {
        close.reset()
        onClose()
      }}
      title={`Đóng cảnh báo “${label}”?`}
      act="Đóng cảnh báo"
      reason={{ label: 'Lý do', required: true }}
      busy={close.isPending}
      problem={close.isError && toHubError(close.error).message}
      onConfirm={(reason) => {
        if (alert) close.mutate({ id: alert.id, version: alert.version, reason })
      }}
    >
      Từ bây giờ cảnh báo không hiện và không hỏi khi xếp giường nữa; nội dung còn lại trong hồ sơ.
    </ConfirmAct>
  )
}
