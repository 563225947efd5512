import type { WriteDb } from '#db/connection/handles.ts'
import { findFileByHash, insertFile } from '#db/queries/files/desk-files.ts'
import type { DeskFileKind, DeskMediaType } from '#domain/files/desk-files.ts'
import type { WriteContext } from '../use-case.ts'

/** Keeps the bytes of a photo or scan, once however often they come. It is nobody's until a person or paper names it. */
export function storeDeskFile(
  db: WriteDb,
  context: WriteContext,
  input: { id: string; kind: DeskFileKind; bytes: Uint8Array; sha256: string; mediaType: DeskMediaType },
): { fileId: string } {
  const known = findFileByHash(db, input.kind, input.sha256)
  if (known !== undefined) return { fileId: known }
  insertFile(db, {
    id: input.id,
    sha256: input.sha256,
    kind: input.kind,
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
