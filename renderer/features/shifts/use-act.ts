import { useQueryClient } from '@tanstack/react-query'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { showNotice } from '#renderer/app/notice.ts'

/** Runs an act of one click on shifts and teams, says why it was refused, and asks for what is shown anew. */
export function useAct(): (act: () => Promise<unknown>, done?: string) => Promise<boolean> {
  const queryClient = useQueryClient()
  return async (act, done) => {
    let isDone = true
    try {
      await act()
      if (done !== undefined) showNotice(done)
    } catch (error) {
      isDone = false
      showNotice(toHubError(error).message)
    }
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: api.shifts.key() }),
      queryClient.invalidateQueries({ queryKey: api.teams.key() }),
      queryClient.invalidateQueries({ queryKey: api.headCount.key() }),
    ])
    return isDone
  }
}
