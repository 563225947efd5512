import { useRouterState } from '@tanstack/react-router'
import { InnerLink } from '#ui/inner-link.tsx'
import classes from './care.module.css'

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
  const path = useRouterState({ select: (state) => state.location.pathname })
  return (
    <nav className={classes.nav} aria-label="Quy trình cai nghiện">
      {PAGES.map(({ href, label }) => (
        <InnerLink key={href} href={href} aria-current={path === href ? 'page' : undefined}>
          {label}
        </InnerLink>
      ))}
    </nav>
  )
}
