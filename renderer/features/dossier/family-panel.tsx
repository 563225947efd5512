import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { IntakeRecord } from '#domain/contract/intake.ts'
import { RELATION_LABELS, RELATIONS } from '#domain/information-sheet/personal-lists.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { ListLines } from '#renderer/features/dossier/list-lines.tsx'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { CodeSelect } from '#ui/code-choice.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './dossier.module.css'

type Relative = IntakeRecord['relatives'][number]

/** The family: who they are, where they live, whom to call. */
export function FamilyPanel({ stayId, personId }: { stayId: string; personId: string }) {
  const desk = useDesk()
  const mayEdit = desk?.permissions.includes('dossier.edit') ?? false
  const record = useQuery(api.intake.record.queryOptions({ input: { stayId } }))
  const [isEditing, setIsEditing] = useState(false)
  if (record.isPending) return <PagePending />
  if (record.error) {
    return (
      <ErrorState
        title="Chưa mở được phần gia đình"
        sentence={toHubError(record.error).message}
        onRetry={() => void record.refetch()}
      />
    )
  }
  const { relatives } = record.data
  return (
    <Panel
      title="Gia đình"
      flush={!isEditing && relatives.length > 0}
      aside={
        mayEdit &&
        !isEditing && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label="Sửa phần gia đình"
            leftSection={<IconPencil size={14} stroke={1.75} aria-hidden />}
            onClick={() => setIsEditing(true)}
          >
            Sửa
          </Button>
        )
      }
    >
      {isEditing ? (
        <FamilyForm personId={personId} relatives={relatives} onDone={() => setIsEditing(false)} />
      ) : relatives.length === 0 ? (
        <EmptyState title="Chưa ghi người thân nào">
          Ghi ít nhất một người để báo tin và gửi đồ, gửi tiền.
        </EmptyState>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th>Quan hệ</th>
              <th>Họ tên, năm sinh</th>
              <th>Nghề nghiệp</th>
              <th>Chỗ ở</th>
              <th>Điện thoại</th>
            </tr>
          </thead>
          <tbody>
            {relatives.map((one) => (
              <tr key={one.id}>
                <td>{RELATION_LABELS[one.relation]}</td>
                <td>
                  {one.name} {one.birthYear}
                  {one.isContact && <div className={classes.dim}>người liên hệ</div>}
                </td>
                <td>{one.occupation}</td>
                <td>{one.address}</td>
                <td>{one.phone}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

interface FamilyFormProps {
  personId: string
  relatives: readonly Relative[]
  onDone: () => void
}

function newRelative(): Relative {
  return {
    id: crypto.randomUUID(),
    relation: 'father',
    name: '',
    birthYear: null,
    occupation: null,
    address: null,
    phone: null,
    isContact: false,
  }
}

function FamilyForm({ personId, relatives, onDone }: FamilyFormProps) {
  const queryClient = useQueryClient()
  const [lines, setLines] = useState<readonly Relative[]>(relatives)
  const saving = useSave((input: Parameters<typeof hub.dossier.setRelatives>[0], key) =>
    hub.dossier.setRelatives(input, { context: { key } }),
  )

  async function save() {
    const named = lines.filter(({ name }) => name.trim() !== '')
    // Rows of before stay in the file under their own ids; these take their place.
    const input = { personId, relatives: named.map((one) => ({ ...one, id: crypto.randomUUID() })) }
    if (!(await saving.send(input))) return
    showNotice('Đã lưu phần gia đình.')
    await queryClient.invalidateQueries({ queryKey: api.intake.record.key() })
    onDone()
  }

  return (
    <DenseForm
      label="Gia đình"
      saveLabel="Lưu phần gia đình"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={JSON.stringify(lines) !== JSON.stringify(relatives)}
      problem={saving.problem}
    >
      <FormRow label="Người thân">
        {() => (
          <ListLines
            lines={lines}
            onChange={setLines}
            empty={newRelative}
            addLabel="Thêm người thân"
            noun="người thân"
            label="Người thân"
            most={20}
          >
            {(one, put, index) => <RelativeBoxes one={one} put={put} index={index} />}
          </ListLines>
        )}
      </FormRow>
    </DenseForm>
  )
}

function RelativeBoxes({
  one,
  put,
  index,
}: {
  one: Relative
  put: (change: Partial<Relative>) => void
  index: number
}) {
  const who = `người thân ${index + 1}`
  return (
    <>
      <CodeSelect
        aria-label={`Quan hệ, ${who}`}
        w={190}
        codes={RELATIONS}
        labels={RELATION_LABELS}
        value={one.relation}
        onChange={(value) => put({ relation: value })}
      />
      <TextInput
        aria-label={`Họ tên, ${who}`}
        placeholder="Họ và tên"
        w={200}
        maxLength={120}
        value={one.name}
        onChange={(event) => put({ name: event.currentTarget.value })}
      />
      <NumberInput
        aria-label={`Năm sinh, ${who}`}
        placeholder="năm sinh"
        w={88}
        hideControls
        allowDecimal={false}
        allowNegative={false}
        value={one.birthYear ?? ''}
        onChange={(value) => put({ birthYear: value === '' ? null : Number(value) })}
      />
      <TextInput
        aria-label={`Nghề nghiệp, ${who}`}
        placeholder="Nghề nghiệp"
        w={130}
        maxLength={120}
        value={one.occupation ?? ''}
        onChange={(event) => put({ occupation: event.currentTarget.value })}
      />
      <TextInput
        aria-label={`Chỗ ở, ${who}`}
        placeholder="Chỗ ở"
        w={220}
        maxLength={300}
        value={one.address ?? ''}
        onChange={(event) => put({ address: event.currentTarget.value })}
      />
      <TextInput
        aria-label={`Điện thoại, ${who}`}
        placeholder="Điện thoại"
        w={130}
        maxLength={30}
        value={one.phone ?? ''}
        onChange={(event) => put({ phone: event.currentTarget.value })}
      />
      <Checkbox
        label="liên hệ"
        aria-label={`Liên hệ khi cần, ${who}`}
        checked={one.isContact}
        onChange={(event) => put({ isContact: event.currentTarget.checked })}
        mt={6}
      />
    </>
  )
}
