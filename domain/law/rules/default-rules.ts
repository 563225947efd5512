import type { LawRule } from '../rule.ts'
import { BEFORE_ADMISSION_RULES } from './before-admission.ts'
import { CARE_PATH_RULES } from './care-path.ts'
import { CONDUCT_CASE_RULES } from './conduct-cases.ts'
import { CONTACT_RULES } from './contacts.ts'
import { COUNTING_RULES } from './counting.ts'
import { CUSTODY_PATH_RULES } from './custody-path.ts'
import { DISCHARGE_RULES } from './discharge.ts'
import { DUTY_RULES } from './duties.ts'
import { ESCAPE_RULES } from './escapes.ts'
import { GOINGS_OUT_RULES } from './goings-out.ts'
import { HOUSE_RULES } from './house.ts'
import { INTAKE_RULES } from './intake.ts'
import { LABOUR_MONEY_RULES } from './labour-money.ts'
import { REQUEST_RULES } from './requests.ts'
import { TERM_RULES } from './term.ts'
import { ZONE_RULES } from './zones.ts'

/** The rows of the law as read: the first content of the editable rule table. */
export const DEFAULT_RULES: readonly LawRule[] = [
  ...COUNTING_RULES,
  ...TERM_RULES,
  ...BEFORE_ADMISSION_RULES,
  ...INTAKE_RULES,
  ...ZONE_RULES,
  ...CUSTODY_PATH_RULES,
  ...CARE_PATH_RULES,
  ...DUTY_RULES,
  ...ESCAPE_RULES,
  ...GOINGS_OUT_RULES,
  ...DISCHARGE_RULES,
  ...LABOUR_MONEY_RULES,
  ...CONTACT_RULES,
  ...REQUEST_RULES,
  ...CONDUCT_CASE_RULES,
  ...HOUSE_RULES,
]
