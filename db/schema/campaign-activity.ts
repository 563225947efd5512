import type { Generated } from 'kysely'
import { column, type Columns } from './column-facts.ts'

export interface CampaignActivityTable {
  id: string
  campaign_id: string
  held_on: string
  title: string
  place: string | null
  leader: string | null
  planned_heads: number | null
  is_held: Generated<0 | 1>
  residents: number | null
  staff: number | null
  guests: number | null
  result: string | null
  removed_at: string | null
  remove_reason: string | null
  updated_at: string
  updated_by: string
  version: Generated<number>
}

export const campaignActivityColumns = {
  id: column('none', 'Record id'),
  campaign_id: column('none', 'Which campaign'),
  held_on: column('none', 'Day of the activity'),
  title: column('none', 'What is done'),
  place: column('none', 'Where'),
  leader: column('staff', 'Who leads it'),
  planned_heads: column('none', 'How many were expected'),
  is_held: column('none', '1 once it took place'),
  residents: column('none', 'People of the centre who took part'),
  staff: column('none', 'Staff who took part'),
  guests: column('none', 'Guests who took part'),
  result: column('personal', 'How it went'),
  removed_at: column('none', 'When it was taken out'),
  remove_reason: column('none', 'Why it was taken out'),
  updated_at: column('none', 'When it was last written'),
  updated_by: column('staff', 'Who wrote it last'),
  version: column('none', 'Count of edits'),
} satisfies Columns<CampaignActivityTable>
