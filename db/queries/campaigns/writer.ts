import type { Insertable, Updateable } from 'kysely'
import type { WriteDb } from '../../connection/handles.ts'
import { qb } from '../../connection/query-builder.ts'
import type { CampaignActivityTable } from '../../schema/campaign-activity.ts'
import type { CampaignPhotoTable } from '../../schema/campaign-photo.ts'
import type { CampaignTable } from '../../schema/campaign.ts'

export function insertCampaign(db: WriteDb, row: Insertable<CampaignTable>): void {
  db.run(qb.insertInto('campaign').values(row))
}

export function updateCampaign(db: WriteDb, id: string, change: Updateable<CampaignTable>): void {
  db.run(qb.updateTable('campaign').set(change).where('id', '=', id))
}

export function insertActivity(db: WriteDb, row: Insertable<CampaignActivityTable>): void {
  db.run(qb.insertInto('campaign_activity').values(row))
}

export function updateActivity(db: WriteDb, id: string, change: Updateable<CampaignActivityTable>): void {
  db.run(qb.updateTable('campaign_activity').set(change).where('id', '=', id))
}

export function insertCampaignPhoto(db: WriteDb, row: Insertable<CampaignPhotoTable>): void {
  db.run(qb.insertInto('campaign_photo').values(row))
}

export function removeCampaignPhoto(db: WriteDb, id: string, now: string): void {
  db.run(qb.updateTable('campaign_photo').set({ removed_at: now }).where('id', '=', id))
}
