import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { page, frameRoute } from '#renderer/app/routes/page.ts'

/** Pages of old lists on their way in. */
export const imports = [
  page(
    '/nhap-danh-sach',
    lazyRouteComponent(() => import('#renderer/features/import/import-page.tsx'), 'ImportPage'),
  ),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/nhap-danh-sach/$batchId',
    component: lazyRouteComponent(
      () => import('#renderer/features/import/batch-page.tsx'),
      'ImportBatchPage',
    ),
  }),
]
