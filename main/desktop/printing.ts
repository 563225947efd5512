import { writeFile } from 'node:fs/promises'
import { dialog, type BrowserWindow } from 'electron'
import type { DeskAnswer } from '#domain/desk/desk-bridge.ts'
import type { Problem } from '#domain/errors.ts'

const NOT_PRINTED: Problem = {
  code: 'not-printed',
  message: 'Chưa in được. Kiểm tra máy in đã bật và còn giấy, rồi in lại.',
}
const NOT_SAVED: Problem = {
  code: 'not-saved',
  message: 'Chưa lưu được tệp ở chỗ này. Chọn thư mục khác, hoặc đóng tệp cùng tên đang mở.',
}

/** Prints what the window shows, in its print style; the person chooses the printer. */
export function printPage(window: BrowserWindow): Promise<DeskAnswer<{ isPrinted: boolean }>> {
  return new Promise((resolve) => {
    window.webContents.print({ silent: false, printBackground: true }, (isPrinted, reason) => {
      const isGivenUp = !isPrinted && /cancel/i.test(reason)
      resolve(
        isPrinted || isGivenUp ? { ok: true, value: { isPrinted } } : { ok: false, problem: NOT_PRINTED },
      )
    })
  })
}

/** The window's page as a PDF, where the person says. */
export async function savePageAsPdf(
  window: BrowserWindow,
  name: string,
): Promise<DeskAnswer<{ isSaved: boolean }>> {
  const bytes = await window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true })
  return saveBytes(window, name, bytes)
}

/** Writes a file where the person says; they may also say no. */
export async function saveBytes(
  window: BrowserWindow,
  name: string,
  bytes: Uint8Array,
): Promise<DeskAnswer<{ isSaved: boolean }>> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: name,
    properties: ['showOverwriteConfirmation', 'dontAddToRecent'],
  })
  if (canceled || filePath === '') return { ok: true, value: { isSaved: false } }
  try {
    await writeFile(filePath, bytes)
    return { ok: true, value: { isSaved: true } }
  } catch {
    return { ok: false, problem: NOT_SAVED }
  }
}
