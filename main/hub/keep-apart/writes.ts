import { qb } from '#db/connection/query-builder.ts'
import { findPair, findPersonNow, isKeptApart } from '#db/queries/keep-apart/reader.ts'
import type { keepApartContract } from '#domain/contract/keep-apart.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import type { WriteContext, WriteUseCases } from '../use-case.ts'
import { liesTooClose } from './pairs.ts'

/** The act in both files, each by its own entry. */
function tell(
  context: WriteContext,
  action: string,
  pair: { id: string; people: readonly string[]; facts: Record<string, string | boolean> },
): void {
  for (const personId of pair.people) {
    context.audit({ action, subject: { kind: 'keep-apart', id: pair.id }, personId, facts: pair.facts })
  }
  context.changed('keep-apart', pair.id)
}

export const keepApartWrites: WriteUseCases<typeof keepApartContract> = {
  add: (db, context, input) => {
    const { id, level, reason } = input
    const [a = '', b = ''] = [input.personId, input.otherPersonId].toSorted()
    if (a === b) {
      const message = 'Chọn một người khác; không tách một người với chính mình.'
      throw ruleViolated([{ code: 'keep-apart-self', message, field: 'otherPersonId' }])
    }
    const other = findPersonNow(db, input.otherPersonId)
    if (!other || !findPersonNow(db, input.personId)) throw new AppError('not_found')
    if (isKeptApart(db, a, b)) {
      const message = `Đã có cặp không xếp chung với ${other.name}. Đóng cặp cũ trước khi lập cặp mới.`
      throw ruleViolated([{ code: 'keep-apart-open', message, field: 'otherPersonId' }])
    }
    db.run(
      qb.insertInto('keep_apart').values({
        id,
        person_a: a,
        person_b: b,
        level,
        reason,
        opened_at: context.now,
        opened_by: context.actor.key,
        closed_at: null,
        closed_by: null,
        close_reason: null,
      }),
    )
    tell(context, 'keep-apart.opened', { id, people: [a, b], facts: { level } })
    return { id, isViolated: liesTooClose(db, a, b, level) }
  },
  close: (db, context, input) => {
    const pair = findPair(db, input.id)
    if (!pair || pair.closed_at !== null) throw new AppError('not_found')
    if (pair.version !== input.version) {
      throw new AppError('conflict', undefined, { current: { level: pair.level, version: pair.version } })
    }
    db.run(
      qb
        .updateTable('keep_apart')
        .set({
          closed_at: context.now,
          closed_by: context.actor.key,
          close_reason: input.reason,
          version: pair.version + 1,
        })
        .where('id', '=', pair.id),
    )
    tell(context, 'keep-apart.closed', { id: pair.id, people: [pair.person_a, pair.person_b], facts: {} })
    return { id: pair.id }
  },
}
