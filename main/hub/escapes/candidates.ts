import type { ReadDb } from '#db/connection/handles.ts'
import { findStayFacts, listCustodyEvents } from '#db/queries/custody/reader.ts'
import { findEscapePerson, type EscapePerson } from '#db/queries/escapes/reader.ts'
import { findSightings } from '#db/queries/escapes/sightings.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import type { EscapeCandidate, EscapeDetail } from '#domain/contract/escape-shapes.ts'
import type { CustodySpan } from '#domain/custody/custody-span.ts'
import { positionOf } from '#domain/custody/custody-span.ts'
import { replayCustody } from '#domain/custody/replay.ts'
import { CUSTODY_POSITION_LABELS, isPossible } from '#domain/custody/transitions.ts'
import { AppError } from '#domain/errors.ts'
import { searchDecisionOf } from '#domain/incidents/search-decision.ts'
import { toldOfEscape } from '#domain/incidents/who-is-told.ts'
import type { RuleBook } from '#domain/law/rule-book.ts'
import type { Track } from '#domain/stay/track.ts'
import { formatInstant, type Instant } from '#domain/time/instant.ts'

/** Who it is, as every list of escapes shows it. */
export function personFieldsOf(person: EscapePerson) {
  return {
    personId: person.person_id,
    stayId: person.stay_id,
    name: person.name,
    birthOn: person.birth_on,
    birthPrecision: person.birth_precision,
    sex: person.sex,
    track: person.track,
    zoneName: person.zone_name,
    bedCode: person.bed_code,
    photoId: person.photo_id,
  }
}

/** Who decides on the search and who is told, by the law of the minute of the escape. */
export function lawOfEscape(
  book: RuleBook,
  { track, at, isFromFuneral }: { track: Track; at: Instant; isFromFuneral: boolean },
): Pick<EscapeDetail, 'search' | 'told'> {
  const found = searchDecisionOf(book, { track, at, situation: isFromFuneral ? 'funeral-leave' : 'centre' })
  return {
    search: found && {
      rule: found.rule.id,
      issuer: found.issuer,
      article: found.article,
      form: found.form,
      isOurs: found.isOurs,
      isOptional: found.isOptional,
      note: found.rule.note ?? null,
      confidence: found.rule.confidence,
    },
    told: toldOfEscape(book, { track, at }),
  }
}

/** Where somebody stands who may have escaped. @throws AppError `not_found` */
export function standOf(
  db: ReadDb,
  stayId: string,
): { person: EscapePerson; current: CustodySpan | null; problem: string | null } {
  const facts = findStayFacts(db, stayId)
  const person = findEscapePerson(db, stayId)
  if (!facts || facts.isCancelled || !person)
    throw new AppError('not_found', 'Không tìm thấy đợt cai nghiện này.')
  const { current } = replayCustody(listCustodyEvents(db, stayId), { initialTrack: facts.initialTrack })
  const position = positionOf(current)
  if (isPossible('escaped', position, current?.bedId !== null)) return { person, current, problem: null }
  const since = current === null ? '' : ` từ ${formatInstant(current.since)}`
  const where = CUSTODY_POSITION_LABELS[position].toLocaleLowerCase('vi')
  return { person, current, problem: `Không ghi bỏ trốn được: ${person.name} ${where}${since}.` }
}

/** What is known of people before their escape is recorded. */
export function candidatesOf(db: ReadDb, stayIds: readonly string[], at: Instant): EscapeCandidate[] {
  const book = readRuleBook(db)
  return stayIds.map((stayId) => {
    const { person, current, problem } = standOf(db, stayId)
    const outKind = current?.outKind ?? null
    return {
      ...personFieldsOf(person),
      position: positionOf(current),
      outKind,
      sightings: findSightings(db, {
        stayId,
        personId: person.person_id,
        roomId: person.room_id,
        before: at,
      }),
      ...lawOfEscape(book, { track: person.track, at, isFromFuneral: outKind === 'funeral' }),
      problem,
    }
  })
}
