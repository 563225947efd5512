import type { Generated } from 'kysely'
import type { CarePayer } from '#domain/goings-out/outing-kinds.ts'
import { column, type Columns } from './column-facts.ts'

export interface HospitalStepTable {
  id: string
  outing_id: string
  facility: string
  ward: string | null
  from_at: string
  why: string | null
  recorded_at: string
  recorded_by: string
  diagnosis: string | null
  treatment: string | null
  cost: number | null
  payer: CarePayer | null
  cared_by: string | null
  version: Generated<number>
}

export const hospitalStepColumns = {
  id: column('none', 'Record id'),
  outing_id: column('none', 'Which outing'),
  facility: column('personal', 'Hospital'),
  ward: column('medical', 'Ward; may tell of health'),
  from_at: column('personal', 'Since when there'),
  why: column('medical', 'Why moved there; may tell of health'),
  recorded_at: column('none', 'When it was written down'),
  recorded_by: column('staff', 'Who wrote it down'),
  diagnosis: column('medical', 'Diagnosis'),
  treatment: column('medical', 'Treatment and medicines'),
  cost: column('medical', 'Cost in whole đồng'),
  payer: column('medical', 'Who pays'),
  cared_by: column('staff', 'Who wrote down the care'),
  version: column('none', 'Count of edits of the care'),
} satisfies Columns<HospitalStepTable>
