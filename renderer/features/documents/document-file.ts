import { ERROR_SENTENCES } from '#domain/errors.ts'
import { UNREACHABLE } from '#renderer/api/hub-error.ts'
import { saveFile } from '#ui/save-file.ts'

/** A Word file from the hub, or a sentence that says why it did not come. */
export type FileOutcome = { file: Blob } | { problem: string }

/** Fetches a file of the hub with the session of this desk. Each fetch of a document is on record. */
export async function fetchFile(path: string): Promise<FileOutcome> {
  try {
    const response = await fetch(path, { credentials: 'same-origin' })
    if (response.ok) return { file: await response.blob() }
    const answer = (await response.json()) as { json?: { message?: string } }
    return { problem: answer.json?.message ?? ERROR_SENTENCES.internal }
  } catch {
    return { problem: UNREACHABLE }
  }
}

/** Where the hub keeps a document's file. */
export function documentPath(id: string, how: 'file' | 'print'): string {
  return `/files/document/${id}.docx?for=${how}`
}

/** Gives a fetched file to the reader under a name. */
export function saveAs(file: Blob, name: string): void {
  saveFile(new File([file], name, { type: file.type }))
}
