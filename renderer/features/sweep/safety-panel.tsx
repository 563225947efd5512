import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { formatNumber } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './safety-panel.module.css'

interface Line {
  key: string
  chip: ReactNode
  text: string
  href: string
}

/** What is wrong with beds and which requests wait, each a step from its list; nothing while all is well. */
export function SafetyPanel() {
  const desk = useDesk()
  const may = (permission: NonNullable<typeof desk>['permissions'][number]) =>
    desk?.permissions.includes(permission) ?? false
  const sweep = useQuery(api.sweep.summary.queryOptions({ input: {}, enabled: may('people.read') }))
  const requests = useQuery(api.requests.counts.queryOptions({ input: {}, enabled: may('requests.read') }))
  const plans = useQuery(api.outages.plans.queryOptions({ input: {}, enabled: may('places.outage') }))
  const pairs = useQuery(
    api.keepApart.count.queryOptions({ input: { reviewDue: true }, enabled: may('custody.place') }),
  )
  const lines: Line[] = []
  if (sweep.data && sweep.data.fresh > 0) {
    lines.push({
      key: 'sweep',
      chip: <ToneChip tone={sweep.data.hard > 0 ? 'late' : 'soon'} text={formatNumber(sweep.data.fresh)} />,
      text: 'vi phạm chỗ ở chưa ghi nhận',
      href: '/khu/ra-soat?tinh-trang=new',
    })
  }
  if (requests.data && requests.data.mine > 0) {
    const { mine, mineLate } = requests.data
    lines.push({
      key: 'mine',
      chip: <ToneChip tone={mineLate > 0 ? 'late' : 'soon'} text={formatNumber(mine)} />,
      text: mineLate > 0 ? `đơn giao cho tôi, ${formatNumber(mineLate)} quá hạn` : 'đơn giao cho tôi',
      href: '/don?tinh-trang=cua-toi',
    })
  }
  if (requests.data && requests.data.late > 0) {
    lines.push({
      key: 'late',
      chip: <ToneChip tone="late" text={formatNumber(requests.data.late)} />,
      text: 'đơn, phản ánh quá hạn trả lời',
      href: '/don?tinh-trang=qua-han',
    })
  }
  if (plans.data && plans.data.overdue > 0) {
    lines.push({
      key: 'outage',
      chip: <ToneChip tone="late" text={formatNumber(plans.data.overdue)} />,
      text: 'giường quá hẹn dùng lại',
      href: '/khu/ngung-su-dung',
    })
  }
  if (pairs.data && pairs.data.pairs > 0) {
    lines.push({
      key: 'pairs',
      chip: <ToneChip tone="soon" text={formatNumber(pairs.data.pairs)} />,
      text: 'cặp không xếp chung đến hạn xem lại',
      href: '/khu/khong-xep-chung?tinh-trang=xem-lai',
    })
  }
  if (lines.length === 0) return null
  const last = sweep.data?.last
  return (
    <Panel title="An toàn chỗ ở, đơn từ" aside={last && <span>rà soát {formatInstant(last.at)}</span>}>
      <ul className={classes.lines}>
        {lines.map((line) => (
          <li key={line.key}>
            {line.chip} <InnerLink href={line.href}>{line.text}</InnerLink>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
