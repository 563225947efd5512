import { Button } from '@mantine/core'
import { IconDevicesPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { DeviceLine } from '#domain/contract/devices.ts'
import {
  DEVICE_KIND_LABELS,
  DEVICE_STATE_LABELS,
  DEVICE_STATES,
  type DeviceState,
} from '#domain/devices/device.ts'
import { dayOf } from '#domain/time/instant.ts'
import { formatDay } from '#domain/time/day.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { LanPanel } from '#renderer/features/devices/lan-panel.tsx'
import { RenameDevice } from '#renderer/features/devices/rename-device.tsx'
import { RevokeDevice } from '#renderer/features/devices/revoke-device.tsx'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { FilterChips } from '#ui/filter-chips.tsx'
import { formatMoment } from '#ui/format.ts'
import type { ListColumn } from '#ui/list-column.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import type { Tone } from '#ui/colors.ts'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './devices.module.css'

/** When a desk was last heard of is written every 20 seconds, and is no change that desks are told of. */
const ASK_EVERY_MS = 20_000

const STATE_TONES: Record<DeviceState, Tone> = {
  active: 'ok',
  expiring: 'soon',
  expired: 'late',
  revoked: 'ended',
}

interface Acts {
  onRename: (device: DeviceLine) => void
  onRevoke: (device: DeviceLine) => void
}

function columnsAt(now: string, acts: Acts): readonly ListColumn<DeviceLine>[] {
  return [
    {
      id: 'name',
      header: 'Máy trạm',
      minWidth: 170,
      grow: 1.5,
      cell: (device) =>
        device.kind === 'desk'
          ? device.name
          : `${device.name} (${DEVICE_KIND_LABELS.browser.toLocaleLowerCase('vi')})`,
    },
    {
      id: 'state',
      header: 'Trạng thái',
      minWidth: 130,
      cell: (device) => (
        <ToneChip
          tone={STATE_TONES[device.state]}
          text={DEVICE_STATE_LABELS[device.state]}
          quiet={device.state === 'active'}
        />
      ),
    },
    {
      id: 'seen',
      header: 'Hoạt động lần cuối',
      minWidth: 150,
      cell: (device) => (device.lastSeenAt ? formatMoment(device.lastSeenAt, now) : 'chưa kết nối'),
    },
    {
      id: 'expires',
      header: 'Hết hạn',
      minWidth: 96,
      yields: 1,
      cell: (device) => formatDay(dayOf(device.expiresAt)),
    },
    {
      id: 'paired',
      header: 'Ghép',
      minWidth: 236,
      grow: 1,
      yields: 2,
      cell: (device) => {
        const text = device.revokedAt
          ? `thu hồi ${formatMoment(device.revokedAt, now)}${device.revokedBy ? `, ${device.revokedBy}` : ''}`
          : `${formatMoment(device.pairedAt, now)}${device.pairedBy ? `, ${device.pairedBy}` : ''}`
        return <span title={text}>{text}</span>
      },
    },
    {
      id: 'acts',
      header: 'Việc',
      minWidth: 176,
      align: 'right',
      cell: (device) =>
        device.state !== 'revoked' && (
          <span className={classes.rowActs}>
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={`Đổi tên ${device.name}`}
              onClick={() => acts.onRename(device)}
            >
              Đổi tên
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              color="red"
              aria-label={`Thu hồi ${device.name}`}
              onClick={() => acts.onRevoke(device)}
            >
              Thu hồi
            </Button>
          </span>
        ),
    },
  ]
}

/** The hub on the LAN, and every desk that was ever paired with it. */
export function DevicesPage() {
  const now = useHubNow()
  const { history } = useRouter()
  const [text, setText] = useState('')
  const [filters, setFilters] = useUrlFilters(['trang-thai'])
  const [renaming, setRenaming] = useState<DeviceLine | null>(null)
  const [revoking, setRevoking] = useState<DeviceLine | null>(null)
  const devices = useQuery({
    ...api.devices.list.queryOptions({ input: {}, context: { isBackground: true } }),
    refetchInterval: ASK_EVERY_MS,
  })
  const lan = useQuery(api.devices.lan.queryOptions({ input: {} }))
  const all = devices.data?.devices ?? []
  const states = filters['trang-thai']
  const shown = all.filter(
    (device) =>
      device.name.toLocaleLowerCase('vi').includes(text.trim().toLocaleLowerCase('vi')) &&
      (states === undefined || states.includes(device.state)),
  )
  const problem = devices.error && toHubError(devices.error)
  const add = (
    <Button
      leftSection={<IconDevicesPlus size={16} stroke={1.75} aria-hidden />}
      disabled={lan.data?.listening !== true}
      onClick={() => history.push('/quan-tri/thiet-bi/them')}
    >
      Thêm máy trạm
    </Button>
  )
  return (
    <>
      <PageHeader title="Thiết bị" note="Máy trạm được vào máy chủ qua mạng nội bộ" acts={add} />
      <LanPanel lan={lan.data} error={lan.error} onRetry={() => void lan.refetch()} />
      <div className={classes.fill}>
        <Panel flush>
          <DataList
            label="Danh sách máy trạm"
            noun="máy trạm"
            columns={columnsAt(now, { onRename: setRenaming, onRevoke: setRevoking })}
            rows={shown}
            rowId={(device) => device.id}
            rowLabel={(device) => device.name}
            total={shown.length}
            status={devices.isPending ? 'loading' : problem ? 'error' : 'ready'}
            error={
              problem && (
                <ErrorState
                  title="Chưa tải được danh sách máy trạm"
                  sentence={problem.message}
                  onRetry={() => void devices.refetch()}
                />
              )
            }
            filter={{ value: text, onChange: setText, placeholder: 'Lọc theo tên máy' }}
            chips={
              <FilterChips
                chips={[
                  {
                    id: 'trang-thai',
                    label: 'Trạng thái',
                    choices: DEVICE_STATES.map((state) => ({
                      value: state,
                      label: DEVICE_STATE_LABELS[state],
                      count: all.filter((device) => device.state === state).length,
                    })),
                  },
                ]}
                values={filters}
                onChange={setFilters}
              />
            }
            onOpen={(device) => device.state !== 'revoked' && setRenaming(device)}
            empty={
              all.length === 0 ? (
                <EmptyState title="Chưa có máy trạm nào">
                  {lan.data?.listening
                    ? 'Bấm Thêm máy trạm để lấy mã, rồi nhập mã đó ở máy mới.'
                    : 'Mở mạng nội bộ ở khung trên trước, rồi thêm máy trạm.'}
                </EmptyState>
              ) : (
                <EmptyState title="Không có máy trạm nào khớp">
                  Bỏ bớt bộ lọc hoặc sửa chữ đang lọc.
                </EmptyState>
              )
            }
          />
        </Panel>
      </div>
      {renaming && <RenameDevice key={renaming.id} device={renaming} onClose={() => setRenaming(null)} />}
      {revoking && <RevokeDevice key={revoking.id} device={revoking} onClose={() => setRevoking(null)} />}
    </>
  )
}
