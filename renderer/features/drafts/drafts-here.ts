import type { DeskBridge } from '#domain/desk/desk-bridge.ts'
import type { Instant } from '#domain/time/instant.ts'
import { unwrapDraft, wrapDraft, type KeptHere } from '#renderer/features/drafts/kept-here.ts'

/** How the hub answers a draft that is brought to it. */
export type HubAnswer =
  | { kind: 'kept'; savedAt: Instant }
  /** The hub has another draft of this form than the one this was typed over. */
  | { kind: 'other'; savedAt: Instant | null }
  | { kind: 'away' }

/** The hub's side of drafts. */
export interface DraftHub {
  /** @param over when the hub kept what this replaces; `key` makes a repeated delivery harmless */
  save: (draft: {
    form: string
    typed: Record<string, unknown>
    over: Instant | null
    key: string
  }) => Promise<HubAnswer>
}

/** Two drafts of one form: on this PC and at the hub. Both are kept until the person has chosen. */
export interface DraftConflict {
  here: KeptHere
  /** Null when it was finished or thrown away on another desk. */
  hubSavedAt: Instant | null
}

type News = { type: 'delivered'; form: string; savedAt: Instant } | { type: 'replaced'; form: string }

/**
 * Forms kept on this PC while the hub is away, brought to the hub when it is back: each once, in the order they were
 * kept, and never over a newer one. One act at a time, so that what is typed meanwhile is not dropped with what was
 * delivered.
 */
export class DraftsHere {
  readonly #desk: DeskBridge['drafts']
  readonly #hub: DraftHub
  readonly #owner: string
  readonly #listeners = new Set<() => void>()
  readonly #hearers = new Set<(news: News) => void>()
  #conflicts: readonly DraftConflict[] = []
  #last: Promise<unknown> = Promise.resolve()

  /** @param owner the user's id: another user of this PC does not get these drafts */
  constructor(desk: DeskBridge['drafts'], hub: DraftHub, owner: string) {
    this.#desk = desk
    this.#hub = hub
    this.#owner = owner
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly conflicts = (): readonly DraftConflict[] => this.#conflicts

  /** Hears what became of drafts; returns the way to stop. */
  onNews(hear: (news: News) => void): () => void {
    this.#hearers.add(hear)
    return () => this.#hearers.delete(hear)
  }

  /** Keeps a form on this PC. `over` is asked when its turn comes: a delivery before it changes the answer. */
  keep(form: string, typed: Record<string, unknown>, over: () => Instant | null): Promise<Instant> {
    return this.#inTurn(async () => {
      const value = wrapDraft(typed, over())
      const { keptAt } = await this.#desk.keep({ owner: this.#owner, form, value })
      return keptAt
    })
  }

  find(form: string): Promise<KeptHere | undefined> {
    return this.#inTurn(async () => (await this.#list()).find((draft) => draft.form === form))
  }

  drop(form: string): Promise<void> {
    return this.#inTurn(() => this.#drop(form))
  }

  /** Brings everything to the hub that it takes. Stops where the hub is away again; nothing is lost. */
  deliver(): Promise<void> {
    return this.#inTurn(async () => {
      const conflicts: DraftConflict[] = []
      for (const here of await this.#list()) {
        const answer = await this.#bring(here, here.over)
        if (answer.kind === 'away') return
        if (answer.kind === 'other') conflicts.push({ here, hubSavedAt: answer.savedAt })
      }
      this.#setConflicts(conflicts)
    })
  }

  /** The person has chosen one of two drafts. */
  choose({ here, hubSavedAt }: DraftConflict, side: 'here' | 'hub'): Promise<void> {
    return this.#inTurn(async () => {
      if (side === 'here') {
        const answer = await this.#bring(here, hubSavedAt)
        if (answer.kind !== 'kept') return
      } else {
        await this.#drop(here.form)
        this.#tell({ type: 'replaced', form: here.form })
      }
      this.#setConflicts(this.#conflicts.filter((conflict) => conflict.here.form !== here.form))
    })
  }

  async #bring(here: KeptHere, over: Instant | null): Promise<HubAnswer> {
    const { form, typed, keptAt } = here
    const answer = await this.#hub.save({
      form,
      typed,
      over,
      key: `draft ${form} ${keptAt} ${over ?? ''}`.slice(0, 100),
    })
    if (answer.kind === 'kept') {
      await this.#drop(form)
      this.#tell({ type: 'delivered', form, savedAt: answer.savedAt })
    }
    return answer
  }

  async #list(): Promise<KeptHere[]> {
    const kept = await this.#desk.list({ owner: this.#owner })
    return kept.map(unwrapDraft).filter((draft) => draft !== undefined)
  }

  async #drop(form: string): Promise<void> {
    await this.#desk.drop({ owner: this.#owner, form })
  }

  #inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
    const turn = this.#last.then(act)
    this.#last = turn.catch(() => undefined)
    return turn
  }

  #tell(news: News): void {
    for (const hear of this.#hearers) hear(news)
  }

  #setConflicts(conflicts: readonly DraftConflict[]): void {
    this.#conflicts = conflicts
    for (const listener of this.#listeners) listener()
  }
}
