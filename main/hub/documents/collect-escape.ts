import type { ReadDb } from '#db/connection/handles.ts'
import { findEscapeIncident, listEscapesOfStay } from '#db/queries/escapes/reader.ts'
import { findCurrentPhoto, findPhotoBytes } from '#db/queries/files/desk-files.ts'
import { listMarks, listRelatives } from '#db/queries/intake/taken.ts'
import { readRuleBook } from '#db/queries/rules/reader.ts'
import { listVisitorsOf } from '#db/queries/visits/visitors.ts'
import { escapePaperFields, PHOTO_TAG, type EscapeForm } from '#domain/documents/escape-paper.ts'
import { jpegSize } from '#domain/documents/jpeg-size.ts'
import { incidentNumber } from '#domain/incidents/incident-kinds.ts'
import { MARK_KIND_LABELS, RELATION_LABELS } from '#domain/information-sheet/personal-lists.ts'
import { endOfDay, startOfDay } from '#domain/time/instant.ts'
import { sheetOf } from '../dossier/sheets.ts'
import { lawOfEscape } from '../escapes/candidates.ts'
import { escapeDetail } from '../escapes/lines.ts'
import type { CollectedDocument } from './collect.ts'
import { letterheadOf, type DocumentSource } from './document-source.ts'
import { joined } from './joined-parts.ts'
import type { Picture } from './merge-docx.ts'

/** To whom the notice goes, by the rule it follows from. */
const ADDRESSEES: Readonly<Record<string, string>> = {
  'INC-04': 'Công an cấp xã nơi lập hồ sơ',
  'INC-05': 'Công an cấp huyện nơi cơ sở đóng',
}

/** Millimetres of the frame of the photo, by form; the frame is three by four. */
const PHOTO_WIDTH_MM: Record<EscapeForm, number> = {
  'search-decision': 30,
  'search-sheet': 50,
  'escape-notice': 30,
}

/** What the frame takes of the picture on every side, in millimetres. */
const FRAME_MM = 1.5
const PIXELS_PER_MM = 96 / 25.4

/** The photo as large as the frame takes it; undefined without one, or where Word cannot show it. */
function photoIn(db: ReadDb, personId: string, widthMm: number): Picture | undefined {
  const photoId = findCurrentPhoto(db, personId)
  const photo = photoId === null ? undefined : findPhotoBytes(db, photoId)
  const size = photo?.media_type === 'image/jpeg' ? jpegSize(photo.bytes) : null
  if (!photo || size === null) return undefined
  const most = { width: widthMm - 2 * FRAME_MM, height: (widthMm * 4) / 3 - 2 * FRAME_MM }
  const scale = PIXELS_PER_MM * Math.min(most.width / size.width, most.height / size.height)
  return {
    bytes: photo.bytes,
    width: Math.round(size.width * scale),
    height: Math.round(size.height * scale),
  }
}

/** Relatives, and on the sheet of those who search also who came to visit. */
function contactsOf(db: ReadDb, personId: string, form: EscapeForm) {
  const relatives = listRelatives(db, personId).map((one) => ({
    name: one.name,
    relation: RELATION_LABELS[one.relation],
    birthYear: one.birth_year === null ? null : String(one.birth_year),
    contact: joined([one.address, one.phone], '; '),
  }))
  if (form !== 'search-sheet') return relatives
  const known = new Set(relatives.map(({ name }) => name))
  const visitors = listVisitorsOf(db, personId).filter(({ name }) => !known.has(name))
  return [
    ...relatives,
    ...visitors.map(({ name, relation, phone }) => ({
      name,
      relation: `${RELATION_LABELS[relation]} (từng thăm gặp)`,
      birthYear: null,
      contact: phone,
    })),
  ]
}

/** Collects what a paper of an escape needs: of the last one by the day of the document. */
export function collectEscapePaper(source: DocumentSource, form: EscapeForm): CollectedDocument {
  const { db, stayId, personId, person, stay, on } = source
  const row = listEscapesOfStay(db, stayId).find((one) => one.escaped_at < endOfDay(on))
  const escape = row && escapeDetail(db, source.actor, row)
  const { search, told } =
    escape ?? lawOfEscape(readRuleBook(db), { track: stay.track, at: startOfDay(on), isFromFuneral: false })
  const incident = row && findEscapeIncident(db, row.incident_id)
  const sheet = sheetOf(db, stayId)?.body
  const to = told.map(({ rule }) => ADDRESSEES[rule]).find((one) => one !== undefined)
  const photo = photoIn(db, personId, PHOTO_WIDTH_MM[form])
  const known = {
    trang_phuc: escape?.clothes ?? null,
    huong_di: escape?.direction ?? null,
    nhan_dang: escape?.looks ?? null,
    noi_co_the_den: escape?.likelyPlaces ?? null,
    y_kien_khac: null,
  }
  return {
    suggested:
      form === 'escape-notice'
        ? { ...known, kinh_gui: to ?? null, dien_bien: incident?.summary ?? null }
        : known,
    isMedical: false,
    ...(photo ? { pictures: { [PHOTO_TAG]: photo } } : {}),
    fields: (answers, fullNumber) =>
      escapePaperFields({
        letterhead: letterheadOf(source, fullNumber),
        person,
        stay,
        escapedAt: escape?.escapedAt ?? null,
        fromWhere: escape?.fromWhere ?? null,
        lastSeenAt: escape?.lastSeenAt ?? escape?.sightings[0]?.at ?? null,
        heightCm: escape?.heightCm ?? sheet?.heightCm ?? null,
        weightKg: escape?.weightKg ?? sheet?.weightKg ?? null,
        marks: listMarks(db, personId).map(({ kind, place, description }) =>
          [MARK_KIND_LABELS[kind].toLocaleLowerCase('vi'), place, description].filter(Boolean).join(', '),
        ),
        relatives: contactsOf(db, personId, form),
        sightings: escape?.sightings ?? [],
        ground: search?.article ?? null,
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
