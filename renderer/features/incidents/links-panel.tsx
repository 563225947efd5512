import { Button, Group, Select } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import type { IncidentDetail, IncidentLinkLine } from '#domain/contract/incident-shapes.ts'
import { INCIDENT_LINK_LABELS } from '#domain/incidents/incident-kinds.ts'
import { formatDay } from '#domain/time/day.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { hub } from '#renderer/api/client.ts'
import { ProposeFromIncident } from '#renderer/features/conduct-cases/propose-from-incident.tsx'
import { CodeSegments } from '#ui/code-choice.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import { TextRow } from '#ui/text-row.tsx'
import { IncidentPick } from './incident-pick.tsx'
import { linkHref } from './record-link.tsx'
import { RecordPick } from './record-pick.tsx'
import { useIncidentAct } from './use-incident.ts'
import classes from './incidents.module.css'

function OneLink({ link }: { link: IncidentLinkLine }) {
  const href = linkHref(link)
  const label = link.isBack
    ? `Được dẫn từ vụ việc (${INCIDENT_LINK_LABELS[link.kind].toLowerCase()})`
    : INCIDENT_LINK_LABELS[link.kind]
  const name =
    [link.number, link.about, link.on === null ? null : formatDay(link.on)]
      .filter((part) => part !== null)
      .join(', ') || 'Mở'
  return (
    <li className={classes.line}>
      <div>
        {label}
        {': '}
        {href === null ? name : <InnerLink href={href}>{name}</InnerLink>}
        {link.note !== null && ` · ${link.note}`}
      </div>
      <p className={classes.note}>
        {link.linkedBy}, {formatInstant(link.linkedAt)}
      </p>
    </li>
  )
}

/** What the incident is tied to in the other books: where it came from and what followed. */
export function LinksPanel({ incident }: { incident: IncidentDetail }) {
  const [isAdding, setIsAdding] = useState(false)
  return (
    <Panel
      title="Liên quan"
      aside={
        <Group gap="xs">
          <ProposeFromIncident incident={incident} />
          {incident.may.run && incident.may.write && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconLink size={14} stroke={1.75} aria-hidden />}
              onClick={() => setIsAdding(true)}
            >
              Gắn việc liên quan
            </Button>
          )}
        </Group>
      }
    >
      {incident.links.length === 0 ? (
        <EmptyState title="Chưa gắn với việc nào khác" />
      ) : (
        <ul className={classes.lines}>
          {incident.links.map((link) => (
            <OneLink key={link.id} link={link} />
          ))}
        </ul>
      )}
      <Dialog opened={isAdding} onClose={() => setIsAdding(false)} title="Gắn việc liên quan" size={680}>
        {isAdding && <LinkForm incident={incident} onDone={() => setIsAdding(false)} />}
      </Dialog>
    </Panel>
  )
}

const TIED_KINDS = ['incident', 'visit', 'parcel'] as const
type TiedKind = (typeof TIED_KINDS)[number]

const TIED_LABELS: Record<TiedKind, string> = {
  incident: 'Vụ việc khác',
  visit: 'Lượt thăm gặp',
  parcel: 'Quà, đồ gửi',
}

function LinkForm({ incident, onDone }: { incident: IncidentDetail; onDone: () => void }) {
  const residents = incident.involvements.flatMap(({ personId, name, removedAt }) =>
    personId === null || removedAt !== null ? [] : [{ value: personId, label: name }],
  )
  const [kind, setKind] = useState<TiedKind>('incident')
  const [personId, setPersonId] = useState(residents[0]?.value ?? null)
  const [targetId, setTargetId] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const { run, saving } = useIncidentAct(
    (input: Parameters<typeof hub.incidents.link>[0], key) => hub.incidents.link(input, { context: { key } }),
    'Đã gắn việc liên quan.',
    onDone,
  )
  function save() {
    if (targetId === null)
      saving.setErrors({ targetId: `Chọn ${TIED_LABELS[kind].toLocaleLowerCase('vi')}.` })
    else void run({ id: incident.id, kind, targetId, note })
  }
  return (
    <DenseForm
      label="Gắn việc liên quan"
      saveLabel="Gắn"
      onSave={save}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={targetId !== null}
      problem={saving.problem}
    >
      <FormRow label="Gắn với">
        {({ id }) => (
          <div id={id}>
            <CodeSegments
              label="Gắn với"
              codes={TIED_KINDS}
              labels={TIED_LABELS}
              value={kind}
              onChange={(next) => {
                setKind(next)
                setTargetId(null)
              }}
            />
          </div>
        )}
      </FormRow>
      {kind === 'incident' ? (
        <FormRow label={TIED_LABELS[kind]} required error={saving.errors['targetId']}>
          {(control) => (
            <IncidentPick incident={incident} control={control} value={targetId} onChange={setTargetId} />
          )}
        </FormRow>
      ) : (
        <>
          <FormRow
            label="Của học viên"
            hint={residents.length === 0 && 'Chưa ghi học viên nào. Thêm ở thẻ Người trước.'}
          >
            {(control) => (
              <Select
                {...control}
                allowDeselect={false}
                data={residents}
                value={personId}
                onChange={(next) => {
                  setPersonId(next)
                  setTargetId(null)
                }}
              />
            )}
          </FormRow>
          {personId !== null && (
            <FormRow
              label={TIED_LABELS[kind]}
              required
              error={saving.errors['targetId']}
              hint="Vật cấm đã phát hiện ở đó vào được thẻ Vật chứng."
            >
              {(control) => (
                <RecordPick
                  kind={kind}
                  personId={personId}
                  control={control}
                  value={targetId}
                  onChange={setTargetId}
                />
              )}
            </FormRow>
          )}
        </>
      )}
      <TextRow
        label="Ghi chú"
        error={saving.errors['note']}
        maxLength={300}
        value={note}
        onChange={setNote}
      />
    </DenseForm>
  )
}
