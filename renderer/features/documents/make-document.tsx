import { Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { DOCUMENT_FORM_LABELS, STAY_FORMS, type DocumentForm } from '#domain/documents/form-editions.ts'
import { formatDay, type Day } from '#domain/time/day.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { CodeSelect } from '#ui/code-choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { DialogFoot } from '#ui/dialog-foot.tsx'
import { FormRow } from '#ui/form-row.tsx'
import classes from './documents.module.css'

/** Tags whose text runs over more than one line. */
const LONG_TAGS: ReadonlySet<string> = new Set([
  'tinh_trang_suc_khoe',
  'y_kien_khac',
  'noi_dung',
  'dien_bien',
  'thay_doi',
  'muc_tieu',
  'ghi_chu',
  'ly_do',
  'ket_qua',
  'ton_tai',
  'kien_nghi',
  'cap_khi_ra',
  'bien_phap',
])

export interface MakeDocumentProps {
  /** The stay it is about; null for a document of the house. */
  stayId: string | null
  /** The campaign or the count of the box it is about. */
  houseId?: string | null
  /** The incident it is about, and whose statement or which notice of it. */
  incident?: { id: string; part: string | null } | null
  /** The case of discipline or reward it is about; the forms of a case alone ask for it. */
  caseId?: string | null
  today: Day
  /** The form to begin with. */
  form?: DocumentForm
  onMade: (documentId: string) => void
  onLeave: () => void
}

/** Chooses a form, shows what it will be, takes the texts the record does not hold, and makes the document. */
export function MakeDocument({
  stayId,
  houseId = null,
  incident = null,
  caseId = null,
  today,
  form: first = 'hand-over',
  onMade,
  onLeave,
}: MakeDocumentProps) {
  const queryClient = useQueryClient()
  const incidentId = incident?.id ?? null
  const owner = { stayId, houseId, incidentId, incidentPart: incident?.part ?? null, caseId }
  const [id] = useState(() => crypto.randomUUID())
  const [form, setForm] = useState<DocumentForm>(first)
  const [on, setOn] = useState<Day | null>(null)
  const [typed, setTyped] = useState<Record<string, string>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [isMaking, setIsMaking] = useState(false)
  const prepared = useQuery(api.documents.prepare.queryOptions({ input: { ...owner, form, on } }))
  const plan = prepared.data
  const refusal = problem ?? plan?.problem ?? (prepared.error ? toHubError(prepared.error).message : null)

  async function make() {
    if (isMaking || !plan || plan.problem !== null) return
    setIsMaking(true)
    setProblem(null)
    const answers = Object.fromEntries(plan.asked.map(({ tag, value }) => [tag, typed[tag] ?? value]))
    try {
      const line = await hub.documents.make({ id, ...owner, form, on, answers }, { context: { key: id } })
      await queryClient.invalidateQueries({ queryKey: api.documents.key() })
      notifications.show({ message: `Đã lập ${line.title} số ${line.fullNumber}.` })
      onMade(line.id)
    } catch (error) {
      setProblem(toHubError(error).message)
    } finally {
      setIsMaking(false)
    }
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the fields bubble up to their form
    <form
      className={classes.fields}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      {stayId !== null && (
        <FormRow label="Loại văn bản">
          {(control) => (
            <CodeSelect
              {...control}
              codes={STAY_FORMS}
              labels={DOCUMENT_FORM_LABELS}
              value={form}
              data-autofocus
              onChange={(chosen) => {
                setForm(chosen)
                setTyped({})
                setProblem(null)
              }}
            />
          )}
        </FormRow>
      )}
      <FormRow label="Ngày văn bản" hint="Số mẫu, tên cơ sở và người ký theo ngày này.">
        {(control) => (
          <DayField
            {...control}
            today={today}
            value={on ?? plan?.on ?? null}
            onChange={(day) => {
              setOn(day)
              setProblem(null)
            }}
          />
        )}
      </FormRow>
      {plan && plan.problem === null && (
        <p className={classes.what}>
          <b>{plan.title}</b>
          <br />
          <span className={classes.dim}>
            {plan.formNumber ?? 'Mẫu của cơ sở'} · ngày {formatDay(plan.on)} · người ký: {plan.signer}
          </span>
        </p>
      )}
      {plan?.asked.map(({ tag, label, value }) => (
        <FormRow key={`${form}.${tag}`} label={label}>
          {(control) => {
            const shared = {
              ...control,
              value: typed[tag] ?? value,
              maxLength: 4000,
              placeholder: 'Để trống: in dòng chấm để ghi tay',
              onChange: (event: { currentTarget: { value: string } }) => {
                const text = event.currentTarget.value
                setTyped((before) => ({ ...before, [tag]: text }))
              },
            }
            return LONG_TAGS.has(tag) ? (
              <Textarea {...shared} autosize minRows={2} maxRows={6} />
            ) : (
              <TextInput {...shared} />
            )
          }}
        </FormRow>
      ))}
      <DialogFoot
        problem={refusal}
        onClose={onLeave}
        act="Lập văn bản"
        busy={isMaking}
        disabled={!plan || plan.problem !== null}
      />
    </form>
  )
}
