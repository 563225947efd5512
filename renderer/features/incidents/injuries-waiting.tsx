import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { INCIDENT_KIND_LABELS } from '#domain/incidents/incident-kinds.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { Panel } from '#ui/panel.tsx'
import { ExamineAct } from './injury-found.tsx'
import classes from './incidents.module.css'

const SHOWN = 20

/** Who was hurt in an incident and not examined yet; for the medical staff, who do not read incidents. */
export function InjuriesWaiting({ examines }: { examines: boolean }) {
  const [isWhole, setIsWhole] = useState(false)
  const waiting = useQuery(api.incidents.injuries.queryOptions({ input: {} }))
  const rows = waiting.data?.rows ?? []
  return (
    <Panel title="Chờ khám thương tích">
      {waiting.data && rows.length === 0 && <p className={classes.note}>Không có ai chờ khám sau vụ việc.</p>}
      <ul className={classes.lines}>
        {rows.slice(0, isWhole ? undefined : SHOWN).map((injury) => (
          <li key={injury.id} className={`${classes.line} ${classes.split}`}>
            <div>
              <b>{injury.name}</b> <span className={classes.dim}>{injury.zoneName}</span>
              <p className={classes.note}>
                {[injury.incidentNumber, INCIDENT_KIND_LABELS[injury.kind]]
                  .filter((part) => part !== null)
                  .join(' · ')}{' '}
                · ghi nhận {formatInstant(injury.noticedAt)}
                {injury.isHospital && ', đã đưa đi bệnh viện'}
              </p>
            </div>
            {examines && <ExamineAct injury={injury} name={injury.name} />}
          </li>
        ))}
      </ul>
      {!isWhole && rows.length > SHOWN && (
        <Button size="compact-sm" variant="subtle" onClick={() => setIsWhole(true)}>
          Xem thêm {rows.length - SHOWN} người
        </Button>
      )}
    </Panel>
  )
}
