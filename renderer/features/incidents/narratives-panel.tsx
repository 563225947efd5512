import { Button, Select, Textarea } from '@mantine/core'
import { IconPencilPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { IncidentDetail, IncidentNarrative } from '#domain/contract/incident-shapes.ts'
import { NARRATIVE_KIND_LABELS, type NarrativeKind } from '#domain/incidents/incident-codes.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { hub } from '#renderer/api/client.ts'
import { DenseForm } from '#ui/dense-form.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { useIncidentAct } from './use-incident.ts'
import classes from './incidents.module.css'

function Signed({ one, who }: { one: IncidentNarrative; who: string | undefined }) {
  return (
    <li className={classes.line}>
      <div className={classes.row}>
        <b>
          {one.no}. {NARRATIVE_KIND_LABELS[one.kind]}
          {who !== undefined && ` của ${who}`}
        </b>
        {!one.isIntact && <ToneChip tone="late" text="chữ ký không khớp nội dung" />}
      </div>
      <p className={classes.text}>{one.body}</p>
      <p className={classes.note}>
        {one.writtenBy} ký {formatInstant(one.writtenAt)} ·{' '}
        <span className={classes.hash} title={`SHA-256 của nội dung, người ký, giờ ký: ${one.bodyHash}`}>
          {one.bodyHash.slice(0, 12)}
        </span>
      </p>
    </li>
  )
}

/** What happened, as first told and as signed since; nothing of it is ever changed. */
export function NarrativesPanel({ incident }: { incident: IncidentDetail }) {
  const [isAdding, setIsAdding] = useState(false)
  const names = new Map(incident.involvements.map(({ id, name }) => [id, name]))
  return (
    <>
      <Panel title="Nội dung báo">
        <p className={classes.text}>{incident.summary}</p>
        <p className={classes.note}>
          {incident.reportedBy} báo {formatInstant(incident.reportedAt)}
        </p>
      </Panel>
      <Panel
        title="Diễn biến, bổ sung, lời khai"
        aside={
          incident.may.write && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconPencilPlus size={14} stroke={1.75} aria-hidden />}
              onClick={() => setIsAdding(true)}
            >
              Ghi và ký
            </Button>
          )
        }
      >
        {incident.narratives.length === 0 ? (
          <EmptyState title="Chưa ghi diễn biến">
            Ghi đầy đủ trình tự, ai làm gì, xử lý tại chỗ. Ghi rồi không sửa được: sai thì ghi bổ sung.
          </EmptyState>
        ) : (
          <ol className={classes.lines}>
            {incident.narratives.map((one) => (
              <Signed
                key={one.id}
                one={one}
                who={one.involvementId === null ? undefined : names.get(one.involvementId)}
              />
            ))}
          </ol>
        )}
      </Panel>
      <Dialog
        opened={isAdding}
        onClose={() => setIsAdding(false)}
        title="Ghi và ký diễn biến, bổ sung, lời khai"
        size={760}
      >
        {isAdding && <NarrativeForm incident={incident} onDone={() => setIsAdding(false)} />}
      </Dialog>
    </>
  )
}

function NarrativeForm({ incident, onDone }: { incident: IncidentDetail; onDone: () => void }) {
  const hasNarrative = incident.narratives.some(({ kind }) => kind === 'narrative')
  const [narrativeId] = useState(() => crypto.randomUUID())
  const [kind, setKind] = useState<NarrativeKind>(hasNarrative ? 'addendum' : 'narrative')
  const [involvementId, setInvolvementId] = useState<string | null>(null)
  const [body, setBody] = useState(hasNarrative ? '' : incident.summary)
  const { run, saving } = useIncidentAct(
    (input: Parameters<typeof hub.incidents.addNarrative>[0], key) =>
      hub.incidents.addNarrative(input, { context: { key } }),
    `Đã ký: ${NARRATIVE_KIND_LABELS[kind].toLowerCase()}.`,
    onDone,
  )
  const { errors } = saving
  const isStatement = kind === 'statement'
  const kinds: NarrativeKind[] = [hasNarrative ? 'addendum' : 'narrative', 'statement']
  function save() {
    const missing = {
      ...(isStatement && involvementId === null && { involvementId: 'Chọn người khai.' }),
      ...(body.trim() === '' && { body: 'Ghi nội dung.' }),
    }
    saving.setErrors(missing)
    if (Object.keys(missing).length > 0) return
    void run({
      id: incident.id,
      narrativeId,
      kind,
      involvementId: isStatement ? involvementId : null,
      body,
    })
  }
  return (
    <DenseForm
      label="Ghi và ký"
      saveLabel="Ký và ghi"
      onSave={save}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={body !== '' && body !== incident.summary}
      problem={saving.problem}
    >
      <FormRow label="Là" error={errors['kind']}>
        {(control) => (
          <Select
            {...control}
            allowDeselect={false}
            data={kinds.map((value) => ({ value, label: NARRATIVE_KIND_LABELS[value] }))}
            value={kind}
            onChange={(value) => setKind(kinds.find((one) => one === value) ?? kind)}
            maw={260}
          />
        )}
      </FormRow>
      {isStatement && (
        <FormRow label="Người khai" required error={errors['involvementId']}>
          {(control) => (
            <Select
              {...control}
              searchable
              placeholder="Người đã ghi trong vụ việc"
              data={incident.involvements
                .filter(({ removedAt }) => removedAt === null)
                .map(({ id, name }) => ({ value: id, label: name }))}
              value={involvementId}
              onChange={setInvolvementId}
            />
          )}
        </FormRow>
      )}
      <FormRow
        label="Nội dung"
        required
        error={errors['body']}
        hint="Ký bằng tên bạn và giờ máy chủ. Đã ký thì không ai sửa được; sai thì ghi bổ sung."
      >
        {(control) => (
          <Textarea
            {...control}
            data-autofocus
            autosize
            minRows={8}
            maxRows={18}
            maxLength={4000}
            value={body}
            onChange={(event) => setBody(event.currentTarget.value)}
          />
        )}
      </FormRow>
    </DenseForm>
  )
}
