import { Button } from '@mantine/core'
import { useState } from 'react'
import { mayAnswerFor } from '#domain/conduct-cases/answerable-roles.ts'
import type { IncidentDetail } from '#domain/contract/incident-shapes.ts'
import { dayOf } from '#domain/time/instant.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ProposeForm } from './propose-form.tsx'

/** Proposes discipline or reward for those an incident names; the cases stand tied to it. */
export function ProposeFromIncident({ incident }: { incident: IncidentDetail }) {
  const [isProposing, setIsProposing] = useState(false)
  if (!useDesk()?.permissions.includes('discipline.propose')) return null
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setIsProposing(true)}>
        Đề xuất kỷ luật, khen thưởng…
      </Button>
      <Dialog
        opened={isProposing}
        onClose={() => setIsProposing(false)}
        title="Đề xuất kỷ luật, khen thưởng"
        size={780}
      >
        {isProposing && (
          <ProposeForm
            stayId={null}
            stayIds={incident.involvements.flatMap(({ stayId, role, removedAt }) =>
              removedAt === null && mayAnswerFor(role) ? (stayId ?? []) : [],
            )}
            incidentId={incident.id}
            occurredOn={dayOf(incident.occurredAt)}
            ground={incident.summary}
            onDone={() => setIsProposing(false)}
          />
        )}
      </Dialog>
    </>
  )
}
