import { lazyRouteComponent } from '@tanstack/react-router'
import { NotFoundPage } from '#renderer/app/page-states.tsx'
import { page } from '#renderer/app/routes/page.ts'

/** Pages of the house itself: accounts, centre, machine, audit, help. */
export const house = [
  page(
    '/quan-tri/nguoi-dung',
    lazyRouteComponent(() => import('#renderer/features/users/users-page.tsx'), 'UsersPage'),
  ),
  page(
    '/quan-tri/nguoi-dung/them',
    lazyRouteComponent(() => import('#renderer/features/users/new-user-page.tsx'), 'NewUserPage'),
  ),
  page(
    '/quan-tri/nguoi-dung/$userId',
    lazyRouteComponent(() => import('#renderer/features/users/user-page.tsx'), 'UserPage'),
  ),
  page(
    '/quan-tri/vai-tro',
    lazyRouteComponent(() => import('#renderer/features/users/roles-page.tsx'), 'RolesPage'),
  ),
  page(
    '/quan-tri/quy-dinh',
    lazyRouteComponent(() => import('#renderer/features/rules/rules-page.tsx'), 'RulesPage'),
  ),
  page(
    '/quan-tri/co-so',
    lazyRouteComponent(() => import('#renderer/features/centre/centre-page.tsx'), 'CentrePage'),
  ),
  page(
    '/quan-tri/thiet-bi',
    lazyRouteComponent(() => import('#renderer/features/devices/devices-page.tsx'), 'DevicesPage'),
  ),
  page(
    '/quan-tri/thiet-bi/them',
    lazyRouteComponent(() => import('#renderer/features/devices/add-desk-page.tsx'), 'AddDeskPage'),
  ),
  page(
    '/quan-tri/may-chu',
    lazyRouteComponent(() => import('#renderer/features/health/health-page.tsx'), 'HealthPage'),
  ),
  page(
    '/quan-tri/phuc-hoi',
    lazyRouteComponent(() => import('#renderer/features/backup/restore-page.tsx'), 'RestorePage'),
  ),
  page(
    '/quan-tri/khoa',
    lazyRouteComponent(() => import('#renderer/features/keys/keys-page.tsx'), 'KeysPage'),
  ),
  page(
    '/quan-tri/sao-luu',
    lazyRouteComponent(() => import('#renderer/features/backup/backup-page.tsx'), 'BackupPage'),
  ),
  page(
    '/quan-tri/cap-nhat',
    lazyRouteComponent(() => import('#renderer/features/releases/releases-page.tsx'), 'ReleasesPage'),
  ),
  page(
    '/quan-tri/nhat-ky',
    lazyRouteComponent(() => import('#renderer/features/audit/audit-page.tsx'), 'AuditPage'),
  ),
  page(
    '/tro-giup',
    lazyRouteComponent(() => import('#renderer/features/help/help-page.tsx'), 'HelpPage'),
  ),
  page('$', NotFoundPage),
]
