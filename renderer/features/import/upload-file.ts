import { ERROR_SENTENCES } from '#domain/errors.ts'
import { UNREACHABLE } from '#renderer/api/hub-error.ts'
import { sendFile } from '#renderer/api/send-file.ts'

const LARGEST = 25 * 1024 * 1024

/** What came of sending a file: its id at the hub, or a sentence that says what to do. */
export type UploadOutcome = { uploadId: string } | { problem: string }

/** Sends a list to the hub. Files over 25 MB are refused before anything is sent. @param progress bytes the hub has */
export async function uploadFile(file: File, progress: (sent: number) => void): Promise<UploadOutcome> {
  if (file.size > LARGEST) {
    return { problem: 'Tệp lớn hơn 25 MB. Xóa hình ảnh, chia nhỏ danh sách rồi thử lại.' }
  }
  if (file.size === 0) return { problem: 'Tệp rỗng. Chọn lại tệp danh sách.' }
  try {
    const path = `/files/upload?name=${encodeURIComponent(file.name.slice(-250))}`
    const response = await sendFile(path, file, { mediaType: 'application/octet-stream', progress })
    const answer = (await response.json()) as { uploadId?: string; json?: { message?: string } }
    if (response.ok && answer.uploadId) return { uploadId: answer.uploadId }
    return { problem: answer.json?.message ?? ERROR_SENTENCES.internal }
  } catch {
    return { problem: UNREACHABLE }
  }
}
