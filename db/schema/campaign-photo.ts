import { column, type Columns } from './column-facts.ts'

export interface CampaignPhotoTable {
  id: string
  activity_id: string
  file_id: string
  caption: string | null
  removed_at: string | null
  added_at: string
  added_by: string
}

export const campaignPhotoColumns = {
  id: column('none', 'Record id'),
  activity_id: column('none', 'Which activity'),
  file_id: column('none', 'The picture'),
  caption: column('none', 'Words under it'),
  removed_at: column('none', 'When it was taken out'),
  added_at: column('none', 'When it was added'),
  added_by: column('staff', 'Who added it'),
} satisfies Columns<CampaignPhotoTable>
