import { PartLinks } from '#ui/part-links.tsx'

const PAGES = [
  { href: '/quy-trinh', label: 'Giai đoạn' },
  { href: '/quy-trinh/buoi', label: 'Buổi tư vấn, sinh hoạt' },
  { href: '/quy-trinh/nhom', label: 'Nhóm, lớp' },
  { href: '/quy-trinh/chua-tu-van', label: 'Chưa được tư vấn' },
  { href: '/quy-trinh/xep-loai', label: 'Xếp loại tháng' },
  { href: '/quy-trinh/dot-hoat-dong', label: 'Tháng hành động' },
] as const

/** The pages of the care path, beside each other. */
export function CareNav() {
  return <PartLinks label="Quy trình cai nghiện" parts={PAGES} />
}
