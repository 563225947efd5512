import type { campaignsContract } from '#domain/contract/campaigns.ts'
import type { CallUseCases } from '../use-case.ts'
import { WORKBOOK_TYPE } from '../workbook/cells.ts'
import { campaignWorkbook } from './campaign-workbook.ts'
import { campaignOf } from './reads.ts'

export const campaignsCalls: CallUseCases<typeof campaignsContract> = {
  export: async ({ hub }, { id }) => {
    const campaign = campaignOf(hub.read, id)
    const bytes = await campaignWorkbook(campaign)
    return new File([new Uint8Array(bytes)], `hoat-dong-${campaign.fromOn}.xlsx`, { type: WORKBOOK_TYPE })
  },
}
