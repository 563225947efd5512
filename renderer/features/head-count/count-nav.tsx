import { PartLinks } from '#ui/part-links.tsx'

const PAGES = [
  { href: '/diem-danh', label: 'Giao ca này' },
  { href: '/diem-danh/lich-su', label: 'Các lần điểm danh' },
] as const

/** The count of this hand-over beside those that are signed. */
export function CountNav() {
  return <PartLinks label="Điểm danh" parts={PAGES} />
}
