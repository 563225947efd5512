import { useQuery } from '@tanstack/react-query'
import { api } from '#renderer/api/client.ts'
import type { FilterChip } from '#ui/filter-chips.tsx'

/** The zones of the centre as a filter chip. */
export function useZoneChip(): FilterChip {
  const zones = useQuery(api.places.zones.queryOptions({ input: {} }))
  return {
    id: 'khu',
    label: 'Khu',
    choices: (zones.data?.zones ?? []).map(({ id, name, code }) => ({ value: id, label: name ?? code })),
  }
}
