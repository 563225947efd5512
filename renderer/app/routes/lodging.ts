import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { page, frameRoute } from '#renderer/app/routes/page.ts'

/** Zones, beds and the roll. */
export const lodging = [
  page(
    '/khu',
    lazyRouteComponent(() => import('#renderer/features/zones/zones-page.tsx'), 'ZonesPage'),
  ),
  page(
    '/khu/canh-bao',
    lazyRouteComponent(() => import('#renderer/features/alerts/alerts-page.tsx'), 'AlertsPage'),
  ),
  page(
    '/khu/canh-bao/in',
    lazyRouteComponent(() => import('#renderer/features/alerts/alerts-print-page.tsx'), 'AlertsPrintPage'),
  ),
  page(
    '/khu/$zoneId',
    lazyRouteComponent(() => import('#renderer/features/zones/zone-page.tsx'), 'ZonePage'),
  ),
  page(
    '/quan-so',
    lazyRouteComponent(() => import('#renderer/features/roll/roll-page.tsx'), 'RollPage'),
  ),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/quan-so/nguoi',
    component: lazyRouteComponent(
      () => import('#renderer/features/roll/roll-people-page.tsx'),
      'RollPeoplePage',
    ),
  }),
]
