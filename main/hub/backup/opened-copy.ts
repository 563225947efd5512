import { copyFile } from 'node:fs/promises'
import type { Problem } from '#domain/errors.ts'
import { opens } from '../keys/key-that-opens.ts'
import { publicKeyOf, sheetNumber } from '../keys/sealed-key.ts'
import {
  checkHeaderOrigin,
  extractSealed,
  isSealed,
  keyOfSealed,
  SealedFileError,
  type SealedHeader,
} from './sealed-file.ts'

/** A private copy of a backup with the key that opens it. */
interface OpenedCopy {
  key: Uint8Array
  /** What a sealed copy says of itself; null for a plain one. */
  header: SealedHeader | null
}

/**
 * Makes a private copy of a backup and finds its key: one at hand, else the recovery sheet's. A sealed copy is
 * checked byte by byte on the way.
 * @param target a path that does not exist
 */
export async function openedCopy(
  backup: string,
  target: string,
  held: readonly Uint8Array[],
  sheet: Uint8Array | null,
): Promise<OpenedCopy | { refused: Problem[] }> {
  if (!isSealed(backup)) {
    await copyFile(backup, target)
    const [first] = held
    // Whether none opens it because it is damaged or another's is said by the full check.
    const key = held.find((one) => opens(target, one)) ?? first
    return key ? { key, header: null } : refused(KEY_NEEDED)
  }
  try {
    const header = await extractSealed(backup, target)
    let key = held.find((one) => opens(target, one))
    if (!key) {
      if (!sheet) return refused(sheetNeeded(header.sealedKey.sheet))
      const unsealed = keyOfSealed(header, sheet, sheetNumber(publicKeyOf(sheet)))
      if ('code' in unsealed) return refused(unsealed)
      key = unsealed
    }
    checkHeaderOrigin(backup, key)
    return { key, header }
  } catch (error) {
    if (error instanceof SealedFileError) return refused(error.problem)
    throw error
  }
}

const KEY_NEEDED: Problem = {
  code: 'key-missing',
  message: 'Không có khóa mở bản sao lưu này. Dùng bản niêm phong (.neove) với phiếu phục hồi.',
}

const sheetNeeded = (sheet: string): Problem => ({
  code: 'sheet-needed',
  field: 'sheet',
  message: `Bản này niêm phong bằng phiếu phục hồi số ${sheet}. Nhập phiếu đó để mở.`,
})

const refused = (problem: Problem) => ({ refused: [problem] })
