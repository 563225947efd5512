import { activateSheet, insertDrill, insertSheet } from '#db/queries/keys/sheets.ts'
import type { WriteDb } from '#db/connection/handles.ts'
import type { WriteContext } from '../use-case.ts'

/** Keeps the public half of a sheet that is being printed. */
export function makeSheet(
  db: WriteDb,
  context: WriteContext,
  { id, publicKey }: { id: string; publicKey: Uint8Array },
): null {
  insertSheet(db, { id, publicKey, madeAt: context.now, madeBy: context.actor.name })
  context.audit({ action: 'key.sheet-made', subject: { kind: 'sheet', id } })
  context.changed('backup', id)
  return null
}

/** Puts a sheet to use. */
export function confirmSheet(db: WriteDb, context: WriteContext, { id }: { id: string }): null {
  activateSheet(db, id, context.now, context.actor.name)
  context.audit({ action: 'key.sheet-confirmed', subject: { kind: 'sheet', id } })
  context.changed('backup', id)
  return null
}

/** Enters a test of the recovery sheet. */
export function recordDrill(
  db: WriteDb,
  context: WriteContext,
  drill: {
    id: string
    file: string
    madeAt: string
    sheet: string
    outcome: 'passed' | 'failed'
    detail: string | null
  },
): null {
  const { id, file, sheet, outcome, detail } = drill
  const row = { id, file, sheet, outcome, detail, made_at: drill.madeAt }
  insertDrill(db, { ...row, done_at: context.now, done_by: context.actor.name })
  context.audit({ action: 'backup.drilled', subject: { kind: 'drill', id }, facts: { outcome, sheet } })
  context.changed('backup', id)
  return null
}
