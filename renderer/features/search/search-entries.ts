import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconBed,
  IconDoorExit,
  IconFileSpreadsheet,
  IconHourglassEmpty,
  IconRoute,
  IconRun,
  IconUsersGroup,
  type TablerIcon,
} from '@tabler/icons-react'
import type { SearchHit } from '#domain/contract/person-shapes.ts'
import { foldName } from '#domain/names/fold-name.ts'
import type { Permission } from '#domain/permissions/permissions.ts'
import { modulesFor } from '#renderer/app/modules.ts'

/** A screen or an act that the search opens. */
export interface ScreenEntry {
  href: string
  label: string
  icon: TablerIcon
}

/** One line of the answers: a person or a screen. */
export type FoundEntry =
  | { kind: 'person'; href: string; hit: SearchHit }
  | { kind: 'screen'; href: string; screen: ScreenEntry }

interface ActEntry extends ScreenEntry {
  permission: Permission
  /** Other words for it. */
  words: string
}

const ACTS: readonly ActEntry[] = [
  {
    href: '/vu-viec/bao',
    label: 'Báo vụ việc',
    icon: IconAlertOctagon,
    permission: 'incident.report',
    words: 'danh nhau vat cam ma tuy gay roi tu sat chay tai nan chet su co',
  },
  {
    href: '/vu-viec/viec',
    label: 'Việc của các vụ việc',
    icon: IconAlertOctagon,
    permission: 'incident.report',
    words: 'thong bao bien ban loi khai thuong tich kham',
  },
  {
    href: '/vu-viec/so-lieu',
    label: 'Số liệu vụ việc',
    icon: IconAlertOctagon,
    permission: 'incident.read',
    words: 'thong ke bao cao bieu do gio khu lap lai',
  },
  {
    href: '/nguoi?cho-giuong=co',
    label: 'Học viên chờ xếp giường',
    icon: IconBed,
    permission: 'people.read',
    words: 'xep cho moi vao',
  },
  {
    href: '/nguoi?het-han=30',
    label: 'Học viên sắp hết thời hạn (30 ngày)',
    icon: IconHourglassEmpty,
    permission: 'people.read',
    words: 'ra ve den han',
  },
  {
    href: '/vu-viec/bo-tron?bao=moi',
    label: 'Báo bỏ trốn',
    icon: IconRun,
    permission: 'custody.record',
    words: 'tron truy tim vu viec',
  },
  {
    href: '/vu-viec/bo-tron',
    label: 'Người đang bỏ trốn',
    icon: IconRun,
    permission: 'people.read',
    words: 'tron truy tim dua tro lai bat lai',
  },
  {
    href: '/in/danh-sach-anh',
    label: 'Danh sách ảnh mọi người đang có mặt',
    icon: IconUsersGroup,
    permission: 'counts.read',
    words: 'in truy duoi nhan dang',
  },
  {
    href: '/nguoi?nhom=da-ra',
    label: 'Học viên đã ra',
    icon: IconDoorExit,
    permission: 'people.read',
    words: 'da ve ket thuc cu',
  },
  {
    href: '/khu/canh-bao',
    label: 'Cảnh báo về học viên',
    icon: IconAlertTriangle,
    permission: 'people.read',
    words: 'nguy co xem lai y te',
  },
  {
    href: '/quy-trinh/buoi',
    label: 'Buổi tư vấn, sinh hoạt, điểm danh',
    icon: IconRoute,
    permission: 'care.read',
    words: 'lop hoc giao duc the thao van nghe xoa mu chu',
  },
  {
    href: '/quy-trinh/xep-loai',
    label: 'Xếp loại tháng',
    icon: IconRoute,
    permission: 'care.read',
    words: 'tot kha trung binh kem',
  },
  { href: '/khu', label: 'Chuyển giường, đổi chỗ', icon: IconBed, permission: 'custody.place', words: 'xep' },
  {
    href: '/nhap-danh-sach',
    label: 'Nhập danh sách từ Excel',
    icon: IconFileSpreadsheet,
    permission: 'import.run',
    words: 'import',
  },
]

function isFound(label: string, needle: readonly string[]): boolean {
  const words = foldName(label).split(/[^\p{L}\p{N}]+/u)
  return needle.every((part) => words.some((word) => word.startsWith(part)))
}

/** Screens and acts this person may open whose words begin as typed; all screens when nothing is typed. */
export function findScreens(typed: string, permissions: readonly Permission[]): ScreenEntry[] {
  const needle = foldName(typed).split(' ').filter(Boolean)
  const screens = modulesFor(permissions).map(({ href, label, icon }) => ({ href, label, icon }))
  if (needle.length === 0) return screens
  const acts = ACTS.filter((act) => permissions.includes(act.permission))
  return [
    ...screens.filter((screen) => isFound(screen.label, needle)),
    ...acts.filter((act) => isFound(`${act.label} ${act.words}`, needle)),
  ]
}
