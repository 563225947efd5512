import { listEscapesOfStay, findEscapeIncident } from '#db/queries/escapes/reader.ts'
import { listMarks, listRelatives } from '#db/queries/intake/taken.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import { escapePaperFields } from '#domain/documents/escape-paper.ts'
import type { StayForm } from '#domain/documents/form-editions.ts'
import { incidentNumber } from '#domain/incidents/incident-kinds.ts'
import type { Sighting } from '#domain/incidents/last-sightings.ts'
import { searchDecisionOf } from '#domain/incidents/search-decision.ts'
import { toldOfEscape } from '#domain/incidents/who-is-told.ts'
import { MARK_KIND_LABELS, RELATION_LABELS } from '#domain/information-sheet/personal-lists.ts'
import { endOfDay, startOfDay } from '#domain/time/instant.ts'
import { sheetOf } from '../dossier/sheets.ts'
import type { CollectedDocument } from './collect.ts'
import { letterheadOf, type DocumentSource } from './document-source.ts'

/** Forms about an escape. */
export type EscapeForm = Extract<StayForm, 'search-decision' | 'escape-notice'>

/** To whom the notice goes, by the rule it follows from. */
const ADDRESSEES: Readonly<Record<string, string>> = {
  'INC-04': 'Công an cấp xã nơi lập hồ sơ',
  'INC-05': 'Công an cấp huyện nơi cơ sở đóng',
}

/** Collects what a paper of an escape needs: of the last one by the day of the document. */
export function collectEscapePaper(source: DocumentSource, form: EscapeForm): CollectedDocument {
  const { db, stayId, personId, person, stay, on } = source
  const escape = listEscapesOfStay(db, stayId).find((row) => row.escaped_at < endOfDay(on))
  const at = escape?.escaped_at ?? startOfDay(on)
  const book = readRuleBook(db)
  const decision = searchDecisionOf(book, { track: stay.track, situation: 'centre', at })
  const told = toldOfEscape(book, { track: stay.track, at })
  const incident = escape && findEscapeIncident(db, escape.incident_id)
  const sightings: Sighting[] = escape ? JSON.parse(escape.sightings) : []
  const sheet = sheetOf(db, stayId)?.body
  const to = told.map(({ rule }) => ADDRESSEES[rule]).find((one) => one !== undefined)
  return {
    suggested: {
      kinh_gui: form === 'escape-notice' ? (to ?? null) : null,
      trang_phuc: escape?.clothes ?? null,
      huong_di: escape?.direction ?? null,
      nhan_dang: escape?.looks ?? null,
      noi_co_the_den: escape?.likely_places ?? null,
      dien_bien: incident?.summary ?? null,
      y_kien_khac: null,
    },
    isMedical: false,
    fields: (answers, fullNumber) =>
      escapePaperFields({
        letterhead: letterheadOf(source, fullNumber),
        person,
        stay,
        escapedAt: escape?.escaped_at ?? null,
        fromWhere: escape?.from_where ?? null,
        lastSeenAt: escape?.last_seen_at ?? sightings[0]?.at ?? null,
        heightCm: escape?.height_cm ?? sheet?.heightCm ?? null,
        weightKg: escape?.weight_kg ?? sheet?.weightKg ?? null,
        marks: listMarks(db, personId).map(({ kind, place, description }) =>
          [MARK_KIND_LABELS[kind].toLocaleLowerCase('vi'), place, description].filter(Boolean).join(', '),
        ),
        relatives: listRelatives(db, personId).map((one) => ({
          name: one.name,
          relation: RELATION_LABELS[one.relation],
          birthYear: one.birth_year === null ? null : String(one.birth_year),
          contact: [one.address, one.phone].filter(Boolean).join('; ') || null,
        })),
        sightings,
        ground: decision?.article ?? null,
        incidentNumber: incident ? incidentNumber(incident.year, incident.no) : null,
        to: answers['kinh_gui'] ?? null,
        clothes: answers['trang_phuc'] ?? null,
        direction: answers['huong_di'] ?? null,
        looks: answers['nhan_dang'] ?? null,
        likelyPlaces: answers['noi_co_the_den'] ?? null,
        account: answers['dien_bien'] ?? null,
        remarks: answers['y_kien_khac'] ?? null,
      }),
  }
}
