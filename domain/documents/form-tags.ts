import { CAMPAIGN_ASKED, CAMPAIGN_REPORT_TAGS } from './campaign-report.ts'
import { CASH_CHECK_ASKED, CASH_CHECK_TAGS } from './cash-check.ts'
import { CONDUCT_FORMS_ASKED, CONDUCT_PAPER_TAGS } from './conduct-paper.ts'
import { DEPOSIT_ASKED, DEPOSIT_RECEIPT_TAGS } from './deposit-receipt.ts'
import { ESCAPE_ASKED, ESCAPE_PAPER_TAGS } from './escape-paper.ts'
import type { DocumentForm } from './form-editions.ts'
import { INCIDENT_FORMS, type IncidentForm } from './incident-editions.ts'
import { INCIDENT_ASKED, incidentTags } from './incident-paper.ts'
import { HAND_OVER_ASKED, HAND_OVER_TAGS } from './hand-over.ts'
import { INFORMATION_ASKED, INFORMATION_SHEET_TAGS } from './information-sheet.ts'
import type { FormTags } from './merge-fields.ts'
import { OUTING_ASKED, OUTING_PAPER_TAGS } from './outing-paper.ts'
import { REHAB_PLAN_ASKED, REHAB_PLAN_TAGS } from './rehab-plan.ts'
import { REINTEGRATION_ASKED, REINTEGRATION_TAGS } from './reintegration-plan.ts'
import { RETURN_ASKED, RETURN_MINUTES_TAGS } from './return-minutes.ts'

const INCIDENT_TAGS = Object.fromEntries(INCIDENT_FORMS.map((form) => [form, incidentTags(form)])) as Record<
  IncidentForm,
  FormTags
>

/** What a template of each form may hold. */
export const FORM_TAGS: Record<DocumentForm, FormTags> = {
  'hand-over': HAND_OVER_TAGS,
  'information-sheet': INFORMATION_SHEET_TAGS,
  'rehab-plan': REHAB_PLAN_TAGS,
  'deposit-receipt': DEPOSIT_RECEIPT_TAGS,
  'leave-application': OUTING_PAPER_TAGS,
  'leave-decision': OUTING_PAPER_TAGS,
  'leave-hand-over': OUTING_PAPER_TAGS,
  'out-order': OUTING_PAPER_TAGS,
  'out-hand-over': OUTING_PAPER_TAGS,
  'suspension-proposal': OUTING_PAPER_TAGS,
  'search-decision': ESCAPE_PAPER_TAGS,
  'search-sheet': ESCAPE_PAPER_TAGS,
  'escape-notice': ESCAPE_PAPER_TAGS,
  'reintegration-plan': REINTEGRATION_TAGS,
  'return-minutes': RETURN_MINUTES_TAGS,
  'council-minutes': CONDUCT_PAPER_TAGS,
  'discipline-decision': CONDUCT_PAPER_TAGS,
  'discipline-change': CONDUCT_PAPER_TAGS,
  'reward-decision': CONDUCT_PAPER_TAGS,
  'campaign-report': CAMPAIGN_REPORT_TAGS,
  'cash-check': CASH_CHECK_TAGS,
  ...INCIDENT_TAGS,
}

/** What the desk may type when a document is made: tag → label. */
export const ASKED_TAGS: Record<DocumentForm, Readonly<Record<string, string>>> = {
  'hand-over': HAND_OVER_ASKED,
  'information-sheet': INFORMATION_ASKED,
  'rehab-plan': REHAB_PLAN_ASKED,
  'deposit-receipt': DEPOSIT_ASKED,
  'leave-application': OUTING_ASKED,
  'leave-decision': OUTING_ASKED,
  'leave-hand-over': OUTING_ASKED,
  'out-order': OUTING_ASKED,
  'out-hand-over': OUTING_ASKED,
  'suspension-proposal': OUTING_ASKED,
  ...ESCAPE_ASKED,
  'reintegration-plan': REINTEGRATION_ASKED,
  'return-minutes': RETURN_ASKED,
  ...CONDUCT_FORMS_ASKED,
  'campaign-report': CAMPAIGN_ASKED,
  'cash-check': CASH_CHECK_ASKED,
  ...INCIDENT_ASKED,
}
