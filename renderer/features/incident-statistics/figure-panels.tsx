import type { IncidentStatistics, StatisticsAsked } from '#domain/contract/incident-statistics.ts'
import {
  EXHIBIT_ROUTE_LABELS,
  EXHIBIT_SUBSTANCE_LABELS,
  EXHIBIT_UNIT_LABELS,
} from '#domain/incidents/exhibit.ts'
import { INCIDENT_KIND_LABELS } from '#domain/incidents/incident-kinds.ts'
import { INCIDENT_STATE_LABELS } from '#domain/incidents/incident-states.ts'
import {
  AGE_CLASS_LABELS,
  AGE_CLASSES,
  ESCAPE_SLICE_LABELS,
  INJURY_SLICE_LABELS,
} from '#domain/incidents/statistics.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import { listOf } from './asked.ts'
import { Figure, FigureTable } from './figure-table.tsx'
import { changeText, lengthText } from './figure-words.ts'

interface FigurePanelProps {
  figures: IncidentStatistics
  asked: StatisticsAsked
}

/** Kinds of the period beside the period before. */
export function KindsPanel({ figures, asked }: FigurePanelProps) {
  return (
    <Panel title="Theo loại" flush>
      {figures.kinds.length === 0 ? (
        <EmptyState title="Không có vụ việc nào trong kỳ">Chọn kỳ dài hơn hoặc bỏ bớt bộ lọc.</EmptyState>
      ) : (
        <FigureTable
          label="Vụ việc theo loại, kỳ này và kỳ trước"
          heads={['Loại', 'Kỳ này', 'Kỳ trước', 'Tăng, giảm']}
          rows={figures.kinds.map(({ kind, count, before }) => ({
            key: kind,
            cells: [
              INCIDENT_KIND_LABELS[kind],
              <Figure key="now" value={count} href={listOf(asked, { kinds: [kind] })} />,
              <Figure
                key="before"
                value={before}
                href={listOf(asked, { kinds: [kind], ...figures.before })}
              />,
              changeText(count - before),
            ],
          }))}
        />
      )}
    </Panel>
  )
}

/** What is open today by state and by how long it has stood there. */
export function StandingPanel({ figures, asked }: FigurePanelProps) {
  const open = { from: null, to: null }
  return (
    <Panel title="Đang mở hôm nay, theo tình trạng và số ngày" aside="xảy ra bất kỳ ngày nào" flush>
      {figures.standing.length === 0 ? (
        <EmptyState title="Không có vụ việc nào đang mở">Mọi vụ việc đã đóng.</EmptyState>
      ) : (
        <FigureTable
          label="Vụ việc đang mở theo tình trạng và số ngày"
          heads={['Tình trạng', 'Số vụ', ...AGE_CLASSES.map((age) => AGE_CLASS_LABELS[age])]}
          rows={figures.standing.map(({ state, count, ages }) => ({
            key: state,
            cells: [
              INCIDENT_STATE_LABELS[state],
              <Figure key="all" value={count} href={listOf(asked, { ...open, states: [state] })} />,
              ...AGE_CLASSES.map((age) => (
                <Figure
                  key={age}
                  value={ages[age]}
                  href={listOf(asked, { ...open, states: [state], age })}
                  {...(age === 'days-over-30' && ages[age] > 0 ? { tone: 'late' as const } : {})}
                />
              )),
            ],
          }))}
        />
      )}
    </Panel>
  )
}

/** How long the closed ones of the period took from the report to the closing. */
export function ClosingPanel({ figures, asked }: FigurePanelProps) {
  const { kinds, ...all } = figures.closing
  return (
    <Panel title="Thời gian xử lý" aside="từ khi báo đến khi đóng" flush>
      <FigureTable
        label="Thời gian xử lý vụ việc của kỳ"
        heads={['Vụ đã đóng', 'Số vụ', 'Một nửa đóng trong', '90% đóng trong']}
        rows={[
          closingRow('Mọi loại', all, listOf(asked, { states: ['closed'] })),
          ...kinds.map(({ kind, ...one }) =>
            closingRow(INCIDENT_KIND_LABELS[kind], one, listOf(asked, { states: ['closed'], kinds: [kind] })),
          ),
        ]}
      />
    </Panel>
  )
}

