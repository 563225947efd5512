import { lazyRouteComponent } from '@tanstack/react-router'
import { page } from '#renderer/app/routes/page.ts'

/** People who escaped: list, one escape, what is printed for a search. */
export const escapes = [
  page(
    '/vu-viec/bo-tron',
    lazyRouteComponent(() => import('#renderer/features/escapes/escapes-page.tsx'), 'EscapesPage'),
  ),
  page(
    '/vu-viec/bo-tron/$incidentId',
    lazyRouteComponent(() => import('#renderer/features/escapes/escape-page.tsx'), 'EscapePage'),
  ),
  page(
    '/in/giay-to-bo-tron',
    lazyRouteComponent(() => import('#renderer/features/escapes/papers-print-page.tsx'), 'PapersPrintPage'),
  ),
  page(
    '/in/danh-sach-anh',
    lazyRouteComponent(() => import('#renderer/features/escapes/roster-print-page.tsx'), 'RosterPrintPage'),
  ),
]
