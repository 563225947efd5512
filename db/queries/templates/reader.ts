import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb } from '../../connection/handles.ts'
import type { EditionId } from '#domain/documents/form-editions.ts'

const activeOf = prepared<{ edition: string }>()((p) =>
  qb
    .selectFrom('document_template')
    .selectAll()
    .where('edition', '=', p.edition as never)
    .where('is_active', '=', 1),
)

/** The template the centre put in place of the one that ships; undefined when it did not. */
export function findActiveTemplate(db: ReadDb, edition: EditionId) {
  return activeOf.get(db, { edition })
}

export function findTemplate(db: ReadDb, id: string) {
  return db.get(qb.selectFrom('document_template').selectAll().where('id', '=', id))
}

/** Every template ever brought, newest first, without the files. */
export function listTemplates(db: ReadDb) {
  return db.all(
    qb
      .selectFrom('document_template')
      .select(['id', 'edition', 'version', 'file_name', 'sha256', 'is_active', 'added_at', 'added_by'])
      .orderBy('edition')
      .orderBy('version', 'desc'),
  )
}
