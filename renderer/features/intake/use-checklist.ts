import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '#renderer/api/client.ts'
import { birthOf } from '#renderer/features/intake/build-reception.ts'
import { useIntake } from '#renderer/features/intake/intake-store.ts'

/** The papers to ask for, as track, age and residence make them. */
export function useChecklist() {
  const track = useIntake((form) => form.track)
  const birth = useIntake(birthOf)
  const hasNoResidence = useIntake((form) => form.hasNoResidence)
  return useQuery(
    api.intake.checklist.queryOptions({
      input: { track: track ?? 'compulsory', on: null, birth, hasNoResidence },
      enabled: track !== null,
      placeholderData: keepPreviousData,
    }),
  )
}
