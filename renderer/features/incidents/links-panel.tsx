import { Button, Group, TextInput } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import type { IncidentDetail, IncidentLinkLine } from '#domain/contract/incident-shapes.ts'
import { INCIDENT_LINK_LABELS } from '#domain/incidents/incident-kinds.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { hub } from '#renderer/api/client.ts'
import { ProposeFromIncident } from '#renderer/features/conduct-cases/propose-from-incident.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import { IncidentPick } from './incident-pick.tsx'
import { incidentHref } from './incident-words.ts'
import { useIncidentAct } from './use-incident.ts'
import classes from './incidents.module.css'

/** The page of the other end; null where it has none of its own. */
function hrefOf({ kind, targetId, isBack }: IncidentLinkLine): string | null {
  if (isBack) return incidentHref(targetId)
  switch (kind) {
    case 'duplicate-of':
    case 'incident':
      return incidentHref(targetId)
    case 'visit':
      return `/tham-gap/phieu/${targetId}`
    case 'parcel':
      return '/tham-gap?xem=qua'
    case 'letter':
      return '/tham-gap?xem=thu'
    case 'head-count':
      return `/diem-danh/phieu/${targetId}`
    case 'outing':
      return '/ra-ngoai?the=tat-ca'
    case 'request':
      return `/don/${targetId}`
    case 'keep-apart':
      return '/khu/khong-xep-chung'
    case 'discipline':
      return `/ky-luat/${targetId}`
    case 'contraband-find':
    case 'custody-event':
      return null
  }
}

function OneLink({ link }: { link: IncidentLinkLine }) {
  const href = hrefOf(link)
  const label = link.isBack
    ? `Được dẫn từ vụ việc (${INCIDENT_LINK_LABELS[link.kind].toLowerCase()})`
    : INCIDENT_LINK_LABELS[link.kind]
  const name = link.number ?? 'Mở'
  return (
    <li className={classes.line}>
      <div>
        {label}
        {href !== null && (
          <>
            {': '}
            <InnerLink href={href} aria-label={`${name}: ${label}`}>
              {name}
            </InnerLink>
          </>
        )}
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
              Gắn vụ việc liên quan
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
      <Dialog opened={isAdding} onClose={() => setIsAdding(false)} title="Gắn vụ việc liên quan" size={680}>
        {isAdding && <LinkForm incident={incident} onDone={() => setIsAdding(false)} />}
      </Dialog>
    </Panel>
  )
}

function LinkForm({ incident, onDone }: { incident: IncidentDetail; onDone: () => void }) {
  const [targetId, setTargetId] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const { run, saving } = useIncidentAct(
    (input: Parameters<typeof hub.incidents.link>[0], key) => hub.incidents.link(input, { context: { key } }),
    'Đã gắn vụ việc liên quan.',
    onDone,
  )
  function save() {
    if (targetId === null) saving.setErrors({ targetId: 'Chọn vụ việc.' })
    else void run({ id: incident.id, kind: 'incident', targetId, note })
  }
  return (
    <DenseForm
      label="Gắn vụ việc liên quan"
      saveLabel="Gắn"
      onSave={save}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={targetId !== null}
      problem={saving.problem}
    >
      <FormRow label="Vụ việc" required error={saving.errors['targetId']}>
        {(control) => (
          <IncidentPick incident={incident} control={control} value={targetId} onChange={setTargetId} />
        )}
      </FormRow>
      <FormRow label="Ghi chú" error={saving.errors['note']}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={300}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
      </FormRow>
    </DenseForm>
  )
}
