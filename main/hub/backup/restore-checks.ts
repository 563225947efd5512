import { isDamaged } from '#db/connection/driver-errors.ts'
import { openDatabase, StorageError } from '#db/connection/open-database.ts'
import { latestVersion, migrate, schemaVersion } from '#db/migrations/migrate.ts'
import type { Problem } from '#domain/errors.ts'
import { digestKeyIn } from '../keys/digest-key.ts'
import { verifyDatabase } from '../verify-database.ts'

const UNREADABLE: Problem = {
  code: 'backup-unreadable',
  message: 'Không mở được tệp sao lưu bằng khóa này: tệp hỏng, không phải bản sao lưu, hoặc sai khóa.',
}
const BROKEN: Problem = {
  code: 'backup-broken',
  message: 'Tệp sao lưu bị hỏng: kiểm tra toàn bộ không đạt. Chọn bản sao lưu khác.',
}
const NEWER: Problem = {
  code: 'newer-data',
  message: 'Bản sao lưu do phiên bản Nẻo Về mới hơn tạo ra. Cài bản mới hơn rồi phục hồi.',
}
const NO_DATA: Problem = {
  code: 'backup-empty',
  message: 'Tệp này không chứa dữ liệu Nẻo Về. Chọn đúng tệp sao lưu.',
}

/**
 * Opens a private copy of a backup, brings it to this program's version and checks all of it. Empty when the copy
 * may take the place of the data.
 */
export function checkRestorable(
  file: string,
  key: Uint8Array,
  progress: (done: number, total: number | null, step: string) => void,
): Problem[] {
  try {
    const copy = openDatabase({ file, key, mode: 'write' })
    try {
      const version = schemaVersion(copy)
      if (version > latestVersion()) return [NEWER]
      if (version === 0) return [NO_DATA]
      migrate(copy)
      return verifyDatabase(copy, digestKeyIn(copy, key), progress).ok ? [] : [BROKEN]
    } finally {
      copy.close()
    }
  } catch (error) {
    if (error instanceof StorageError && error.kind === 'wrong-key') return [UNREADABLE]
    if (isDamaged(error)) return [BROKEN]
    throw error
  }
}
