import type { ReadDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import { findStayFacts, listCustodyEvents } from '#db/queries/custody/reader.ts'
import { listHospitalSteps, type OutingRow } from '#db/queries/goings-out/reader.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import type { HospitalStep, Outing } from '#domain/contract/goings-out-shapes.ts'
import { decisionDue } from '#domain/goings-out/judge-outing.ts'
import { OUTING_RULES } from '#domain/goings-out/outing-kinds.ts'
import { courseOf, type OutingCourse } from '#domain/goings-out/outing-state.ts'
import { seesMedical, type Reader } from '../alerts/shown.ts'

/** Entity under which the audit keeps what outings tell of health: only the medical role reads it there. */
export const MEDICAL_OUTING_ENTITY = 'medical-outing'

/** How an outing stands now by the events of its stay. */
export function courseOfRow(db: ReadDb, row: OutingRow, now: string): OutingCourse {
  const papers = {
    verdict: row.verdict,
    firstApprovedAt: row.first_approved_at,
    withdrawnAt: row.withdrawn_at,
    leftEvent: row.left_event,
  }
  // Without a departure nothing has to be replayed.
  const events = row.left_event === null ? [] : listCustodyEvents(db, row.stay_id)
  const initialTrack = findStayFacts(db, row.stay_id)?.initialTrack ?? 'compulsory'
  return courseOf(papers, events, { now, initialTrack })
}

/** Outings as the reader may see them. */
export function outingLines(db: ReadDb, reader: Reader, rows: readonly OutingRow[]): Outing[] {
  const staff = rows.flatMap((row) =>
    [row.requested_by, row.first_approved_by, row.decided_by, row.checked_by].filter((by) => by !== null),
  )
  const names = actorNames(db, [...new Set(staff)])
  const nameOf = (by: string | null) => (by === null ? null : (names.get(by) ?? by))
  const book = readRuleBook(db)
  const withHealth = seesMedical(reader.actor)
  return rows.map((row): Outing => {
    const course = courseOfRow(db, row, reader.now)
    const waits = course.state === 'requested' || course.state === 'first-approved'
    return {
      id: row.id,
      personId: row.person_id,
      stayId: row.stay_id,
      name: row.name,
      birthOn: row.birth_on,
      birthPrecision: row.birth_precision,
      track: row.track,
      zoneName: row.zone_name,
      bedCode: row.bed_code,
      kind: row.kind,
      ...course,
      requestedAt: row.requested_at,
      requestedBy: nameOf(row.requested_by) ?? '',
      applicant: row.applicant,
      relation: row.relation,
      deceased: row.deceased,
      proof: row.proof,
      requestBody: row.request_body,
      requestNumber: row.request_number,
      scope: row.scope,
      destination: row.destination,
      reason: row.reason,
      leaveAt: row.leave_at,
      returnAt: row.return_at,
      travelDays: row.travel_days,
      escort: row.escort,
      firstApprovedBy: nameOf(row.first_approved_by),
      decidedAt: row.decided_at,
      decidedBy: nameOf(row.decided_by),
      decision: decisionOf(row),
      decisionNote: row.decision_note,
      decisionDue: waits ? decisionDue(row.kind, row.requested_at, book) : null,
      withdrawReason: row.withdraw_reason,
      leftEvent: row.left_event,
      returnNote: row.return_note,
      owesCheck: row.kind === 'funeral' && course.state === 'returned' && row.checked_at === null,
      checkedAt: row.checked_at,
      checkedBy: nameOf(row.checked_by),
      healthFound: withHealth ? row.health_found : null,
      drugTest: withHealth ? row.drug_test : null,
      version: row.version,
    }
  })
}

/** The decision of the paper, whole or not at all. */
export function decisionOf(
  row: Pick<OutingRow, 'decision_number' | 'decision_on' | 'decision_issuer'>,
): { number: string; on: string; issuer: string } | null {
  const { decision_number: number, decision_on: on, decision_issuer: issuer } = row
  return number === null || on === null || issuer === null ? null : { number, on, issuer }
}

/** The hospitals of an outing; what tells of health only for who may see it. */
export function hospitalLines(db: ReadDb, reader: Reader, outingId: string): HospitalStep[] {
  const rows = listHospitalSteps(db, outingId)
  const names = actorNames(db, [...new Set(rows.map((row) => row.recorded_by))])
  const masked = !seesMedical(reader.actor)
  return rows.map((row) => ({
    id: row.id,
    facility: row.facility,
    fromAt: row.from_at,
    recordedBy: names.get(row.recorded_by) ?? row.recorded_by,
    isMasked: masked,
    ward: masked ? null : row.ward,
    why: masked ? null : row.why,
    diagnosis: masked ? null : row.diagnosis,
    treatment: masked ? null : row.treatment,
    cost: masked ? null : row.cost,
    payer: masked ? null : row.payer,
    version: row.version,
  }))
}

/** May somebody leave on an outing that stands so? */
export function mayLeave(row: Pick<OutingRow, 'kind'>, course: OutingCourse): boolean {
  if (course.state === 'approved') return true
  const waits = course.state === 'requested' || course.state === 'first-approved'
  return waits && !OUTING_RULES[row.kind].needsDecision
}
