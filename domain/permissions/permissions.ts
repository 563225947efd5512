import { ROLES, type Role } from './roles.ts'

/** Everything the hub may be asked to do that not everybody may, by subject. */
export const PERMISSIONS = [
  'people.search',
  'people.read',
  'people.edit',
  'people.merge',
  'dossier.read',
  'dossier.edit',
  'deposit.read',
  'deposit.edit',
  'medical.read',
  'medical.edit',
  'documents.read',
  'documents.make',
  'templates.read',
  'templates.edit',
  'custody.receive',
  'custody.place',
  'custody.record',
  'custody.correct',
  'places.read',
  'places.outage',
  'places.edit',
  'roll.read',
  'import.run',
  'import.undo',
  'exports.run',
  'rules.read',
  'rules.edit',
  'calendar.edit',
  'centre.read',
  'centre.edit',
  'users.read',
  'users.manage',
  'audit.read',
  'audit.technical',
  'views.read',
  'backup.run',
  'health.read',
  'sessions.own',
  'jobs.own',
  'drafts.own',
  'feed.read',
] as const
export type Permission = (typeof PERMISSIONS)[number]

export const PERMISSION_LABELS: Record<Permission, string> = {
  'people.search': 'Tìm học viên',
  'people.read': 'Xem nhân thân, nơi ở, diện của học viên',
  'people.edit': 'Lập và sửa hồ sơ, giấy tờ tùy thân',
  'people.merge': 'Gộp và tách hồ sơ trùng',
  'dossier.read': 'Xem hồ sơ pháp lý, phiếu thông tin, người dự kiến đến',
  'dossier.edit': 'Ghi hồ sơ pháp lý, phiếu thông tin',
  'deposit.read': 'Xem tư trang, tiền lưu ký',
  'deposit.edit': 'Nhận, trả tư trang, tiền lưu ký',
  'medical.read': 'Xem kết quả khám sức khỏe',
  'medical.edit': 'Ghi kết quả khám sức khỏe',
  'documents.read': 'Xem, in văn bản của học viên',
  'documents.make': 'Lập, đánh số, hủy văn bản',
  'templates.read': 'Xem biểu mẫu',
  'templates.edit': 'Thay biểu mẫu',
  'custody.receive': 'Tiếp nhận và xếp giường lần đầu',
  'custody.place': 'Xếp, chuyển, đổi giường',
  'custody.record': 'Ghi việc ra ngoài, trở lại, bỏ trốn, kết thúc',
  'custody.correct': 'Đính chính việc đã ghi',
  'places.read': 'Xem khu, phòng, giường',
  'places.outage': 'Ngừng và đưa giường vào sử dụng lại',
  'places.edit': 'Sửa khu, phòng, giường, sức chứa',
  'roll.read': 'Xem quân số',
  'import.run': 'Nhập danh sách từ Excel',
  'import.undo': 'Hủy một lần nhập danh sách',
  'exports.run': 'Xuất danh sách ra tệp',
  'rules.read': 'Xem quy định và tra thời hạn',
  'rules.edit': 'Sửa quy định áp dụng',
  'calendar.edit': 'Sửa ngày nghỉ lễ, ngày làm bù',
  'centre.read': 'Xem thông tin cơ sở',
  'centre.edit': 'Sửa thông tin cơ sở, người ký',
  'users.read': 'Xem danh sách tài khoản và vai trò',
  'users.manage': 'Quản lý tài khoản và vai trò',
  'audit.read': 'Xem nhật ký xem và sửa',
  'audit.technical': 'Xem nhật ký kỹ thuật',
  'views.read': 'Xem ai đã mở một hồ sơ',
  'backup.run': 'Sao lưu và kiểm tra bản sao lưu',
  'health.read': 'Xem tình trạng máy chủ',
  'sessions.own': 'Quản lý phiên làm việc của mình',
  'jobs.own': 'Theo dõi và hủy việc dài của mình',
  'drafts.own': 'Giữ bản nháp của mình',
  'feed.read': 'Nhận thay đổi từ các máy khác',
}

const EVERYBODY = ROLES
/** Everyone who works with the people in the centre; neither the machine's administrator nor the reporter. */
const WORKS_WITH_PEOPLE = [
  'intake',
  'zone',
  'medical',
  'teacher',
  'incident',
  'director',
  'inspector',
] as const satisfies readonly Role[]

/**
 * The one table of who may do what. A role that is not in a row may not: the administrator runs the machine and
 * opens no one's file, the reporter sees figures and no names, the inspector reads only.
 */
export const PERMISSION_ROLES: Record<Permission, readonly Role[]> = {
  'people.search': WORKS_WITH_PEOPLE,
  'people.read': WORKS_WITH_PEOPLE,
  'people.edit': ['intake', 'director'],
  'people.merge': ['intake', 'director'],
  'dossier.read': ['intake', 'director', 'inspector'],
  'dossier.edit': ['intake', 'director'],
  'deposit.read': ['intake', 'director', 'inspector'],
  'deposit.edit': ['intake', 'director'],
  'medical.read': ['medical'],
  'medical.edit': ['medical'],
  'documents.read': ['intake', 'zone', 'medical', 'incident', 'director', 'inspector'],
  'documents.make': ['intake', 'medical', 'director'],
  'templates.read': ['administrator', 'intake', 'medical', 'director', 'inspector'],
  'templates.edit': ['administrator', 'director'],
  'custody.receive': ['intake', 'director'],
  'custody.place': ['zone', 'director'],
  'custody.record': ['zone', 'incident', 'director'],
  'custody.correct': ['zone', 'director'],
  'places.read': EVERYBODY,
  'places.outage': ['zone', 'director'],
  'places.edit': ['administrator', 'director'],
  'roll.read': [...WORKS_WITH_PEOPLE, 'reporter'],
  'import.run': ['intake', 'director'],
  'import.undo': ['intake', 'director'],
  'exports.run': ['intake', 'zone', 'director'],
  'rules.read': EVERYBODY,
  'rules.edit': ['administrator', 'director'],
  'calendar.edit': ['administrator', 'director'],
  'centre.read': EVERYBODY,
  'centre.edit': ['administrator', 'director'],
  'users.read': ['administrator', 'director', 'inspector'],
  'users.manage': ['administrator'],
  'audit.read': ['director', 'inspector'],
  'audit.technical': ['administrator', 'director', 'inspector'],
  'views.read': ['director', 'inspector'],
  'backup.run': ['administrator'],
  'health.read': ['administrator', 'director'],
  'sessions.own': EVERYBODY,
  'jobs.own': EVERYBODY,
  'drafts.own': EVERYBODY,
  'feed.read': EVERYBODY,
}

/** May someone with these roles do this? No for nobody's role, for an unknown role and for an unknown permission. */
export function can(roles: readonly Role[], permission: Permission): boolean {
  if (!Object.hasOwn(PERMISSION_ROLES, permission)) return false
  return roles.some((role) => PERMISSION_ROLES[permission].includes(role))
}

/** Everything someone with these roles may do, in the order of the table. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  return PERMISSIONS.filter((permission) => can(roles, permission))
}
