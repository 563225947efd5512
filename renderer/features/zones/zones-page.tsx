import { Button } from '@mantine/core'
import { IconMapPlus, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatTime } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { AwaitingPanel } from '#renderer/features/zones/awaiting-panel.tsx'
import { PlaceFormDialog } from '#renderer/features/zones/place-form.tsx'
import { PlacePeople } from '#renderer/features/zones/place-people.tsx'
import { ZoneRows } from '#renderer/features/zones/zone-rows.tsx'
import { ZonesNav } from '#renderer/features/zones/zones-nav.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './zones.module.css'

/** All zones with how full they are, and who waits for a bed. */
export function ZonesPage() {
  const desk = useDesk()
  const may = (permission: Parameters<NonNullable<typeof desk>['permissions']['includes']>[0]) =>
    desk?.permissions.includes(permission) ?? false
  const zones = useQuery(api.places.zones.queryOptions({ input: {} }))
  const roll = useQuery(api.roll.at.queryOptions({ input: {}, enabled: may('roll.read') }))
  const [isAdding, setIsAdding] = useState(false)
  const [placing, setPlacing] = useState<readonly string[] | null>(null)
  const mayPlace = may('custody.place') || may('custody.receive')
  const seesPeople = may('people.read')
  const list = zones.data?.zones ?? []
  const free = list.reduce((sum, { figures }) => sum + Math.max(0, figures.inUse - figures.held), 0)

  return (
    <>
      <PageHeader
        title="Khu"
        note={
          zones.data && (
            <>
              {formatNumber(list.length)} khu · còn {formatNumber(free)} chỗ
              {desk && ` · lúc ${formatTime(desk.now())}`}
            </>
          )
        }
        acts={
          may('places.edit') && (
            <Button
              variant="default"
              leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
              onClick={() => setIsAdding(true)}
            >
              Thêm khu
            </Button>
          )
        }
      />
      <ZonesNav />
      <div className={classes.board} data-people={seesPeople || undefined}>
        <Panel flush>
          {zones.isError ? (
            <ErrorState
              title="Chưa tải được các khu"
              sentence={toHubError(zones.error).message}
              onRetry={() => void zones.refetch()}
            />
          ) : zones.data && list.length === 0 ? (
            <EmptyState
              icon={IconMapPlus}
              title="Chưa có khu nào"
              act={may('places.edit') && <Button onClick={() => setIsAdding(true)}>Thêm khu đầu tiên</Button>}
            >
              {may('places.edit')
                ? 'Thêm khu, rồi nhà, phòng và giường; sau đó xếp được học viên.'
                : 'Quản trị viên hoặc trưởng cơ sở lập khu, phòng, giường trước khi xếp học viên.'}
            </EmptyState>
          ) : (
            <ZoneRows zones={list} roll={roll.data} />
          )}
        </Panel>
        {seesPeople && <AwaitingPanel {...(mayPlace ? { onPlace: setPlacing } : {})} />}
      </div>
      <PlaceFormDialog
        target={isAdding ? { mode: 'add', kind: 'zone', parent: null } : null}
        onClose={() => setIsAdding(false)}
      />
      <PlacePeople stayIds={placing} zoneId={null} onClose={() => setPlacing(null)} />
    </>
  )
}
