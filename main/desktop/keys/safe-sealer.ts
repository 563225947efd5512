import type { SafeStorage } from 'electron'
import type { Problem } from '#domain/errors.ts'
import type { Sealer } from '../link/sealed-file.ts'

/** What of Electron's safe storage is used: the asynchronous half, and which backend Linux chose. */
type Storage = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>

const NO_KEYRING: Problem = {
  code: 'no-keyring',
  message:
    'Máy này chưa có kho khóa của hệ điều hành nên không giữ được khóa mã hóa. Trên Linux, cài và mở GNOME Keyring ' +
    'hoặc KWallet, đăng nhập lại rồi mở Nẻo Về. Trên Windows, đăng nhập bằng tài khoản có mật khẩu.',
}

/**
 * Why nothing can be sealed to this PC, or undefined when it can. Linux without a keyring offers `basic_text`, which
 * is a fixed password: that is no protection, and is refused.
 */
export async function sealingProblem(
  storage: Storage,
  platform: NodeJS.Platform,
): Promise<Problem | undefined> {
  if (!(await storage.isAsyncEncryptionAvailable())) return NO_KEYRING
  return platform === 'linux' && storage.getSelectedStorageBackend() === 'basic_text' ? NO_KEYRING : undefined
}

/** Seals text to this user of this PC: DPAPI on Windows, the keyring on Linux. */
export function safeSealer(storage: Storage): Sealer {
  return {
    seal: (text) => storage.encryptStringAsync(text),
    open: async (bytes) => (await storage.decryptStringAsync(Buffer.from(bytes))).result,
  }
}
