import type { ReadDb } from '#db/connection/handles.ts'
import { findCentre } from '#db/queries/centre/reader.ts'
import { listCustodyEvents } from '#db/queries/custody/reader.ts'
import { findStay } from '#db/queries/people/reader.ts'
import type { PersonFile, PersonStay } from '#domain/contract/person-shapes.ts'
import { editionOn, type FormEdition, type StayForm } from '#domain/documents/form-editions.ts'
import type { LetterheadData } from '#domain/documents/letterhead.ts'
import type { PersonFacts, StayFacts } from '#domain/documents/person-facts.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { can } from '#domain/permissions/permissions.ts'
import { formatDay, type Day } from '#domain/time/day.ts'
import { dayOf, formatTime, type Instant } from '#domain/time/instant.ts'
import { readPersonFile } from '../people/person-file.ts'
import type { Actor } from '../use-case.ts'
import { addressText, placeNameOf } from './place-names.ts'

/** What every paper has: its wording, its day, the centre as it is named on that day. */
export interface PaperSource {
  db: ReadDb
  actor: Actor
  edition: FormEdition
  on: Day
  centre: LetterheadData['centre']
  /** The centre's own mark in symbols, null when it has none. */
  centreMark: string | null
}

/** Everything a form about a stay may draw on. */
export interface DocumentSource extends PaperSource {
  personId: string
  stayId: string
  /** The case of discipline or reward, for a paper about one. */
  caseId: string | null
  person: PersonFacts
  stay: StayFacts
  /** What was said when the person was received. */
  reception: { from: string | null; note: string | null }
  maySeeHealth: boolean
}

/** What documents say of a person. */
export function personFactsOf(file: PersonFile): PersonFacts {
  const paper = file.papers.find(({ supersededAt }) => supersededAt === null)
  const current = (kind: string) =>
    file.addresses.find((address) => address.kind === kind && address.supersededAt === null)
  return {
    name: file.name,
    alias: file.alias,
    birth: file.birth,
    sex: file.sex,
    ethnicity: file.ethnicity,
    occupation: file.occupation,
    education: file.education,
    paper: paper
      ? { kind: paper.kind, number: paper.number, issuedOn: paper.issuedOn, issuedBy: paper.issuedBy }
      : null,
    permanentAddress: addressText(current('permanent')),
    currentAddress: addressText(current('current')),
  }
}

/** What documents say of a stay. */
export function stayFactsOf(stay: PersonStay): StayFacts {
  return {
    track: stay.track,
    dossierNumber: stay.dossierNumber,
    ordinal: stay.ordinal,
    decisionNumber: stay.decisionNumber,
    decisionOn: stay.decisionOn,
    decisionIssuer: stay.decisionIssuer,
    termMonths: stay.termMonths ?? stay.clock.termMonths,
    startOn: stay.startOn,
    endOn: stay.clock.endOn,
    receivedOn: stay.receivedAt === null ? null : dayOf(stay.receivedAt),
    receivedTime: stay.receivedAt === null ? null : formatTime(stay.receivedAt),
  }
}

function dayOfDocument(form: StayForm, asked: Day | null, stay: StayFacts, today: Day): Day {
  const { receivedOn } = stay
  if (receivedOn === null)
    throw refused('not_received', 'Người này chưa được tiếp nhận. Tiếp nhận trước rồi lập văn bản.', 'stayId')
  const on = asked ?? (form === 'hand-over' ? receivedOn : today)
  refuseFuture(on, today)
  if (on < receivedOn) {
    throw refused(
      'before_reception',
      `Ngày văn bản trước ngày tiếp nhận ${formatDay(receivedOn)}. Chọn lại ngày.`,
      'on',
    )
  }
  return on
}

/** No document bears a day to come. @throws AppError `rule_violated` */
export function refuseFuture(on: Day, today: Day): void {
  if (on > today)
    throw refused('in_future', 'Ngày văn bản ở tương lai. Chọn hôm nay hoặc ngày trước đó.', 'on')
}

function refused(code: string, message: string, field: string): AppError {
  return ruleViolated([{ code, message, field }])
}

/** The centre as it is named on a day. @throws AppError `setup_required` */
export function centreOn(db: ReadDb, on: Day): Pick<PaperSource, 'centre' | 'centreMark'> {
  const centre = findCentre(db, on)
  if (!centre) throw new AppError('setup_required')
  return {
    centre: {
      name: centre.name,
      superiorBody: centre.superior_body,
      headTitle: centre.head_title,
      headName: centre.head_name,
      court: centre.court,
      placeName: placeNameOf(centre.province_code),
    },
    centreMark: centre.code,
  }
}

/**
 * Reads what a document of a stay is made of, as it stands now; the centre and its head as on the document's day.
 * @throws AppError `not_found` for an unknown or cancelled stay, `rule_violated` for a day or form that may not be
 */
export function readSource(
  db: ReadDb,
  asked: { stayId: string; caseId: string | null; form: StayForm; on: Day | null },
  by: { actor: Actor; now: Instant },
): DocumentSource {
  const row = findStay(db, asked.stayId)
  if (!row || row.cancelled_at !== null) throw new AppError('not_found')
  const file = readPersonFile(db, row.person_id)
  const found = file.stays.find(({ id }) => id === asked.stayId)
  if (!found || file.cancelledAt !== null) throw new AppError('not_found')
  const stay = stayFactsOf(found)
  const on = dayOfDocument(asked.form, asked.on, stay, dayOf(by.now))
  // The record of handing over names the track in which the person came, also after the court has decided.
  const track = asked.form === 'hand-over' ? found.initialTrack : stay.track
  const edition = editionOn(asked.form, track, on)
  if ('code' in edition) throw ruleViolated([edition])
  const reception = listCustodyEvents(db, asked.stayId).findLast((event) => event.kind === 'received')
  return {
    db,
    actor: by.actor,
    edition,
    on,
    personId: file.id,
    stayId: asked.stayId,
    caseId: asked.caseId,
    person: personFactsOf(file),
    stay: { ...stay, track },
    ...centreOn(db, on),
    reception:
      reception?.kind === 'received'
        ? { from: reception.facts.from ?? null, note: reception.facts.note ?? null }
        : { from: null, note: null },
    maySeeHealth: can(by.actor.roles, 'medical.read'),
  }
}

/** The heading of a document; without a number while it is not given yet. */
export function letterheadOf(source: PaperSource, fullNumber: string | null): LetterheadData {
  const { edition } = source
  return {
    fullNumber,
    on: source.on,
    centre: source.centre,
    formNumber: edition.number,
    issuedWith: edition.issuedWith,
    title: edition.title,
    copies: edition.copies,
  }
}
