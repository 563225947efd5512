import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { shiftLabel } from '#domain/shifts/shift-times.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf, formatInstant, parseInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { PrintActs } from '#renderer/app/print-acts.tsx'
import { gridHref } from '#renderer/features/head-count/count-words.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import classes from './head-count.module.css'

/** The last roll of a zone by room with empty boxes: for counting on paper, and for when everything is down. */
export function BlankPage() {
  const desk = useDesk()
  const { zoneId } = useParams({ strict: false }) as { zoneId: string }
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const shiftAt = typeof search['ca'] === 'string' ? parseInstant(search['ca']) : undefined
  const grid = useQuery({
    ...api.headCount.grid.queryOptions({ input: { zoneId, shiftAt: shiftAt ?? '' } }),
    enabled: shiftAt !== undefined,
  })
  if (grid.error) return <ErrorState title="Chưa lập được phiếu" sentence={toHubError(grid.error).message} />
  if (!grid.data || shiftAt === undefined) return <PagePending />
  const { rooms, zoneName, shift, giving } = grid.data
  const people = rooms.reduce((sum, { occupants }) => sum + occupants.length, 0)
  return (
    <>
      <div className={classes.screenOnly}>
        <PageHeader
          title={`Phiếu điểm danh trống, ${zoneName}`}
          back={{ href: gridHref(zoneId, shiftAt), label: `Điểm danh ${zoneName}` }}
          note="Đếm trên giấy khi máy hoặc mạng hỏng; nhập lại sau với đúng giờ đếm."
          acts={<PrintActs act="In phiếu" fileName={`phieu-diem-danh ${zoneName}`} />}
        />
      </div>
      <article className={classes.paper}>
        <p>{desk?.centreName}</p>
        <h2>PHIẾU ĐIỂM DANH – {zoneName.toLocaleUpperCase('vi')}</h2>
        <p className={classes.under}>
          {shiftLabel(giving)} giao {shiftLabel(shift)}, ngày {formatDay(dayOf(shift.at))}
          {desk && ` · danh sách lúc ${formatInstant(desk.now())}`}
        </p>
        {rooms.map((room) => (
          <section key={room.roomId} className={classes.blankRoom}>
            <table>
              <thead>
                <tr>
                  <th scope="col" colSpan={3}>
                    Phòng {room.code}: sổ {formatNumber(room.occupants.length)} · đếm được ……… lúc ……:……
                  </th>
                  <th scope="col">Có</th>
                  <th scope="col">Ghi chú</th>
                </tr>
              </thead>
              <tbody>
                {room.occupants.map((one, index) => (
                  <tr key={one.stayId}>
                    <td>{index + 1}</td>
                    <td>
                      {one.name} ({one.birthYear})
                    </td>
                    <td>{one.bedCode}</td>
                    <td>☐</td>
                    <td>…………………</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
        <p>Cộng sổ: {formatNumber(people)} người · Cộng đếm: …………… · Lệch: ……………</p>
        <div className={classes.signs}>
          <b>CA GIAO</b>
          <b>CA NHẬN</b>
        </div>
      </article>
    </>
  )
}
