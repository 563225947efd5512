import { useDesk } from '#renderer/app/desk.ts'
import { PartLinks } from '#ui/part-links.tsx'

/** The pages of the incidents, beside each other. */
export function IncidentsNav() {
  const may = useDesk()?.permissions ?? []
  const parts = [
    ...(may.includes('incident.read') ? [{ href: '/vu-viec', label: 'Vụ việc' }] : []),
    ...(may.includes('incident.read') ? [{ href: '/vu-viec/so-lieu', label: 'Số liệu' }] : []),
    ...(may.includes('people.read') ? [{ href: '/vu-viec/bo-tron', label: 'Người bỏ trốn' }] : []),
    ...(may.includes('incident.report')
      ? [
          { href: '/vu-viec/toi-bao', label: 'Tôi báo' },
          { href: '/vu-viec/viec', label: 'Việc phải làm' },
        ]
      : []),
  ]
  return <PartLinks label="Vụ việc" parts={parts} />
}
