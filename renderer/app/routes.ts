import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { FrameLayout } from '#renderer/app/frame-layout.tsx'
import { NotFoundPage } from '#renderer/app/page-states.tsx'
import { SessionGate } from '#renderer/app/session-gate.tsx'

const rootRoute = createRootRoute({ component: SessionGate })

/** Parent of pages that stand inside the frame; sign-in and first run hang on the root itself. */
const frameRoute = createRoute({ getParentRoute: () => rootRoute, id: 'frame', component: FrameLayout })

// A page is one file `features/<feature>/<page>.tsx` and one entry in a list below:
//   createRoute({ getParentRoute: () => frameRoute, path: '/nguoi',
//     component: lazyRouteComponent(() => import('#renderer/features/people/people-page.tsx'), 'PeoplePage') }),

/** Pages outside the frame. */
const outside = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/bat-dau',
    component: lazyRouteComponent(
      () => import('#renderer/features/setup/first-run-page.tsx'),
      'FirstRunPage',
    ),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/dang-nhap',
    component: lazyRouteComponent(() => import('#renderer/features/sign-in/sign-in-page.tsx'), 'SignInPage'),
  }),
]

/** Pages of the people: list, print, file. */
const people = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/',
    component: lazyRouteComponent(() => import('#renderer/features/today/today-page.tsx'), 'TodayPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/nguoi',
    component: lazyRouteComponent(() => import('#renderer/features/people/people-page.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/viec',
    component: lazyRouteComponent(
      () => import('#renderer/features/obligations/duties-page.tsx'),
      'DutiesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/viec/in',
    component: lazyRouteComponent(
      () => import('#renderer/features/obligations/duties-print-page.tsx'),
      'DutiesPrintPage',
    ),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/nguoi/in',
    component: lazyRouteComponent(() => import('#renderer/features/people/print-page.tsx'), 'PrintPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/nguoi/$personId',
    component: lazyRouteComponent(() => import('#renderer/features/people/person-page.tsx'), 'PersonPage'),
  }),
]

/** Official documents and their templates. */
const documents = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/in/document/$documentId',
    component: lazyRouteComponent(
      () => import('#renderer/features/documents/document-print-page.tsx'),
      'DocumentPrintPage',
    ),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/quan-tri/bieu-mau',
    component: lazyRouteComponent(
      () => import('#renderer/features/templates/templates-page.tsx'),
      'TemplatesPage',
    ),
  }),
]

/** The intake with what comes before and goes with it. */
const aroundIntake = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/tiep-nhan',
    component: lazyRouteComponent(() => import('#renderer/features/intake/intake-page.tsx'), 'NewIntakePage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/tiep-nhan/$draftId',
    component: lazyRouteComponent(() => import('#renderer/features/intake/intake-page.tsx'), 'IntakePage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/tiep-nhan/du-kien',
    component: lazyRouteComponent(
      () => import('#renderer/features/arrivals/arrivals-page.tsx'),
      'ArrivalsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/nguoi/$personId/gop',
    component: lazyRouteComponent(() => import('#renderer/features/merging/merge-page.tsx'), 'MergePage'),
  }),
]

/** Pages of old lists on their way in. */
const imports = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/nhap-danh-sach',
    component: lazyRouteComponent(() => import('#renderer/features/import/import-page.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/nhap-danh-sach/$batchId',
    component: lazyRouteComponent(
      () => import('#renderer/features/import/batch-page.tsx'),
      'ImportBatchPage',
    ),
  }),
]

