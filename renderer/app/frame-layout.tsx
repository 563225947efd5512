import { Outlet, useLocation } from '@tanstack/react-router'
import { useDesk } from '#renderer/app/desk.ts'
import { modulesFor } from '#renderer/app/modules.ts'
import { AppFrame } from '#ui/app-frame.tsx'

/** The frame around pages of people who are signed in. */
export function FrameLayout() {
  const desk = useDesk()
  const path = useLocation({ select: (location) => location.pathname })
  if (!desk) return <Outlet />
  return (
    <AppFrame
      centreName={desk.centreName}
      modules={modulesFor(desk.permissions)}
      path={path}
      connection={desk.connection}
      now={desk.now}
      onSearch={desk.openSearch}
      user={{ name: desk.userName, role: desk.roleText, onLock: desk.lock, onSignOut: desk.signOut }}
    >
      <Outlet />
    </AppFrame>
  )
}
