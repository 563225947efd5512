/** What a person does in the centre, as far as the program is concerned. One person may hold several roles. */
export const ROLES = [
  'administrator',
  'intake',
  'zone',
  'medical',
  'teacher',
  'incident',
  'director',
  'reporter',
  'inspector',
] as const
export type Role = (typeof ROLES)[number]

export const ROLE_LABELS: Record<Role, string> = {
  administrator: 'Quản trị hệ thống',
  intake: 'Tiếp nhận',
  zone: 'Quản lý khu',
  medical: 'Y tế',
  teacher: 'Giáo dục, dạy nghề',
  incident: 'Xử lý vụ việc',
  director: 'Trưởng cơ sở',
  reporter: 'Tổng hợp, báo cáo',
  inspector: 'Kiểm tra (chỉ xem)',
}

/** One sentence per role for the screen on which roles are given. */
export const ROLE_DESCRIPTIONS: Record<Role, string> = {
  administrator: 'Quản lý tài khoản, máy trạm, sao lưu và máy chủ; không mở hồ sơ của bất kỳ ai.',
  intake: 'Tiếp nhận, lập và sửa hồ sơ, nhập danh sách cũ, xếp giường lần đầu.',
  zone: 'Xếp, chuyển, đổi giường; ghi việc ra ngoài, trở lại, bỏ trốn; theo dõi quân số.',
  medical: 'Theo dõi sức khỏe, cắt cơn và cách ly.',
  teacher: 'Lớp học, dạy nghề, điểm danh lớp.',
  incident: 'Xử lý vụ việc, đề xuất kỷ luật, ghi việc bỏ trốn.',
  director: 'Quyết định, ký, xem mọi nghiệp vụ và nhật ký của cơ sở.',
  reporter: 'Tổng hợp và gửi số liệu; không xem hồ sơ từng người.',
  inspector: 'Xem hồ sơ, quân số và nhật ký; không sửa.',
}
