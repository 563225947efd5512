import type { WriteDb } from '#db/connection/handles.ts'
import {
  findActivity,
  findCampaign,
  findCampaignPhoto,
  type CampaignRow,
} from '#db/queries/campaigns/reader.ts'
import {
  insertActivity,
  insertCampaign,
  insertCampaignPhoto,
  removeCampaignPhoto,
  updateActivity,
  updateCampaign,
} from '#db/queries/campaigns/writer.ts'
import { findFile } from '#db/queries/files/desk-files.ts'
import type { campaignsContract } from '#domain/contract/campaigns.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'

const CLASH = 'Vừa có người khác sửa. Tải lại để xem rồi ghi lại.'

/** A campaign that was not reported yet. @throws AppError `not_found`, `rule_violated` */
function openCampaign(db: WriteDb, id: string): CampaignRow {
  const row = findCampaign(db, id)
  if (!row) throw new AppError('not_found')
  if (row.state === 'reported')
    throw new AppError('rule_violated', 'Đợt này đã báo cáo kết quả, không sửa được nữa.')
  return row
}

function liveActivity(db: WriteDb, id: string, version: number | null) {
  const row = findActivity(db, id)
  if (!row || row.removed_at !== null) throw new AppError('not_found')
  if (version !== null && row.version !== version)
    throw new AppError('conflict', CLASH, { current: { version: row.version } })
  openCampaign(db, row.campaign_id)
  return row
}

function tell(context: WriteContext, action: string, id: string, name: string): void {
  context.audit({ action, subject: { kind: 'campaign', id }, facts: { name } })
  context.changed('care', id)
}

export const campaignsWrites: WriteUseCases<typeof campaignsContract> = {
  save: (db, context, { id, version, name, fromOn, toOn, goal }) => {
    if (toOn < fromOn) {
      const message = 'Ngày kết thúc trước ngày bắt đầu. Sửa lại ngày.'
      throw ruleViolated([{ code: 'campaign-days', message, field: 'toOn' }])
    }
    const written = { name, from_on: fromOn, to_on: toOn, goal }
    if (version === null) {
      if (findCampaign(db, id)) throw new AppError('conflict')
      const by = { created_at: context.now, created_by: context.actor.key }
      insertCampaign(db, { id, ...written, state: 'planned', ...by })
    } else {
      const row = openCampaign(db, id)
      if (row.version !== version)
        throw new AppError('conflict', CLASH, { current: { version: row.version } })
      updateCampaign(db, id, { ...written, version: version + 1 })
    }
    tell(context, 'campaign.saved', id, name)
    return { id, version: (version ?? 0) + 1 }
  },
  saveActivity: (db, context, input) => {
    const { id, campaignId, version, heldOn, title, isHeld } = input
    const campaign = openCampaign(db, campaignId)
    if (heldOn < campaign.from_on || heldOn > campaign.to_on) {
      const message = `Đợt này từ ${formatDay(campaign.from_on)} đến ${formatDay(campaign.to_on)}. Chọn ngày trong đợt.`
      throw ruleViolated([{ code: 'activity-day', message, field: 'heldOn' }])
    }
    if (isHeld && heldOn > dayOf(context.now)) {
      const message = 'Hoạt động này ở tương lai. Ghi kết quả sau khi thực hiện.'
      throw ruleViolated([{ code: 'activity-ahead', message, field: 'heldOn' }])
    }
    if (isHeld && input.residents === null) {
      const message = 'Ghi số học viên tham gia.'
      throw ruleViolated([{ code: 'activity-heads', message, field: 'residents' }])
    }
    const written = {
      held_on: heldOn,
      title,
      place: input.place,
      leader: input.leader,
      planned_heads: input.plannedHeads,
      is_held: isHeld ? (1 as const) : (0 as const),
      residents: input.residents,
      staff: input.staff,
      guests: input.guests,
      result: input.result,
      updated_at: context.now,
      updated_by: context.actor.key,
    }
    if (version === null) {
      if (findActivity(db, id)) throw new AppError('conflict')
      insertActivity(db, { id, campaign_id: campaignId, ...written })
    } else {
      liveActivity(db, id, version)
      updateActivity(db, id, { ...written, version: version + 1 })
    }
    tell(context, 'campaign.activity-saved', campaignId, title)
    return { id, version: (version ?? 0) + 1 }
  },
  removeActivity: (db, context, { id, version, reason }) => {
    const row = liveActivity(db, id, version)
    const removed = { removed_at: context.now, remove_reason: reason }
    const by = { updated_at: context.now, updated_by: context.actor.key }
    updateActivity(db, id, { ...removed, ...by, version: version + 1 })
    tell(context, 'campaign.activity-removed', row.campaign_id, row.title)
    return { id }
  },
  addPhoto: (db, context, { id, activityId, fileId, caption }) => {
    const activity = liveActivity(db, activityId, null)
    if (findFile(db, fileId)?.kind !== 'photo') {
      const message = 'Không tìm thấy ảnh vừa gửi. Chọn lại ảnh.'
      throw ruleViolated([{ code: 'photo-missing', message, field: 'fileId' }])
    }
    const by = { added_at: context.now, added_by: context.actor.key }
    insertCampaignPhoto(db, {
      id,
      activity_id: activityId,
      file_id: fileId,
      caption,
      removed_at: null,
      ...by,
    })
    tell(context, 'campaign.photo-added', activity.campaign_id, activity.title)
    return { id }
  },
  removePhoto: (db, context, { id }) => {
    const photo = findCampaignPhoto(db, id)
    if (!photo || photo.removed_at !== null) throw new AppError('not_found')
    const activity = liveActivity(db, photo.activity_id, null)
    removeCampaignPhoto(db, id, context.now)
    tell(context, 'campaign.photo-removed', activity.campaign_id, activity.title)
    return { id }
  },
  report: (db, context, { id, version, result }) => {
    const row = openCampaign(db, id)
    if (row.version !== version) throw new AppError('conflict', CLASH, { current: { version: row.version } })
    if (row.held === 0)
      throw ruleViolated([
        {
          code: 'campaign-empty',
          message: 'Chưa hoạt động nào được thực hiện. Ghi kết quả hoạt động trước.',
        },
      ])
    updateCampaign(db, id, {
      state: 'reported',
      result,
      reported_at: context.now,
      reported_by: context.actor.key,
      version: version + 1,
    })
    tell(context, 'campaign.reported', id, row.name)
    return { version: version + 1 }
  },
}
