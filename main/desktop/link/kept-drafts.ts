import { join } from 'node:path'
import { z } from 'zod'
import type { KeptDraft } from '#domain/desk/desk-bridge.ts'
import type { Instant } from '#domain/time/instant.ts'
import { SealedFile, type Sealer } from './sealed-file.ts'

const draftShape = z.object({
  owner: z.string(),
  form: z.string(),
  value: z.record(z.string(), z.unknown()),
  keptAt: z.string(),
})
const draftsShape = z.array(draftShape)
type Draft = z.infer<typeof draftShape>

/** Forms that were typed while the hub was away, in one sealed file that is gone when all were delivered. */
export class KeptDrafts {
  readonly #file: SealedFile
  readonly #now: () => Instant

  constructor(folder: string, sealer: Sealer, now: () => Instant) {
    this.#file = new SealedFile(join(folder, 'drafts.sealed'), sealer)
    this.#now = now
  }

  /** Keeps the newest value of a form; it is on the disk when this resolves. @param owner whose form: the user's id */
  async keep(draft: {
    owner: string
    form: string
    value: Record<string, unknown>
  }): Promise<{ keptAt: Instant }> {
    const keptAt = this.#now()
    await this.#file.change((kept): Draft[] => [...without(kept, draft), { ...draft, keptAt }])
    return { keptAt }
  }

  /** One user's drafts in the order they were kept; another user's are not named. */
  async list(owner: string): Promise<KeptDraft[]> {
    const drafts = readDrafts(await this.#file.read()).filter((draft) => draft.owner === owner)
    return drafts.map(({ form, value, keptAt }) => ({ form, value, keptAt }))
  }

  async drop(draft: { owner: string; form: string }): Promise<void> {
    await this.#file.change((kept) => {
      const left = without(kept, draft)
      return left.length === 0 ? undefined : left
    })
  }

  /** Forgets everything: the desk no longer belongs to the hub. */
  async wipe(): Promise<void> {
    await this.#file.change(() => undefined)
  }
}

function readDrafts(kept: unknown): Draft[] {
  const drafts = draftsShape.safeParse(kept)
  return drafts.success ? drafts.data : []
}

function without(kept: unknown, { owner, form }: { owner: string; form: string }): Draft[] {
  return readDrafts(kept).filter((draft) => draft.owner !== owner || draft.form !== form)
}
