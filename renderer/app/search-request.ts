const listeners = new Set<() => void>()

/** Asks whoever shows the search to open it: the field in the frame, or a key. */
export function requestSearch(): void {
  for (const listener of listeners) listener()
}

/** Hears of requests for the search. Returns the way to stop. */
export function onSearchRequest(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
