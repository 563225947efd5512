import { useState } from 'react'
import { queryClient } from '#renderer/app/query-client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { fieldErrors, toHubError, UNREACHABLE, type HubError } from '#renderer/api/hub-error.ts'

/** Somebody else wrote the record meanwhile: what stands there now. */
export interface Clash {
  version: number | null
  current: Readonly<Record<string, unknown>>
  changedBy: string
  changedAt: string | null
}

/** A form's way to the hub: one act keeps one key however often it is sent, until the hub has answered. */
export interface Saving<Input> {
  /** True when it was saved. */
  send: (input: Input) => Promise<boolean>
  isSaving: boolean
  /** Sentences for the boxes, by the path of the field. */
  errors: Readonly<Record<string, string>>
  setErrors: (errors: Readonly<Record<string, string>>) => void
  /** Why the whole was refused. */
  problem: string | null
  clash: Clash | null
  dismissClash: () => void
}

function clashOf({ code, details }: HubError): Clash | null {
  if (code !== 'conflict' || !details.current || !('version' in details.current)) return null
  const { version, ...current } = details.current
  return {
    version: typeof version === 'number' ? version : null,
    current,
    changedBy: details.changedBy ?? 'Người khác',
    changedAt: details.changedAt ?? null,
  }
}

/** Sends what a form holds. @param save the write, with the key that makes a repetition harmless */
export function useSave<Input>(save: (input: Input, key: string) => Promise<unknown>): Saving<Input> {
  const [key, setKey] = useState(() => crypto.randomUUID())
  const [isSaving, setIsSaving] = useState(false)
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const [clash, setClash] = useState<Clash | null>(null)

  // That the hub was away is no news once it is back.
  const isOnline = useDesk()?.connection.state === 'online'
  const [wasOnline, setWasOnline] = useState(isOnline)
  if (isOnline !== wasOnline) {
    setWasOnline(isOnline)
    if (isOnline && problem === UNREACHABLE) setProblem(null)
  }

  async function send(input: Input): Promise<boolean> {
    setIsSaving(true)
    setErrors({})
    setProblem(null)
    setClash(null)
    try {
      await save(input, key)
      setKey(crypto.randomUUID())
      return true
    } catch (error) {
      const refused = toHubError(error)
      const met = clashOf(refused)
      setClash(met)
      if (!met) {
        setErrors(fieldErrors(refused))
        setProblem(refused.message)
      }
      if (refused.code !== 'unreachable') setKey(crypto.randomUUID())
      return false
    } finally {
      // What was saved is read again before the form closes: a second press meanwhile must not save a second time.
      setTimeout(() => void queryClient.refreshed().then(() => setIsSaving(false)))
    }
  }

  return { send, isSaving, errors, setErrors, problem, clash, dismissClash: () => setClash(null) }
}
