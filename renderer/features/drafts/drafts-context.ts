import { createContext, useContext } from 'react'
import type { DraftsHere } from '#renderer/features/drafts/drafts-here.ts'

/** Null in a browser, which keeps nothing on its PC. */
export const DraftsContext = createContext<DraftsHere | null>(null)

/** Drafts that lie on this PC for whoever is signed in. */
export function useDraftsHere(): DraftsHere | null {
  return useContext(DraftsContext)
}
