import { useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import { deskBridge } from '#renderer/api/desk-bridge.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { DraftConflictDialog } from '#renderer/features/drafts/draft-conflict-dialog.tsx'
import { DraftsContext } from '#renderer/features/drafts/drafts-context.ts'
import { DraftsHere } from '#renderer/features/drafts/drafts-here.ts'
import { hubDrafts } from '#renderer/features/drafts/hub-drafts.ts'

/** In the desktop program: drafts kept while the hub is away, delivered when it is back. A browser keeps none. */
export function DraftsProvider({ children }: { children: ReactNode }) {
  const owner = useDesk()?.userId ?? null
  const drafts = useMemo(() => {
    const bridge = deskBridge()
    return bridge && owner !== null ? new DraftsHere(bridge.drafts, hubDrafts, owner) : null
  }, [owner])
  return (
    <DraftsContext value={drafts}>
      {children}
      {drafts && <Delivery drafts={drafts} />}
    </DraftsContext>
  )
}

function Delivery({ drafts }: { drafts: DraftsHere }) {
  const isOnline = useDesk()?.connection.state === 'online'
  const conflicts = useSyncExternalStore(drafts.subscribe, drafts.conflicts)
  const [putAside, setPutAside] = useState<readonly string[]>([])

  useEffect(() => {
    if (isOnline) void drafts.deliver().catch(() => undefined)
  }, [isOnline, drafts])

  const asked = conflicts.find(({ here }) => !putAside.includes(here.keptAt))
  if (!asked) return null
  return (
    <DraftConflictDialog
      key={asked.here.form}
      conflict={asked}
      onChoose={(side) => drafts.choose(asked, side)}
      onLater={() => setPutAside([...putAside, asked.here.keptAt])}
    />
  )
}
