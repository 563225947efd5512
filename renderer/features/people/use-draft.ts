import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { api, hub } from '#renderer/api/client.ts'
import type { DraftStatus } from '#ui/dense-form.tsx'

const SAVE_AFTER_MS = 500

/** What of a form is kept at the hub while it is typed, private to the user. */
export interface DraftOf<Value> {
  /** Null while it is not known whether there is a draft. */
  found: { value: Value | null; savedAt: string | null } | null
  status: DraftStatus
  /** Keeps the value a moment after the last key. */
  keep: (value: Value) => void
  /** Throws the draft away: saved, or left on purpose. */
  discard: () => void
}

/** Writes one draft after the other, the last of a burst only. */
class DraftKeeper<Value extends Record<string, unknown>> {
  readonly #form: string
  readonly #tell: (status: DraftStatus) => void
  #timer: ReturnType<typeof setTimeout> | undefined
  #waiting: Value | null = null
  #last: Promise<unknown> = Promise.resolve()

  constructor(form: string, tell: (status: DraftStatus) => void) {
    this.#form = form
    this.#tell = tell
  }

  readonly keep = (value: Value): void => {
    this.#waiting = value
    this.#tell({ state: 'saving' })
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.flush(), SAVE_AFTER_MS)
  }

  /** Writes what waits at once: the page is left. */
  flush(): void {
    clearTimeout(this.#timer)
    const value = this.#waiting
    if (value === null) return
    this.#waiting = null
    this.#last = this.#last
      .then(() => hub.drafts.save({ form: this.#form, value }))
      .then(({ savedAt }) => this.#tell({ state: 'saved', at: savedAt }))
      .catch(() => this.#tell({ state: 'waiting', text: 'chưa lưu được nháp, nội dung còn trên màn hình' }))
  }

  discard(): void {
    clearTimeout(this.#timer)
    this.#waiting = null
    this.#tell({ state: 'none' })
    this.#last = this.#last.then(() => hub.drafts.discard({ form: this.#form })).catch(() => undefined)
  }
}

/** The draft of a form. `read` turns what the hub kept into a value, null when it is not one any more. */
export function useDraft<Value extends Record<string, unknown>>(
  form: string,
  read: (kept: Record<string, unknown>) => Value | null,
): DraftOf<Value> {
  const kept = useQuery({
    ...api.drafts.get.queryOptions({ input: { form } }),
    staleTime: Infinity,
    gcTime: 0,
  })
  const queryClient = useQueryClient()
  const [status, setStatus] = useState<DraftStatus>({ state: 'none' })
  const [keeper] = useState(() => new DraftKeeper<Value>(form, setStatus))
  useEffect(() => () => keeper.flush(), [keeper])

  const discard = useCallback(() => {
    keeper.discard()
    queryClient.setQueryData(api.drafts.get.queryKey({ input: { form } }), { value: null, savedAt: null })
  }, [keeper, queryClient, form])

  const found = kept.data
    ? { value: kept.data.value === null ? null : read(kept.data.value), savedAt: kept.data.savedAt }
    : kept.error
      ? { value: null, savedAt: null }
      : null
  return { found, status, keep: keeper.keep, discard }
}
