import { Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Today } from '#domain/contract/today.ts'
import type { Permission } from '#domain/permissions/permissions.ts'
import { dayOf, formatTime, type Instant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { ArrivalsPanel } from '#renderer/features/arrivals/arrivals-panel.tsx'
import { CoursePanel, FlowPanel } from '#renderer/features/today/charts.tsx'
import { DuePanel } from '#renderer/features/today/due-panel.tsx'
import { ImportsPanel } from '#renderer/features/today/imports-panel.tsx'
import { MachinePanel } from '#renderer/features/today/machine-panel.tsx'
import { OverduePanel } from '#renderer/features/goings-out/overdue-panel.tsx'
import { IncidentTasks } from '#renderer/features/incidents/my-incident-work.tsx'
import { OpenIncidents } from '#renderer/features/incidents/open-incidents.tsx'
import { SafetyPanel } from '#renderer/features/sweep/safety-panel.tsx'
import { ReceptionsPanel } from '#renderer/features/today/receptions-panel.tsx'
import { RollLine } from '#renderer/features/today/roll-line.tsx'
import { isBeingSetUp, SetupSteps } from '#renderer/features/today/setup-steps.tsx'
import { todayColumns, type TodayPanel } from '#renderer/features/today/today-layout.ts'
import { todayLinks } from '#renderer/features/today/today-links.ts'
import { ZonesPanel } from '#renderer/features/today/zones-panel.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { formatWeekday } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import classes from './today.module.css'

/** Moments come due without anything being recorded. */
const REFRESH_MS = 60_000
const TICK_MS = 15_000

/** The hub's clock, drawn anew every few seconds. */
function useTickingNow(
  read: (() => Instant) | undefined,
  fallback: Instant | undefined,
): Instant | undefined {
  const [, setTicks] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setTicks((ticks) => ticks + 1), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return read?.() ?? fallback
}

interface Shown {
  today: Today
  permissions: readonly Permission[]
  now: Instant
}

function OnePanel({ name, today, permissions, now }: Shown & { name: TodayPanel }) {
  const links = todayLinks(permissions)
  const may = (permission: Permission) => permissions.includes(permission)
  switch (name) {
    case 'due':
      return (
        <>
          {may('people.read') && <OverduePanel />}
          {may('incident.report') && <IncidentTasks now={now} />}
          {today.due && <DuePanel rows={today.due} links={links} now={now} />}
        </>
      )
    case 'zones': {
      const awaiting = today.roll && {
        count: today.roll.total.awaitingBed,
        href: links.ofRoll('awaitingBed'),
      }
      return today.zones && <ZonesPanel zones={today.zones} awaitingBed={awaiting} />
    }
    case 'safety':
      return (
        <>
          {may('incident.read') && <OpenIncidents now={now} />}
          <SafetyPanel />
        </>
      )
    case 'flow':
      return today.flow && <FlowPanel flow={today.flow} />
    case 'course':
      return today.roll && <CoursePanel />
    case 'receptions':
      return today.receptions && <ReceptionsPanel receptions={today.receptions} now={now} />
    case 'arrivals':
      return <ArrivalsPanel now={now} />
    case 'imports':
      return today.imports && <ImportsPanel imports={today.imports} now={now} mayImport={may('import.run')} />
    case 'machine':
      return may('health.read') && <MachinePanel now={now} mayReadUsers={may('users.read')} />
  }
}

function Column({ panels, ...shown }: Shown & { panels: readonly TodayPanel[] }) {
  return (
    <div className={classes.column}>
      {panels.map((name) => (
        <OnePanel key={name} name={name} {...shown} />
      ))}
    </div>
  )
}

function Board(shown: Shown) {
  const { today, permissions } = shown
  const { left, right } = todayColumns(permissions)
  const isNew = isBeingSetUp(today.setup)
  const hasNobody = !today.setup.hasPeople
  // Before anybody is in, empty charts and lists would only be in the way of what to do next.
  const kept = (panels: readonly TodayPanel[]) =>
    hasNobody
      ? panels.filter((name) => name === 'machine' || (name === 'zones' && today.setup.hasBeds))
      : panels
  return (
    <>
      {today.roll && !hasNobody && <RollLine roll={today.roll} links={todayLinks(permissions)} />}
      {isNew && <SetupSteps setup={today.setup} permissions={permissions} />}
      <div className={classes.columns}>
        <Column panels={kept(left)} {...shown} />
        <Column panels={kept(right)} {...shown} />
      </div>
    </>
  )
}

/** The first screen: where everyone is, what is due, what is wrong; by what the viewer may do. */
export function TodayPage() {
  const desk = useDesk()
  const today = useQuery(
    api.today.get.queryOptions({ input: {}, context: { isBackground: true }, refetchInterval: REFRESH_MS }),
  )
  const now = useTickingNow(desk?.now, today.data?.now)
  return (
    <>
      <PageHeader
        title="Hôm nay"
        note={now && `${formatWeekday(dayOf(now), dayOf(now))} · ${formatTime(now)}`}
      />
      {today.data && now ? (
        <Board today={today.data} permissions={desk?.permissions ?? []} now={now} />
      ) : today.isError ? (
        <ErrorState
          title="Chưa tải được màn hình hôm nay"
          sentence={toHubError(today.error).message}
          onRetry={() => void today.refetch()}
        />
      ) : (
        <output className={classes.pending} aria-label="Đang tải">
          <Loader size="sm" aria-hidden />
        </output>
      )}
    </>
  )
}
