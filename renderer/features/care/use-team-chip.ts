import { useQuery } from '@tanstack/react-query'
import { api } from '#renderer/api/client.ts'
import type { FilterChip } from '#ui/filter-chips.tsx'

/** The teams of the centre as a filter chip. */
export function useTeamChip(): FilterChip {
  const teams = useQuery(api.teams.list.queryOptions({ input: {} }))
  return {
    id: 'to',
    label: 'Tổ',
    choices: (teams.data?.teams ?? []).map(({ id, name }) => ({ value: id, label: name })),
  }
}
