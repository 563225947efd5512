import { createContext, useContext, useEffect, type RefObject } from 'react'

/** Asked before a dialog closes by Esc or a click beside it: true keeps it open. */
export type DialogGuard = () => boolean

/** The guard of the dialog around; null on a page. */
export const DialogGuardContext = createContext<RefObject<DialogGuard | null> | null>(null)

/** Lets what stands in a dialog keep it open, so that nothing typed is lost. */
export function useDialogGuard(guard: DialogGuard): void {
  const guardRef = useContext(DialogGuardContext)
  useEffect(() => {
    if (!guardRef) return undefined
    guardRef.current = guard
    return () => {
      guardRef.current = null
    }
  }, [guardRef, guard])
}
