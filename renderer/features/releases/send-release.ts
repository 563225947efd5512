import { releasePartPath, RELEASE_PART_BYTES } from '#domain/contract/releases.ts'
import { ERROR_SENTENCES } from '#domain/errors.ts'
import { MANIFEST_FILE, SIGNATURE_FILE } from '#domain/releases/manifest.ts'
import { hub } from '#renderer/api/client.ts'
import { UNREACHABLE } from '#renderer/api/hub-error.ts'

/** Why files cannot be sent as a release; a sentence for whoever chose them. */
export class ReleaseFilesError extends Error {
  override readonly name = 'ReleaseFilesError'
}

/**
 * Sends the chosen files of a release in parts, going on where an earlier try stopped, and has the hub check them.
 * @param progress bytes sent and bytes of all files
 * @returns the long work that checks and takes the release in
 * @throws ReleaseFilesError, or what the hub refuses
 */
export async function sendRelease(
  files: readonly File[],
  progress: (sent: number, total: number) => void,
): Promise<{ jobId: string }> {
  const [manifest, signature] = await Promise.all([
    base64Of(fileNamed(files, MANIFEST_FILE)),
    base64Of(fileNamed(files, SIGNATURE_FILE)),
  ])
  const incoming = await hub.releases.begin({ manifest, signature })
  const total = incoming.files.reduce((sum, { size }) => sum + size, 0)
  let sent = incoming.files.reduce((sum, { received }) => sum + received, 0)
  for (const { name, size, received } of incoming.files) {
    const file = fileNamed(files, name)
    if (file.size !== size)
      throw new ReleaseFilesError(`Tệp ${name} không đúng cỡ đã ký. Chép lại bản phát hành rồi chọn lại.`)
    for (let offset = received; offset < size; offset += RELEASE_PART_BYTES) {
      const part = file.slice(offset, offset + RELEASE_PART_BYTES)
      await sendPart(releasePartPath(incoming.uploadId, name, offset), part)
      sent += part.size
      progress(sent, total)
    }
  }
  return hub.releases.finish({ uploadId: incoming.uploadId })
}

function fileNamed(files: readonly File[], name: string): File {
  const found = files.find((file) => file.name === name)
  if (!found)
    throw new ReleaseFilesError(`Thiếu tệp ${name}. Chọn tất cả các tệp trong thư mục của bản phát hành.`)
  return found
}

async function sendPart(path: string, part: Blob): Promise<void> {
  let response: Response
  try {
    response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      credentials: 'same-origin',
      body: part,
    })
  } catch {
    throw new ReleaseFilesError(UNREACHABLE)
  }
  if (response.ok) return
  const answer = (await response.json().catch(() => null)) as { json?: { message?: string } } | null
  throw new ReleaseFilesError(answer?.json?.message ?? ERROR_SENTENCES.internal)
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
