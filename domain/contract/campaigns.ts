import { z } from 'zod'
import { CAMPAIGN_STATES } from '../care/campaign.ts'
import { changedShape } from './answers.ts'
import { dayField, idField, lineField, optionalLine, versionField } from './fields.ts'
import { route } from './route.ts'

const heads = z
  .int({ error: 'Ghi số người.' })
  .min(0, { error: 'Số người không âm.' })
  .max(100_000, { error: 'Số người quá lớn.' })
  .nullable()
  .default(null)

const campaignLine = z.object({
  id: z.string(),
  name: z.string(),
  fromOn: z.string(),
  toOn: z.string(),
  goal: z.string(),
  state: z.enum(CAMPAIGN_STATES),
  result: z.string().nullable(),
  reportedBy: z.string().nullable(),
  activities: z.number(),
  held: z.number(),
  version: z.number(),
})
export type CampaignLine = z.infer<typeof campaignLine>

const activityShape = z.object({
  id: z.string(),
  heldOn: z.string(),
  title: z.string(),
  place: z.string().nullable(),
  leader: z.string().nullable(),
  plannedHeads: z.number().nullable(),
  isHeld: z.boolean(),
  residents: z.number().nullable(),
  staff: z.number().nullable(),
  guests: z.number().nullable(),
  result: z.string().nullable(),
  photos: z.array(z.object({ id: z.string(), caption: z.string().nullable() })),
  version: z.number(),
})
export type CampaignActivity = z.infer<typeof activityShape>

const activityFields = z.strictObject({
  heldOn: dayField,
  title: lineField(200, 'Tên hoạt động'),
  place: optionalLine(120, 'Nơi'),
  leader: optionalLine(120, 'Người phụ trách'),
  plannedHeads: heads,
  isHeld: z.boolean().default(false),
  residents: heads,
  staff: heads,
  guests: heads,
  result: optionalLine(1000, 'Kết quả'),
})

export const campaignsContract = {
  list: route({ access: 'care.read', kind: 'read', summary: 'Campaigns, newest first' })
    .input(z.strictObject({}))
    .output(z.object({ campaigns: z.array(campaignLine) })),
  get: route({ access: 'care.read', kind: 'read', summary: 'A campaign with its activities and photos' })
    .input(z.strictObject({ id: idField }))
    .output(campaignLine.extend({ list: z.array(activityShape) })),
  save: route({ access: 'care.edit', kind: 'write', summary: 'Plan a campaign, or change the plan' })
    .input(
      z.strictObject({
        id: idField,
        version: versionField.nullable(),
        name: lineField(200, 'Tên đợt'),
        fromOn: dayField,
        toOn: dayField,
        goal: lineField(2000, 'Mục tiêu'),
      }),
    )
    .output(changedShape),
  saveActivity: route({
    access: 'care.edit',
    kind: 'write',
    summary: 'Plan an activity, or write how it went',
  })
    .input(activityFields.extend({ id: idField, campaignId: idField, version: versionField.nullable() }))
    .output(changedShape),
  removeActivity: route({
    access: 'care.edit',
    kind: 'write',
    summary: 'Take an activity out, with the reason',
  })
    .input(z.strictObject({ id: idField, version: versionField, reason: lineField(300, 'Lý do') }))
    .output(z.object({ id: z.string() })),
  addPhoto: route({ access: 'care.edit', kind: 'write', summary: 'Put an uploaded photo to an activity' })
    .input(
      z.strictObject({
        id: idField,
        activityId: idField,
        fileId: idField,
        caption: optionalLine(200, 'Chú thích'),
      }),
    )
    .output(z.object({ id: z.string() })),
  removePhoto: route({ access: 'care.edit', kind: 'write', summary: 'Take a photo out' })
    .input(z.strictObject({ id: idField }))
    .output(z.object({ id: z.string() })),
  report: route({
    access: 'care.approve',
    kind: 'write',
    summary: 'Report the result: the campaign is closed',
  })
    .input(z.strictObject({ id: idField, version: versionField, result: lineField(3000, 'Kết quả') }))
    .output(z.object({ version: z.number() })),
  export: route({ access: 'care.read', kind: 'call', summary: 'The campaign as an Excel file' })
    .input(z.strictObject({ id: idField }))
    .output(z.file()),
}
