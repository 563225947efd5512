import type { Role } from '#domain/permissions/roles.ts'

/** Accounts of the fictitious centre. Their password is no secret: there is nobody real behind it. */
export const DEMO_PASSWORD = 'dung thu neo ve 2026'

export const DEMO_LOGINS: readonly { login: string; name: string; roles: Role[] }[] = [
  { login: 'truong', name: 'Trần Quốc Bảo', roles: ['director'] },
  { login: 'quantri', name: 'Lê Minh Tuấn', roles: ['administrator'] },
  { login: 'tiepnhan', name: 'Nguyễn Thị Hạnh', roles: ['intake'] },
  { login: 'khu', name: 'Hoàng Văn Sơn', roles: ['zone'] },
  { login: 'yte', name: 'Phạm Thu Trang', roles: ['medical'] },
  { login: 'daynghe', name: 'Vi Văn Thắng', roles: ['teacher'] },
  { login: 'vuviec', name: 'Đặng Hữu Nam', roles: ['incident'] },
  { login: 'baocao', name: 'Bùi Thị Lan', roles: ['reporter'] },
  { login: 'kiemtra', name: 'Đỗ Xuân Hòa', roles: ['inspector'] },
]
