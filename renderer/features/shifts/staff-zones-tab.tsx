import { MultiSelect, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Staff } from '#domain/contract/shifts.ts'
import { api, hub } from '#renderer/api/client.ts'
import { useAct } from '#renderer/features/shifts/use-act.ts'
import { Panel } from '#ui/panel.tsx'
import classes from './shifts.module.css'

/** In which zones staff work, and whether that limits whom zone staff see. */
export function StaffZonesTab({
  staff,
  isRestricted,
  mayEdit,
}: {
  staff: readonly Staff[]
  isRestricted: boolean
  mayEdit: boolean
}) {
  const act = useAct()
  const zones = useQuery(api.places.zones.queryOptions({ input: {} }))
  const choices = (zones.data?.zones ?? []).map(({ id, name, code }) => ({
    value: id,
    label: name || `Khu ${code}`,
  }))
  return (
    <>
      <Panel>
        <Switch
          label="Cán bộ chỉ có vai trò quản lý khu chỉ mở được hồ sơ người của khu mình"
          description="Tắt: cơ sở nhỏ, ai cũng làm mọi khu. Tìm tên ở ô tìm luôn thấy mọi người. Đây là lựa chọn của cơ sở, luật không quy định."
          checked={isRestricted}
          disabled={!mayEdit}
          onChange={(event) => {
            const next = event.currentTarget.checked
            void act(() => hub.shifts.setRestriction({ isRestricted: next }))
          }}
        />
      </Panel>
      <Panel flush>
        <table className={classes.table}>
          <caption className={classes.hidden}>Khu phụ trách của cán bộ</caption>
          <thead>
            <tr>
              <th scope="col">Cán bộ</th>
              <th scope="col">Vai trò</th>
              <th scope="col">Khu phụ trách</th>
            </tr>
          </thead>
          <tbody>
            {staff.map((one) => (
              <tr key={one.userId}>
                <th scope="row">{one.name}</th>
                <td className={classes.dim}>{one.roleText}</td>
                <td>
                  <MultiSelect
                    aria-label={`Khu phụ trách của ${one.name}`}
                    placeholder={one.zoneIds.length > 0 ? '' : 'Chưa ghi khu nào'}
                    data={choices}
                    value={one.zoneIds}
                    readOnly={!mayEdit}
                    onChange={(zoneIds) =>
                      void act(() => hub.shifts.setZones({ userId: one.userId, zoneIds }))
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
    </>
  )
}
