import type { WriteDb } from '#db/connection/handles.ts'
import { followBacklog, markKnown, reckonEverybody, rollTo } from '#db/queries/obligations/backlog.ts'
import { beginRoll } from '#db/queries/obligations/settle.ts'
import { listRuleVersions, readLawRules, readRolledOn } from '#db/queries/rules/reader.ts'
import { confirmRuleVersion, insertRuleVersion } from '#db/queries/rules/writer.ts'
import { readSetting, writeSetting } from '#db/queries/settings/settings.ts'
import type { rulesContract } from '#domain/contract/rules.ts'
import { AppError } from '#domain/errors.ts'
import { dayOf } from '#domain/time/instant.ts'
import { RECKONING } from '../obligations/reckoning.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'
import { changedRule } from './law-change.ts'

function followRules(db: WriteDb, context: WriteContext): void {
  beginRoll(db, context.now)
  reckonEverybody(db, context.now, 'rules')
  context.changed('rules')
}

export const rulesWrites: WriteUseCases<typeof rulesContract> = {
  enter: (db, context, { id, reason, ...change }) => {
    const version = changedRule(db, change)
    const isWaiting = readSetting(db, 'rules.second-person')
    insertRuleVersion(db, version, {
      id,
      reason,
      at: context.now,
      by: context.actor.key,
      needsSecond: isWaiting,
    })
    context.audit({
      action: 'rules.entered',
      subject: { kind: 'rule', id: version.id },
      facts: {
        rule: version.id,
        effectiveFrom: version.effectiveFrom,
        value: JSON.stringify(version.value),
        reason,
      },
    })
    if (isWaiting) context.changed('rules')
    else followRules(db, context)
    return { isWaiting }
  },
  confirm: (db, context, { versionId }) => {
    const row = listRuleVersions(db).find(({ id }) => id === versionId)
    if (!row) throw new AppError('not_found', 'Không tìm thấy thay đổi này. Tải lại trang.')
    if (row.confirmed_by !== null || row.needs_second === 0) {
      throw new AppError('conflict', 'Thay đổi này đã có hiệu lực. Tải lại để xem.')
    }
    if (row.entered_by === context.actor.key) {
      throw new AppError('rule_violated', 'Người thứ hai phải khác người đã nhập thay đổi.')
    }
    confirmRuleVersion(db, versionId, { at: context.now, key: context.actor.key })
    context.audit({
      action: 'rules.confirmed',
      subject: { kind: 'rule', id: row.rule },
      facts: { rule: row.rule, effectiveFrom: row.effective_from },
    })
    followRules(db, context)
    return { confirmed: true }
  },
  askSecond: (db, context, { asks }) => {
    writeSetting(db, context, 'rules.second-person', asks)
    context.audit({ action: 'rules.second-person', facts: { asks } })
    context.changed('rules')
    return { asks }
  },
}

/**
 * Goes over to a new day: what comes into sight is laid out, and rows of rules that begin to hold are followed. After an
 * update everybody is reckoned anew by the duties and rules the program now brings.
 */
export function rollDuties(db: WriteDb, context: WriteContext, _input: Record<string, never>): null {
  const last = readRolledOn(db)
  const today = dayOf(context.now)
  const begins =
    last !== null &&
    readLawRules(db).some(({ effectiveFrom }) => effectiveFrom > last && effectiveFrom <= today)
  if (rollTo(db, context.now, begins)) context.changed('obligations')
  if (readSetting(db, 'obligations.reckoned-by') !== RECKONING) {
    markKnown(db, 'program')
    writeSetting(db, context, 'obligations.reckoned-by', RECKONING)
  }
  followBacklog(db, context.now)
  return null
}

/** Reckons the next batch of those that wait anew; says when everybody was. @returns how many there were */
export function followDuties(db: WriteDb, context: WriteContext, _input: Record<string, never>): number {
  const followed = followBacklog(db, context.now)
  if (followed === 0) {
    context.changed('obligations')
    context.changed('people')
  }
  return followed
}
