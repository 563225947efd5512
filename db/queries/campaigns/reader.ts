import { sql } from 'kysely'
import type { ReadDb } from '../../connection/handles.ts'
import { qb } from '../../connection/query-builder.ts'

const activities = sql<number>`(select count(*) from campaign_activity where campaign_activity.campaign_id = campaign.id and campaign_activity.removed_at is null)`
const held = sql<number>`(select count(*) from campaign_activity where campaign_activity.campaign_id = campaign.id and campaign_activity.removed_at is null and campaign_activity.is_held = 1)`

function lines() {
  return qb
    .selectFrom('campaign')
    .selectAll('campaign')
    .select([activities.as('activities'), held.as('held')])
}

export type CampaignRow = NonNullable<ReturnType<typeof findCampaign>>

export function findCampaign(db: ReadDb, id: string) {
  return db.get(lines().where('campaign.id', '=', id))
}

/** Campaigns, newest first. */
export function listCampaigns(db: ReadDb): CampaignRow[] {
  return db.all(lines().orderBy('from_on', 'desc').orderBy('id').limit(100))
}

export function findActivity(db: ReadDb, id: string) {
  return db.get(qb.selectFrom('campaign_activity').selectAll().where('id', '=', id))
}

/** Activities of a campaign that were not taken out, by day. */
export function listActivities(db: ReadDb, campaignId: string) {
  return db.all(
    qb
      .selectFrom('campaign_activity')
      .selectAll()
      .where('campaign_id', '=', campaignId)
      .where('removed_at', 'is', null)
      .orderBy('held_on')
      .orderBy('id'),
  )
}

/** Photos of a campaign's activities. */
export function listPhotos(db: ReadDb, campaignId: string) {
  return db.all(
    qb
      .selectFrom('campaign_photo')
      .innerJoin('campaign_activity', 'campaign_activity.id', 'campaign_photo.activity_id')
      .select(['campaign_photo.id', 'campaign_photo.activity_id', 'campaign_photo.caption'])
      .where('campaign_activity.campaign_id', '=', campaignId)
      .where('campaign_photo.removed_at', 'is', null)
      .orderBy('campaign_photo.added_at')
      .orderBy('campaign_photo.id'),
  )
}

export function findCampaignPhoto(db: ReadDb, id: string) {
  return db.get(qb.selectFrom('campaign_photo').selectAll().where('id', '=', id))
}

/** The bytes of a photo of an activity that was not taken out. */
export function findCampaignPhotoBytes(db: ReadDb, id: string) {
  return db.get(
    qb
      .selectFrom('campaign_photo')
      .innerJoin('file', 'file.id', 'campaign_photo.file_id')
      .select(['file.bytes', 'file.media_type'])
      .where('campaign_photo.id', '=', id)
      .where('campaign_photo.removed_at', 'is', null),
  )
}
