import type { Insertable } from 'kysely'
import type { ReadDb, WriteDb } from '../../connection/handles.ts'
import { prepared } from '../../connection/prepared.ts'
import { qb } from '../../connection/query-builder.ts'
import type { VisitorPhotoTable } from '../../schema/visitor-photo.ts'

const bytesById = prepared<{ id: string }>()((p) =>
  qb
    .selectFrom('visitor_photo')
    .innerJoin('file', 'file.id', 'visitor_photo.file_id')
    .select(['file.bytes', 'file.media_type'])
    .where('visitor_photo.id', '=', p.id),
)

/** The picture of a visitor, an earlier one too. */
export function findVisitorPhotoBytes(db: ReadDb, id: string) {
  return bytesById.get(db, { id })
}

/** The photo that holds of each of these visitors, by visitor. */
export function currentPhotos(db: ReadDb, visitorIds: readonly string[]): Map<string, string> {
  if (visitorIds.length === 0) return new Map()
  const rows = db.all(
    qb
      .selectFrom('visitor_photo')
      .select(['id', 'visitor_id'])
      .where('visitor_id', 'in', visitorIds)
      .where('superseded_at', 'is', null),
  )
  return new Map(rows.map(({ id, visitor_id: visitorId }) => [visitorId, id]))
}

/** Keeps a photo as the one that holds; the one before stays on file. */
export function replaceVisitorPhoto(
  db: WriteDb,
  photo: Omit<Insertable<VisitorPhotoTable>, 'superseded_at'>,
): void {
  db.run(
    qb
      .updateTable('visitor_photo')
      .set({ superseded_at: photo.taken_at })
      .where('visitor_id', '=', photo.visitor_id)
      .where('superseded_at', 'is', null),
  )
  db.run(qb.insertInto('visitor_photo').values({ ...photo, superseded_at: null }))
}