/** Pages of the house itself: accounts, centre, machine, audit, help. */
const house = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/quan-tri/nguoi-dung',
    component: lazyRouteComponent(() => import('#renderer/features/users/users-page.tsx'), 'UsersPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/quan-tri/nguoi-dung/them',
    component: lazyRouteComponent(() => import('#renderer/features/users/new-user-page.tsx'), 'NewUserPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/quan-tri/nguoi-dung/$userId',
    component: lazyRouteComponent(() => import('#renderer/features/users/user-page.tsx'), 'UserPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/quan-tri/vai-tro',
    component: lazyRouteComponent(() => import('#renderer/features/users/roles-page.tsx'), 'RolesPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/quan-tri/quy-dinh',
    component: lazyRouteComponent(() => import('#renderer/features/rules/rules-page.tsx'), 'RulesPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/quan-tri/co-so',
    component: lazyRouteComponent(() => import('#renderer/features/centre/centre-page.tsx'), 'CentrePage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/quan-tri/thiet-bi',
    component: lazyRouteComponent(() => import('#renderer/features/devices/devices-page.tsx'), 'DevicesPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/quan-tri/thiet-bi/them',
    component: lazyRouteComponent(
      () => import('#renderer/features/devices/add-desk-page.tsx'),
      'AddDeskPage',
    ),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/quan-tri/may-chu',
    component: lazyRouteComponent(() => import('#renderer/features/health/health-page.tsx'), 'HealthPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/quan-tri/phuc-hoi',
    component: lazyRouteComponent(() => import('#renderer/features/backup/restore-page.tsx'), 'RestorePage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/quan-tri/khoa',
    component: lazyRouteComponent(() => import('#renderer/features/keys/keys-page.tsx'), 'KeysPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/quan-tri/sao-luu',
    component: lazyRouteComponent(() => import('#renderer/features/backup/backup-page.tsx'), 'BackupPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/quan-tri/cap-nhat',
    component: lazyRouteComponent(
      () => import('#renderer/features/releases/releases-page.tsx'),
      'ReleasesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/quan-tri/nhat-ky',
    component: lazyRouteComponent(() => import('#renderer/features/audit/audit-page.tsx'), 'AuditPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/tro-giup',
    component: lazyRouteComponent(() => import('#renderer/features/help/help-page.tsx'), 'HelpPage'),
  }),
  createRoute({ getParentRoute: () => frameRoute, path: '$', component: NotFoundPage }),
]

/** Zones, beds and the roll. */
const lodging = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/khu',
    component: lazyRouteComponent(() => import('#renderer/features/zones/zones-page.tsx'), 'ZonesPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/khu/canh-bao',
    component: lazyRouteComponent(() => import('#renderer/features/alerts/alerts-page.tsx'), 'AlertsPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/khu/canh-bao/in',
    component: lazyRouteComponent(
      () => import('#renderer/features/alerts/alerts-print-page.tsx'),
      'AlertsPrintPage',
    ),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/khu/$zoneId',
    component: lazyRouteComponent(() => import('#renderer/features/zones/zone-page.tsx'), 'ZonePage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/quan-so',
    component: lazyRouteComponent(() => import('#renderer/features/roll/roll-page.tsx'), 'RollPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/quan-so/nguoi',
    component: lazyRouteComponent(
      () => import('#renderer/features/roll/roll-people-page.tsx'),
      'RollPeoplePage',
    ),
  }),
]

/** Head counts with their sheets, shifts and teams. */
const shifts = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/diem-danh',
    component: lazyRouteComponent(() => import('#renderer/features/head-count/board-page.tsx'), 'BoardPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/diem-danh/lich-su',
    component: lazyRouteComponent(
      () => import('#renderer/features/head-count/history-page.tsx'),
      'HistoryPage',
    ),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/diem-danh/phieu/$id',
    component: lazyRouteComponent(() => import('#renderer/features/head-count/sheet-page.tsx'), 'SheetPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/diem-danh/in/$zoneId',
    component: lazyRouteComponent(() => import('#renderer/features/head-count/blank-page.tsx'), 'BlankPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/diem-danh/$zoneId',
    component: lazyRouteComponent(() => import('#renderer/features/head-count/grid-page.tsx'), 'GridPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/ca-truc',
    component: lazyRouteComponent(() => import('#renderer/features/shifts/shifts-page.tsx'), 'ShiftsPage'),
  }),
]

/** Leave and other ways out of the centre. */
const goingsOut = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/ra-ngoai',
    component: lazyRouteComponent(
      () => import('#renderer/features/goings-out/goings-out-page.tsx'),
      'GoingsOutPage',
    ),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/ra-ngoai/in',
    component: lazyRouteComponent(
      () => import('#renderer/features/goings-out/out-print-page.tsx'),
      'OutPrintPage',
    ),
  }),
]

/** People who escaped: list, one escape, what is printed for a search. */
const escapes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/vu-viec/bo-tron',
    component: lazyRouteComponent(() => import('#renderer/features/escapes/escapes-page.tsx'), 'EscapesPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/vu-viec/bo-tron/$incidentId',
    component: lazyRouteComponent(() => import('#renderer/features/escapes/escape-page.tsx'), 'EscapePage'),
  }),
  ...['/in/truy-tim', '/in/truy-tim/$id'].map((path) =>
    createRoute({
      getParentRoute: () => frameRoute,
      path,
      component: lazyRouteComponent(
        () => import('#renderer/features/escapes/sheet-print-page.tsx'),
        'SheetPrintPage',
      ),
    }),
  ),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/in/danh-sach-anh',
    component: lazyRouteComponent(
      () => import('#renderer/features/escapes/roster-print-page.tsx'),
      'RosterPrintPage',
    ),
  }),
]

/** Visits, calls, letters, parcels. */
const contacts = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/tham-gap',
    component: lazyRouteComponent(() => import('#renderer/features/visits/visits-page.tsx'), 'VisitsPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/tham-gap/so',
    component: lazyRouteComponent(
      () => import('#renderer/features/visits/register-print-page.tsx'),
      'RegisterPrintPage',
    ),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/tham-gap/phieu/$visitId',
    component: lazyRouteComponent(() => import('#renderer/features/visits/slip-page.tsx'), 'SlipPage'),
  }),
]

/** The care path: stages, sessions, ratings, campaigns. */
const carePath = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/quy-trinh',
    component: lazyRouteComponent(
      () => import('#renderer/features/care/stage-board-page.tsx'),
      'StageBoardPage',
    ),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/quy-trinh/buoi',
    component: lazyRouteComponent(() => import('#renderer/features/care/sessions-page.tsx'), 'SessionsPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/quy-trinh/buoi/$sessionId',
    component: lazyRouteComponent(() => import('#renderer/features/care/session-page.tsx'), 'SessionPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/quy-trinh/nhom',
    component: lazyRouteComponent(() => import('#renderer/features/care/groups-page.tsx'), 'GroupsPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/quy-trinh/chua-tu-van',
    component: lazyRouteComponent(() => import('#renderer/features/care/missing-page.tsx'), 'MissingPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/quy-trinh/xep-loai',
    component: lazyRouteComponent(() => import('#renderer/features/care/conduct-page.tsx'), 'ConductPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/quy-trinh/dot-hoat-dong',
    component: lazyRouteComponent(
      () => import('#renderer/features/care/campaigns-page.tsx'),
      'CampaignsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/quy-trinh/dot-hoat-dong/$campaignId',
    component: lazyRouteComponent(() => import('#renderer/features/care/campaign-page.tsx'), 'CampaignPage'),
  }),
]

/** Deposit money and belongings. */
const keeping = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/luu-ky',
    component: lazyRouteComponent(() => import('#renderer/features/ledger/ledger-page.tsx'), 'LedgerPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/luu-ky/so-du',
    component: lazyRouteComponent(
      () => import('#renderer/features/ledger/balances-page.tsx'),
      'BalancesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/luu-ky/cang-tin',
    component: lazyRouteComponent(() => import('#renderer/features/ledger/canteen-page.tsx'), 'CanteenPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/luu-ky/khoa-so',
    component: lazyRouteComponent(() => import('#renderer/features/ledger/close-page.tsx'), 'ClosePage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/luu-ky/thang',
    component: lazyRouteComponent(() => import('#renderer/features/ledger/month-page.tsx'), 'MonthPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/luu-ky/phieu/$moveId',
    component: lazyRouteComponent(() => import('#renderer/features/ledger/receipt-page.tsx'), 'ReceiptPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/luu-ky/sao-ke/$stayId',
    component: lazyRouteComponent(
      () => import('#renderer/features/ledger/statement-page.tsx'),
      'StatementPage',
    ),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/luu-ky/tui',
    component: lazyRouteComponent(() => import('#renderer/features/belongings/bags-page.tsx'), 'BagsPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/luu-ky/nhan',
    component: lazyRouteComponent(
      () => import('#renderer/features/belongings/labels-page.tsx'),
      'LabelsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/luu-ky/kho',
    component: lazyRouteComponent(() => import('#renderer/features/belongings/store-page.tsx'), 'StorePage'),
  }),
]

/** Safety of placement, and the book of requests. */
const safety = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/khu/khong-xep-chung',
    component: lazyRouteComponent(
      () => import('#renderer/features/keep-apart/keep-apart-page.tsx'),
      'KeepApartPage',
    ),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/khu/ra-soat',
    component: lazyRouteComponent(() => import('#renderer/features/sweep/sweep-page.tsx'), 'SweepPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/khu/ngung-su-dung',
    component: lazyRouteComponent(() => import('#renderer/features/outages/outages-page.tsx'), 'OutagesPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/khu/$zoneId/sap-xep',
    component: lazyRouteComponent(
      () => import('#renderer/features/reshuffle/drafts-page.tsx'),
      'ReshuffleDraftsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/khu/$zoneId/sap-xep/$draftId',
    component: lazyRouteComponent(
      () => import('#renderer/features/reshuffle/draft-page.tsx'),
      'ReshuffleDraftPage',
    ),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/khu/$zoneId/sap-xep/$draftId/in',
    component: lazyRouteComponent(
      () => import('#renderer/features/reshuffle/draft-print-page.tsx'),
      'ReshufflePrintPage',
    ),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/don',
    component: lazyRouteComponent(
      () => import('#renderer/features/requests/requests-page.tsx'),
      'RequestsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/don/xu-huong',
    component: lazyRouteComponent(
      () => import('#renderer/features/requests/trend-page.tsx'),
      'RequestTrendPage',
    ),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/don/$requestId',
    component: lazyRouteComponent(
      () => import('#renderer/features/requests/request-page.tsx'),
      'RequestPage',
    ),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/don/$requestId/in',
    component: lazyRouteComponent(
      () => import('#renderer/features/requests/answer-print-page.tsx'),
      'AnswerPrintPage',
    ),
  }),
]

/** Discipline and reward. */
const conductCases = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/ky-luat',
    component: lazyRouteComponent(
      () => import('#renderer/features/conduct-cases/conduct-cases-page.tsx'),
      'ConductCasesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/ky-luat/$caseId',
    component: lazyRouteComponent(() => import('#renderer/features/conduct-cases/case-page.tsx'), 'CasePage'),
  }),
]

/** Incidents: the book, the first report, one of them with its paper. */
const incidents = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/vu-viec',
    component: lazyRouteComponent(
      () => import('#renderer/features/incidents/incidents-page.tsx'),
      'IncidentsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/vu-viec/toi-bao',
    component: lazyRouteComponent(
      () => import('#renderer/features/incidents/my-reports-page.tsx'),
      'MyReportsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/vu-viec/viec',
    component: lazyRouteComponent(
      () => import('#renderer/features/incidents/work-page.tsx'),
      'IncidentWorkPage',
    ),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/vu-viec/bao',
    component: lazyRouteComponent(
      () => import('#renderer/features/incidents/report-page.tsx'),
      'NewReportPage',
    ),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/vu-viec/bao/$reportId',
    component: lazyRouteComponent(() => import('#renderer/features/incidents/report-page.tsx'), 'ReportPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/vu-viec/$incidentId',
    component: lazyRouteComponent(
      () => import('#renderer/features/incidents/incident-page.tsx'),
      'IncidentPage',
    ),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/vu-viec/$incidentId/in',
    component: lazyRouteComponent(
      () => import('#renderer/features/incidents/incident-print-page.tsx'),
      'IncidentPrintPage',
    ),
  }),
]

/** Every address of the program. */
export const routeTree = rootRoute.addChildren([
  ...outside,
  frameRoute.addChildren([
    ...people,
    ...keeping,
    ...carePath,
    ...aroundIntake,
    ...lodging,
    ...safety,
    ...incidents,
    ...conductCases,
    ...goingsOut,
    ...escapes,
    ...shifts,
    ...contacts,
    ...imports,
    ...documents,
    ...house,
  ]),
])
