import type { ReadDb } from '#db/connection/handles.ts'
import { actorNames } from '#db/queries/audit/reader.ts'
import {
  findCampaign,
  listActivities,
  listCampaigns,
  listPhotos,
  type CampaignRow,
} from '#db/queries/campaigns/reader.ts'
import type { CampaignActivity, CampaignLine, campaignsContract } from '#domain/contract/campaigns.ts'
import { AppError } from '#domain/errors.ts'
import type { ReadUseCases } from '../use-case.ts'

function shownCampaign(row: CampaignRow, names: ReadonlyMap<string, string>): CampaignLine {
  return {
    id: row.id,
    name: row.name,
    fromOn: row.from_on,
    toOn: row.to_on,
    goal: row.goal,
    state: row.state,
    result: row.result,
    reportedBy: row.reported_by === null ? null : (names.get(row.reported_by) ?? row.reported_by),
    activities: row.activities,
    held: row.held,
    version: row.version,
  }
}

function reporters(db: ReadDb, rows: readonly CampaignRow[]) {
  return actorNames(db, [...new Set(rows.flatMap(({ reported_by: by }) => (by === null ? [] : [by])))])
}

/** A campaign with its activities and photos. @throws AppError `not_found` */
export function campaignOf(db: ReadDb, id: string): CampaignLine & { list: CampaignActivity[] } {
  const row = findCampaign(db, id)
  if (!row) throw new AppError('not_found')
  const photos = listPhotos(db, id)
  return {
    ...shownCampaign(row, reporters(db, [row])),
    list: listActivities(db, id).map((one) => ({
      id: one.id,
      heldOn: one.held_on,
      title: one.title,
      place: one.place,
      leader: one.leader,
      plannedHeads: one.planned_heads,
      isHeld: one.is_held === 1,
      residents: one.residents,
      staff: one.staff,
      guests: one.guests,
      result: one.result,
      photos: photos
        .filter((photo) => photo.activity_id === one.id)
        .map((photo) => ({ id: photo.id, caption: photo.caption })),
      version: one.version,
    })),
  }
}

export const campaignsReads: ReadUseCases<typeof campaignsContract> = {
  list: (db) => {
    const rows = listCampaigns(db)
    const names = reporters(db, rows)
    return { campaigns: rows.map((row) => shownCampaign(row, names)) }
  },
  get: (db, _context, { id }) => campaignOf(db, id),
}
