import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { page, frameRoute } from '#renderer/app/routes/page.ts'

/** The care path: stages, sessions, ratings, campaigns. */
export const carePath = [
  page(
    '/quy-trinh',
    lazyRouteComponent(() => import('#renderer/features/care/stage-board-page.tsx'), 'StageBoardPage'),
  ),
  page(
    '/quy-trinh/buoi',
    lazyRouteComponent(() => import('#renderer/features/care/sessions-page.tsx'), 'SessionsPage'),
  ),
  page(
    '/quy-trinh/buoi/$sessionId',
    lazyRouteComponent(() => import('#renderer/features/care/session-page.tsx'), 'SessionPage'),
  ),
  page(
    '/quy-trinh/nhom',
    lazyRouteComponent(() => import('#renderer/features/care/groups-page.tsx'), 'GroupsPage'),
  ),
  page(
    '/quy-trinh/chua-tu-van',
    lazyRouteComponent(() => import('#renderer/features/care/missing-page.tsx'), 'MissingPage'),
  ),
  page(
    '/quy-trinh/xep-loai',
    lazyRouteComponent(() => import('#renderer/features/care/conduct-page.tsx'), 'ConductPage'),
  ),
  page(
    '/quy-trinh/dot-hoat-dong',
    lazyRouteComponent(() => import('#renderer/features/care/campaigns-page.tsx'), 'CampaignsPage'),
  ),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/quy-trinh/dot-hoat-dong/$campaignId',
    component: lazyRouteComponent(() => import('#renderer/features/care/campaign-page.tsx'), 'CampaignPage'),
  }),
]
