import { Select } from '@mantine/core'
import { IconClipboardCheck } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ZoneCount } from '#domain/contract/head-count.ts'
import { shiftLabel } from '#domain/shifts/shift-times.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf, formatTime, type Instant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { CountNav } from '#renderer/features/head-count/count-nav.tsx'
import { gridHref, zoneCountWord } from '#renderer/features/head-count/count-words.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { NumberLink } from '#ui/number-link.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './head-count.module.css'

/** How far every zone is with the count of a hand-over, and who is on duty. */
export function BoardPage() {
  const desk = useDesk()
  const [shiftAt, setShiftAt] = useState<Instant | null>(null)
  const board = useQuery(
    api.headCount.board.queryOptions({ input: { shiftAt }, placeholderData: keepPreviousData }),
  )
  if (board.error) {
    return (
      <ErrorState
        title="Chưa tải được điểm danh"
        sentence={toHubError(board.error).message}
        onRetry={() => void board.refetch()}
      />
    )
  }
  if (!board.data) return <PagePending />
  const { shift, giving, recent, zones, duty, awaitingBed } = board.data
  const signed = zones.filter(({ state }) => state === 'signed').length
  return (
    <>
      <PageHeader
        title="Điểm danh"
        note={`Giao ca ${giving.name} → ${shift.name} lúc ${formatTime(shift.at)} ngày ${formatDay(dayOf(shift.at))} · ${signed}/${zones.length} khu đã ký`}
      />
      <CountNav />
      <div className={classes.tools}>
        <Select
          label="Giao ca lúc"
          w={300}
          allowDeselect={false}
          data={recent.map((one) => ({
            value: one.at,
            label: `${formatDay(dayOf(one.at)).slice(0, 5)} · ${shiftLabel(one)}`,
          }))}
          value={shift.at}
          onChange={setShiftAt}
        />
        {awaitingBed > 0 && (
          <NumberLink
            value={awaitingBed}
            label="người chưa có giường, không nằm trong phòng nào"
            href="/nguoi?cho-giuong=co"
            tone="soon"
          />
        )}
      </div>
      <div className={classes.zones}>
        <Panel flush>
          {zones.length === 0 ? (
            <EmptyState icon={IconClipboardCheck} title="Chưa có khu nào có phòng">
              Lập khu, phòng, giường ở mục Khu rồi điểm danh.
            </EmptyState>
          ) : (
            <ZoneTable
              zones={zones}
              shiftAt={shift.at}
              mayRun={desk?.permissions.includes('counts.run') ?? false}
            />
          )}
        </Panel>
        <Panel title={`Đang trực ${shiftLabel(shift)}`}>
          {duty.length === 0 ? (
            <p className={classes.hint}>
              Chưa ghi ai vào ca này. <InnerLink href="/ca-truc">Mở bảng trực</InnerLink>
            </p>
          ) : (
            <ul className={classes.people}>
              {duty.map((one) => (
                <li key={one.userName}>
                  <b>{one.userName}</b>
                  <span className={classes.dim}>
                    {[one.postName, one.isLead ? 'trưởng ca' : null].filter(Boolean).join(', ')}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      </div>
    </>
  )
}

function ZoneTable({
  zones,
  shiftAt,
  mayRun,
}: {
  zones: readonly ZoneCount[]
  shiftAt: Instant
  mayRun: boolean
}) {
  return (
    <table className={classes.table}>
      <caption className={classes.hidden}>Điểm danh theo khu</caption>
      <thead>
        <tr>
          <th scope="col">Khu</th>
          <th scope="col">Điểm danh</th>
          <th scope="col" className={classes.numberHead}>
            Phòng đã đếm
          </th>
          <th scope="col" className={classes.numberHead}>
            Đếm
          </th>
          <th scope="col" className={classes.numberHead}>
            Sổ
          </th>
          <th scope="col" data-yields>
            Giao → nhận
          </th>
          <th scope="col">
            <span className={classes.hidden}>Mở</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {zones.map((zone) => (
          <tr key={zone.zoneId}>
            <th scope="row">
              <InnerLink href={gridHref(zone.zoneId, shiftAt)}>{zone.name || `Khu ${zone.code}`}</InnerLink>
            </th>
            <td>
              <ToneChip {...zoneCountWord(zone, shiftAt)} />
            </td>
            <td className={classes.number}>
              {formatNumber(zone.state === 'signed' ? zone.sums.rooms : zone.sums.countedRooms)}/
              {formatNumber(zone.sums.rooms)}
            </td>
            <td className={classes.number}>{zone.state === 'none' ? '' : formatNumber(zone.sums.counted)}</td>
            <td className={classes.number}>
              {zone.state === 'none' ? '' : formatNumber(zone.sums.computed)}
            </td>
            <td data-yields className={classes.dim}>
              {zone.givenBy !== null && `${zone.givenBy} → ${zone.receivedBy ?? ''}`}
            </td>
            <td>
              {zone.state === 'signed' ? (
                <InnerLink href={`/diem-danh/phieu/${zone.headCountId ?? ''}`}>Phiếu giao ca</InnerLink>
              ) : (
                <InnerLink href={gridHref(zone.zoneId, shiftAt)}>{mayRun ? 'Đếm' : 'Xem'}</InnerLink>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
