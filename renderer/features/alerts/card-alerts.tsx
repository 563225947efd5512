import { useQuery } from '@tanstack/react-query'
import { byGravity } from '#domain/alerts/active-alerts.ts'
import { api } from '#renderer/api/client.ts'
import { alertChips } from '#renderer/features/alerts/alert-chips.ts'
import { AlertChips } from '#ui/person-line.tsx'

/** The alerts that hold, on the fixed card of a person; nothing where there are none. */
export function CardAlerts({ personId }: { personId: string }) {
  const list = useQuery(api.alerts.list.queryOptions({ input: { personId } }))
  const faces = (list.data?.alerts ?? []).filter(({ isActive }) => isActive).map(({ face }) => face)
  if (faces.length === 0) return null
  return (
    <div>
      <dt>Cảnh báo</dt>
      <dd>
        <AlertChips alerts={alertChips(byGravity([...new Set(faces)]))} wraps />
      </dd>
    </div>
  )
}
