import { Button } from '@mantine/core'
import { useState } from 'react'
import type { IncidentDetail } from '#domain/contract/incident-shapes.ts'
import { isOpenState } from '#domain/incidents/incident-states.ts'
import { INCIDENT_ACTION_LABELS, type IncidentAction } from '#domain/incidents/transitions.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ActForm } from './act-form.tsx'
import { AssignForm } from './assign-form.tsx'
import { DeathForm } from './death-form.tsx'
import { EditFacts } from './edit-facts.tsx'
import { incidentName } from './incident-words.ts'
import { RestrictForm } from './restrict-form.tsx'
import classes from './incidents.module.css'

type Other = 'edit' | 'assign' | 'restrict' | 'died'

/** The next step of the usual way, which stands out among what may be done. */
const MAIN: readonly IncidentAction[] = ['submit', 'take-up', 'answer-return', 'resume', 'decide', 'close']

const OTHER_LABELS: Record<Other, string> = {
  edit: 'Sửa loại, giờ, nơi, nội dung…',
  assign: 'Giao người xem xét…',
  restrict: 'Ai xem được…',
  died: 'Ghi người chết…',
}

/** What may be done with the incident as a whole, by role and state. */
export function IncidentActs({ incident }: { incident: IncidentDetail }) {
  const [action, setAction] = useState<IncidentAction | null>(null)
  const [other, setOther] = useState<Other | null>(null)
  const { may } = incident
  const main = incident.actions.find((one) => MAIN.includes(one))
  const actions = [...(main ? [main] : []), ...incident.actions.filter((one) => one !== main)]
  const others: Other[] = [
    ...(may.revise ? (['edit'] as const) : []),
    ...(may.run && isOpenState(incident.state) ? (['assign'] as const) : []),
    ...(may.restrict ? (['restrict'] as const) : []),
    ...(may.died ? (['died'] as const) : []),
  ]
  const close = () => {
    setAction(null)
    setOther(null)
  }
  if (incident.actions.length + others.length === 0) return null
  return (
    <div className={classes.acts}>
      {actions.map((one) => (
        <Button
          key={one}
          variant={one === main ? 'filled' : 'default'}
          size="compact-md"
          onClick={() => setAction(one)}
        >
          {INCIDENT_ACTION_LABELS[one]}…
        </Button>
      ))}
      {others.map((one) => (
        <Button
          key={one}
          // Somebody dead stands in the book as present until it is written: it waits for no other step.
          {...(one === 'died'
            ? { color: 'red', variant: 'light', size: 'compact-md' }
            : { variant: 'subtle', size: 'compact-sm', justify: 'flex-start' })}
          onClick={() => setOther(one)}
        >
          {OTHER_LABELS[one]}
        </Button>
      ))}
      <Dialog
        opened={action !== null}
        onClose={close}
        title={action === null ? '' : `${INCIDENT_ACTION_LABELS[action]}: ${incidentName(incident)}`}
        size={640}
      >
        {action !== null && <ActForm incident={incident} action={action} onDone={close} />}
      </Dialog>
      <Dialog
        opened={other !== null}
        onClose={close}
        title={other === null ? '' : OTHER_LABELS[other].replace('…', '')}
        size={other === 'edit' ? 760 : 640}
      >
        {other === 'edit' && <EditFacts incident={incident} onDone={close} />}
        {other === 'assign' && <AssignForm incident={incident} onDone={close} />}
        {other === 'restrict' && <RestrictForm incident={incident} onDone={close} />}
        {other === 'died' && <DeathForm incident={incident} onDone={close} />}
      </Dialog>
    </div>
  )
}
