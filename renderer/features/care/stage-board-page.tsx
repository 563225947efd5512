import { useQuery } from '@tanstack/react-query'
import { STAGE_LABELS, STAGES } from '#domain/care/stages.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { CareNav } from './care-nav.tsx'
import { StageList } from './stage-list.tsx'
import classes from './care.module.css'

const KEYS = ['giai-doan', 'khu', 'to', 'xem'] as const

/** Who is in which stage, by zone; the people of a figure, the longest in the stage first. */
export function StageBoardPage() {
  const board = useQuery(api.stages.board.queryOptions({ input: {} }))
  const [values, setValues] = useUrlFilters(KEYS)
  const chosen = Number(values['giai-doan']?.[0] ?? '1')
  const stage = STAGES.find((one) => one === chosen) ?? (chosen === 0 ? 0 : 1)
  const zones = board.data?.zones ?? []
  const href = (to: { stage: number; zone?: string | null; over?: boolean }) =>
    `/quy-trinh?giai-doan=${to.stage}${to.zone ? `&khu=${to.zone}` : ''}${to.over ? '&xem=qua-han' : ''}`
  const sum = (pick: (zone: (typeof zones)[number]) => number) =>
    zones.reduce((all, zone) => all + pick(zone), 0)

  return (
    <>
      <PageHeader title="Quy trình cai nghiện" note="Ai đang ở giai đoạn nào, đã bao nhiêu ngày" />
      <div className={classes.board}>
        <CareNav />
        <Panel flush>
          <div className={classes.scroll}>
            <table className={classes.table} aria-label="Số người theo khu và giai đoạn">
              <thead>
                <tr>
                  <th scope="col">Khu</th>
                  {STAGES.map((one) => {
                    const rule = board.data?.rules.find((known) => known.stage === one)
                    return (
                      <th key={one} scope="col" className={classes.number} title={rule?.article}>
                        {one}. {STAGE_LABELS[one]}
                        <span className={classes.rule}>{rule?.text}</span>
                      </th>
                    )
                  })}
                  <th scope="col" className={classes.number}>
                    Chưa ghi
                  </th>
                </tr>
              </thead>
              <tbody>
                {zones.map((zone) => (
                  <tr key={zone.zoneId ?? 'none'}>
                    <th scope="row">{zone.zoneName}</th>
                    {zone.stages.map(({ stage: one, count, over }) => (
                      <td key={one} className={classes.number}>
                        {count === 0 ? (
                          <span className={classes.note}>0</span>
                        ) : (
                          <InnerLink href={href({ stage: one, zone: zone.zoneId })}>
                            {formatNumber(count)}
                          </InnerLink>
                        )}
                        {over > 0 && (
                          <>
                            {' '}
                            <InnerLink href={href({ stage: one, zone: zone.zoneId, over: true })}>
                              <ToneChip tone="late" text={`${formatNumber(over)} quá hạn`} />
                            </InnerLink>
                          </>
                        )}
                      </td>
                    ))}
                    <td className={classes.number}>
                      {zone.none === 0 ? (
                        <span className={classes.note}>0</span>
                      ) : (
                        <InnerLink href={href({ stage: 0, zone: zone.zoneId })}>
                          {formatNumber(zone.none)}
                        </InnerLink>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row">Cộng</th>
                  {STAGES.map((one, at) => (
                    <td key={one} className={classes.number}>
                      <InnerLink href={href({ stage: one })}>
                        {formatNumber(sum((zone) => zone.stages[at]?.count ?? 0))}
                      </InnerLink>
                    </td>
                  ))}
                  <td className={classes.number}>
                    <InnerLink href={href({ stage: 0 })}>{formatNumber(sum(({ none }) => none))}</InnerLink>
                  </td>
                </tr>
              </tfoot>
            </table>
          </div>
          {board.isError && (
            <ErrorState
              title="Chưa tải được bảng giai đoạn"
              sentence={toHubError(board.error).message}
              onRetry={() => void board.refetch()}
            />
          )}
        </Panel>
        <StageList stage={stage} values={values} onFilter={setValues} />
      </div>
    </>
  )
}
