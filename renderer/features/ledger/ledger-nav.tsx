import { PartLinks } from '#ui/part-links.tsx'

const PARTS = [
  { href: '/luu-ky', label: 'Thu, chi' },
  { href: '/luu-ky/so-du', label: 'Số dư' },
  { href: '/luu-ky/cang-tin', label: 'Căng-tin' },
  { href: '/luu-ky/khoa-so', label: 'Khóa sổ quỹ' },
  { href: '/luu-ky/thang', label: 'Đối chiếu tháng' },
  { href: '/luu-ky/tui', label: 'Tìm túi' },
  { href: '/luu-ky/kho', label: 'Kho tư trang' },
] as const

/** The parts of the module of money and belongings. */
export function LedgerNav() {
  return <PartLinks label="Lưu ký, tư trang" parts={PARTS} />
}
