import { Button } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { IncidentDetail, IncidentInvolvement } from '#domain/contract/incident-shapes.ts'
import { INVOLVED_WHO_LABELS } from '#domain/incidents/involvement-roles.ts'
import { formOfVersion } from '#domain/incidents/kind-forms.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { personHref } from '#renderer/features/people/person-words.ts'
import { DataList } from '#ui/data-list.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import type { ListColumn } from '#ui/list-column.ts'
import { Panel } from '#ui/panel.tsx'
import { PlaceText } from '#ui/person-line.tsx'
import { ChangeInvolved } from './change-involved.tsx'
import { InvolveForm } from './involve-form.tsx'
import classes from './incidents.module.css'

const ROW = 40
const FRAME = 84
const MOST_HEIGHT = 520

function columnsOf(incident: IncidentDetail): ListColumn<IncidentInvolvement>[] {
  const form = formOfVersion(incident.kind, incident.formVersion)
  const roles = new Map(form.roles.map(({ id, label }) => [id, label]))
  const outcomes = new Map(form.outcomes.map(({ id, label }) => [id, label]))
  return [
    {
      id: 'name',
      header: 'Họ và tên',
      minWidth: 170,
      grow: 1,
      cell: (one) =>
        one.personId === null ? one.name : <InnerLink href={personHref(one.personId)}>{one.name}</InnerLink>,
    },
    {
      id: 'role',
      header: 'Vai trò',
      minWidth: 190,
      grow: 1,
      cell: ({ role }) => (
        <span className={classes.cut} title={roles.get(role)}>
          {roles.get(role) ?? role}
        </span>
      ),
    },
    {
      id: 'where',
      header: 'Là ai',
      minWidth: 130,
      yields: 2,
      cell: (one) =>
        one.who === 'resident' ? (
          <PlaceText zone={one.zoneName} bed={one.bedCode} />
        ) : (
          INVOLVED_WHO_LABELS[one.who]
        ),
    },
    {
      id: 'outcome',
      header: 'Kết quả xử lý',
      minWidth: 150,
      cell: ({ outcome, who }) =>
        outcome === null ? (
          <span className={classes.dim}>{who === 'resident' ? 'chưa ghi' : ''}</span>
        ) : (
          (outcomes.get(outcome) ?? outcome)
        ),
    },
    {
      id: 'note',
      header: 'Ghi chú',
      minWidth: 120,
      grow: 0.6,
      yields: 1,
      cell: ({ note }) => (
        <span className={classes.cut} title={note ?? undefined}>
          {note}
        </span>
      ),
    },
  ]
}

/** Everybody who takes part, with role and what became of them; witnesses too. */
export function InvolvedPanel({ incident }: { incident: IncidentDetail }) {
  const [isAdding, setIsAdding] = useState(false)
  const [changing, setChanging] = useState<IncidentInvolvement | null>(null)
  const columns = useMemo(() => columnsOf(incident), [incident])
  const present = incident.involvements.filter(({ removedAt }) => removedAt === null)
  const removed = incident.involvements.filter(({ removedAt }) => removedAt !== null)
  return (
    <Panel
      title="Người liên quan"
      flush
      aside={
        incident.may.revise && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconUserPlus size={14} stroke={1.75} aria-hidden />}
            onClick={() => setIsAdding(true)}
          >
            Thêm người
          </Button>
        )
      }
    >
      <div
        style={{ display: 'grid', height: Math.min(MOST_HEIGHT, FRAME + ROW * Math.max(3, present.length)) }}
      >
        <DataList
          label="Người liên quan"
          noun="người"
          columns={columns}
          rows={present}
          rowId={({ id }) => id}
          rowLabel={({ name }) => name}
          {...(incident.may.run && incident.may.write ? { onOpen: setChanging } : {})}
          empty={
            <EmptyState title="Chưa ghi ai">
              {incident.may.revise
                ? 'Bấm “Thêm người”: học viên, cán bộ, người ngoài, người làm chứng.'
                : null}
            </EmptyState>
          }
        />
      </div>
      {removed.length > 0 && (
        <ul className={classes.lines} style={{ padding: '0 12px 12px' }} aria-label="Đã gỡ khỏi vụ việc">
          {removed.map((one) => (
            <li key={one.id} className={classes.note}>
              <span className={classes.gone}>{one.name}</span> · {one.removedBy} gỡ
              {one.removedAt !== null && ` ${formatInstant(one.removedAt)}`}
              {one.removeReason !== null && `: ${one.removeReason}`}
            </li>
          ))}
        </ul>
      )}
      <Dialog opened={isAdding} onClose={() => setIsAdding(false)} title="Thêm người liên quan" size={760}>
        {isAdding && <InvolveForm incident={incident} onDone={() => setIsAdding(false)} />}
      </Dialog>
      <Dialog
        opened={changing !== null}
        onClose={() => setChanging(null)}
        title={changing?.name ?? ''}
        size={640}
      >
        {changing && (
          <ChangeInvolved incident={incident} involved={changing} onDone={() => setChanging(null)} />
        )}
      </Dialog>
    </Panel>
  )
}
