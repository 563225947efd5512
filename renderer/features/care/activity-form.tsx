import { Checkbox, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CampaignActivity } from '#domain/contract/campaigns.ts'
import type { Day } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { DayField } from '#ui/day-field.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow, type RowControl } from '#ui/form-row.tsx'
import { ParagraphRow } from '#ui/text-row.tsx'
import { WholeNumber } from '#ui/whole-number.tsx'

const HEADS = [
  ['plannedHeads', 'Dự kiến (người)'],
  ['residents', 'Học viên tham gia'],
  ['staff', 'Cán bộ tham gia'],
  ['guests', 'Khách tham gia'],
] as const

interface Typed {
  heldOn: Day | null
  title: string
  place: string
  leader: string
  plannedHeads: number | null
  isHeld: boolean
  residents: number | null
  staff: number | null
  guests: number | null
  result: string
}

export interface ActivityFormProps {
  campaignId: string
  activity?: CampaignActivity
  /** Day offered for a new one. */
  firstDay: Day
  onDone: () => void
}

/** Plans an activity of a campaign, or writes how it went and how many took part. */
export function ActivityForm({ campaignId, activity, firstDay, onDone }: ActivityFormProps) {
  const queryClient = useQueryClient()
  const today = dayOf(useHubNow())
  const [id] = useState(() => activity?.id ?? crypto.randomUUID())
  const [start] = useState<Typed>(() => ({
    heldOn: activity?.heldOn ?? firstDay,
    title: activity?.title ?? '',
    place: activity?.place ?? '',
    leader: activity?.leader ?? '',
    plannedHeads: activity?.plannedHeads ?? null,
    isHeld: activity?.isHeld ?? false,
    residents: activity?.residents ?? null,
    staff: activity?.staff ?? null,
    guests: activity?.guests ?? null,
    result: activity?.result ?? '',
  }))
  const [typed, setTyped] = useState(start)
  const put = (change: Partial<Typed>) => setTyped({ ...typed, ...change })
  const saving = useSave((input: Parameters<typeof hub.campaigns.saveActivity>[0], key) =>
    hub.campaigns.saveActivity(input, { context: { key } }),
  )
  const { errors } = saving

  async function save() {
    const { heldOn } = typed
    if (heldOn === null) {
      saving.setErrors({ heldOn: 'Ghi ngày.' })
      return
    }
    if (!(await saving.send({ ...typed, id, campaignId, version: activity?.version ?? null, heldOn }))) return
    await queryClient.invalidateQueries({ queryKey: api.campaigns.key() })
    showNotice(`Đã lưu hoạt động “${typed.title}”.`)
    onDone()
  }

  const line = (field: 'title' | 'place' | 'leader', max: number) => (control: RowControl) => (
    <TextInput
      {...control}
      maxLength={max}
      value={typed[field]}
      onChange={(event) => put({ [field]: event.currentTarget.value })}
    />
  )
  return (
    <DenseForm
      label="Hoạt động"
      saveLabel="Lưu hoạt động"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={JSON.stringify(typed) !== JSON.stringify(start)}
      problem={saving.clash ? 'Người khác vừa sửa hoạt động này. Đóng và mở lại để xem.' : saving.problem}
    >
      <FormRow label="Tên hoạt động" required error={errors['title']}>
        {line('title', 200)}
      </FormRow>
      <FormRow label="Ngày" required error={errors['heldOn']}>
        {(control) => (
          <DayField {...control} today={today} value={typed.heldOn} onChange={(heldOn) => put({ heldOn })} />
        )}
      </FormRow>
      <FormRow label="Nơi" error={errors['place']}>
        {line('place', 120)}
      </FormRow>
      <FormRow label="Người phụ trách" error={errors['leader']}>
        {line('leader', 120)}
      </FormRow>
      <FormRow label="Thực hiện">
        {({ id: controlId }) => (
          <Checkbox
            id={controlId}
            label="Đã thực hiện"
            checked={typed.isHeld}
            onChange={(event) => put({ isHeld: event.currentTarget.checked })}
          />
        )}
      </FormRow>
      {HEADS.filter(([field]) => field === 'plannedHeads' || typed.isHeld).map(([field, label]) => (
        <FormRow key={field} label={label} required={field === 'residents'} error={errors[field]}>
          {(control) => (
            <WholeNumber
              {...control}
              w={110}
              max={100_000}
              value={typed[field]}
              onChange={(count) => put({ [field]: count })}
            />
          )}
        </FormRow>
      ))}
      {typed.isHeld && (
        <ParagraphRow
          label="Kết quả"
          error={errors['result']}
          maxLength={1000}
          value={typed.result}
          onChange={(result) => put({ result })}
        />
      )}
    </DenseForm>
  )
}
