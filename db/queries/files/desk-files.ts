import type { Insertable } from 'kysely'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { FileTable } from '../../schema/file.ts'
import type { PhotoTable } from '../../schema/photo.ts'

const photoBytes = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('photo')
    .innerJoin('file', 'file.id', 'photo.file_id')
    .select(['photo.person_id', 'file.bytes', 'file.media_type'])
    .where('photo.id', '=', p.id),
)

const scanBytes = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('dossier_item')
    .innerJoin('file', 'file.id', 'dossier_item.file_id')
    .select(['file.bytes', 'file.media_type'])
    .where('dossier_item.id', '=', p.id),
)

const currentPhoto = prepared<{ person: string }>()((p) =>
  qb
    .selectFrom('photo')
    .select('id')
    .where('person_id', '=', p.person)
    .where('superseded_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(1),
)

const fileByHash = prepared<{ kind: string; sha256: string }>()((p) =>
  qb
    .selectFrom('file')
    .select('id')
    .where('kind', '=', p.kind as FileTable['kind'])
    .where('sha256', '=', p.sha256),
)

const fileById = prepared<{ id: string }>()((p) =>
  qb.selectFrom('file').select(['id', 'kind', 'created_by']).where('id', '=', p.id),
)

/** The bytes of a photo, and of whom it is. */
export function findPhotoBytes(db: ReadDb, photoId: string) {
  return photoBytes.get(db, { id: photoId })
}

/** The bytes of the scan of a dossier paper. */
export function findScanBytes(db: ReadDb, itemId: string) {
  return scanBytes.get(db, { id: itemId })
}

/** The photo shown of a person. */
export function findCurrentPhoto(db: ReadDb, personId: string): string | null {
  return currentPhoto.get(db, { person: personId })?.id ?? null
}

/** A file with the same bytes, if it is kept already. */
export function findFileByHash(db: ReadDb, kind: FileTable['kind'], sha256: string): string | undefined {
  return fileByHash.get(db, { kind, sha256 })?.id
}

export function findFile(db: ReadDb, id: string) {
  return fileById.get(db, { id })
}

export function insertFile(db: WriteDb, file: Insertable<FileTable>): void {
  db.run(qb.insertInto('file').values(file))
}

/** Keeps a photo as the person's; earlier ones stay on file. */
export function insertPhoto(db: WriteDb, photo: Insertable<PhotoTable>): void {
  db.run(
    qb
      .updateTable('photo')
      .set({ superseded_at: photo.created_at })
      .where('person_id', '=', photo.person_id)
      .where('superseded_at', 'is', null),
  )
  db.run(qb.insertInto('photo').values(photo))
}
