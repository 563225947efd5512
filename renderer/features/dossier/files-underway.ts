import type { FileOutcome } from '#renderer/features/dossier/desk-file.ts'

/** What became of the files of a form once none is on its way any more. */
export interface SettledFiles {
  /** Files at the hub, by what they belong to. */
  sent: ReadonlyMap<string, string>
  /** What is without its file: it was chosen and did not come. */
  failed: readonly string[]
}

/** Photos and scans chosen in a form: saving waits for those on their way and leaves none behind unsaid. */
export class FilesUnderway {
  readonly #sendings = new Map<string, Promise<FileOutcome>>()

  /** @param sending null when the desk does without the file after all */
  follow(owner: string, sending: Promise<FileOutcome> | null): void {
    if (sending === null) this.#sendings.delete(owner)
    else this.#sendings.set(owner, sending)
  }

  async settle(): Promise<SettledFiles> {
    const outcomes = await Promise.all(
      [...this.#sendings].map(async ([owner, sending]) => ({ owner, outcome: await sending })),
    )
    return {
      sent: new Map(
        outcomes.flatMap(({ owner, outcome }) =>
          'fileId' in outcome ? [[owner, outcome.fileId] as const] : [],
        ),
      ),
      failed: outcomes.flatMap(({ owner, outcome }) => ('problem' in outcome ? [owner] : [])),
    }
  }
}

/** What a save says when a file of the form did not come. */
export function unsentSentence(failed: readonly string[]): string {
  return `Chưa gửi được tệp: ${failed.join('; ')}. Bấm Gửi lại hoặc Bỏ tệp này, rồi lưu.`
}
