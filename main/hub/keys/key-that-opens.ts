import { existsSync } from 'node:fs'
import { openDatabase, StorageError } from '#db/connection/open-database.ts'
import { DataFolderError, readKey, type DataFolder } from '../storage/data-folder.ts'
import { isSameKey, nextKeyOf, type KeyKeeper } from './key-keeper.ts'

/**
 * The key that opens the data, of those at hand. A kill while the key was changed leaves two; the one that opens is
 * settled, the other forgotten.
 * @throws DataFolderError `key-missing`, `key-unusable`; StorageError `wrong-key`
 */
export async function keyThatOpens(folder: DataFolder, keeper: KeyKeeper): Promise<Uint8Array> {
  const keys = await keeper.candidates()
  const [first] = keys
  if (!first) {
    // Says which of the two it is.
    if (keeper.kind === 'file') return readKey(folder.keyFile)
    throw new DataFolderError(
      'key-missing',
      'Máy này không mở được khóa dữ liệu. Dùng phiếu phục hồi để mở lại.',
    )
  }
  const opening = existsSync(folder.database) ? keys.find((key) => opens(folder.database, key)) : first
  if (!opening) throw new StorageError('wrong-key', 'no key at hand opens this database')
  if (keys.length > 1 || !isSameKey(opening, first)) await keeper.settle(opening)
  return opening
}

/** Whether a key opens a database file. */
export function opens(file: string, key: Uint8Array): boolean {
  try {
    openDatabase({ file, key, mode: 'read' }).close()
    return true
  } catch (error) {
    if (error instanceof StorageError && error.kind === 'wrong-key') return false
    throw error
  }
}

/**
 * The key that a command finds by itself: of the key file, or of the one a change of key was about to put in its
 * place. Nothing is settled here.
 * @throws DataFolderError `key-missing`, `key-unusable`
 */
export function keyAtHand(folder: DataFolder): Uint8Array {
  const key = readKey(folder.keyFile)
  const next = nextKeyOf(folder.keyFile)
  return next && existsSync(folder.database) && !opens(folder.database, key) ? next : key
}
