/** Roles in an incident of those who may have to answer for it; victims, witnesses and finders are none of them. */
const ANSWERABLE_ROLES: readonly string[] = [
  'attacker',
  'fighter',
  'leader',
  'took-part',
  'helped',
  'caused',
  'holder',
  'escaped',
]

/** Whether somebody of this role is proposed for discipline to begin with, when it is proposed from the incident. */
export function mayAnswerFor(role: string): boolean {
  return ANSWERABLE_ROLES.includes(role)
}
