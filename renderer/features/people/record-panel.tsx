import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPencil } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FieldValues } from '#domain/people/merge-edit.ts'
import { api } from '#renderer/api/client.ts'
import { shownOf, type RecordField } from '#renderer/features/people/record-fields.ts'
import { readRecordDraft, RecordForm, type RecordFormProps } from '#renderer/features/people/record-form.tsx'
import { useDraft } from '#renderer/features/people/use-draft.ts'
import { Panel } from '#ui/panel.tsx'
import classes from './person-page.module.css'

export interface RecordPanelProps {
  title: string
  /** Name of the draft at the hub. */
  form: string
  fields: readonly RecordField[]
  version: number
  values: FieldValues
  mayEdit: boolean
  save: RecordFormProps['save']
}

/** The fields of a record to be read, and to be corrected where allowed; opens at once where a draft was left. */
export function RecordPanel(props: RecordPanelProps) {
  return props.mayEdit ? (
    <EditablePanel {...props} />
  ) : (
    <Panel title={props.title}>
      <RecordFacts fields={props.fields} values={props.values} />
    </Panel>
  )
}

function EditablePanel(props: RecordPanelProps) {
  const { title, fields, values } = props
  const queryClient = useQueryClient()
  const draft = useDraft(props.form, readRecordDraft)
  const [chosen, setChosen] = useState<boolean | null>(null)
  const isEditing = chosen ?? (draft.found?.value ?? null) !== null

  async function save(edit: Parameters<RecordFormProps['save']>[0]) {
    await props.save(edit)
    notifications.show({ message: `Đã lưu: ${title}.` })
    await queryClient.invalidateQueries({ queryKey: api.people.key() })
  }

  return (
    <Panel
      title={title}
      aside={
        !isEditing && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Sửa: ${title}`}
            leftSection={<IconPencil size={14} stroke={1.75} aria-hidden />}
            disabled={draft.found === null}
            onClick={() => setChosen(true)}
          >
            Sửa
          </Button>
        )
      }
    >
      {isEditing && draft.found ? (
        <RecordForm
          label={title}
          saveLabel="Lưu thay đổi"
          fields={fields}
          version={props.version}
          values={values}
          draft={draft}
          save={save}
          onDone={() => setChosen(false)}
        />
      ) : (
        <RecordFacts fields={fields} values={values} />
      )}
    </Panel>
  )
}

function RecordFacts({ fields, values }: { fields: readonly RecordField[]; values: FieldValues }) {
  return (
    <dl className={classes.record}>
      {fields.map((field) => {
        const text = shownOf(field, values[field.field] ?? null)
        return (
          <div key={field.field} data-wide={field.kind === 'area' || undefined}>
            <dt>{field.label}</dt>
            <dd data-empty={text === '' || undefined}>{text === '' ? 'chưa ghi' : text}</dd>
          </div>
        )
      })}
    </dl>
  )
}
