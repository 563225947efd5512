import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { api } from '#renderer/api/client.ts'
import { DraftKeeper } from '#renderer/features/drafts/draft-keeper.ts'
import { useDraftsHere } from '#renderer/features/drafts/drafts-context.ts'
import type { DraftStatus } from '#ui/dense-form.tsx'

/** What of a form is kept while it is typed, private to the user: at the hub, or on this PC while the hub is away. */
export interface DraftOf<Value> {
  /** Null while it is not known whether there is a draft. */
  found: { value: Value | null; savedAt: string | null } | null
  status: DraftStatus
  /** Keeps the value a moment after the last key. */
  keep: (value: Value) => void
  /** Throws the draft away: saved, or left on purpose. */
  discard: () => void
}

/** The draft of a form. `read` turns what was kept into a value, null when it is not one any more. */
export function useDraft<Value extends Record<string, unknown>>(
  form: string,
  read: (kept: Record<string, unknown>) => Value | null,
): DraftOf<Value> {
  const here = useDraftsHere()
  const kept = useQuery({
    ...api.drafts.get.queryOptions({ input: { form } }),
    staleTime: Infinity,
    gcTime: 0,
  })
  const keptHere = useQuery({
    queryKey: ['drafts-here', form],
    queryFn: async () => (await here?.find(form)) ?? null,
    enabled: here !== null,
    staleTime: Infinity,
    gcTime: 0,
  })
  const queryClient = useQueryClient()
  const [status, setStatus] = useState<DraftStatus>({ state: 'none' })
  const [keeper] = useState(() => new DraftKeeper<Value>(form, here, setStatus))
  useEffect(() => keeper.open(), [keeper])

  const discard = useCallback(() => {
    keeper.discard()
    queryClient.setQueryData(api.drafts.get.queryKey({ input: { form } }), { value: null, savedAt: null })
    queryClient.setQueryData(['drafts-here', form], null)
  }, [keeper, queryClient, form])

  const isHubKnown = kept.data !== undefined || kept.error !== null
  const isHereKnown = here === null || keptHere.data !== undefined || keptHere.error !== null
  const isKnown = isHubKnown && isHereKnown
  const atHub = kept.data ?? { value: null, savedAt: null }
  const onThisPc = keptHere.data ?? null
  useEffect(() => {
    if (isKnown) keeper.found(onThisPc ? onThisPc.over : atHub.savedAt, onThisPc !== null)
  }, [isKnown, keeper, onThisPc, atHub.savedAt])

  const found = !isKnown
    ? null
    : onThisPc
      ? { value: read(onThisPc.typed), savedAt: onThisPc.keptAt }
      : { value: atHub.value === null ? null : read(atHub.value), savedAt: atHub.savedAt }
  return { found, status, keep: keeper.keep, discard }
}
