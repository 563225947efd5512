import { qb } from '../../connection/query-builder.ts'
import type { WriteDb } from '../../connection/handles.ts'
import type { DocumentTemplateTable } from '../../schema/document-template.ts'
import type { EditionId } from '#domain/documents/form-editions.ts'

/** Keeps a template as the newest of its edition, not yet in use. Returns its version. */
export function insertTemplate(
  db: WriteDb,
  row: Omit<DocumentTemplateTable, 'version' | 'is_active'>,
): number {
  const last = db.get(
    qb
      .selectFrom('document_template')
      .select((e) => e.fn.max('version').as('version'))
      .where('edition', '=', row.edition),
  )
  const version = (last?.version ?? 0) + 1
  db.run(qb.insertInto('document_template').values({ ...row, version, is_active: 0 }))
  return version
}

/** Puts one template of an edition into use; null goes back to the one that ships. */
export function putTemplateInUse(db: WriteDb, edition: EditionId, id: string | null): void {
  db.run(
    qb
      .updateTable('document_template')
      .set({ is_active: 0 })
      .where('edition', '=', edition)
      .where('is_active', '=', 1),
  )
  if (id !== null) db.run(qb.updateTable('document_template').set({ is_active: 1 }).where('id', '=', id))
}
