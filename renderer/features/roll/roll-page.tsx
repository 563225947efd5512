import { Button, Group } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { addDays, addMonths } from '#domain/time/day.ts'
import {
  atTime,
  dayOf,
  formatInstant,
  instantFromMs,
  instantMs,
  startOfDay,
  type Instant,
} from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { readRollMoment, rollAtHref } from '#renderer/features/roll/roll-address.ts'
import { RollTable } from '#renderer/features/roll/roll-table.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './roll.module.css'

/** Moments people ask for: name and instant, the last instant of a month or day where the end is meant. */
function quickMoments(now: Instant): { label: string; at: Instant }[] {
  const today = dayOf(now)
  const thisMonth = `${today.slice(0, 7)}-01`
  const lastInstantBefore = (at: Instant) => instantFromMs(instantMs(at) - 1)
  return [
    { label: 'Hôm nay 06:00', at: atTime(today, '06:00') },
    { label: 'Hôm qua 06:00', at: atTime(addDays(today, -1), '06:00') },
    { label: 'Đầu tháng này', at: startOfDay(thisMonth) },
    { label: 'Cuối tháng trước', at: lastInstantBefore(startOfDay(thisMonth)) },
    { label: 'Cuối tháng trước nữa', at: lastInstantBefore(startOfDay(addMonths(thisMonth, -1))) },
  ].filter(({ at }) => at <= now)
}

/** The roll now or at any past minute. */
export function RollPage() {
  const desk = useDesk()
  const now = useHubNow()
  const router = useRouter()
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const at = readRollMoment(search)
  const roll = useQuery(api.roll.at.queryOptions({ input: { at }, placeholderData: keepPreviousData }))
  const opens = desk?.permissions.includes('people.read') ?? false

  function goTo(moment: Instant | null) {
    router.history.replace(rollAtHref(moment))
  }

  return (
    <>
      <PageHeader
        title="Quân số"
        note={
          roll.data &&
          `lúc ${formatInstant(instantFromMs(Date.parse(roll.data.at)))}${at === null ? ' (bây giờ)' : ''}`
        }
        acts={
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
            onClick={() => window.print()}
          >
            In
          </Button>
        }
      />
      <div className={classes.tools}>
        <AskedMoment key={at ?? 'now'} at={at} now={now} onAsk={goTo} />
        <Group gap={4}>
          <Button size="compact-sm" variant={at === null ? 'filled' : 'default'} onClick={() => goTo(null)}>
            Bây giờ
          </Button>
          {quickMoments(now).map(({ label, at: moment }) => (
            <Button
              key={label}
              size="compact-sm"
              variant={at === moment ? 'filled' : 'default'}
              onClick={() => goTo(moment)}
            >
              {label}
            </Button>
          ))}
        </Group>
      </div>
      <Panel flush>
        {roll.isError ? (
          <ErrorState
            title="Chưa tính được quân số"
            sentence={toHubError(roll.error).message}
            onRetry={() => void roll.refetch()}
          />
        ) : roll.data ? (
          <div className={classes.scroll} data-stale={roll.isPlaceholderData || undefined}>
            <RollTable roll={roll.data} at={at} opens={opens} />
          </div>
        ) : (
          <output className={classes.loading}>Đang tính quân số…</output>
        )}
      </Panel>
      <p className={classes.words}>
        Có mặt = trong danh sách, trừ bỏ trốn, tạm đình chỉ, gián đoạn. Trong khu = có mặt, trừ ra ngoài.
        Người ra ngoài, bỏ trốn tính vào khu của giường cuối cùng.
      </p>
    </>
  )
}

/** The two boxes in which any past moment is asked for. */
function AskedMoment({ at, now, onAsk }: { at: Instant | null; now: Instant; onAsk: (at: Instant) => void }) {
  const [typed, setTyped] = useState<Instant | null>(at)
  const isFuture = typed !== null && typed > now
  return (
    <form
      className={classes.asked}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (typed !== null && !isFuture) onAsk(typed)
      }}
    >
      <MomentField label="Thời điểm" now={now} value={at} onChange={setTyped} error={isFuture} />
      <Button type="submit" variant="default" disabled={typed === null || isFuture || typed === at}>
        Xem
      </Button>
      {isFuture && <span className={classes.wrong}>Thời điểm này chưa tới.</span>}
    </form>
  )
}
