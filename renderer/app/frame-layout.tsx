import { Menu } from '@mantine/core'
import { IconHelp } from '@tabler/icons-react'
import { Outlet, useLocation, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { deskBridge } from '#renderer/api/desk-bridge.ts'
import { DeskNotices } from '#renderer/app/desk-notices.tsx'
import { useDesk } from '#renderer/app/desk.ts'
import { modulesFor } from '#renderer/app/modules.ts'
import { FindHubElsewhere } from '#renderer/features/desk-setup/find-hub-elsewhere.tsx'
import { DraftsProvider } from '#renderer/features/drafts/drafts-provider.tsx'
import { useWaiting } from '#renderer/features/obligations/use-waiting.ts'
import { SearchHost } from '#renderer/features/search/search-host.tsx'
import { AppFrame } from '#ui/app-frame.tsx'

/** The frame around pages of people who are signed in. F1 opens the help of the page shown. */
export function FrameLayout() {
  const desk = useDesk()
  const { history } = useRouter()
  const path = useLocation({ select: (location) => location.pathname })
  const waiting = useWaiting()
  const bridge = deskBridge()
  const helpHref = `/tro-giup?trang=${path}`

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key !== 'F1') return
      event.preventDefault()
      history.push(helpHref)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [history, helpHref])

  if (!desk) return <Outlet />
  return (
    <AppFrame
      centreName={desk.centreName}
      modules={modulesFor(desk.permissions, waiting)}
      path={path}
      connection={desk.connection}
      now={desk.now}
      onSearch={desk.openSearch}
      notice={<DeskNotices desk={desk} />}
      keepsDrafts={bridge !== undefined}
      awayAct={bridge?.mode === 'desk' && <FindHubElsewhere bridge={bridge} />}
      user={{
        name: desk.userName,
        role: desk.roleText,
        onLock: desk.lock,
        onSignOut: desk.signOut,
        children: (
          <Menu.Item
            leftSection={<IconHelp size={16} stroke={1.75} aria-hidden />}
            onClick={() => history.push(helpHref)}
          >
            Trợ giúp trang này (F1)
          </Menu.Item>
        ),
      }}
    >
      <DraftsProvider>
        <Outlet />
      </DraftsProvider>
      <SearchHost />
    </AppFrame>
  )
}
