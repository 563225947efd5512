import { useQuery } from '@tanstack/react-query'
import { api } from '#renderer/api/client.ts'
import { InnerLink } from '#ui/inner-link.tsx'

/** The team of a person and who answers for it, on the fixed card; nothing for somebody in no team. */
export function CardTeam({ personId }: { personId: string }) {
  const found = useQuery(api.teams.ofPerson.queryOptions({ input: { personId } }))
  const team = found.data?.team
  if (!team) return null
  return (
    <div>
      <dt>Tổ</dt>
      <dd>
        <InnerLink href="/ca-truc?the=to">{team.name}</InnerLink>, phụ trách {team.responsibleName}
      </dd>
    </div>
  )
}