/** @param lengths from the report to the closing, in whole hours; null where none was closed */
function closingRow(
  name: string,
  { closed, medianHours, slowHours }: Omit<IncidentStatistics['closing'], 'kinds'>,
  href: string,
) {
  return {
    key: name,
    cells: [
      name,
      <Figure key="list" value={closed} href={href} />,
      medianHours === null ? '–' : lengthText(medianHours),
      slowHours === null ? '–' : lengthText(slowHours),
    ],
  }
}

/** Escapes and injuries, in incidents and people. */
export function HarmPanel({ figures, asked }: FigurePanelProps) {
  const rows = [
    ...figures.escapes.map(({ slice, incidents, people }) => ({
      key: `escape ${slice}`,
      name: ESCAPE_SLICE_LABELS[slice],
      href: listOf(asked, { escape: slice }),
      incidents,
      people,
    })),
    ...figures.injured.map(({ slice, incidents, people }) => ({
      key: `injured ${slice}`,
      name: INJURY_SLICE_LABELS[slice],
      href: listOf(asked, { injured: slice }),
      incidents,
      people,
    })),
  ]
  return (
    <Panel title="Bỏ trốn và thương tích" flush>
      <FigureTable
        label="Số người bỏ trốn, bị thương trong kỳ"
        heads={['Việc', 'Số vụ', 'Số người']}
        rows={rows.map(({ key, name, href, incidents, people }) => ({
          key,
          cells: [name, <Figure key="list" value={incidents} href={href} />, formatNumber(people)],
        }))}
      />
    </Panel>
  )
}

/** Drugs by substance and the way they came in, with how much. */
export function ContrabandPanel({ figures, asked }: FigurePanelProps) {
  return (
    <Panel title="Chất cấm theo chất và đường vào" flush>
      {figures.contraband.length === 0 ? (
        <EmptyState title="Không thu giữ chất nào trong kỳ">
          Vật thu giữ có ghi chất trong vụ việc hiện ở đây.
        </EmptyState>
      ) : (
        <FigureTable
          label="Chất cấm thu giữ trong kỳ"
          heads={['Chất', 'Đường vào', 'Số vụ', 'Lượng']}
          words={2}
          rows={figures.contraband.map(({ substance, route, incidents, amounts }) => ({
            key: `${substance} ${route}`,
            cells: [
              EXHIBIT_SUBSTANCE_LABELS[substance],
              EXHIBIT_ROUTE_LABELS[route],
              <Figure key="list" value={incidents} href={listOf(asked, { substance, route })} />,
              amounts
                .map(({ unit, quantity }) => `${formatNumber(quantity, 3)} ${EXHIBIT_UNIT_LABELS[unit]}`)
                .join(' · '),
            ],
          }))}
        />
      )}
    </Panel>
  )
}

/** Residents who stand in more than one incident of the period. */
export function RepeatedPanel({ figures, asked }: FigurePanelProps) {
  return (
    <Panel title="Học viên có mặt trong nhiều vụ" aside="mọi vai trò, nhiều nhất 20 người" flush>
      {figures.repeated.length === 0 ? (
        <EmptyState title="Không ai có mặt trong hai vụ trở lên">Chọn kỳ dài hơn để xem lại.</EmptyState>
      ) : (
        <FigureTable
          label="Học viên có mặt trong hai vụ trở lên"
          heads={['Họ và tên', 'Số vụ', 'Lần gần nhất']}
          rows={figures.repeated.map(({ personId, name, count, last }) => ({
            key: personId,
            cells: [
              <InnerLink key="person" href={`/nguoi/${personId}?the=vu-viec`}>
                {name}
              </InnerLink>,
              <Figure key="list" value={count} href={listOf(asked, { personId })} />,
              formatDay(dayOf(last)),
            ],
          }))}
        />
      )}
    </Panel>
  )
}
