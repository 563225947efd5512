import { prepared } from '#db/connection/prepared.ts'
import { qb } from '#db/connection/query-builder.ts'
import type { draftsContract } from '#domain/contract/drafts.ts'
import type { ReadUseCases } from '../use-case.ts'

const findDraft = prepared<{ user: string; form: string }>()((p) =>
  qb
    .selectFrom('draft')
    .select(['value', 'saved_at'])
    .where('user_id', '=', p.user)
    .where('form', '=', p.form),
)

export const draftsReads: ReadUseCases<typeof draftsContract> = {
  get: (db, { actor }, input) => {
    const row = findDraft.get(db, { user: actor.userId ?? '', form: input.form })
    return { value: row ? JSON.parse(row.value) : null, savedAt: row?.saved_at ?? null }
  },
}
