import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { page, frameRoute } from '#renderer/app/routes/page.ts'

/** Leave and other ways out of the centre. */
export const goingsOut = [
  page(
    '/ra-ngoai',
    lazyRouteComponent(() => import('#renderer/features/goings-out/goings-out-page.tsx'), 'GoingsOutPage'),
  ),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/ra-ngoai/in',
    component: lazyRouteComponent(
      () => import('#renderer/features/goings-out/out-print-page.tsx'),
      'OutPrintPage',
    ),
  }),
]
