import { useCallback, useEffect, useState } from 'react'
import type { DeskBridge, FoundHub } from '#domain/desk/desk-bridge.ts'

export interface FoundHubs {
  hubs: readonly FoundHub[]
  isLooking: boolean
  lookAgain: () => void
}

/** Hubs that call out on the LAN, looked for once and again when asked. */
export function useFoundHubs(bridge: DeskBridge): FoundHubs {
  const [hubs, setHubs] = useState<readonly FoundHub[]>([])
  const [isLooking, setIsLooking] = useState(true)
  const [round, setRound] = useState(0)

  useEffect(() => {
    let isCurrent = true
    void bridge.hub
      .discover()
      .catch(() => [])
      .then((found) => {
        if (!isCurrent) return
        setHubs(found)
        setIsLooking(false)
      })
    return () => {
      isCurrent = false
    }
  }, [bridge, round])

  const lookAgain = useCallback(() => {
    setIsLooking(true)
    setRound((before) => before + 1)
  }, [])
  return { hubs, isLooking, lookAgain }
}
