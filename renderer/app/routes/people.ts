import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { page, frameRoute } from '#renderer/app/routes/page.ts'

/** Pages of the people: list, print, file. */
export const people = [
  page(
    '/',
    lazyRouteComponent(() => import('#renderer/features/today/today-page.tsx'), 'TodayPage'),
  ),
  page(
    '/nguoi',
    lazyRouteComponent(() => import('#renderer/features/people/people-page.tsx'), 'PeoplePage'),
  ),
  page(
    '/viec',
    lazyRouteComponent(() => import('#renderer/features/obligations/duties-page.tsx'), 'DutiesPage'),
  ),
  page(
    '/viec/in',
    lazyRouteComponent(
      () => import('#renderer/features/obligations/duties-print-page.tsx'),
      'DutiesPrintPage',
    ),
  ),
  page(
    '/nguoi/in',
    lazyRouteComponent(() => import('#renderer/features/people/print-page.tsx'), 'PrintPage'),
  ),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/nguoi/$personId',
    component: lazyRouteComponent(() => import('#renderer/features/people/person-page.tsx'), 'PersonPage'),
  }),
]
