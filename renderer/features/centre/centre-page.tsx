import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dayOf } from '#domain/time/instant.ts'
import { formatDay } from '#domain/time/day.ts'
import type { CentreProfile } from '#domain/contract/centre.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { CalendarPanel } from '#renderer/features/centre/calendar-panel.tsx'
import { ProfileForm } from '#renderer/features/centre/profile-form.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './centre.module.css'

/** The centre as papers name it, with dates, and the calendar by which working days are counted. */
export function CentrePage() {
  const desk = useDesk()
  const profiles = useQuery(api.centre.profiles.queryOptions({ input: {} }))
  const [isAdding, setIsAdding] = useState(false)
  if (profiles.isPending || !desk) return <PagePending />
  if (profiles.error) {
    return (
      <ErrorState
        title="Chưa tải được thông tin cơ sở"
        sentence={toHubError(profiles.error).message}
        onRetry={() => void profiles.refetch()}
      />
    )
  }
  const today = dayOf(desk.now())
  const lines = profiles.data.profiles
  const current = lines.find((line) => line.validFrom <= today) ?? lines.at(-1)
  return (
    <>
      <PageHeader
        title="Cơ sở"
        note="Giấy tờ in ra mang tên và người ký đúng theo ngày của giấy."
        acts={
          desk.permissions.includes('centre.edit') &&
          !isAdding && <Button onClick={() => setIsAdding(true)}>Đổi tên, người đứng đầu từ một ngày</Button>
        }
      />
      {isAdding && current && (
        <Panel title="Thông tin mới">
          <ProfileForm from={current} today={today} onDone={() => setIsAdding(false)} />
        </Panel>
      )}
      <div className={classes.columns}>
        <Panel title="Thông tin theo thời gian">
          <ol className={classes.profiles}>
            {lines.map((line) => (
              <ProfileEntry key={line.id} line={line} isCurrent={line.id === current?.id} today={today} />
            ))}
          </ol>
        </Panel>
        <CalendarPanel mayEdit={desk.permissions.includes('calendar.edit')} today={today} />
      </div>
    </>
  )
}

function ProfileEntry({
  line,
  isCurrent,
  today,
}: {
  line: CentreProfile
  isCurrent: boolean
  today: string
}) {
  const word = isCurrent ? 'đang áp dụng' : line.validFrom > today ? 'sắp áp dụng' : 'đã qua'
  return (
    <li data-current={isCurrent || undefined}>
      <p className={classes.when}>
        từ {formatDay(line.validFrom)} · {word}
      </p>
      <p className={classes.name}>{line.name}</p>
      <p>
        {line.headTitle}: {line.headName ?? 'chưa ghi họ tên'}
      </p>
      {line.superiorBody && <p>Cấp trên: {line.superiorBody}</p>}
      {line.court && <p>Tòa án: {line.court}</p>}
      {line.address && <p>Địa chỉ: {line.address}</p>}
      {line.code && <p>Mã: {line.code}</p>}
    </li>
  )
}
