import { hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import type { DraftHub } from '#renderer/features/drafts/drafts-here.ts'

/** Brings drafts to the hub over its API. What the hub cannot take now is tried again later. */
export const hubDrafts: DraftHub = {
  save: async ({ form, typed, over, key }) => {
    const context = { key, isBackground: true }
    try {
      const { savedAt } = await hub.drafts.save({ form, value: typed, over }, { context })
      return { kind: 'kept', savedAt }
    } catch (error) {
      if (toHubError(error).code !== 'conflict') return { kind: 'away' }
    }
    try {
      const { savedAt } = await hub.drafts.get({ form }, { context: { isBackground: true } })
      return { kind: 'other', savedAt }
    } catch {
      return { kind: 'away' }
    }
  },
}
