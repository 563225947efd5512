import { useQueryClient } from '@tanstack/react-query'
import type { Visit } from '#domain/contract/visit-shapes.ts'
import { api } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import type { Saving } from '#renderer/features/dossier/use-save.ts'

/** What the form of an act on a visit is given. */
export interface ActProps {
  visit: Visit
  onDone: () => void
}

/** Why an act was refused; a clash says what to do. */
export function problemOf(saving: Saving<never>): string | null {
  return saving.clash ? 'Máy khác vừa ghi lượt thăm này. Đóng ô này, xem lại rồi làm tiếp.' : saving.problem
}

/** After an act: what shows visits or money asks again. */
export function useDone(onDone: () => void): (notice: string) => Promise<void> {
  const queryClient = useQueryClient()
  return async (notice) => {
    showNotice(notice)
    await queryClient.invalidateQueries({ queryKey: api.visits.key() })
    await queryClient.invalidateQueries({ queryKey: api.deposit.key() })
    onDone()
  }
}
