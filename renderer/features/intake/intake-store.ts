import { createContext, useContext, useSyncExternalStore } from 'react'
import { FilesUnderway } from '#renderer/features/dossier/files-underway.ts'
import type { IntakeForm } from '#renderer/features/intake/intake-form.ts'

/** Sentences by the path of the field, as the hub names fields. */
export type Problems = Readonly<Record<string, string>>

/**
 * The form while it is filled. A section draws again only when what it reads has changed: a hundred fields stay quick
 * under the fingers, and a scan fills many at once.
 */
export class IntakeStore {
  #form: IntakeForm
  #problems: Problems = {}
  readonly #listeners = new Set<() => void>()
  readonly #onTyped: (form: IntakeForm) => void

  constructor(form: IntakeForm, onTyped: (form: IntakeForm) => void) {
    this.#form = form
    this.#onTyped = onTyped
  }

  /** Photo and scans on their way to the hub. */
  readonly files = new FilesUnderway()

  readonly form = (): IntakeForm => this.#form
  readonly problems = (): Problems => this.#problems

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Changes fields; a problem of a field goes with what was typed there. */
  readonly set = (patch: Partial<IntakeForm>): void => {
    this.#form = { ...this.#form, ...patch }
    this.#onTyped(this.#form)
    this.#tell()
  }

  readonly setProblems = (problems: Problems): void => {
    this.#problems = problems
    this.#tell()
  }

  /** The sentence under a field is out of date once the field is typed into. */
  readonly forget = (prefix: string): void => {
    const left = Object.entries(this.#problems).filter(([path]) => !path.startsWith(prefix))
    if (left.length === Object.keys(this.#problems).length) return
    this.setProblems(Object.fromEntries(left))
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

export const IntakeContext = createContext<IntakeStore | null>(null)

/** The form's store, inside the intake screen. */
export function useIntakeStore(): IntakeStore {
  const store = useContext(IntakeContext)
  if (!store) throw new Error('no intake around this component')
  return store
}

/** One part of the form; `pick` returns a value that stays the same object while it has not changed. */
export function useIntake<Part>(pick: (form: IntakeForm) => Part): Part {
  const store = useIntakeStore()
  return useSyncExternalStore(store.subscribe, () => pick(store.form()))
}

/** The sentence about a field, undefined while nothing is wrong. */
export function useProblem(path: string): string | undefined {
  const store = useIntakeStore()
  return useSyncExternalStore(store.subscribe, () => store.problems()[path])
}
