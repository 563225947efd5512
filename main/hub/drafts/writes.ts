import { qb } from '#db/connection/query-builder.ts'
import type { draftsContract } from '#domain/contract/drafts.ts'
import { AppError } from '#domain/errors.ts'
import { findDraft } from './reads.ts'
import type { Actor, WriteUseCases } from '../use-case.ts'

const OTHER_DRAFT =
  'Bản nháp này đã được sửa hoặc bỏ từ một máy khác. Chọn bản nào dùng tiếp; cả hai vẫn còn.'

function ownerOf(actor: Actor): string {
  if (actor.userId === null) throw new AppError('forbidden')
  return actor.userId
}

export const draftsWrites: WriteUseCases<typeof draftsContract> = {
  save: (db, { actor, now }, input) => {
    const value = JSON.stringify(input.value)
    const owner = ownerOf(actor)
    if (input.over !== undefined) {
      const kept = findDraft.get(db, { user: owner, form: input.form })
      if (kept?.value === value) return { savedAt: kept.saved_at }
      if ((kept?.saved_at ?? null) !== input.over) throw new AppError('conflict', OTHER_DRAFT)
    }
    db.run(
      qb
        .insertInto('draft')
        .values({ user_id: owner, form: input.form, value, saved_at: now })
        .onConflict((conflict) =>
          conflict.columns(['user_id', 'form']).doUpdateSet({ value, saved_at: now }),
        ),
    )
    return { savedAt: now }
  },
  discard: (db, { actor }, input) => {
    db.run(qb.deleteFrom('draft').where('user_id', '=', ownerOf(actor)).where('form', '=', input.form))
    return { discarded: true }
  },
}
