import { isDamaged } from '#db/connection/driver-errors.ts'
import { verifyDatabase, type VerifyResult } from '../verify-database.ts'
import { readArguments, refusal, RefusedError, type Command } from './command.ts'
import { folderOf, readData, type OpenData } from './open-data.ts'
import { tellProgress } from './progress.ts'

const DAMAGED = 'Tệp dữ liệu hỏng, có trang không đọc được. Giữ nguyên tệp và phục hồi từ bản sao lưu.'

/** What is wrong, a sentence for each part that failed. */
function reasonsOf(result: VerifyResult) {
  const parts = [
    { ok: result.integrity.ok, code: 'integrity', message: DAMAGED },
    {
      ok: result.foreignKeys.ok,
      code: 'foreign-keys',
      message: 'Có dòng dữ liệu trỏ tới dòng không tồn tại.',
    },
    {
      ok: result.audit.ok,
      code: 'audit-chain',
      message: 'Nhật ký đã bị sửa, xóa, chèn hoặc đảo dòng. Xem số thứ tự các dòng trong "audit".',
    },
    { ok: result.derived.ok, code: 'derived', message: 'Bảng tổng hợp khác với sự kiện. Xem "derived".' },
    {
      ok: result.ledger.ok,
      code: 'ledger',
      message: 'Sổ lưu ký không cân hoặc số dư khác với bút toán. Xem "ledger".',
    },
  ]
  return parts.filter(({ ok }) => !ok).map(({ code, message }) => ({ code, message }))
}

function check({ connection, digestKey }: OpenData): VerifyResult {
  try {
    return verifyDatabase(connection, digestKey, tellProgress)
  } catch (error) {
    if (isDamaged(error)) throw refusal('integrity', DAMAGED)
    throw error
  }
}

export const verify: Command = {
  summary: 'Kiểm tra toàn bộ dữ liệu: trang, khóa ngoại, nhật ký, bảng tổng hợp',
  usage: 'verify --data DIR [--key-file K] [--json]',
  run: async (args) => {
    const { options } = readArguments(args, { options: ['data', 'key-file'], required: ['data'] })
    const result = await readData(folderOf(options.data ?? '', options['key-file']), check)
    if (!result.ok) throw new RefusedError(reasonsOf(result), { ...result })
    return {
      document: result,
      text: `Dữ liệu nguyên vẹn. Nhật ký có ${result.audit.length} dòng, dấu cuối ${result.audit.head}.`,
    }
  },
}
