import { qb } from '#db/connection/query-builder.ts'
import type { draftsContract } from '#domain/contract/drafts.ts'
import { AppError } from '#domain/errors.ts'
import type { Actor, WriteUseCases } from '../use-case.ts'

function ownerOf(actor: Actor): string {
  if (actor.userId === null) throw new AppError('forbidden')
  return actor.userId
}

export const draftsWrites: WriteUseCases<typeof draftsContract> = {
  save: (db, { actor, now }, input) => {
    const value = JSON.stringify(input.value)
    db.run(
      qb
        .insertInto('draft')
        .values({ user_id: ownerOf(actor), form: input.form, value, saved_at: now })
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
