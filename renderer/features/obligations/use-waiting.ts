import { useQuery } from '@tanstack/react-query'
import { api } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'

/** Moments come due without anything being recorded. */
const REFRESH_MS = 60_000

/** How much waits in each module of the left column: what is late or due today on the reader's own lists. */
export function useWaiting(): Readonly<Record<string, number>> {
  const desk = useDesk()
  const { data } = useQuery({
    ...api.obligations.mine.queryOptions({ input: {}, context: { isBackground: true } }),
    enabled: desk?.permissions.includes('duties.read') ?? false,
    refetchInterval: REFRESH_MS,
  })
  if (!data) return {}
  return { '/viec': data.escalated > 0 ? data.escalated : data.late + data.today }
}
