import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { ALERT_KINDS } from '#domain/alerts/alert-codes.ts'
import type { HandOverSheet } from '#domain/contract/head-count.ts'
import { CUSTODY_STATE_LABELS, OUT_KIND_LABELS } from '#domain/custody/event-kinds.ts'
import { VARIANCE_DIRECTION_LABELS, VARIANCE_REASON_LABELS } from '#domain/head-count/variance-reasons.ts'
import { INCIDENT_KIND_LABELS } from '#domain/incidents/incident-kinds.ts'
import { INCIDENT_STATE_LABELS } from '#domain/incidents/incident-states.ts'
import { shiftLabel } from '#domain/shifts/shift-times.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf, formatInstant, formatTime } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { PrintActs } from '#renderer/app/print-acts.tsx'
import { differenceWord } from '#renderer/features/head-count/count-words.ts'
import { ReportLink } from '#renderer/features/incidents/report-link.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './head-count.module.css'

/** A signed hand-over sheet, as both shifts signed it; one page of A4. */
export function SheetPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const found = useQuery(api.headCount.sheet.queryOptions({ input: { id } }))
  if (found.error)
    return <ErrorState title="Không mở được phiếu" sentence={toHubError(found.error).message} />
  if (!found.data) return <PagePending />
  const { sheet, hash, isUnchanged } = found.data
  const day = formatDay(dayOf(sheet.receiving.at))
  return (
    <>
      <div className={classes.screenOnly}>
        <PageHeader
          title="Phiếu giao ca"
          back={{ href: '/diem-danh/lich-su', label: 'Các lần điểm danh' }}
          note={
            isUnchanged ? (
              <ToneChip tone="ok" text="Đúng như lúc hai ca ký" quiet />
            ) : (
              <ToneChip tone="late" text="Nội dung không còn khớp chữ ký. Báo trưởng cơ sở." />
            )
          }
          acts={
            <>
              {sheet.variance.length > 0 && <ReportLink from={{ origin: 'head-count', originId: id }} />}
              <PrintActs act="In phiếu" fileName={`giao-ca ${sheet.zoneName} ${day}`} />
            </>
          }
        />
      </div>
      <article className={classes.paper}>
        <p>{sheet.centreName}</p>
        <h2>PHIẾU GIAO CA – {sheet.zoneName.toLocaleUpperCase('vi')}</h2>
        <p className={classes.under}>
          {shiftLabel(sheet.giving)} giao {shiftLabel(sheet.receiving)}, ngày {day}
        </p>
        <RollLine roll={sheet.roll} />
        <Counted sheet={sheet} />
        <Away outs={sheet.outs} />
        <Section title="Cảnh báo mới trong ca">
          {sheet.alerts.map((one) => (
            <li key={`${one.name}${one.raisedAt}`}>
              {one.name}: {ALERT_KINDS[one.face].label} ({formatInstant(one.raisedAt)})
            </li>
          ))}
        </Section>
        {sheet.incidents && <Incidents {...sheet.incidents} />}
        <Section title="Việc quá hạn và đến hạn hôm nay (cả cơ sở)">
          {sheet.dues.map((one) => (
            <li key={one.what}>
              {one.what}: {formatNumber(one.count)} người
              {one.dueAt !== null &&
                `, ${one.urgency === 'late' ? 'quá hạn từ' : 'hạn'} ${formatInstant(one.dueAt)}`}
              {one.article !== null && ` (${one.article})`}
            </li>
          ))}
        </Section>
        <h3>Trực ca nhận</h3>
        <p>
          {sheet.duty.length === 0
            ? 'Chưa ghi bảng trực.'
            : sheet.duty.map(({ name, note }) => (note === '' ? name : `${name} (${note})`)).join('; ')}
          {sheet.isReceiverOnDuty === false && ' Người ký nhận không có trong bảng trực.'}
        </p>
        <h3>Nội dung bàn giao</h3>
        <p>{sheet.note ?? 'Không có.'}</p>
        <div className={classes.signs}>
          <div>
            <b>CA GIAO</b>
            <span>Đã ký lúc {formatInstant(sheet.signedAt)}</span>
            <b>{sheet.givenBy}</b>
          </div>
          <div>
            <b>CA NHẬN</b>
            <span>Đã ký lúc {formatInstant(sheet.signedAt)}</span>
            <b>{sheet.receivedBy}</b>
          </div>
        </div>
        <p>
          <small>Mã phiếu: {hash.slice(0, 16)}</small>
        </p>
      </article>
    </>
  )
}

