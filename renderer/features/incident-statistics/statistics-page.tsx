import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { IncidentStatistics, StatisticsAsked } from '#domain/contract/incident-statistics.ts'
import { OUTSIDE_ZONES, OUTSIDE_ZONES_LABEL, WEEKDAY_LABELS } from '#domain/incidents/statistics.ts'
import { INCIDENT_KIND_LABELS, INCIDENT_KINDS } from '#domain/incidents/incident-kinds.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { PrintActs } from '#renderer/app/print-acts.tsx'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { IncidentsNav } from '#renderer/features/incidents/incidents-nav.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { FilterChips } from '#ui/filter-chips.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { askedOf, listOf, STATISTICS_KEYS } from './asked.ts'
import {
  ClosingPanel,
  ContrabandPanel,
  HarmPanel,
  KindsPanel,
  RepeatedPanel,
  StandingPanel,
} from './figure-panels.tsx'
import { FigureTiles } from './figure-tiles.tsx'
import { useFiguresExport } from './figures-export.tsx'
import { FiguresNote } from './figures-note.tsx'
import { HeatMap, type HeatRow } from './heat-map.tsx'
import { PeriodBar } from './period-bar.tsx'
import { StandoutPanel } from './standout-panel.tsx'
import { TrendPanel } from './trend-panel.tsx'
import classes from './statistics.module.css'

/** `/vu-viec/so-lieu`: what the incidents of a period teach; each figure opens its list. */
export function StatisticsPage() {
  const today = dayOf(useHubNow())
  const mayExport = useDesk()?.permissions.includes('incident.export') ?? false
  const [values, setValues] = useUrlFilters(STATISTICS_KEYS)
  const asked = askedOf(values, today)
  const zones = useQuery(api.places.zones.queryOptions({ input: {} }))
  const figures = useQuery({
    ...api.incidentStatistics.figures.queryOptions({ input: asked }),
    placeholderData: keepPreviousData,
  })
  const file = useFiguresExport(asked)
  const { khu, loai, ...others } = values
  const chosen = { ...(khu ? { khu } : {}), ...(loai ? { loai } : {}) }
  return (
    <div className={classes.page}>
      <PageHeader
        title="Số liệu vụ việc"
        note={`xảy ra từ ${formatDay(asked.from)} đến ${formatDay(asked.to)}`}
        acts={
          <>
            {mayExport && file.acts}
            <PrintActs act="In số liệu" fileName="so-lieu-vu-viec" disabled={!figures.data} />
          </>
        }
      />
      <IncidentsNav />
      {file.work}
      <div className={classes.bar}>
        <PeriodBar
          asked={asked}
          today={today}
          onChange={({ from, to }) => setValues({ ...values, tu: [from], den: [to] })}
        />
        <FilterChips
          chips={[
            {
              id: 'khu',
              label: 'Khu',
              choices: [
                ...(zones.data?.zones ?? []).map(({ id, name }) => ({ value: id, label: name })),
                { value: OUTSIDE_ZONES, label: OUTSIDE_ZONES_LABEL },
              ],
            },
            {
              id: 'loai',
              label: 'Loại',
              choices: INCIDENT_KINDS.map((value) => ({ value, label: INCIDENT_KIND_LABELS[value] })),
            },
          ]}
          values={chosen}
          onChange={(next) => setValues({ ...others, ...next })}
        />
      </div>
      {figures.isPending && <PagePending />}
      {figures.error && (
        <ErrorState
          title="Chưa tính được số liệu"
          sentence={toHubError(figures.error).message}
          onRetry={() => void figures.refetch()}
        />
      )}
      {figures.data && (
        <Figures
          figures={figures.data}
          asked={asked}
          isLong={values['thang']?.[0] === '24'}
          onLong={(isLong) => {
            const { thang: _, ...rest } = values
            setValues(isLong ? { ...rest, thang: ['24'] } : rest)
          }}
        />
      )}
    </div>
  )
}

interface FiguresProps {
  figures: IncidentStatistics
  asked: StatisticsAsked
  isLong: boolean
  onLong: (isLong: boolean) => void
}

function Figures({ figures, asked, isLong, onLong }: FiguresProps) {
  const zones = figures.zones.map((row): HeatRow => ({ ...row, id: row.zoneId ?? OUTSIDE_ZONES }))
  const weekdays = figures.weekdays.map((row): HeatRow => ({
    ...row,
    id: String(row.weekday),
    name: WEEKDAY_LABELS[row.weekday - 1] ?? '',
  }))
  return (
    <>
      <FigureTiles figures={figures} asked={asked} />
      <FiguresNote figures={figures} asked={asked} />
      <div className={classes.columns}>
        <div className={classes.page}>
          <StandoutPanel figures={figures} asked={asked} />
          <KindsPanel figures={figures} asked={asked} />
        </div>
        <div className={classes.page}>
          <StandingPanel figures={figures} asked={asked} />
          <ClosingPanel figures={figures} asked={asked} />
        </div>
      </div>
      {figures.total > 0 && (
        <>
          <Panel
            title="Khu và giờ xảy ra"
            aside={<span className={classes.screen}>ô đậm là nhiều vụ; phím mũi tên đi giữa các ô</span>}
            flush
          >
            <HeatMap
              label="Số vụ theo khu và giờ trong ngày"
              head="Khu"
              rows={zones}
              hrefOf={(row, hour) => listOf(asked, { hour, ...(row === null ? {} : { zones: [row.id] }) })}
            />
          </Panel>
          <Panel title="Thứ và giờ xảy ra" aside="theo giờ Việt Nam" flush>
            <HeatMap
              label="Số vụ theo thứ và giờ trong ngày"
              head="Thứ"
              rows={weekdays}
              hrefOf={(row, hour) => listOf(asked, { hour, weekday: row === null ? null : Number(row.id) })}
            />
          </Panel>
        </>
      )}
      <div className={classes.columns}>
        <div className={classes.page}>
          <TrendPanel figures={figures} asked={asked} isLong={isLong} onChange={onLong} />
          <ContrabandPanel figures={figures} asked={asked} />
          <RepeatedPanel figures={figures} asked={asked} />
        </div>
        <HarmPanel figures={figures} asked={asked} />
      </div>
    </>
  )
}
