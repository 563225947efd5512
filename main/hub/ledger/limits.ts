import type { ReadDb, WriteDb } from '#db/connection/handles.ts'
import { readSetting, writeSetting } from '#db/queries/settings/settings.ts'
import type { WriteContext } from '../use-case.ts'

interface Limits {
  dailyLimit: number
  returnDays: number
  unclaimedDays: number
}

/** What the house itself decided about money and things: no text fixes it. */
export function readLimits(db: ReadDb): Limits {
  return {
    dailyLimit: readSetting(db, 'canteen.daily-limit'),
    returnDays: readSetting(db, 'belongings.return-days'),
    unclaimedDays: readSetting(db, 'belongings.unclaimed-days'),
  }
}

export function setLimits(db: WriteDb, context: WriteContext, limits: Limits): Limits {
  const before = readLimits(db)
  writeSetting(db, context, 'canteen.daily-limit', limits.dailyLimit)
  writeSetting(db, context, 'belongings.return-days', limits.returnDays)
  writeSetting(db, context, 'belongings.unclaimed-days', limits.unclaimedDays)
  context.audit({
    action: 'deposit.limits-set',
    facts: {
      dailyLimit: `${before.dailyLimit} → ${limits.dailyLimit}`,
      returnDays: `${before.returnDays} → ${limits.returnDays}`,
      unclaimedDays: `${before.unclaimedDays} → ${limits.unclaimedDays}`,
    },
  })
  context.changed('deposit')
  return limits
}
