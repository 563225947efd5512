import { Group, SegmentedControl, Stack } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AlertAct } from '#domain/alerts/alert-codes.ts'
import type { CustodyLine } from '#domain/contract/custody.ts'
import { CUSTODY_EVENT_LABELS } from '#domain/custody/event-kinds.ts'
import { CUSTODY_POSITION_LABELS } from '#domain/custody/transitions.ts'
import { formatInstant, type Instant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { AlertsBefore } from '#renderer/features/alerts/alerts-before.tsx'
import {
  ACT_FIELDS,
  actOfValues,
  RECORDABLE_KINDS,
  type ActValues,
  type RecordableKind,
} from '#renderer/features/custody/act-fields.ts'
import { ActForm } from '#renderer/features/custody/act-form.tsx'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { RecoverForm } from '#renderer/features/escapes/recover-dialog.tsx'
import { ReportEscapeForm } from '#renderer/features/escapes/report-escape.tsx'
import { CodeSelect } from '#ui/code-choice.tsx'
import { DialogFoot } from '#ui/dialog-foot.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { FormRow } from '#ui/form-row.tsx'
import classes from './custody.module.css'

/** Before what kind of act alerts are to be read, where a recorded event is one. */
const ALERT_ACT_OF: Partial<Record<RecordableKind, AlertAct>> = {
  left: 'leave',
  suspended: 'leave',
  released: 'release',
  exempted: 'release',
  'left-on-own-will': 'release',
  'transferred-out': 'release',
  'to-social-protection': 'release',
  'to-prison': 'release',
  interrupted: 'release',
}

export interface RecordEventProps {
  stayId: string
  opened: boolean
  onClose: () => void
  /** Kind the form begins with, when the screen knows it. */
  kind?: RecordableKind
  /** Called after the event was written. */
  onRecorded?: () => void
}

/** Records what happened to one person: only what may have happened is offered. */
export function RecordEvent(props: RecordEventProps) {
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title="Ghi việc" size={640}>
      {props.opened && <RecordBody {...props} />}
    </Dialog>
  )
}

function RecordBody(props: RecordEventProps) {
  const line = useQuery(api.custody.line.queryOptions({ input: { stayId: props.stayId } }))
  if (line.isError) {
    return (
      <ErrorState
        title="Chưa mở được đợt cai nghiện"
        sentence={toHubError(line.error).message}
        onRetry={() => void line.refetch()}
      />
    )
  }
  if (!line.data) return <output>Đang mở…</output>
  return <RecordForm {...props} line={line.data} />
}

/** Where somebody stands, in one line above the form. */
function StandingLine({ line }: { line: CustodyLine }) {
  const since = line.sinceAt === null ? '' : ` từ ${formatInstant(line.sinceAt)}`
  const bed = line.bedCode === null ? '' : ` · giường ${line.bedCode}`
  return (
    <p className={classes.standing}>
      <b>{line.name}</b>: {CUSTODY_POSITION_LABELS[line.position]}
      {bed}
      {since}
    </p>
  )
}

function RecordForm({ line, kind: first, onClose, onRecorded }: RecordEventProps & { line: CustodyLine }) {
  const queryClient = useQueryClient()
  const now = useHubNow()
  const possible = RECORDABLE_KINDS.filter((known) => line.possible.includes(known))
  const [ids] = useState(() => ({ event: crypto.randomUUID(), key: crypto.randomUUID() }))
  const [kind, setKind] = useState<RecordableKind | null>(
    first && possible.includes(first) ? first : (possible[0] ?? null),
  )
  const [isLate, setIsLate] = useState(false)
  const [at, setAt] = useState<Instant | null>(null)
  const [values, setValues] = useState<ActValues>({})
  const [errors, setErrors] = useState<Record<string, string>>({})
  const record = useMutation({
    mutationFn: (input: Parameters<typeof hub.custody.record>[0]) =>
      hub.custody.record(input, { context: { key: ids.key } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.custody.key() })
      onRecorded?.()
      onClose()
    },
    onError: (error) => {
      const problem = toHubError(error).details.problems?.find(({ field }) => field === 'at')
      if (problem) setErrors({ at: problem.message })
    },
  })

  if (kind === null) {
    return (
      <EmptyState title="Không còn việc nào ghi được">
        {line.name}: {CUSTODY_POSITION_LABELS[line.position]}.
      </EmptyState>
    )
  }

  const alertAct = ALERT_ACT_OF[kind]
  const chooseKind = (
    <FormRow label="Việc đã xảy ra" required>
      {(control) => (
        <CodeSelect
          {...control}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the form comes after the dialog took the focus
          autoFocus
          openOnFocus={false}
          codes={possible}
          labels={CUSTODY_EVENT_LABELS}
          value={kind}
          onChange={(chosen) => {
            setKind(chosen)
            setErrors({})
          }}
          searchable
        />
      )}
    </FormRow>
  )

  function save() {
    if (kind === null) return
    const read = actOfValues(kind, values)
    const found = 'errors' in read ? { ...read.errors } : {}
    if (isLate && at === null) found['at'] = 'Ghi ngày và giờ việc xảy ra, ví dụ 22/11/2026 14:02.'
    setErrors(found)
    if ('errors' in read || Object.keys(found).length > 0) return
    record.mutate({ id: ids.event, stayId: line.stayId, at: isLate ? at : null, act: read.act })
  }

  // Escapes have a form of their own, which opens the incident with the event.
  if (kind === 'escaped' || kind === 'recovered') {
    const people = [{ stayId: line.stayId, name: line.name }]
    return (
      <Stack gap="sm">
        <StandingLine line={line} />
        {chooseKind}
        {kind === 'escaped' ? (
          <ReportEscapeForm stayIds={[line.stayId]} onClose={onClose} />
        ) : (
          <RecoverForm people={people} onClose={onClose} {...(onRecorded ? { onRecorded } : {})} />
        )}
      </Stack>
    )
  }

  return (
    <form
      aria-label="Ghi việc"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!record.isPending) save()
      }}
    >
      <StandingLine line={line} />
      {alertAct && <AlertsBefore personId={line.personId} act={alertAct} />}
      <Stack gap="sm">
        {chooseKind}
        <FormRow label="Thời điểm" error={errors['at']}>
          {(control) => (
            <Group gap="sm">
              <SegmentedControl
                aria-label="Thời điểm"
                size="xs"
                data={[
                  { value: 'now', label: 'Bây giờ' },
                  { value: 'late', label: 'Lúc khác' },
                ]}
                value={isLate ? 'late' : 'now'}
                onChange={(value) => setIsLate(value === 'late')}
              />
              {isLate && <MomentField {...control} label="Thời điểm" now={now} value={at} onChange={setAt} />}
            </Group>
          )}
        </FormRow>
        <ActForm fields={ACT_FIELDS[kind]} values={values} onChange={setValues} errors={errors} now={now} />
      </Stack>
      <DialogFoot
        problem={record.isError && errors['at'] === undefined ? toHubError(record.error).message : null}
        onClose={onClose}
        act={`Ghi “${CUSTODY_EVENT_LABELS[kind]}”`}
        busy={record.isPending}
        color={kind === 'died' ? 'red' : undefined}
      />
    </form>
  )
}
