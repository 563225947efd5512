import { Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ALERT_CODES, ALERT_KINDS } from '#domain/alerts/alert-codes.ts'
import { api } from '#renderer/api/client.ts'
import { alertChip } from '#renderer/features/alerts/alert-chips.ts'
import { ALERT_CHOICES, InterruptsNote } from '#renderer/features/alerts/alert-form.tsx'
import { withLine, withoutLine } from '#renderer/features/intake/changed-lines.ts'
import { emptyAlert, type AlertLineRow } from '#renderer/features/intake/intake-form.ts'
import { IntakeSection } from '#renderer/features/intake/intake-section.tsx'
import { useIntake, useIntakeStore, useProblem } from '#renderer/features/intake/intake-store.ts'
import { AddLine, DropLine } from '#renderer/features/intake/line-buttons.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './intake.module.css'

/** What whoever deals with the person has to know: asked before a bed is given, which asks back. */
export function AlertsSection() {
  const store = useIntakeStore()
  const alerts = useIntake((form) => form.alerts)
  const knownId = useIntake((form) => form.known?.personId ?? null)
  return (
    <IntakeSection step="alerts" number={10} title="Cảnh báo">
      {knownId !== null && <KnownAlerts personId={knownId} />}
      <ul className={classes.lines} aria-label="Cảnh báo ghi khi tiếp nhận">
        {alerts.map((alert) => (
          <AlertLine key={alert.id} alert={alert} />
        ))}
      </ul>
      <AddLine label="Cảnh báo" onAdd={() => store.set({ alerts: [...store.form().alerts, emptyAlert()] })} />
    </IntakeSection>
  )
}

/** Alerts of an earlier stay that nobody has closed: they hold again without being written twice. */
function KnownAlerts({ personId }: { personId: string }) {
  const list = useQuery(api.alerts.list.queryOptions({ input: { personId } }))
  const open = (list.data?.alerts ?? []).filter(({ closedAt }) => closedAt === null)
  if (open.length === 0) return null
  return (
    <p className={classes.dim}>
      Đã có trong hồ sơ:{' '}
      {open.map(({ id, face }) => (
        <ToneChip key={id} {...alertChip(face)} />
      ))}
    </p>
  )
}

function AlertLine({ alert }: { alert: AlertLineRow }) {
  const store = useIntakeStore()
  const problems = {
    code: useProblem(`alerts.${alert.id}.code`),
    detail: useProblem(`alerts.${alert.id}.detail`),
    reason: useProblem(`alerts.${alert.id}.reason`),
  }
  function change(patch: Partial<AlertLineRow>) {
    store.set({
      alerts: withLine(store.form().alerts, alert.id, patch),
    })
    store.forget(`alerts.${alert.id}`)
  }
  const label = alert.code === null ? 'chưa chọn loại' : ALERT_KINDS[alert.code].label
  return (
    <li>
      <div className={classes.line}>
        <Select
          aria-label="Loại cảnh báo"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the line was just added by the button above
          autoFocus={alert.code === null}
          openOnFocus={false}
          searchable
          selectFirstOptionOnChange
          placeholder="Chọn loại *"
          data={ALERT_CHOICES}
          value={alert.code}
          error={problems.code}
          w={280}
          onChange={(next) => change({ code: ALERT_CODES.find((code) => code === next) ?? alert.code })}
        />
        <TextInput
          aria-label={`Cần lưu ý: ${label}`}
          placeholder={alert.code === 'other' ? 'Cần lưu ý *' : 'Cần lưu ý'}
          value={alert.detail}
          error={problems.detail}
          maxLength={500}
          className={classes.grow}
          onChange={(event) => change({ detail: event.currentTarget.value })}
        />
        <TextInput
          aria-label={`Căn cứ: ${label}`}
          placeholder="Căn cứ: biểu hiện, giấy tờ, lời kể *"
          value={alert.reason}
          error={problems.reason}
          maxLength={500}
          className={classes.grow}
          onChange={(event) => change({ reason: event.currentTarget.value })}
        />
        <DropLine
          label={`Bỏ cảnh báo: ${label}`}
          onDrop={() => store.set({ alerts: withoutLine(store.form().alerts, alert.id) })}
        />
      </div>
      {alert.code !== null && <InterruptsNote code={alert.code} />}
    </li>
  )
}
