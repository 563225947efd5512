import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { page, frameRoute } from '#renderer/app/routes/page.ts'

/** Official documents and their templates. */
export const documents = [
  page(
    '/in/document/$documentId',
    lazyRouteComponent(
      () => import('#renderer/features/documents/document-print-page.tsx'),
      'DocumentPrintPage',
    ),
  ),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/quan-tri/bieu-mau',
    component: lazyRouteComponent(
      () => import('#renderer/features/templates/templates-page.tsx'),
      'TemplatesPage',
    ),
  }),
]
