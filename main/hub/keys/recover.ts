import type { Problem } from '#domain/errors.ts'
import { readSheet } from '#domain/keys/recovery-sheet.ts'
import { sealedKeyOf, type DataFolder } from '../storage/data-folder.ts'
import type { KeyKeeper } from './key-keeper.ts'
import { opens } from './key-that-opens.ts'
import { publicKeyOf, sheetNumber, unsealKey } from './sealed-key.ts'

/**
 * Opens the data with the recovery sheet and gives their key back to whoever keeps it. The data are not touched.
 * @param text the sheet, typed or scanned
 */
export async function recoverKey(
  folder: DataFolder,
  keeper: KeyKeeper,
  text: string,
): Promise<{ key: Uint8Array } | { problems: Problem[] }> {
  const sealed = sealedKeyOf(folder)
  if (!sealed) {
    const message =
      'Cơ sở này chưa từng xác nhận phiếu phục hồi nào. Tìm lại tệp khóa hoặc phục hồi từ bản sao lưu.'
    return { problems: [{ code: 'no-sheet', message }] }
  }
  const read = readSheet(text)
  if ('problems' in read) return read
  const number = sheetNumber(publicKeyOf(read.privateKey))
  const key = unsealKey(sealed, read.privateKey)
  if (!key) {
    const message = `Cần phiếu số ${sealed.sheet}; phiếu vừa nhập là số ${number}. Dùng đúng phiếu.`
    return { problems: [{ code: 'sheet-other', message }] }
  }
  if (!opens(folder.database, key)) {
    const message =
      'Phiếu đúng nhưng tệp dữ liệu không mở được: tệp đã hỏng hoặc không phải của cơ sở này. Phục hồi từ bản sao lưu.'
    return { problems: [{ code: 'wrong-key', message }] }
  }
  await keeper.keepNext(key)
  await keeper.settle(key)
  return { key }
}
