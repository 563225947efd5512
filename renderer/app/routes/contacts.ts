import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { page, frameRoute } from '#renderer/app/routes/page.ts'

/** Visits, calls, letters, parcels. */
export const contacts = [
  page(
    '/tham-gap',
    lazyRouteComponent(() => import('#renderer/features/visits/visits-page.tsx'), 'VisitsPage'),
  ),
  page(
    '/tham-gap/so',
    lazyRouteComponent(
      () => import('#renderer/features/visits/register-print-page.tsx'),
      'RegisterPrintPage',
    ),
  ),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/tham-gap/phieu/$visitId',
    component: lazyRouteComponent(() => import('#renderer/features/visits/slip-page.tsx'), 'SlipPage'),
  }),
]
