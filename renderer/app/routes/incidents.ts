import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { page, frameRoute } from '#renderer/app/routes/page.ts'

/** Incidents: the book, the first report, one of them with its paper. */
export const incidents = [
  page(
    '/vu-viec',
    lazyRouteComponent(() => import('#renderer/features/incidents/incidents-page.tsx'), 'IncidentsPage'),
  ),
  page(
    '/vu-viec/so-lieu',
    lazyRouteComponent(
      () => import('#renderer/features/incident-statistics/statistics-page.tsx'),
      'StatisticsPage',
    ),
  ),
  page(
    '/vu-viec/toi-bao',
    lazyRouteComponent(() => import('#renderer/features/incidents/my-reports-page.tsx'), 'MyReportsPage'),
  ),
  page(
    '/vu-viec/viec',
    lazyRouteComponent(() => import('#renderer/features/incidents/work-page.tsx'), 'IncidentWorkPage'),
  ),
  page(
    '/vu-viec/bao',
    lazyRouteComponent(() => import('#renderer/features/incidents/report-page.tsx'), 'NewReportPage'),
  ),
  page(
    '/vu-viec/bao/$reportId',
    lazyRouteComponent(() => import('#renderer/features/incidents/report-page.tsx'), 'ReportPage'),
  ),
  page(
    '/vu-viec/$incidentId',
    lazyRouteComponent(() => import('#renderer/features/incidents/incident-page.tsx'), 'IncidentPage'),
  ),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/vu-viec/$incidentId/in',
    component: lazyRouteComponent(
      () => import('#renderer/features/incidents/incident-print-page.tsx'),
      'IncidentPrintPage',
    ),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/vu-viec/$incidentId/loi-khai',
    component: lazyRouteComponent(
      () => import('#renderer/features/incidents/statements-print-page.tsx'),
      'StatementsPrintPage',
    ),
  }),
]
