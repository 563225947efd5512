import { Select, Textarea } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { SESSION_KIND_LABELS, SESSION_KINDS, type SessionKind } from '#domain/care/sessions.ts'
import type { CareSession } from '#domain/contract/care-sessions.ts'
import { atTime, dayOf, type Instant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { CodeSelect } from '#ui/code-choice.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { ParagraphRow, TextRow } from '#ui/text-row.tsx'
import { WholeNumber } from '#ui/whole-number.tsx'
import { PeoplePicker } from './people-picker.tsx'
import classes from './care.module.css'

interface Typed {
  kind: SessionKind
  topic: string
  startsAt: Instant | null
  minutes: number | null
  place: string
  leader: string
  note: string
  groupId: string | null
  reason: string
}

export interface SessionFormProps {
  /** The session to be changed; absent for a new one. */
  session?: CareSession
  onDone: () => void
  onSaved?: (id: string) => void
}

/** Plans a session and calls people to it. Two people to be kept apart are named before it is saved. */
export function SessionForm({ session, onDone, onSaved }: SessionFormProps) {
  const queryClient = useQueryClient()
  const desk = useDesk()
  const now = useHubNow()
  const groups = useQuery(api.careSessions.groups.queryOptions({ input: {} }))
  const [id] = useState(() => session?.id ?? crypto.randomUUID())
  const [start] = useState<Typed>(() => ({
    kind: session?.kind ?? 'counselling-group',
    topic: session?.topic ?? '',
    startsAt: session?.startsAt ?? atTime(dayOf(now), '08:00'),
    minutes: session?.minutes ?? 90,
    place: session?.place ?? '',
    leader: session?.leader ?? desk?.userName ?? '',
    note: session?.note ?? '',
    groupId: session?.groupId ?? null,
    reason: session?.keptApartReason ?? '',
  }))
  const [typed, setTyped] = useState(start)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(session?.attendees.map(({ stayId }) => stayId)),
  )
  const put = (change: Partial<Typed>) => setTyped({ ...typed, ...change })
  const saving = useSave((input: Parameters<typeof hub.careSessions.save>[0], key) =>
    hub.careSessions.save(input, { context: { key } }),
  )
  const { errors } = saving

  async function save() {
    const { startsAt, minutes } = typed
    if (startsAt === null || minutes === null) {
      saving.setErrors({
        ...(startsAt === null ? { startsAt: 'Ghi ngày và giờ.' } : {}),
        ...(minutes === null ? { minutes: 'Ghi số phút.' } : {}),
      })
      return
    }
    const isSaved = await saving.send({
      ...typed,
      id,
      version: session?.version ?? null,
      startsAt,
      minutes,
      stayIds: [...chosen],
    })
    if (!isSaved) return
    await queryClient.invalidateQueries({ queryKey: api.careSessions.key() })
    showNotice(`Đã lập buổi “${typed.topic}”, gọi ${chosen.size} người.`)
    onDone()
    onSaved?.(id)
  }

  const asksReason = errors['reason'] !== undefined || start.reason !== ''
  return (
    <DenseForm
      label="Lập buổi"
      saveLabel={session ? 'Lưu buổi' : 'Lập buổi'}
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={
        JSON.stringify(typed) !== JSON.stringify(start) || chosen.size !== (session?.attendees.length ?? 0)
      }
      problem={saving.clash ? 'Người khác vừa sửa buổi này. Đóng và mở lại để xem.' : saving.problem}
    >
      <FormRow label="Loại" required error={errors['kind']}>
        {(control) => (
          <CodeSelect
            {...control}
            codes={SESSION_KINDS}
            labels={SESSION_KIND_LABELS}
            value={typed.kind}
            onChange={(value) => put({ kind: value })}
          />
        )}
      </FormRow>
      <TextRow
        label="Nội dung"
        required
        error={errors['topic']}
        maxLength={200}
        value={typed.topic}
        onChange={(topic) => put({ topic })}
      />
      <FormRow label="Bắt đầu" required error={errors['startsAt']}>
        {(control) => (
          <MomentField
            {...control}
            label="Bắt đầu"
            now={now}
            value={typed.startsAt}
            onChange={(startsAt) => put({ startsAt })}
          />
        )}
      </FormRow>
      <FormRow label="Số phút" required error={errors['minutes']}>
        {(control) => (
          <WholeNumber
            {...control}
            w={110}
            min={5}
            max={720}
            value={typed.minutes}
            onChange={(minutes) => put({ minutes })}
          />
        )}
      </FormRow>
      <TextRow
        label="Nơi"
        error={errors['place']}
        maxLength={120}
        value={typed.place}
        onChange={(place) => put({ place })}
      />
      <TextRow
        label="Người phụ trách"
        required
        error={errors['leader']}
        maxLength={120}
        value={typed.leader}
        onChange={(leader) => put({ leader })}
      />
      <FormRow label="Nhóm, lớp" hint="Chọn nhóm thì danh sách dưới chỉ còn người của nhóm.">
        {(control) => (
          <Select
            {...control}
            clearable
            placeholder="Không theo nhóm"
            data={(groups.data?.groups ?? [])
              .filter(({ closedOn }) => closedOn === null)
              .map((group) => ({ value: group.id, label: `${group.name} (${group.members})` }))}
            value={typed.groupId}
            onChange={(groupId) => put({ groupId })}
          />
        )}
      </FormRow>
      <FormRow label="Người dự" required error={errors['attendees']}>
        {() => <PeoplePicker chosen={chosen} onChange={setChosen} groupId={typed.groupId} />}
      </FormRow>
      {asksReason && (
        <FormRow
          label="Vẫn gọi chung vì"
          error={errors['reason']}
          hint="Hai người không được xếp chung: ghi lý do và cách giám sát, hoặc bỏ một người."
        >
          {(control) => (
            <Textarea
              {...control}
              ref={(box) => box?.focus()}
              autosize
              maxLength={300}
              value={typed.reason}
              onChange={(event) => put({ reason: event.currentTarget.value })}
            />
          )}
        </FormRow>
      )}
      <ParagraphRow
        label="Ghi chép chung"
        hint="Một lần ghi, hiện ở trang của mọi người dự."
        minRows={2}
        maxLength={3000}
        value={typed.note}
        onChange={(note) => put({ note })}
      />
      <p className={classes.note}>Người đang ở ngoài cơ sở gọi được nhưng không tính có mặt hay vắng.</p>
    </DenseForm>
  )
}
