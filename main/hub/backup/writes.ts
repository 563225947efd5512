import type { BackupKind } from '#domain/backup/backup-kinds.ts'
import { qb } from '#db/connection/query-builder.ts'
import type { WriteDb } from '#db/connection/handles.ts'
import type { WriteContext } from '../use-case.ts'

/** Enters a backup in the book of backups. */
export function recordBackup(
  db: WriteDb,
  context: WriteContext,
  input: {
    id: string
    file: string
    bytes: number
    sha256: string
    takenAt: string
    outcome: 'good' | 'bad'
    detail: string | null
    kind?: BackupKind
    folder?: string
    sheet?: string
  },
): null {
  db.run(
    qb.insertInto('backup_run').values({
      id: input.id,
      file: input.file,
      bytes: input.bytes,
      sha256: input.sha256,
      taken_at: input.takenAt,
      taken_by: context.actor.name,
      checked_at: context.now,
      outcome: input.outcome,
      detail: input.detail,
      kind: input.kind ?? 'local',
      folder: input.folder ?? null,
      sheet: input.sheet ?? null,
    }),
  )
  context.audit({
    action: 'backup.taken',
    subject: { kind: 'backup', id: input.id },
    facts: { kind: input.kind ?? 'local', outcome: input.outcome, bytes: input.bytes, sha256: input.sha256 },
  })
  context.changed('backup', input.id)
  return null
}
