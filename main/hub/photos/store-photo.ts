import type { WriteDb } from '#db/connection/handles.ts'
import { findFileByHash, insertFile } from '#db/queries/files/photos.ts'
import type { PhotoMediaType } from '#domain/information-sheet/photo-kind.ts'
import type { WriteContext } from '../use-case.ts'

/** Keeps the bytes of a photo, once however often they come. It is nobody's until an intake or the file names it. */
export function storePhoto(
  db: WriteDb,
  context: WriteContext,
  input: { id: string; bytes: Uint8Array; sha256: string; mediaType: PhotoMediaType },
): { fileId: string } {
  const known = findFileByHash(db, 'photo', input.sha256)
  if (known !== undefined) return { fileId: known }
  insertFile(db, {
    id: input.id,
    sha256: input.sha256,
    kind: 'photo',
    media_type: input.mediaType,
    size: input.bytes.length,
    bytes: input.bytes,
    created_at: context.now,
    created_by: context.actor.key,
  })
  context.audit({
    action: 'file.stored',
    subject: { kind: 'file', id: input.id },
    facts: { bytes: input.bytes.length, sha256: input.sha256 },
  })
  return { fileId: input.id }
}
