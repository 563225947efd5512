import { Button } from '@mantine/core'
import { useState } from 'react'
import { useDesk } from '#renderer/app/desk.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ProposeForm } from './propose-form.tsx'

/** Proposes discipline or reward for those an incident names; the cases stand tied to it. */
export function ProposeFromIncident({
  incidentId,
  stayIds,
}: {
  incidentId: string
  stayIds: readonly string[]
}) {
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
            stayIds={stayIds}
            incidentId={incidentId}
            onDone={() => setIsProposing(false)}
          />
        )}
      </Dialog>
    </>
  )
}
