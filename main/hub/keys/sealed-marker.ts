import { findActiveSheet } from '#db/queries/keys/sheets.ts'
import type { ReadDb } from '#db/connection/handles.ts'
import { rememberSealedKey, type DataFolder } from '../storage/data-folder.ts'
import { sealKey, type SealedKey } from './sealed-key.ts'

/** The data key sealed to the sheet in use; null while there is none. */
export function sealToActiveSheet(db: ReadDb, key: Uint8Array): SealedKey | null {
  const sheet = findActiveSheet(db)
  return sheet ? sealKey(key, sheet.public_key) : null
}

/** Writes the sealed key beside the data, where the recovery page finds it when nothing else opens them. */
export function keepSealedKey(folder: DataFolder, db: ReadDb, key: Uint8Array): void {
  rememberSealedKey(folder, sealToActiveSheet(db, key))
}
