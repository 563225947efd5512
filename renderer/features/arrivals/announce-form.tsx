import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { parseBirth } from '#domain/people/birth.ts'
import { SEX_LABELS, SEXES, type Sex } from '#domain/people/sex.ts'
import { TRACK_LABELS, TRACKS, type Track } from '#domain/stay/track.ts'
import { formatDay, type Day } from '#domain/time/day.ts'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { CodeSegments, OptionalCodeSelect } from '#ui/code-choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { TextRow } from '#ui/text-row.tsx'

/** Writes down who will be brought, as far as it was announced. */
export function AnnounceForm({ today, onDone }: { today: Day; onDone: () => void }) {
  const queryClient = useQueryClient()
  const [id] = useState(() => crypto.randomUUID())
  const [name, setName] = useState('')
  const [birth, setBirth] = useState('')
  const [sex, setSex] = useState<Sex | null>(null)
  const [number, setNumber] = useState('')
  const [track, setTrack] = useState<Track>('compulsory')
  const [fromBody, setFromBody] = useState('')
  const [decisionNumber, setDecisionNumber] = useState('')
  const [expectedOn, setExpectedOn] = useState<Day | null>(today)
  const [note, setNote] = useState('')
  const saving = useSave((input: Parameters<typeof hub.intake.addExpected>[0], key) =>
    hub.intake.addExpected(input, { context: { key } }),
  )
  const { errors } = saving

  async function save() {
    const read = birth.trim() === '' ? null : parseBirth(birth)
    const found = {
      ...(name.trim() === '' && { name: 'Ghi họ và tên người sẽ đến.' }),
      ...(read === undefined && { birth: 'Ngày sinh không có thật. Ghi 05/03/1990, 03/1990 hoặc 1990.' }),
      ...(expectedOn === null && { expectedOn: 'Ghi ngày dự kiến đến.' }),
    }
    saving.setErrors(found)
    if (expectedOn === null || read === undefined || Object.keys(found).length > 0) return
    const input = { id, name, birth: read, sex, number, track, fromBody, decisionNumber, expectedOn, note }
    if (!(await saving.send(input))) return
    showNotice(`Đã ghi ${name.trim()}, dự kiến đến ngày ${formatDay(expectedOn)}.`)
    await queryClient.invalidateQueries({ queryKey: api.intake.expected.key() })
    onDone()
  }

  return (
    <DenseForm
      label="Ghi người dự kiến đến"
      saveLabel="Ghi người dự kiến đến"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={[name, birth, number, fromBody, decisionNumber, note].some((text) => text !== '')}
      problem={saving.problem}
    >
      <FormRow label="Họ và tên" required error={errors['name']}>
        {(control) => (
          <TextInput
            {...control}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by the button above
            autoFocus
            autoComplete="off"
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
      </FormRow>
      <FormRow label="Ngày sinh" error={errors['birth']} hint="Chỉ biết năm thì ghi năm: 1990.">
        {(control) => (
          <TextInput
            {...control}
            w={148}
            placeholder="dd/mm/yyyy"
            autoComplete="off"
            value={birth}
            onChange={(event) => setBirth(event.currentTarget.value)}
          />
        )}
      </FormRow>
      <FormRow label="Giới tính" error={errors['sex']}>
        {(control) => (
          <OptionalCodeSelect
            {...control}
            w={148}
            clearable
            placeholder="chưa rõ"
            codes={SEXES}
            labels={SEX_LABELS}
            value={sex}
            onChange={setSex}
          />
        )}
      </FormRow>
      <FormRow label="Số giấy tờ" error={errors['number']}>
        {(control) => (
          <TextInput
            {...control}
            w={220}
            autoComplete="off"
            maxLength={30}
            placeholder="Số căn cước, nếu biết"
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
        )}
      </FormRow>
      <FormRow label="Diện" required error={errors['track']}>
        {() => (
          <CodeSegments label="Diện" codes={TRACKS} labels={TRACK_LABELS} value={track} onChange={setTrack} />
        )}
      </FormRow>
      <TextRow
        label="Bên giao"
        error={errors['fromBody']}
        maxLength={200}
        placeholder="Công an xã, phường giao người"
        value={fromBody}
        onChange={setFromBody}
      />
      <TextRow
        label="Số quyết định"
        error={errors['decisionNumber']}
        w={220}
        maxLength={80}
        value={decisionNumber}
        onChange={setDecisionNumber}
      />
      <FormRow label="Ngày dự kiến đến" required error={errors['expectedOn']}>
        {(control) => <DayField {...control} today={today} value={expectedOn} onChange={setExpectedOn} />}
      </FormRow>
      <TextRow label="Ghi chú" error={errors['note']} maxLength={500} value={note} onChange={setNote} />
    </DenseForm>
  )
}
