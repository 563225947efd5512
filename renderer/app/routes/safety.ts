import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { page, frameRoute } from '#renderer/app/routes/page.ts'

/** Safety of placement, and the book of requests. */
export const safety = [
  page(
    '/khu/khong-xep-chung',
    lazyRouteComponent(() => import('#renderer/features/keep-apart/keep-apart-page.tsx'), 'KeepApartPage'),
  ),
  page(
    '/khu/ra-soat',
    lazyRouteComponent(() => import('#renderer/features/sweep/sweep-page.tsx'), 'SweepPage'),
  ),
  page(
    '/khu/ngung-su-dung',
    lazyRouteComponent(() => import('#renderer/features/outages/outages-page.tsx'), 'OutagesPage'),
  ),
  page(
    '/khu/$zoneId/sap-xep',
    lazyRouteComponent(() => import('#renderer/features/reshuffle/drafts-page.tsx'), 'ReshuffleDraftsPage'),
  ),
  page(
    '/khu/$zoneId/sap-xep/$draftId',
    lazyRouteComponent(() => import('#renderer/features/reshuffle/draft-page.tsx'), 'ReshuffleDraftPage'),
  ),
  page(
    '/khu/$zoneId/sap-xep/$draftId/in',
    lazyRouteComponent(
      () => import('#renderer/features/reshuffle/draft-print-page.tsx'),
      'ReshufflePrintPage',
    ),
  ),
  page(
    '/don',
    lazyRouteComponent(() => import('#renderer/features/requests/requests-page.tsx'), 'RequestsPage'),
  ),
  page(
    '/don/xu-huong',
    lazyRouteComponent(() => import('#renderer/features/requests/trend-page.tsx'), 'RequestTrendPage'),
  ),
  page(
    '/don/$requestId',
    lazyRouteComponent(() => import('#renderer/features/requests/request-page.tsx'), 'RequestPage'),
  ),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/don/$requestId/in',
    component: lazyRouteComponent(
      () => import('#renderer/features/requests/answer-print-page.tsx'),
      'AnswerPrintPage',
    ),
  }),
]
