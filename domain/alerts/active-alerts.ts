import type { Day } from '../time/day.ts'
import type { Instant } from '../time/instant.ts'
import {
  ALERT_KINDS,
  ALERT_SEVERITIES,
  faceOf,
  type AlertAct,
  type AlertCode,
  type AlertFace,
} from './alert-codes.ts'

/** What tells whether an alert holds: its kind and from when to when. */
export interface AlertSpan {
  code: AlertCode
  fromOn: Day
  /** Last day; null = until it is closed. */
  toOn: Day | null
  /** When it was lifted; null while it is open. */
  closedAt: Instant | null
}

/** Alerts that hold on a day: begun, neither lifted nor past their last day. */
export function activeAlerts<A extends AlertSpan>(alerts: readonly A[], day: Day): A[] {
  return alerts.filter(
    ({ fromOn, toOn, closedAt }) => closedAt === null && fromOn <= day && (toOn === null || day <= toOn),
  )
}

/** Alerts that hold on a day and are to be read before an act. */
export function alertsThatInterrupt<A extends AlertSpan>(alerts: readonly A[], act: AlertAct, day: Day): A[] {
  return activeAlerts(alerts, day).filter(({ code }) => ALERT_KINDS[code].interrupts.includes(act))
}

/** True from the day on which an alert that holds is to be looked at again. */
export function isReviewDue(alert: AlertSpan & { reviewOn: Day }, day: Day): boolean {
  return alert.reviewOn <= day && activeAlerts([alert], day).length > 0
}

/** How a person's alerts that hold look to somebody, the gravest first, each face once. */
export function shownFaces(alerts: readonly AlertSpan[], day: Day, seesMedical: boolean): AlertFace[] {
  const faces = new Set(activeAlerts(alerts, day).map(({ code }) => faceOf(code, seesMedical)))
  return byGravity([...faces])
}

/** Faces with the gravest first, otherwise as given. */
export function byGravity(faces: readonly AlertFace[]): AlertFace[] {
  const rank = (face: AlertFace) => ALERT_SEVERITIES.indexOf(ALERT_KINDS[face].severity)
  return faces.toSorted((a, b) => rank(a) - rank(b))
}
