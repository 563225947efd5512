import { useEffect, useState } from 'react'
import { onChanges } from '#renderer/api/feed-changes.ts'

const FLASH_MS = 1600

/** Ids of people and stays that somebody changed a moment ago. */
export function useChangedIds(): ReadonlySet<string> {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>()
    const stop = onChanges((changes) => {
      const fresh = changes
        .filter(
          (change) => change.topic === 'people' || change.topic === 'custody' || change.topic === 'alerts',
        )
        .flatMap((change) => change.id ?? [])
      if (fresh.length === 0) return
      setIds((before) => new Set([...before, ...fresh]))
      const timer = setTimeout(() => {
        timers.delete(timer)
        setIds((before) => new Set([...before].filter((id) => !fresh.includes(id))))
      }, FLASH_MS)
      timers.add(timer)
    })
    return () => {
      stop()
      for (const timer of timers) clearTimeout(timer)
    }
  }, [])
  return ids
}
