import { ORPCError } from '@orpc/client'

/**
 * What the person at the desk can do about a call the hub refused: sign in again after the session ended, or confirm
 * the password. Both answer true when the call may be sent again.
 */
export interface CallRescue {
  signInAgain: () => Promise<boolean>
  confirmPassword: () => Promise<boolean>
}

let rescue: CallRescue | null = null

/** Set by the session while somebody is signed in. */
export function setCallRescue(next: CallRescue | null): void {
  rescue = next
}

/** Calls whose refusal is theirs alone: signing in and out, and asking who is signed in. */
const OWN_AFFAIR = new Set(['auth.signIn', 'auth.signOut', 'auth.stepUp', 'auth.me'])

/** True when the refused call may be sent again, with the key it had: the person has signed in or confirmed. */
export async function rescueCall(error: unknown, path: readonly string[]): Promise<boolean> {
  if (!rescue || !(error instanceof ORPCError) || OWN_AFFAIR.has(path.join('.'))) return false
  if (error.code === 'not_signed_in') return rescue.signInAgain()
  if (error.code === 'step_up_required') return rescue.confirmPassword()
  return false
}
