import { useQuery } from '@tanstack/react-query'
import { formatInstant, instantMs } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { StartupPanel } from '#renderer/features/desk-setup/startup-panel.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { formatBytes, formatDuration, formatMoment, formatNumber } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { useDesk } from '#renderer/app/desk.ts'
import classes from './health.module.css'

const ASK_EVERY_MS = 15_000
/** A desk whose clock is further off than this shows wrong times on its own papers. */
const CLOCK_OFF_SECONDS = 60

/** How the machine that keeps the data is: what to worry about first, then the figures. */
export function HealthPage() {
  const desk = useDesk()
  const health = useQuery({
    ...api.health.get.queryOptions({ input: {}, context: { isBackground: true } }),
    refetchInterval: ASK_EVERY_MS,
  })
  if (health.isPending) return <PagePending />
  if (health.error) {
    return (
      <ErrorState
        title="Chưa đọc được tình trạng máy chủ"
        sentence={toHubError(health.error).message}
        onRetry={() => void health.refetch()}
      />
    )
  }
  const hub = health.data
  const now = hub.hubTime
  const offSeconds = Math.abs(instantMs(hub.hubTime) - health.dataUpdatedAt) / 1000
  const isClockRight = offSeconds < CLOCK_OFF_SECONDS
  const mayBackUp = desk?.permissions.includes('backup.run') ?? false
  const checks = [
    ...hub.checks,
    {
      code: 'clock',
      ok: isClockRight,
      message: isClockRight
        ? 'Đồng hồ máy này khớp với máy chủ.'
        : `Đồng hồ máy này lệch máy chủ ${formatDuration(offSeconds)}. Chỉnh lại giờ của máy sai.`,
    },
  ]
  const connected = new Set(hub.desks.flatMap((one) => (one.isConnected ? [one.desk] : [])))
  return (
    <>
      <PageHeader title="Máy chủ" note={`xem lúc ${formatInstant(now)}`} />
      <div className={classes.columns}>
        <Panel title="Cần để ý">
          <ul className={classes.checks}>
            {checks.map((check) => (
              <li key={check.code}>
                <ToneChip
                  tone={check.ok ? 'ok' : 'late'}
                  text={check.ok ? 'Tốt' : 'Cần xử lý'}
                  quiet={check.ok}
                />
                <span>
                  {check.message}{' '}
                  {check.code === 'backup' && !check.ok && mayBackUp && (
                    <InnerLink href="/quan-tri/sao-luu">Mở Sao lưu</InnerLink>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
        <Panel title="Số liệu">
          <dl className={classes.facts}>
            <dt>Dung lượng dữ liệu</dt>
            <dd>
              {formatBytes(hub.databaseBytes)} <span>(nhật ký ghi {formatBytes(hub.walBytes)})</span>
            </dd>
            <dt>Ổ đĩa còn trống</dt>
            <dd>
              {formatBytes(hub.diskFreeBytes)} <span>trên {formatBytes(hub.diskTotalBytes)}</span>
            </dd>
            <dt>Bản sao lưu tốt gần nhất</dt>
            <dd>{hub.lastGoodBackupAt ? formatMoment(hub.lastGoodBackupAt, now) : 'chưa có'}</dd>
            <dt>Chạy liên tục</dt>
            <dd>
              {formatDuration((instantMs(now) - instantMs(hub.startedAt)) / 1000)}{' '}
              <span>từ {formatInstant(hub.startedAt)}</span>
            </dd>
            <dt>Bộ nhớ đang dùng</dt>
            <dd>{formatBytes(hub.memoryBytes)}</dd>
            <dt>Số mục nhật ký</dt>
            <dd>{formatNumber(hub.auditLength)}</dd>
            <dt>Thư mục dữ liệu</dt>
            <dd className={classes.path}>{hub.dataFolder}</dd>
            <dt>Phiên bản</dt>
            <dd>
              Nẻo Về {hub.version}{' '}
              <span>
                Node {hub.node} · SQLite {hub.sqlite}
              </span>
            </dd>
          </dl>
        </Panel>
      </div>
      <StartupPanel />
      <Panel title="Máy đang làm việc" aside={`${connected.size} máy đang nối`} flush>
        <table className={classes.desks}>
          <thead>
            <tr>
              <th scope="col">Máy</th>
              <th scope="col">Người dùng</th>
              <th scope="col">Hoạt động lần cuối</th>
            </tr>
          </thead>
          <tbody>
            {hub.desks.map((one) => (
              <tr key={`${one.desk}-${one.userName}-${one.seenAt}`}>
                <td>{one.desk || 'không rõ'}</td>
                <td>{one.userName}</td>
                <td>{one.isConnected ? 'đang nối' : formatMoment(one.seenAt, now)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
    </>
  )
}
