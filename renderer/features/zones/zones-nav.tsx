import { useDesk } from '#renderer/app/desk.ts'
import { PartLinks } from '#ui/part-links.tsx'

const ABOUT_PEOPLE = [
  { href: '/khu/canh-bao', label: 'Cảnh báo' },
  { href: '/khu/khong-xep-chung', label: 'Không xếp chung' },
  { href: '/khu/ra-soat', label: 'Rà soát' },
] as const

/** The pages about places and about who may lie where. */
export function ZonesNav() {
  const seesPeople = useDesk()?.permissions.includes('people.read') ?? false
  const parts = [
    { href: '/khu', label: 'Các khu' },
    ...(seesPeople ? ABOUT_PEOPLE : []),
    { href: '/khu/ngung-su-dung', label: 'Ngừng sử dụng' },
  ]
  return <PartLinks label="Khu, chỗ ở" parts={parts} />
}
