import type { Generated } from 'kysely'
import type { CampaignState } from '#domain/care/campaign.ts'
import { column, type Columns } from './column-facts.ts'

export interface CampaignTable {
  id: string
  name: string
  from_on: string
  to_on: string
  goal: string
  state: CampaignState
  result: string | null
  reported_at: string | null
  reported_by: string | null
  created_at: string
  created_by: string
  version: Generated<number>
}

export const campaignColumns = {
  id: column('none', 'Record id'),
  name: column('none', 'What it is called'),
  from_on: column('personal', 'First day'),
  to_on: column('personal', 'Last day'),
  goal: column('personal', 'What is aimed at'),
  state: column('none', 'How far it is'),
  result: column('personal', 'How it went'),
  reported_at: column('none', 'When the result was reported'),
  reported_by: column('staff', 'Who reported it'),
  created_at: column('none', 'When the row was made'),
  created_by: column('staff', 'Who made it'),
  version: column('none', 'Count of edits'),
} satisfies Columns<CampaignTable>
