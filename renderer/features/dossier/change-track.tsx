import { Group, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CustodyLine } from '#domain/contract/custody.ts'
import type { PersonFile, PersonStay } from '#domain/contract/person-shapes.ts'
import { TRACK_LABELS } from '#domain/stay/track.ts'
import { formatDay, type Day } from '#domain/time/day.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { ClockPreview } from '#renderer/features/dossier/clock-preview.tsx'
import { useClockRules } from '#renderer/features/rules/use-clock-rules.ts'
import { clockAfter, type TrackChange } from '#renderer/features/dossier/track-change.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { CodeSegments } from '#ui/code-choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { DialogFoot } from '#ui/dialog-foot.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { TextRow } from '#ui/text-row.tsx'
import { WholeNumber } from '#ui/whole-number.tsx'
import classes from './dossier.module.css'

export interface ChangeTrackProps {
  file: PersonFile
  stay: PersonStay
  opened: boolean
  onClose: () => void
}

const NEW_TRACKS = ['compulsory', 'voluntary'] as const

/** The court, or the person, has decided: somebody held goes on under the decision, the days held deducted. */
export function ChangeTrack(props: ChangeTrackProps) {
  return (
    <Dialog
      opened={props.opened}
      onClose={props.onClose}
      title={`Chuyển diện cho ${props.file.name}`}
      size={720}
    >
      {props.opened && <ChangeTrackBody {...props} />}
    </Dialog>
  )
}

function ChangeTrackBody(props: ChangeTrackProps) {
  const line = useQuery(api.custody.line.queryOptions({ input: { stayId: props.stay.id } }))
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
  return <ChangeTrackForm {...props} line={line.data} />
}

function ChangeTrackForm({ file, stay, line, onClose }: ChangeTrackProps & { line: CustodyLine }) {
  const queryClient = useQueryClient()
  const now = useHubNow()
  const today = dayOf(now)
  const [eventId] = useState(() => crypto.randomUUID())
  const [track, setTrack] = useState<(typeof NEW_TRACKS)[number]>('compulsory')
  const [number, setNumber] = useState('')
  const [decidedOn, setDecidedOn] = useState<Day | null>(null)
  const [issuer, setIssuer] = useState('')
  const [startOn, setStartOn] = useState<Day | null>(null)
  const [termMonths, setTermMonths] = useState<number | null>(null)
  const [isLate, setIsLate] = useState(false)
  const [at, setAt] = useState<Instant | null>(null)
  const rules = useClockRules()
  const saving = useSave((input: Parameters<typeof hub.intake.changeTrack>[0], key) =>
    hub.intake.changeTrack(input, { context: { key } }),
  )
  const { errors } = saving
  const change: TrackChange | null =
    decidedOn !== null && startOn !== null
      ? {
          eventId,
          at: (isLate ? at : null) ?? now,
          track,
          decision: { number: number.trim() || '…', on: decidedOn, issuer: issuer.trim() || '…' },
          startOn,
          termMonths,
        }
      : null
  const clock = change && rules && clockAfter(file, stay, line.events, change, rules)

  async function save() {
    const found = {
      ...(number.trim() === '' && { 'decision.number': 'Ghi số quyết định.' }),
      ...(decidedOn === null && { 'decision.on': 'Ghi ngày quyết định.' }),
      ...(issuer.trim() === '' && { 'decision.issuer': 'Ghi cơ quan ra quyết định.' }),
      ...(startOn === null && { startOn: 'Ghi ngày bắt đầu tính thời hạn.' }),
      ...(isLate && at === null && { at: 'Ghi ngày và giờ chuyển diện, ví dụ 22/11/2026 14:02.' }),
    }
    saving.setErrors(found)
    if (decidedOn === null || startOn === null || Object.keys(found).length > 0) return
    const saved = await saving.send({
      eventId,
      stayId: stay.id,
      at: isLate ? at : null,
      track,
      decision: { number, on: decidedOn, issuer },
      startOn,
      termMonths,
    })
    if (!saved) return
    const end = clock?.endOn ? `, hết thời hạn ngày ${formatDay(clock.endOn)}` : ''
    showNotice(`${file.name} chuyển sang diện ${TRACK_LABELS[track].toLowerCase()}${end}.`)
    await queryClient.invalidateQueries()
    onClose()
  }

  return (
    <form
      aria-label="Chuyển diện"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!saving.isSaving) void save()
      }}
    >
      <p className={classes.dim}>
        Đang ở diện {TRACK_LABELS[stay.track].toLowerCase()}
        {stay.receivedAt === null ? '' : ` từ ${formatDay(dayOf(stay.receivedAt))}`}. Đợt cai nghiện đi tiếp,
        không làm thủ tục bàn giao lại.
      </p>
      <Stack gap="sm">
        <FormRow label="Diện mới" required>
          {() => (
            <CodeSegments
              label="Diện mới"
              codes={NEW_TRACKS}
              labels={TRACK_LABELS}
              value={track}
              onChange={setTrack}
            />
          )}
        </FormRow>
        <FormRow label="Số quyết định" required error={errors['decision.number']}>
          {(control) => (
            <TextInput
              {...control}
              data-autofocus
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the form comes after the dialog took the focus
              autoFocus
              maxLength={80}
              value={number}
              onChange={(event) => setNumber(event.currentTarget.value)}
              w={260}
            />
          )}
        </FormRow>
        <FormRow label="Ngày quyết định" required error={errors['decision.on']}>
          {(control) => <DayField {...control} today={today} value={decidedOn} onChange={setDecidedOn} />}
        </FormRow>
        <TextRow
          label="Cơ quan ra quyết định"
          required
          error={errors['decision.issuer']}
          maxLength={200}
          placeholder={track === 'compulsory' ? 'Tòa án nhân dân khu vực …' : undefined}
          value={issuer}
          onChange={setIssuer}
        />
        <FormRow
          label="Tính thời hạn từ"
          required
          error={errors['startOn']}
          hint="Ngày chấp hành ghi trong quyết định; những ngày đã ở trước ngày này được trừ."
        >
          {(control) => <DayField {...control} today={today} value={startOn} onChange={setStartOn} />}
        </FormRow>
        <FormRow
          label="Thời hạn (tháng)"
          error={errors['termMonths']}
          hint="Quyết định có ghi thì ghi; theo Luật 120/2025 có thể để trống, tính theo số lần."
        >
          {(control) => <WholeNumber {...control} w={92} value={termMonths} onChange={setTermMonths} />}
        </FormRow>
        <FormRow label="Chuyển diện lúc" error={errors['at']}>
          {(control) => (
            <Group gap="sm">
              <SegmentedControl
                aria-label="Chuyển diện lúc"
                size="xs"
                data={[
                  { value: 'now', label: 'Bây giờ' },
                  { value: 'late', label: 'Lúc khác' },
                ]}
                value={isLate ? 'late' : 'now'}
                onChange={(value) => setIsLate(value === 'late')}
              />
              {isLate && (
                <MomentField {...control} label="Chuyển diện lúc" now={now} value={at} onChange={setAt} />
              )}
            </Group>
          )}
        </FormRow>
      </Stack>
      <ClockPreview clock={clock} />
      <DialogFoot
        problem={saving.problem !== null && Object.keys(errors).length === 0 ? saving.problem : null}
        onClose={onClose}
        act={`Chuyển sang diện ${TRACK_LABELS[track].toLowerCase()}`}
        busy={saving.isSaving}
      />
    </form>
  )
}
