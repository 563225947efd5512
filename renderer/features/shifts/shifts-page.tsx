import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { DutyTab } from '#renderer/features/shifts/duty-tab.tsx'
import { ShiftTimesTab } from '#renderer/features/shifts/shift-times-tab.tsx'
import { StaffZonesTab } from '#renderer/features/shifts/staff-zones-tab.tsx'
import { TeamsTab } from '#renderer/features/teams/teams-tab.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import classes from './shifts.module.css'

const TABS = ['truc', 'to', 'khu', 'gio'] as const

/** Who is on duty, teams with who answers for them, in which zones staff work, when shifts begin. */
export function ShiftsPage() {
  const desk = useDesk()
  const { history } = useRouter()
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const tab = TABS.find((one) => one === search['the']) ?? 'truc'
  const setup = useQuery(api.shifts.setup.queryOptions({ input: {} }))
  if (setup.error) {
    return (
      <ErrorState
        title="Chưa tải được ca trực"
        sentence={toHubError(setup.error).message}
        onRetry={() => void setup.refetch()}
      />
    )
  }
  if (!setup.data) return <PagePending />
  const mayEdit = desk?.permissions.includes('shifts.edit') ?? false
  const mayTeam = desk?.permissions.includes('teams.edit') ?? false
  return (
    <>
      <PageHeader title="Ca trực" note="Ai đang trực, tổ và cán bộ phụ trách, khu phụ trách, giờ giao ca" />
      <Tabs
        value={tab}
        onChange={(next) => history.replace(next === 'truc' ? '/ca-truc' : `/ca-truc?the=${next ?? ''}`)}
        className={classes.tabs}
        keepMounted={false}
      >
        <Tabs.List>
          <Tabs.Tab value="truc">Bảng trực</Tabs.Tab>
          <Tabs.Tab value="to">Tổ</Tabs.Tab>
          <Tabs.Tab value="khu">Khu phụ trách</Tabs.Tab>
          <Tabs.Tab value="gio">Giờ giao ca, chốt</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="truc" className={classes.tab}>
          <DutyTab staff={setup.data.staff} posts={setup.data.posts} mayEdit={mayEdit} />
        </Tabs.Panel>
        <Tabs.Panel value="to" className={classes.tab}>
          <TeamsTab mayEdit={mayTeam} />
        </Tabs.Panel>
        <Tabs.Panel value="khu" className={classes.tab}>
          <StaffZonesTab staff={setup.data.staff} isRestricted={setup.data.isRestricted} mayEdit={mayEdit} />
        </Tabs.Panel>
        <Tabs.Panel value="gio" className={classes.tab}>
          <ShiftTimesTab
            current={setup.data.current}
            coming={setup.data.coming}
            posts={setup.data.posts}
            mayEdit={mayEdit}
          />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}
