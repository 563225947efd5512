import { Button, Checkbox, Select } from '@mantine/core'
import { IconBandage } from '@tabler/icons-react'
import { useState } from 'react'
import type { IncidentDetail } from '#domain/contract/incident-shapes.ts'
import { formatInstant, type Instant } from '#domain/time/instant.ts'
import { hub } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { Panel } from '#ui/panel.tsx'
import { ExamineAct, InjuryFound } from './injury-found.tsx'
import { useIncidentAct } from './use-incident.ts'
import classes from './incidents.module.css'

/** Who was hurt: that it was noticed for everybody, what was found for the medical role. */
export function InjuriesPanel({ incident }: { incident: IncidentDetail }) {
  const examines = useDesk()?.permissions.includes('medical.edit') ?? false
  const [isAdding, setIsAdding] = useState(false)
  const names = new Map(incident.involvements.map(({ id, name }) => [id, name]))
  return (
    <Panel
      title="Thương tích"
      aside={
        incident.may.write && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconBandage size={14} stroke={1.75} aria-hidden />}
            onClick={() => setIsAdding(true)}
          >
            Ghi người bị thương
          </Button>
        )
      }
    >
      {incident.injuries.length === 0 ? (
        <p className={classes.note}>Chưa ghi nhận ai bị thương.</p>
      ) : (
        <ul className={classes.lines}>
          {incident.injuries.map((injury) => (
            <li key={injury.id} className={`${classes.line} ${classes.split}`}>
              <div>
                <b>{names.get(injury.involvementId)}</b>{' '}
                <span className={classes.dim}>
                  ghi nhận {formatInstant(injury.noticedAt)}
                  {injury.isHospital && ', đưa đi bệnh viện'}
                </span>
                <div className={classes.found}>
                  <InjuryFound injury={injury} />
                </div>
              </div>
              {examines && <ExamineAct injury={injury} name={names.get(injury.involvementId) ?? ''} />}
            </li>
          ))}
        </ul>
      )}
      <Dialog opened={isAdding} onClose={() => setIsAdding(false)} title="Ghi người bị thương" size={640}>
        {isAdding && <InjuryForm incident={incident} onDone={() => setIsAdding(false)} />}
      </Dialog>
    </Panel>
  )
}

function InjuryForm({ incident, onDone }: { incident: IncidentDetail; onDone: () => void }) {
  const now = useHubNow()
  const [injuryId] = useState(() => crypto.randomUUID())
  const [involvementId, setInvolvementId] = useState<string | null>(null)
  const [noticedAt, setNoticedAt] = useState<Instant | null>(incident.occurredAt)
  const [isHospital, setIsHospital] = useState(false)
  const { run, saving } = useIncidentAct(
    (input: Parameters<typeof hub.incidents.addInjury>[0], key) =>
      hub.incidents.addInjury(input, { context: { key } }),
    'Đã ghi người bị thương; y tế nhận việc khám.',
    onDone,
  )
  const { errors } = saving
  function save() {
    const missing = {
      ...(involvementId === null && { involvementId: 'Chọn người bị thương.' }),
      ...(noticedAt === null && { noticedAt: 'Ghi ngày và giờ, ví dụ 22/11/2026 14:02.' }),
    }
    saving.setErrors(missing)
    if (involvementId === null || noticedAt === null) return
    void run({ id: incident.id, injuryId, involvementId, noticedAt, isHospital })
  }
  return (
    <DenseForm
      label="Ghi người bị thương"
      saveLabel="Ghi"
      onSave={save}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={involvementId !== null}
      problem={saving.problem}
    >
      <FormRow
        label="Ai"
        required
        error={errors['involvementId']}
        hint="Chưa có trong danh sách thì thêm người liên quan trước."
      >
        {(control) => (
          <Select
            {...control}
            data-autofocus
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
      <FormRow label="Thấy lúc" required error={errors['noticedAt']}>
        {(control) => (
          <MomentField {...control} label="Thấy lúc" now={now} value={noticedAt} onChange={setNoticedAt} />
        )}
      </FormRow>
      <FormRow label="Bệnh viện" hint="Vết thương, mức độ, xử trí do y tế ghi; người khác không xem được.">
        {({ id }) => (
          <Checkbox
            id={id}
            label="Đã đưa đi bệnh viện"
            checked={isHospital}
            onChange={(event) => setIsHospital(event.currentTarget.checked)}
          />
        )}
      </FormRow>
    </DenseForm>
  )
}
