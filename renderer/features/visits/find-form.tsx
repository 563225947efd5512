import { Checkbox, TextInput } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { hub } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { reportHref } from '#renderer/features/incidents/report-link.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { problemOf, useDone, type ActProps } from './visit-act-done.ts'

/** Writes down what was found on a visit, and goes on to the first report of it. */
export function FindForm({ visit, onDone }: ActProps) {
  const done = useDone(onDone)
  const [id] = useState(() => crypto.randomUUID())
  const [what, setWhat] = useState('')
  const [quantity, setQuantity] = useState('')
  const [action, setAction] = useState('')
  const { history } = useRouter()
  const mayReport = useDesk()?.permissions.includes('incident.report') ?? false
  const [reports, setReports] = useState(true)
  const saving = useSave((input: Parameters<typeof hub.visits.recordFind>[0], key) =>
    hub.visits.recordFind(input, { context: { key } }),
  )
  async function save() {
    if (!(await saving.send({ id, visitId: visit.id, what, quantity, action }))) return
    await done('Đã ghi việc phát hiện vật cấm.')
    if (!reports || !mayReport) return
    const { personId } = visit
    history.push(reportHref({ origin: 'visit', originId: visit.id, kind: 'contraband', personId }))
  }
  const line = (
    label: string,
    field: 'what' | 'quantity' | 'action',
    value: string,
    put: (value: string) => void,
    most: number,
  ) => (
    <FormRow label={label} required error={saving.errors[field]}>
      {(control) => (
        <TextInput
          {...control}
          data-autofocus={field === 'what' || undefined}
          maxLength={most}
          value={value}
          onChange={(event) => put(event.currentTarget.value)}
        />
      )}
    </FormRow>
  )
  return (
    <DenseForm
      label="Phát hiện vật cấm"
      saveLabel="Ghi vật cấm phát hiện"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={what + quantity + action !== ''}
      problem={problemOf(saving)}
    >
      {line('Vật phát hiện', 'what', what, setWhat, 200)}
      {line('Số lượng', 'quantity', quantity, setQuantity, 60)}
      {line('Cách xử lý', 'action', action, setAction, 300)}
      {mayReport && (
        <FormRow label="Vụ việc">
          {({ id: box }) => (
            <Checkbox
              id={box}
              label="Báo vụ việc ngay sau khi ghi"
              checked={reports}
              onChange={(event) => setReports(event.currentTarget.checked)}
            />
          )}
        </FormRow>
      )}
    </DenseForm>
  )
}
