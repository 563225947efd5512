import { createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { PERMISSIONS } from '#domain/permissions/permissions.ts'
import { applyStoredColorScheme } from '#renderer/app/color-scheme.ts'
import { shareStyleNonce } from '#renderer/app/csp-nonce.ts'
import { DeskContext, type Desk } from '#renderer/app/desk.ts'
import { FrameLayout } from '#renderer/app/frame-layout.tsx'
import { NotFoundPage } from '#renderer/app/page-states.tsx'
import { Providers } from '#renderer/app/providers.tsx'
import { FormPage } from '#renderer/gallery/form-page.tsx'
import { NOW } from '#renderer/gallery/invented-people.ts'
import { ListPage } from '#renderer/gallery/list-page.tsx'
import { PartsPage } from '#renderer/gallery/parts-page.tsx'
import { StatesPage } from '#renderer/gallery/states-page.tsx'
import { TodayPage } from '#renderer/gallery/today-page.tsx'

const rootRoute = createRootRoute({ component: FrameLayout, notFoundComponent: NotFoundPage })
const routeTree = rootRoute.addChildren([
  createRoute({ getParentRoute: () => rootRoute, path: '/', component: TodayPage }),
  createRoute({ getParentRoute: () => rootRoute, path: '/nguoi', component: ListPage }),
  createRoute({ getParentRoute: () => rootRoute, path: '/khu', component: PartsPage }),
  createRoute({ getParentRoute: () => rootRoute, path: '/quan-so', component: StatesPage }),
  createRoute({ getParentRoute: () => rootRoute, path: '/quan-tri/co-so', component: FormPage }),
])

const offline = new URLSearchParams(window.location.search).has('offline')
const desk: Desk = {
  userId: 'mau',
  userName: 'Nguyễn Thị Hạnh',
  roles: ['zone'],
  roleText: 'Quản lý khu · trực ca 2',
  centreName: 'Cơ sở cai nghiện ma túy tỉnh Lạng Sơn',
  isDemo: false,
  permissions: PERMISSIONS,
  connection: offline ? { state: 'offline', since: '2026-11-22T07:02:00.000Z' } : { state: 'online' },
  caughtUp: null,
  clockAheadMs: 0,
  hubClockDoubt: null,
  now: () => NOW,
  openSearch: () => undefined,
  lock: () => document.documentElement.toggleAttribute('data-locked'),
  signOut: () => undefined,
}

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
shareStyleNonce()
applyStoredColorScheme()
createRoot(root).render(
  <Providers>
    <DeskContext value={desk}>
      <RouterProvider router={createRouter({ routeTree })} />
    </DeskContext>
  </Providers>,
)
