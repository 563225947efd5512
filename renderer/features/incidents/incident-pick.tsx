import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { IncidentDetail } from '#domain/contract/incident-shapes.ts'
import { INCIDENT_KIND_LABELS } from '#domain/incidents/incident-kinds.ts'
import { addDays } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import type { RowControl } from '#ui/form-row.tsx'
import { incidentName, whenText } from './incident-words.ts'

const DAYS_AROUND = 31
const MOST = 200

/** Another incident of the weeks around this one, found by number, kind or hour. */
export function IncidentPick({
  incident,
  control,
  value,
  onChange,
}: {
  incident: IncidentDetail
  control: RowControl
  value: string | null
  onChange: (id: string | null) => void
}) {
  const day = dayOf(incident.occurredAt)
  const around = useQuery(
    api.incidents.list.queryOptions({
      input: { from: addDays(day, -DAYS_AROUND), to: addDays(day, DAYS_AROUND), limit: MOST },
    }),
  )
  const rows = (around.data?.rows ?? []).filter(
    ({ id, state }) => id !== incident.id && state !== 'draft' && state !== 'duplicate',
  )
  return (
    <Select
      {...control}
      data-autofocus
      searchable
      placeholder="Số vụ việc, loại, giờ"
      nothingFoundMessage="Không có vụ việc nào khớp trong một tháng trước và sau"
      data={rows.map((row) => ({
        value: row.id,
        label: [incidentName(row), INCIDENT_KIND_LABELS[row.kind], whenText(row), row.zoneName]
          .filter((part) => part !== null)
          .join(' · '),
      }))}
      value={value}
      onChange={onChange}
    />
  )
}
