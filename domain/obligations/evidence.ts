import type { DocumentForm } from '../documents/form-editions.ts'
import type { DutyCode } from '../law/duties.ts'

/** Documents whose making meets a duty: with their number the duty is done. */
export const FORM_DUTIES: Partial<Record<DocumentForm, readonly DutyCode[]>> = {
  'hand-over': ['IN-03'],
  'rehab-plan': ['ST-1'],
}
