import type { ReadDb } from '#db/connection/handles.ts'
import { HOUSE_FORMS, STAY_FORMS, type DocumentForm } from '#domain/documents/form-editions.ts'
import { INCIDENT_FORMS } from '#domain/documents/incident-editions.ts'
import { AppError } from '#domain/errors.ts'
import type { Day } from '#domain/time/day.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Actor } from '../use-case.ts'
import { collectDocument, type CollectedDocument } from './collect.ts'
import { caseForPaper } from './collect-conduct.ts'
import { collectHousePaper } from './collect-house.ts'
import { collectIncidentPaper } from './collect-incident.ts'
import { readSource, type PaperSource } from './document-source.ts'

/** What a document is asked for: a form of a stay, of the house (a campaign, a count of the box), of an incident. */
export interface AskedPaper {
  form: DocumentForm
  stayId: string | null
  houseId: string | null
  incidentId: string | null
  /** The involvement or notice of the incident. */
  incidentPart: string | null
  /** The case of discipline or reward of the stay; null for the newest of the kind of the form. */
  caseId: string | null
  on: Day | null
}

/** Whom or what a document belongs to, as its row keeps it. */
interface PaperOwner {
  person_id: string | null
  stay_id: string | null
  campaign_id: string | null
  cash_close_id: string | null
  incident_id: string | null
  incident_part: string | null
  conduct_case_id: string | null
}

/** What a document is made of, and whom or what it belongs to. */
export interface PaperAtHand {
  source: PaperSource
  collected: CollectedDocument
  owner: PaperOwner
}

const NOBODY: PaperOwner = {
  person_id: null,
  stay_id: null,
  campaign_id: null,
  cash_close_id: null,
  incident_id: null,
  incident_part: null,
  conduct_case_id: null,
}

/**
 * Everything a document is made of.
 * @throws AppError `invalid_input` when form and owner do not go together, or as the form's own collector
 */
export function paperAtHand(db: ReadDb, asked: AskedPaper, by: { actor: Actor; now: Instant }): PaperAtHand {
  const { form, stayId, houseId, incidentId, incidentPart, on } = asked
  const owners = [stayId, houseId, incidentId].filter((id) => id !== null)
  const stayForm = STAY_FORMS.find((one) => one === form)
  const houseForm = HOUSE_FORMS.find((one) => one === form)
  if (stayForm !== undefined && stayId !== null && owners.length === 1) {
    const caseId = caseForPaper(db, by.actor, { form: stayForm, stayId, caseId: asked.caseId })
    const source = readSource(db, { form: stayForm, stayId, caseId, on }, by)
    const owner = { ...NOBODY, person_id: source.personId, stay_id: stayId, conduct_case_id: caseId }
    return { source, collected: collectDocument(source, stayForm), owner }
  }
  if (houseForm !== undefined && houseId !== null && owners.length === 1) {
    const found = collectHousePaper(db, { form: houseForm, houseId, on }, by)
    const owner =
      houseForm === 'cash-check' ? { ...NOBODY, cash_close_id: houseId } : { ...NOBODY, campaign_id: houseId }
    return { ...found, owner }
  }
  const incidentForm = INCIDENT_FORMS.find((one) => one === form)
  if (incidentForm !== undefined && incidentId !== null && owners.length === 1) {
    const found = collectIncidentPaper(db, { form: incidentForm, incidentId, partId: incidentPart, on }, by)
    return { ...found, owner: { ...NOBODY, incident_id: incidentId, incident_part: incidentPart } }
  }
  throw new AppError('invalid_input', 'Văn bản này không lập cho hồ sơ đang mở. Tải lại trang và làm lại.')
}
