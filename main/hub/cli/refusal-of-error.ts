import { StorageError } from '#db/connection/open-database.ts'
import { translateDriverError } from '#db/connection/driver-errors.ts'
import { NewerDatabaseError } from '#db/migrations/migrate.ts'
import { AppError, type Problem } from '#domain/errors.ts'
import { HubRunningError } from '../start-hub.ts'
import { DataFolderError } from '../storage/data-folder.ts'
import { RefusedError } from './command.ts'

const STORAGE_SENTENCES: Record<StorageError['kind'], string> = {
  'wrong-key': 'Khóa này không mở được dữ liệu, hoặc tệp dữ liệu đã hỏng. Dùng đúng tệp khóa của cơ sở này.',
  'unsafe-storage': 'Không ghi được dữ liệu một cách an toàn trên máy này. Cài lại chương trình.',
  missing: 'Không mở được tệp dữ liệu trong thư mục. Kiểm tra tệp neo-ve.db và quyền đọc ghi.',
}

const SYSTEM_SENTENCES: Record<string, { code: string; message: string }> = {
  EACCES: { code: 'no-access', message: 'Không có quyền đọc hoặc ghi ở đường dẫn đã chọn.' },
  EPERM: { code: 'no-access', message: 'Không có quyền đọc hoặc ghi ở đường dẫn đã chọn.' },
  EROFS: { code: 'no-access', message: 'Ổ đĩa này chỉ cho đọc. Chọn ổ khác.' },
  ENOSPC: { code: 'disk-full', message: 'Ổ đĩa đã đầy. Giải phóng chỗ trống rồi làm lại.' },
  ENOENT: { code: 'file-missing', message: 'Đường dẫn đã chọn không tồn tại.' },
  ENOTDIR: { code: 'not-a-folder', message: 'Đường dẫn đã chọn đi qua một tệp, không phải thư mục.' },
  EISDIR: { code: 'not-a-file', message: 'Đường dẫn đã chọn là thư mục, không phải tệp.' },
  EEXIST: { code: 'file-exists', message: 'Đã có tệp ở đường dẫn này. Chọn tên khác.' },
  EADDRINUSE: {
    code: 'port-busy',
    message: 'Cổng này đang có chương trình khác dùng. Chọn cổng khác bằng --port.',
  },
}

/** The sentence of a second hub or a writing command beside a running one. */
export const HUB_RUNNING: Problem = {
  code: 'hub-running',
  message: 'Máy chủ Nẻo Về đang chạy trên thư mục này. Tắt máy chủ trước, hoặc làm việc này trên màn hình.',
}

/** An error as a refusal with its reasons; undefined for a fault of the program. */
export function refusalOf(error: unknown): RefusedError | undefined {
  if (error instanceof RefusedError) return error
  if (error instanceof HubRunningError) return new RefusedError([HUB_RUNNING])
  if (error instanceof DataFolderError)
    return new RefusedError([{ code: error.kind, message: error.message }])
  if (error instanceof StorageError) {
    return new RefusedError([{ code: error.kind, message: STORAGE_SENTENCES[error.kind] }])
  }
  if (error instanceof NewerDatabaseError) return new RefusedError([NEWER_DATA])
  const translated = translateDriverError(error)
  if (translated instanceof AppError) {
    const problems = translated.details.problems ?? []
    if (problems.length > 0) return new RefusedError(problems)
    return new RefusedError([{ code: translated.code.replaceAll('_', '-'), message: translated.message }])
  }
  const code = codeOf(error)
  // What SQLite could not open or write is the path, not the program.
  const known = SYSTEM_SENTENCES[/^SQLITE_(?:CANTOPEN|READONLY|PERM)/.test(code) ? 'EACCES' : code]
  return known && new RefusedError([known])
}

/** The data come from a program newer than this one. */
const NEWER_DATA: Problem = {
  code: 'newer-data',
  message: 'Dữ liệu này do phiên bản Nẻo Về mới hơn tạo ra. Cài bản mới hơn rồi làm lại.',
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