function Section({ title, children }: { title: string; children: readonly React.ReactNode[] }) {
  return (
    <>
      <h3>{title}</h3>
      {children.length === 0 ? <p>Không có.</p> : <ul>{children}</ul>}
    </>
  )
}

function Incidents({ total, shown }: NonNullable<HandOverSheet['incidents']>) {
  const more = total - shown.length
  return (
    <Section title="Vụ việc đang mở ở khu">
      {shown.map((one) => (
        <li key={one.number}>
          {one.number}: {INCIDENT_KIND_LABELS[one.kind]} lúc {formatInstant(one.occurredAt)},{' '}
          {INCIDENT_STATE_LABELS[one.state].toLocaleLowerCase('vi')}
        </li>
      ))}
      {more > 0 && <li>Và {formatNumber(more)} vụ trước đó.</li>}
    </Section>
  )
}

function RollLine({ roll }: { roll: HandOverSheet['roll'] }) {
  const parts = [
    ['Trong danh sách', roll.onRoll],
    ['Có mặt', roll.present],
    ['Trong khu', roll.inZone],
    ['Ra ngoài', roll.out],
    ['Tạm đình chỉ', roll.suspended],
    ['Bỏ trốn', roll.escaped],
    ['Gián đoạn', roll.interrupted],
  ] as const
  return (
    <table>
      <thead>
        <tr>
          {parts.map(([label]) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {parts.map(([label, count]) => (
            <td key={label}>{formatNumber(count)}</td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}

function Counted({ sheet }: { sheet: HandOverSheet }) {
  const { sums, rooms, variance } = sheet
  return (
    <>
      <h3>
        Điểm danh: đếm {formatNumber(sums.counted)}, sổ {formatNumber(sums.computed)},{' '}
        {differenceWord(sums.missing, sums.extra).text}
      </h3>
      <div className={classes.paperRooms}>
        {rooms.map(({ code, counted, computed, countedAt }) => (
          <div key={code}>
            <span>{code}</span>
            <span>
              {counted === computed ? counted : <b>{`${counted} / sổ ${computed}`}</b>} (
              {formatTime(countedAt)})
            </span>
          </div>
        ))}
      </div>
      <Section title="Lệch và giải trình">
        {variance.map((line, index) => (
          <li key={`${line.room}${line.name ?? index}`}>
            Phòng {line.room}, {VARIANCE_DIRECTION_LABELS[line.direction].toLocaleLowerCase('vi')}{' '}
            {line.name ?? 'một người'}: {VARIANCE_REASON_LABELS[line.reason].toLocaleLowerCase('vi')}
            {line.note !== null && `. ${line.note}`}
          </li>
        ))}
      </Section>
    </>
  )
}

function Away({ outs }: { outs: HandOverSheet['outs'] }) {
  return (
    <Section title="Không ở trong khu">
      {outs.map((one) => (
        <li key={`${one.name}${one.since}`}>
          {one.name}
          {one.bedCode !== null && ` (${one.bedCode})`}:{' '}
          {one.state === 'suspended'
            ? 'Tạm đình chỉ'
            : one.state === 'out'
              ? OUT_KIND_LABELS[one.outKind ?? 'other']
              : CUSTODY_STATE_LABELS[one.state]}{' '}
          từ {formatInstant(one.since)}
          {one.until !== null && `, hẹn về ${formatInstant(one.until)}`}
          {one.isOverdue && <b> – QUÁ HẠN</b>}
        </li>
      ))}
    </Section>
  )
}
