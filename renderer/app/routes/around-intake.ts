import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { page, frameRoute } from '#renderer/app/routes/page.ts'

/** The intake with what comes before and goes with it. */
export const aroundIntake = [
  page(
    '/tiep-nhan',
    lazyRouteComponent(() => import('#renderer/features/intake/intake-page.tsx'), 'NewIntakePage'),
  ),
  page(
    '/tiep-nhan/$draftId',
    lazyRouteComponent(() => import('#renderer/features/intake/intake-page.tsx'), 'IntakePage'),
  ),
  page(
    '/tiep-nhan/du-kien',
    lazyRouteComponent(() => import('#renderer/features/arrivals/arrivals-page.tsx'), 'ArrivalsPage'),
  ),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/nguoi/$personId/gop',
    component: lazyRouteComponent(() => import('#renderer/features/merging/merge-page.tsx'), 'MergePage'),
  }),
]
