import type { Track } from '../stay/track.ts'
import type { Day } from '../time/day.ts'
import { CHECKLIST_ROWS } from './checklist-rows.ts'

/** How a paper of the dossier stands. */
export const DOSSIER_STATES = ['required', 'received', 'missing', 'invalid', 'not-needed'] as const
export type DossierState = (typeof DOSSIER_STATES)[number]

export const DOSSIER_STATE_LABELS: Record<DossierState, string> = {
  required: 'Cần có',
  received: 'Đã nhận',
  missing: 'Còn thiếu',
  invalid: 'Không hợp lệ',
  'not-needed': 'Không cần',
}

/** When a paper that not everybody needs is needed after all; `none`: filed when it comes along. */
type ChecklistCondition = 'minor' | 'no-residence' | 'none'

/** One paper the law asks for, as long as the list it stands in is in force. */
export interface ChecklistRow {
  code: string
  title: string
  /** Number of the form, null where the law prescribes none. */
  form: string | null
  issuer: string
  /** Article, with the short names of `LAW_SOURCES`. */
  article: string
  /** Absent: everybody of the track needs it at the gate. */
  when?: ChecklistCondition
  /** The decision that puts the person in: the stay's decision is this paper. */
  isDecision?: true
  /** Months after its issue in which the paper may still be used. */
  validMonths?: number
}

/** The papers with which people of one track are received, between two days. */
export interface Checklist {
  track: Track
  from: Day
  /** Last day in force; absent while in force. */
  to?: Day
  rows: readonly ChecklistRow[]
}

/** A paper of the list as it concerns one person. */
export interface ChecklistItem extends Omit<ChecklistRow, 'when' | 'isDecision' | 'validMonths'> {
  isRequired: boolean
  isDecision: boolean
  /** Why it is or is not needed, when that depends on the person. */
  condition: string | null
}

export interface ChecklistPerson {
  isMinor: boolean
  hasNoResidence: boolean
}

const CONDITION_WORDS: Record<ChecklistCondition, string> = {
  minor: 'Người dưới 18 tuổi',
  'no-residence': 'Người không có nơi cư trú ổn định',
  none: 'Nếu được giao kèm',
}

/** The list in force on the day of the act; days before the first list follow the first. */
export function checklistOn(track: Track, day: Day): Checklist {
  const ofTrack = CHECKLIST_ROWS.filter((list) => list.track === track)
  const found = ofTrack.find((list) => list.from <= day && (list.to === undefined || day <= list.to))
  const [first] = ofTrack
  if (first === undefined) throw new RangeError(`no checklist for ${track}`)
  return found ?? first
}

/**
 * The papers to ask for when a person of the track is received on a day: court decision and copies for compulsory
 * people (D116 Điều 55.3; D163 Điều 108.2), for voluntary ones D116 Điều 35-36 or D163 Điều 96.2 with 89.3, for
 * people held while the dossier is made D116 Điều 46 or D163 Điều 99.2. The day of the act chooses, not the term's law.
 */
export function checklistFor(track: Track, actOn: Day, person: ChecklistPerson): ChecklistItem[] {
  return checklistOn(track, actOn).rows.map(({ when, isDecision, ...row }) => ({
    code: row.code,
    title: row.title,
    form: row.form,
    issuer: row.issuer,
    article: row.article,
    isDecision: isDecision === true,
    isRequired:
      when === undefined ||
      (when === 'minor' && person.isMinor) ||
      (when === 'no-residence' && person.hasNoResidence),
    condition: when === undefined ? null : CONDITION_WORDS[when],
  }))
}
