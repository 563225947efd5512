import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'
import type { UploadTable } from '../../schema/upload.ts'

const uploadFacts = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('upload')
    .select(['id', 'name', 'sha256', 'uploaded_by', 'uploaded_at'])
    .where('id', '=', p.id),
)

const uploadBytes = prepared<{ id: string }>()((p) =>
  qb.selectFrom('upload').select('bytes').where('id', '=', p.id),
)

/** An uploaded file without its content. */
export function findUpload(db: ReadDb, id: string): Omit<UploadTable, 'bytes'> | undefined {
  return uploadFacts.get(db, { id })
}

/** The content of an uploaded file. */
export function readUpload(db: ReadDb, id: string): Uint8Array | undefined {
  return uploadBytes.get(db, { id })?.bytes
}

export function insertUpload(db: WriteDb, upload: UploadTable): void {
  db.run(qb.insertInto('upload').values(upload))
}

export function deleteUpload(db: WriteDb, id: string): void {
  db.run(qb.deleteFrom('upload').where('id', '=', id))
}

/** Removes files that were uploaded before a moment and never imported. @returns how many */
export function deleteUploadsBefore(db: WriteDb, before: string): number {
  return Number(db.run(qb.deleteFrom('upload').where('uploaded_at', '<', before)).changes)
}
