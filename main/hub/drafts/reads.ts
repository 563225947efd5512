import { prepared } from '#db/connection/prepared.ts'
import { qb } from '#db/connection/query-builder.ts'
import type { draftsContract } from '#domain/contract/drafts.ts'
import type { ReadUseCases } from '../use-case.ts'

/** The draft of a user's form. */
export const findDraft = prepared<{ user: string; form: string }>()((p) =>
  qb
    .selectFrom('draft')
    .select(['value', 'saved_at'])
    .where('user_id', '=', p.user)
    .where('form', '=', p.form),
)

/** More than anybody leaves unfinished. */
const MOST_LISTED = 50

const listDrafts = prepared<{ user: string; from: string; below: string; most: number }>()((p) =>
  qb
    .selectFrom('draft')
    .select(['form', 'value', 'saved_at'])
    .where('user_id', '=', p.user)
    .where('form', '>=', p.from)
    .where('form', '<', p.below)
    .orderBy('saved_at', 'desc')
    .limit(p.most),
)

export const draftsReads: ReadUseCases<typeof draftsContract> = {
  get: (db, { actor }, input) => {
    const row = findDraft.get(db, { user: actor.userId ?? '', form: input.form })
    return { value: row ? JSON.parse(row.value) : null, savedAt: row?.saved_at ?? null }
  },
  list: (db, { actor }, { prefix }) => {
    const range = { from: prefix, below: `${prefix}\u{10ffff}`, most: MOST_LISTED }
    const rows = listDrafts.all(db, { user: actor.userId ?? '', ...range })
    return {
      drafts: rows.map((row) => ({ form: row.form, value: JSON.parse(row.value), savedAt: row.saved_at })),
    }
  },
}
