import { useQuery } from '@tanstack/react-query'
import { instantMs, type Instant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { formatBytes, formatDuration, formatMoment, formatNumber } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './today.module.css'

const REFRESH_MS = 60_000

function backupText(at: Instant | null, now: Instant): string {
  if (at === null) return 'chưa có bản nào'
  const seconds = (instantMs(now) - instantMs(at)) / 1000
  return `${formatDuration(seconds)} trước (${formatMoment(at, now)})`
}

/** How the hub is, for whoever keeps it running. */
export function MachinePanel({ now, mayReadUsers }: { now: Instant; mayReadUsers: boolean }) {
  const health = useQuery(
    api.health.get.queryOptions({
      input: {},
      context: { isBackground: true },
      refetchInterval: REFRESH_MS,
    }),
  )
  const data = health.data
  const sessions = `${formatNumber(data?.desks.length ?? 0)} phiên`
  return (
    <Panel title="Máy chủ" aside={<InnerLink href="/quan-tri/may-chu">Xem chi tiết</InnerLink>}>
      {health.isError && (
        <ErrorState title="Chưa đọc được tình trạng máy chủ" sentence={toHubError(health.error).message} />
      )}
      {data && (
        <>
          <ul className={classes.checks}>
            {data.checks.map((check) => (
              <li key={check.code}>
                <ToneChip
                  tone={check.ok ? 'ok' : 'late'}
                  text={check.ok ? 'tốt' : 'cần xử lý'}
                  quiet={check.ok}
                />
                <span>{check.message}</span>
              </li>
            ))}
          </ul>
          <dl className={classes.facts}>
            <dt>Bản sao lưu tốt gần nhất</dt>
            <dd>
              <InnerLink href="/quan-tri/sao-luu">{backupText(data.lastGoodBackupAt, now)}</InnerLink>
            </dd>
            <dt>Đang làm việc</dt>
            <dd>{mayReadUsers ? <InnerLink href="/quan-tri/nguoi-dung">{sessions}</InnerLink> : sessions}</dd>
            <dt>Dữ liệu</dt>
            <dd>
              {formatBytes(data.databaseBytes)} · ổ đĩa còn {formatBytes(data.diskFreeBytes)}
            </dd>
            <dt>Chạy từ</dt>
            <dd>{formatMoment(data.startedAt, now)}</dd>
          </dl>
        </>
      )}
    </Panel>
  )
}
