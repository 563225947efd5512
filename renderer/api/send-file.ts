import { UPLOAD_HEADER, UPLOAD_PART_BYTES } from '#domain/files/part-upload.ts'

/** How a file is sent. */
export interface SendOptions {
  mediaType: string
  /** Bytes the hub has. */
  progress?: (sent: number) => void
  /** Gives the file up, at the hub too. */
  signal?: AbortSignal
}

/** How often a part is tried before the hub counts as away, and the pause between, in milliseconds. */
const TRIES = 5
const PAUSE_MS = 1_000

/**
 * Posts a file to the hub. A greater one goes in parts: after a cut it goes on where it stopped.
 * @throws TypeError when the hub is away, an AbortError when given up
 */
export async function sendFile(path: string, file: Blob, options: SendOptions): Promise<Response> {
  const { mediaType, signal = null } = options
  if (file.size <= UPLOAD_PART_BYTES) {
    const headers = { 'content-type': mediaType }
    return fetch(path, { method: 'POST', headers, credentials: 'same-origin', body: file, signal })
  }
  const begun = await fetch(`/uploads?size=${file.size}`, {
    method: 'POST',
    credentials: 'same-origin',
    signal,
  })
  if (!begun.ok) return begun
  const { uploadId } = (await begun.json()) as { uploadId: string }
  try {
    const refused = await sendParts(`/uploads/${uploadId}`, file, options)
    if (refused) return refused
    const headers = { [UPLOAD_HEADER]: uploadId }
    return await fetch(path, { method: 'POST', headers, credentials: 'same-origin', signal })
  } catch (error) {
    void fetch(`/uploads/${uploadId}`, { method: 'DELETE', credentials: 'same-origin' }).catch(
      () => undefined,
    )
    throw error
  }
}

/** Sends one part after the other; returns the hub's refusal if there is one. */
async function sendParts(upload: string, file: Blob, options: SendOptions): Promise<Response | undefined> {
  const { signal = null, progress } = options
  const headers = { 'content-type': 'application/octet-stream' }
  let sent = 0
  let failures = 0
  while (sent < file.size) {
    try {
      const body = file.slice(sent, sent + UPLOAD_PART_BYTES)
      const address = `${upload}?from=${sent}`
      const answer = await fetch(address, {
        method: 'PUT',
        headers,
        credentials: 'same-origin',
        body,
        signal,
      })
      if (!answer.ok) return answer
      sent = ((await answer.json()) as { received: number }).received
      failures = 0
      progress?.(sent)
    } catch (error) {
      failures += 1
      if (signal?.aborted || failures >= TRIES) throw error
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  }
  return undefined
}
