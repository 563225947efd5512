import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { page, frameRoute } from '#renderer/app/routes/page.ts'

/** Discipline and reward. */
export const conductCases = [
  page(
    '/ky-luat',
    lazyRouteComponent(
      () => import('#renderer/features/conduct-cases/conduct-cases-page.tsx'),
      'ConductCasesPage',
    ),
  ),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/ky-luat/$caseId',
    component: lazyRouteComponent(() => import('#renderer/features/conduct-cases/case-page.tsx'), 'CasePage'),
  }),
]
