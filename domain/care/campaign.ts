/** A campaign (Tháng hành động phòng, chống ma túy): planned, under way, reported. */
export const CAMPAIGN_STATES = ['planned', 'reported'] as const
export type CampaignState = (typeof CAMPAIGN_STATES)[number]

export const CAMPAIGN_STATE_LABELS: Record<CampaignState, string> = {
  planned: 'Kế hoạch, đang làm',
  reported: 'Đã báo cáo kết quả',
}

/** Heads of an activity: people of the centre, staff, guests. */
export interface Heads {
  residents: number | null
  staff: number | null
  guests: number | null
}

export interface CampaignSums {
  planned: number
  held: number
  residents: number
  staff: number
  guests: number
}

/** How many activities were planned and held, and how many people took part in them, counted once per activity. */
export function sumCampaign(activities: readonly (Heads & { isHeld: boolean })[]): CampaignSums {
  const sums: CampaignSums = { planned: activities.length, held: 0, residents: 0, staff: 0, guests: 0 }
  for (const one of activities) {
    if (!one.isHeld) continue
    sums.held += 1
    sums.residents += one.residents ?? 0
    sums.staff += one.staff ?? 0
    sums.guests += one.guests ?? 0
  }
  return sums
}
