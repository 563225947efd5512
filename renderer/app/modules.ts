import {
  IconAlertOctagon,
  IconBed,
  IconBuilding,
  IconClipboardCheck,
  IconClipboardList,
  IconDatabaseExport,
  IconDevices,
  IconDoorEnter,
  IconDoorExit,
  IconFileText,
  IconGavel,
  IconHeartRateMonitor,
  IconHistory,
  IconKey,
  IconListCheck,
  IconMessageReport,
  IconRefreshDot,
  IconScale,
  IconRoute,
  IconSun,
  IconTableImport,
  IconMessages,
  IconUsers,
  IconUserShield,
  IconWallet,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { Permission } from '#domain/permissions/permissions.ts'
import type { FrameModule } from '#ui/frame-module.ts'

/** A module of the left column and the permission that opens it; null opens it to everybody signed in. */
interface AppModule extends FrameModule {
  permission: Permission | null
  /** Opens it as well: one reads the book, the other writes into it. */
  orPermission?: Permission
}

const MODULES: readonly AppModule[] = [
  { href: '/', label: 'Hôm nay', icon: IconSun, permission: null },
  { href: '/viec', label: 'Việc của tôi', icon: IconListCheck, permission: 'duties.read' },
  { href: '/tiep-nhan', label: 'Tiếp nhận', icon: IconDoorEnter, permission: 'custody.receive' },
  { href: '/nhap-danh-sach', label: 'Nhập danh sách', icon: IconTableImport, permission: 'import.run' },
  { href: '/nguoi', label: 'Học viên', icon: IconUsers, permission: 'people.read' },
  { href: '/quy-trinh', label: 'Quy trình', icon: IconRoute, permission: 'care.read' },
  { href: '/ra-ngoai', label: 'Ra ngoài', icon: IconDoorExit, permission: 'people.read' },
  { href: '/tham-gap', label: 'Thăm gặp', icon: IconMessages, permission: 'contacts.read' },
  { href: '/luu-ky', label: 'Lưu ký', icon: IconWallet, permission: 'deposit.read' },
  { href: '/don', label: 'Đơn từ', icon: IconMessageReport, permission: 'requests.read' },
  { href: '/ky-luat', label: 'Thưởng, kỷ luật', icon: IconGavel, permission: 'discipline.read' },
  {
    href: '/vu-viec',
    label: 'Vụ việc',
    icon: IconAlertOctagon,
    permission: 'incident.read',
    orPermission: 'incident.report',
  },
  { href: '/khu', label: 'Khu', icon: IconBed, permission: 'places.read' },
  { href: '/quan-so', label: 'Quân số', icon: IconClipboardList, permission: 'roll.read' },
  { href: '/diem-danh', label: 'Điểm danh', icon: IconClipboardCheck, permission: 'counts.read' },
  { href: '/ca-truc', label: 'Ca trực', icon: IconUsersGroup, permission: 'shifts.read' },
  { href: '/quan-tri/nguoi-dung', label: 'Người dùng', icon: IconUserShield, permission: 'users.read' },
  { href: '/quan-tri/co-so', label: 'Cơ sở', icon: IconBuilding, permission: 'centre.edit' },
  { href: '/quan-tri/quy-dinh', label: 'Quy định', icon: IconScale, permission: 'rules.edit' },
  { href: '/quan-tri/bieu-mau', label: 'Biểu mẫu', icon: IconFileText, permission: 'templates.edit' },
  { href: '/quan-tri/thiet-bi', label: 'Thiết bị', icon: IconDevices, permission: 'devices.manage' },
  { href: '/quan-tri/may-chu', label: 'Máy chủ', icon: IconHeartRateMonitor, permission: 'health.read' },
  { href: '/quan-tri/sao-luu', label: 'Sao lưu', icon: IconDatabaseExport, permission: 'backup.run' },
  { href: '/quan-tri/khoa', label: 'Khóa', icon: IconKey, permission: 'keys.manage' },
  { href: '/quan-tri/cap-nhat', label: 'Cập nhật', icon: IconRefreshDot, permission: 'releases.manage' },
  { href: '/quan-tri/nhat-ky', label: 'Nhật ký', icon: IconHistory, permission: 'audit.technical' },
]

const ADMIN_PREFIX = '/quan-tri/'
const GUARD: readonly string[] = ['/khu', '/quan-so', '/diem-danh', '/ca-truc']

type Part = 'day' | 'people' | 'guard' | 'admin'

function partOf(href: string): Part {
  if (href.startsWith(ADMIN_PREFIX)) return 'admin'
  if (GUARD.includes(href)) return 'guard'
  return href === '/' || href === '/viec' ? 'day' : 'people'
}

/**
 * The modules someone with these permissions may open. A line parts the day's work, the people and the guard; the
 * administrative modules stand last, under a heading.
 */
export function modulesFor(
  permissions: readonly Permission[],
  waiting: Readonly<Record<string, number>> = {},
): FrameModule[] {
  const open = MODULES.filter(
    ({ permission, orPermission }) =>
      permission === null ||
      permissions.includes(permission) ||
      (orPermission !== undefined && permissions.includes(orPermission)),
  )
  return open.map(({ permission: _permission, orPermission: _or, ...module }, index) => {
    const above = open[index - 1]
    const part = partOf(module.href)
    const isParted = part !== 'admin' && above !== undefined && partOf(above.href) !== part
    return {
      ...module,
      ...(part === 'admin' ? { group: 'Quản trị' } : {}),
      ...(isParted ? { isParted } : {}),
      ...(waiting[module.href] === undefined ? {} : { waiting: waiting[module.href] }),
    }
  })
}
