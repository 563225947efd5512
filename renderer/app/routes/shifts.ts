import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { page, frameRoute } from '#renderer/app/routes/page.ts'

/** Head counts with their sheets, shifts and teams. */
export const shifts = [
  page(
    '/diem-danh',
    lazyRouteComponent(() => import('#renderer/features/head-count/board-page.tsx'), 'BoardPage'),
  ),
  page(
    '/diem-danh/lich-su',
    lazyRouteComponent(() => import('#renderer/features/head-count/history-page.tsx'), 'HistoryPage'),
  ),
  page(
    '/diem-danh/phieu/$id',
    lazyRouteComponent(() => import('#renderer/features/head-count/sheet-page.tsx'), 'SheetPage'),
  ),
  page(
    '/diem-danh/in/$zoneId',
    lazyRouteComponent(() => import('#renderer/features/head-count/blank-page.tsx'), 'BlankPage'),
  ),
  page(
    '/diem-danh/$zoneId',
    lazyRouteComponent(() => import('#renderer/features/head-count/grid-page.tsx'), 'GridPage'),
  ),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/ca-truc',
    component: lazyRouteComponent(() => import('#renderer/features/shifts/shifts-page.tsx'), 'ShiftsPage'),
  }),
]
