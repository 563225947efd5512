import { formatTime, type Instant } from '#domain/time/instant.ts'
import { hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import type { DraftsHere } from '#renderer/features/drafts/drafts-here.ts'
import type { DraftStatus } from '#ui/dense-form.tsx'

const SAVE_AFTER_MS = 500
const TRY_AGAIN_MS = 3_000

/**
 * Keeps what is typed into one form: at the hub, one draft after the other, the last of a burst only. While the hub is
 * away it is kept on this PC where the desktop program can, and offered to the hub again until taken.
 */
export class DraftKeeper<Value extends Record<string, unknown>> {
  readonly #form: string
  readonly #here: DraftsHere | null
  readonly #tell: (status: DraftStatus) => void
  #timer: ReturnType<typeof setTimeout> | undefined
  #waiting: Value | null = null
  #last: Promise<unknown> = Promise.resolve()
  /** When the hub kept what is on the screen, as far as it has it. */
  #savedAt: Instant | null = null
  #isHere = false
  #isFound = false

  /** @param here drafts of this PC; null in a browser */
  constructor(form: string, here: DraftsHere | null, tell: (status: DraftStatus) => void) {
    this.#form = form
    this.#here = here
    this.#tell = tell
  }

  /** Hears of deliveries while the form is open; returns the way to stop. Writes what waits at once when it stops. */
  open(): () => void {
    const stop = this.#here?.onNews((news) => {
      if (news.form !== this.#form) return
      this.#isHere = false
      // Chosen against what is on the screen: the form is shown anew.
      if (news.type === 'replaced') return globalThis.location.reload()
      this.#savedAt = news.savedAt
      this.#tell({ state: 'saved', at: news.savedAt })
    })
    return () => {
      stop?.()
      this.#flush()
    }
  }

  /** What was found when the form was opened; what is learned later comes by its own acts. */
  found(savedAt: Instant | null, isHere: boolean): void {
    if (this.#isFound) return
    this.#isFound = true
    this.#savedAt = savedAt
    this.#isHere = isHere
  }

  readonly keep = (value: Value): void => {
    this.#waiting = value
    this.#tell({ state: 'saving' })
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#flush(), SAVE_AFTER_MS)
  }

  discard(): void {
    clearTimeout(this.#timer)
    this.#waiting = null
    this.#isHere = false
    this.#savedAt = null
    this.#tell({ state: 'none' })
    this.#last = this.#last
      .then(() => this.#here?.drop(this.#form))
      .then(() => hub.drafts.discard({ form: this.#form }))
      .catch(() => undefined)
  }

  #flush(): void {
    clearTimeout(this.#timer)
    const value = this.#waiting
    if (value === null) return
    this.#waiting = null
    this.#last = this.#last.then(() => this.#write(value)).catch(() => this.#failed(value))
  }

  async #write(value: Value): Promise<void> {
    // What lies on this PC goes to the hub in its order: the newer one takes its place there first.
    if (this.#isHere) return this.#keepHere(value)
    try {
      const { savedAt } = await hub.drafts.save({ form: this.#form, value })
      this.#savedAt = savedAt
      this.#tell({ state: 'saved', at: savedAt })
    } catch (error) {
      if (!this.#here || toHubError(error).code !== 'unreachable') throw error
      await this.#keepHere(value)
    }
  }

  async #keepHere(value: Value): Promise<void> {
    if (!this.#here) return
    const at = await this.#here.keep(this.#form, value, () => this.#savedAt)
    this.#isHere = true
    this.#tell({
      state: 'waiting',
      text: `nháp giữ trên máy này ${formatTime(at)}, tự gửi khi nối lại`,
      isKept: true,
    })
    await this.#here.deliver()
  }

  #failed(value: Value): void {
    this.#tell({ state: 'waiting', text: 'chưa lưu được nháp, nội dung còn trên màn hình', isKept: false })
    this.#waiting ??= value
    this.#timer = setTimeout(() => this.#flush(), TRY_AGAIN_MS)
  }
}
