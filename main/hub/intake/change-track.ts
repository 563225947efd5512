import type { WriteDb } from '#db/connection/handles.ts'
import { findStayFacts, listCustodyEvents } from '#db/queries/custody/reader.ts'
import { recordCustodyEvents } from '#db/queries/custody/writer.ts'
import { findPerson } from '#db/queries/people/reader.ts'
import { readClockRules } from '#db/queries/rules/reader.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import { replayCustody } from '#domain/custody/replay.ts'
import { checklistFor } from '#domain/dossier/checklist.ts'
import { judgeDossier } from '#domain/dossier/judge-dossier.ts'
import { isMinorOn } from '#domain/dossier/minor.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { birthText } from '#domain/people/birth.ts'
import { clockOfStay } from '#domain/stay/clock-of-stay.ts'
import { TRACK_LABELS } from '#domain/stay/track.ts'
import { daysBetween, formatDay, type Day } from '#domain/time/day.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'
import { filePapers } from '../dossier/file-papers.ts'
import type { WriteContext } from '../use-case.ts'

interface TrackChange {
  eventId: string
  stayId: string
  at: Instant | null
  track: 'compulsory' | 'voluntary'
  decision: { number: string; on: Day; issuer: string }
  startOn: Day
  termMonths: number | null
}

/**
 * The decision on somebody held while the dossier was made: no new transport, the stay goes on (UP-12), the days held
 * come off the term (TERM-07). The papers of the new track are filed, those not at hand as missing.
 * @throws AppError `not_found`, `rule_violated`
 */
export function changeTrack(
  db: WriteDb,
  context: WriteContext,
  input: TrackChange,
): { stayId: string; endOn: Day | null; heldDays: number } {
  const facts = findStayFacts(db, input.stayId)
  if (!facts || facts.isCancelled) throw new AppError('not_found')
  const { stayId, decision, startOn, track } = input
  const at = input.at ?? context.now
  const before = replayCustody(listCustodyEvents(db, stayId), { initialTrack: facts.initialTrack }).current
  if (before !== null && before.track !== 'held') {
    const message = `${facts.name} đang ở diện ${TRACK_LABELS[before.track].toLowerCase()}, không phải đang lập hồ sơ. Sửa quyết định trong hồ sơ, hoặc đính chính việc đổi diện trước.`
    throw ruleViolated([{ code: 'not-held', message, field: 'stayId' }])
  }
  if (decision.on > dayOf(at)) {
    const message = `Quyết định ghi ngày ${formatDay(decision.on)}, sau ngày đổi diện. Xem lại quyết định.`
    throw ruleViolated([{ code: 'decision-in-future', message, field: 'decision.on' }])
  }
  const act = {
    kind: 'track-changed' as const,
    facts: {
      track,
      decision,
      startOn,
      ...(input.termMonths === null ? {} : { termMonths: input.termMonths }),
    },
  }
  recordCustodyEvents(db, context, [{ id: input.eventId, stayId, at, act }])
  const clock = clockOfStay(facts, listCustodyEvents(db, stayId), readClockRules(db))
  if (clock.problems.length > 0) throw ruleViolated(clock.problems)
  context.audit({
    action: 'custody.track-changed',
    subject: { kind: 'stay', id: stayId },
    personId: facts.personId,
    facts: { event: input.eventId, at, track, decision: decision.number },
  })
  fileTrackPapers(db, context, input, { personId: facts.personId, actOn: dayOf(at) })
  context.changed('custody', stayId)
  const received = before === null ? startOn : dayOf(firstReception(db, stayId) ?? at)
  const heldDays = Math.max(0, daysBetween(facts.heldFrom ?? received, startOn))
  return { stayId, endOn: clock.endOn, heldDays }
}

function firstReception(db: WriteDb, stayId: string): Instant | undefined {
  return listCustodyEvents(db, stayId).find(({ kind }) => kind === 'received' || kind === 'transferred-in')
    ?.at
}

function fileTrackPapers(
  db: WriteDb,
  context: WriteContext,
  { stayId, track, decision }: TrackChange,
  on: { personId: string; actOn: Day },
): void {
  const row = findPerson(db, on.personId)
  const birth = row ? birthText({ birthOn: row.birth_on, birthPrecision: row.birth_precision }) : null
  const person = { isMinor: isMinorOn(birth, on.actOn), hasNoResidence: false }
  const answers = checklistFor(track, on.actOn, person).map((item) => ({
    id: context.newId(),
    code: item.code,
    state: item.isDecision ? ('received' as const) : ('required' as const),
    number: item.isDecision ? decision.number : null,
    issuedOn: item.isDecision ? decision.on : null,
    issuer: item.isDecision ? decision.issuer : null,
    reason: null,
    note: null,
    fileId: null,
  }))
  const days = readSetting(db, 'intake.missing-paper-days')
  const { items } = judgeDossier(track, on.actOn, person, answers, days)
  filePapers(db, context, { id: stayId, track, actOn: on.actOn, person }, { judged: items, answers })
}
