import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { page, frameRoute } from '#renderer/app/routes/page.ts'

/** Deposit money and belongings. */
export const keeping = [
  page(
    '/luu-ky',
    lazyRouteComponent(() => import('#renderer/features/ledger/ledger-page.tsx'), 'LedgerPage'),
  ),
  page(
    '/luu-ky/so-du',
    lazyRouteComponent(() => import('#renderer/features/ledger/balances-page.tsx'), 'BalancesPage'),
  ),
  page(
    '/luu-ky/cang-tin',
    lazyRouteComponent(() => import('#renderer/features/ledger/canteen-page.tsx'), 'CanteenPage'),
  ),
  page(
    '/luu-ky/khoa-so',
    lazyRouteComponent(() => import('#renderer/features/ledger/close-page.tsx'), 'ClosePage'),
  ),
  page(
    '/luu-ky/thang',
    lazyRouteComponent(() => import('#renderer/features/ledger/month-page.tsx'), 'MonthPage'),
  ),
  page(
    '/luu-ky/phieu/$moveId',
    lazyRouteComponent(() => import('#renderer/features/ledger/receipt-page.tsx'), 'ReceiptPage'),
  ),
  page(
    '/luu-ky/sao-ke/$stayId',
    lazyRouteComponent(() => import('#renderer/features/ledger/statement-page.tsx'), 'StatementPage'),
  ),
  page(
    '/luu-ky/tui',
    lazyRouteComponent(() => import('#renderer/features/belongings/bags-page.tsx'), 'BagsPage'),
  ),
  page(
    '/luu-ky/nhan',
    lazyRouteComponent(() => import('#renderer/features/belongings/labels-page.tsx'), 'LabelsPage'),
  ),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/luu-ky/kho',
    component: lazyRouteComponent(() => import('#renderer/features/belongings/store-page.tsx'), 'StorePage'),
  }),
]
