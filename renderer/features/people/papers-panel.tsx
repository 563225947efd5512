import { Button, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonFile, PersonPaper } from '#domain/contract/person-shapes.ts'
import { IDENTITY_KIND_LABELS, IDENTITY_KINDS, type IdentityKind } from '#domain/identity/identity-kinds.ts'
import { parseIdentityNumber } from '#domain/identity/identity-number.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { fieldErrors, toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { CodeSelect } from '#ui/code-choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { Panel } from '#ui/panel.tsx'
import { TextRow } from '#ui/text-row.tsx'
import classes from './person-page.module.css'

/** Which paper is being written: a new one, or one in place of another. */
type Writing = { replaces: PersonPaper | null } | null

function paperNote(paper: PersonPaper): string {
  const issued = [
    paper.issuedOn === null ? '' : `cấp ${formatDay(paper.issuedOn)}`,
    paper.issuedBy === null ? '' : `tại ${paper.issuedBy}`,
  ]
  const ended = paper.supersededAt === null ? '' : `thôi dùng từ ${formatDay(dayOf(paper.supersededAt))}`
  return [issued.filter(Boolean).join(' '), ended].filter(Boolean).join(' · ')
}

/** Identity papers in use and replaced, with what is odd about their numbers. */
export function PapersPanel({ file, mayEdit }: { file: PersonFile; mayEdit: boolean }) {
  const [writing, setWriting] = useState<Writing>(null)
  return (
    <Panel
      title="Giấy tờ tùy thân"
      aside={
        mayEdit &&
        writing === null && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
            onClick={() => setWriting({ replaces: null })}
          >
            Thêm giấy tờ
          </Button>
        )
      }
    >
      {file.papers.length === 0 && writing === null && (
        <p className={classes.dim}>Chưa có giấy tờ nào. Thiếu giấy tờ không phải lý do từ chối tiếp nhận.</p>
      )}
      <ul className={classes.papers}>
        {file.papers.map((paper) => (
          <li key={paper.id} data-old={paper.supersededAt !== null || undefined}>
            <span className={classes.paperKind}>{IDENTITY_KIND_LABELS[paper.kind]}</span>
            <b className={classes.number}>{paper.number}</b>
            <span className={classes.dim}>{paperNote(paper)}</span>
            {mayEdit && paper.supersededAt === null && (
              <Button size="compact-xs" variant="subtle" onClick={() => setWriting({ replaces: paper })}>
                Thay
              </Button>
            )}
            {paper.warnings.map((warning) => (
              <span key={warning.message} className={classes.warning}>
                {warning.message}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {writing && (
        <PaperForm
          key={writing.replaces?.id ?? 'new'}
          personId={file.id}
          replaces={writing.replaces}
          onDone={() => setWriting(null)}
        />
      )}
    </Panel>
  )
}

interface PaperFormProps {
  personId: string
  replaces: PersonPaper | null
  onDone: () => void
}

function PaperForm({ personId, replaces, onDone }: PaperFormProps) {
  const desk = useDesk()
  const queryClient = useQueryClient()
  const [ids] = useState(() => ({ paper: crypto.randomUUID(), key: crypto.randomUUID() }))
  const [kind, setKind] = useState<IdentityKind>(replaces?.kind ?? 'citizen-card')
  const [number, setNumber] = useState('')
  const [issuedOn, setIssuedOn] = useState<string | null>(null)
  const [issuedBy, setIssuedBy] = useState('')
  const [problems, setProblems] = useState<Record<string, string>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [isSaving, setIsSaving] = useState(false)
  const doubts = kind === 'other' ? [] : (parseIdentityNumber(number)?.problems ?? [])
  const label = replaces ? `Thay ${IDENTITY_KIND_LABELS[replaces.kind]} ${replaces.number}` : 'Thêm giấy tờ'

  async function save() {
    if (number.trim() === '') {
      setProblems({ number: 'Số giấy tờ không được để trống.' })
      return
    }
    setIsSaving(true)
    setProblem(null)
    try {
      await hub.people.addPaper(
        { id: ids.paper, personId, kind, number, issuedOn, issuedBy, replaces: replaces?.id ?? null },
        { context: { key: ids.key } },
      )
      notifications.show({
        message: replaces ? 'Đã thay giấy tờ; giấy cũ vẫn được giữ.' : 'Đã thêm giấy tờ.',
      })
      await queryClient.invalidateQueries({ queryKey: api.people.key() })
      onDone()
    } catch (error) {
      const refused = toHubError(error)
      setProblems(fieldErrors(refused))
      setProblem(refused.message)
    } finally {
      setIsSaving(false)
    }
  }

  return (
    <DenseForm
      label={label}
      saveLabel={replaces ? 'Thay giấy tờ' : 'Thêm giấy tờ'}
      onSave={() => void save()}
      saving={isSaving}
      onLeave={onDone}
      dirty={number !== ''}
      problem={problem}
    >
      <FormRow label="Loại giấy tờ" required>
        {(control) => (
          <CodeSelect
            {...control}
            w={260}
            codes={IDENTITY_KINDS}
            labels={IDENTITY_KIND_LABELS}
            value={kind}
            onChange={setKind}
          />
        )}
      </FormRow>
      <FormRow
        label="Số"
        required
        error={problems['number']}
        hint={doubts.length > 0 && <span className={classes.warning}>{doubts[0]?.message}</span>}
      >
        {(control) => (
          <TextInput
            {...control}
            data-autofocus
            w={260}
            maxLength={30}
            autoComplete="off"
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
        )}
      </FormRow>
      <FormRow label="Ngày cấp" error={problems['issuedOn']}>
        {(control) => (
          <DayField
            {...control}
            today={dayOf(desk?.now() ?? '2000-01-01T00:00:00.000Z')}
            value={issuedOn}
            onChange={setIssuedOn}
          />
        )}
      </FormRow>
      <TextRow
        label="Nơi cấp"
        error={problems['issuedBy']}
        maxLength={200}
        value={issuedBy}
        onChange={setIssuedBy}
      />
    </DenseForm>
  )
}
