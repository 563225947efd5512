import { useQuery } from '@tanstack/react-query'
import type { Today } from '#domain/contract/today.ts'
import { formatDay } from '#domain/time/day.ts'
import { api } from '#renderer/api/client.ts'
import { MiniChart } from '#ui/mini-chart.tsx'
import { Panel } from '#ui/panel.tsx'

/** People received and ended on each of the last thirty days. */
export function FlowPanel({ flow }: { flow: NonNullable<Today['flow']> }) {
  return (
    <Panel>
      <MiniChart
        title="Vào – ra 30 ngày"
        kind="bar"
        axisLabel="Ngày"
        series={[{ label: 'Tiếp nhận' }, { label: 'Kết thúc' }]}
        points={flow.map(({ day, received, ended }) => ({
          label: formatDay(day).slice(0, 5),
          values: [received, ended],
        }))}
      />
    </Panel>
  )
}

/** The roll at the beginnings of the last twelve months, and now. */
export function CoursePanel() {
  const course = useQuery(api.today.course.queryOptions({ input: {}, context: { isBackground: true } }))
  const points = course.data?.points ?? []
  return (
    <Panel>
      <MiniChart
        title="Quân số 12 tháng"
        kind="line"
        axisLabel="Ngày"
        series={[{ label: 'Trong danh sách' }, { label: 'Có mặt' }]}
        points={points.map(({ day, onRoll, present }) => ({
          label: formatDay(day),
          values: [onRoll, present],
        }))}
      />
    </Panel>
  )
}
