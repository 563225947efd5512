import { useLocation } from '@tanstack/react-router'
import { InnerLink } from '#ui/inner-link.tsx'
import classes from './ledger.module.css'

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
  const here = useLocation().pathname
  return (
    <nav className={classes.nav} aria-label="Lưu ký, tư trang">
      {PARTS.map(({ href, label }) => (
        <InnerLink key={href} href={href} {...(here === href ? { 'aria-current': 'page' as const } : {})}>
          {label}
        </InnerLink>
      ))}
    </nav>
  )
}
