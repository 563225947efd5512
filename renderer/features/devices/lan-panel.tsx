import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { LanState } from '#domain/contract/devices.ts'
import { pinText } from '#domain/devices/pairing-code.ts'
import { dayOf } from '#domain/time/instant.ts'
import { formatDay } from '#domain/time/day.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { BrowserKey } from '#renderer/features/devices/browser-key.tsx'
import { LanPorts } from '#renderer/features/devices/lan-ports.tsx'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './devices.module.css'

export interface LanPanelProps {
  /** Absent while it is being asked for. */
  lan: LanState | undefined
  error: unknown
  onRetry: () => void
}

/** Whether desks reach the hub, where, and by which key they know it. */
export function LanPanel({ lan, error, onRetry }: LanPanelProps) {
  const queryClient = useQueryClient()
  const [asking, setAsking] = useState<'turn' | 'ports' | 'browsers' | 'browser-key' | null>(null)
  const saving = useSave((choice: { enabled: boolean; port: number; pairingPort: number }) =>
    hub.devices.setLan(choice),
  )
  const allowing = useSave((allowed: boolean) => hub.devices.setBrowsers({ allowed }))
  if (error) {
    return (
      <Panel title="Mạng nội bộ">
        <ErrorState
          title="Chưa đọc được tình trạng mạng nội bộ"
          sentence={toHubError(error).message}
          onRetry={onRetry}
        />
      </Panel>
    )
  }
  if (!lan) {
    return (
      <Panel title="Mạng nội bộ">
        <p className={classes.note}>Đang hỏi máy chủ…</p>
      </Panel>
    )
  }
  const { enabled, port, pairingPort } = lan

  async function turnBrowsers(allowed: boolean) {
    if (!(await allowing.send(allowed))) return
    await queryClient.invalidateQueries({ queryKey: api.devices.key() })
    showNotice(allowed ? 'Đã cho phép trình duyệt có chứng thư.' : 'Đã cắt mọi trình duyệt trong mạng.')
    setAsking(null)
  }

  async function turn() {
    if (!(await saving.send({ enabled: !enabled, port, pairingPort }))) return
    await queryClient.invalidateQueries({ queryKey: api.devices.key() })
    showNotice(enabled ? 'Đã đóng mạng nội bộ.' : 'Đã mở mạng nội bộ cho máy trạm đã ghép.')
    setAsking(null)
  }

  return (
    <Panel
      title="Mạng nội bộ"
      aside={
        <span className={classes.rowActs}>
          <Button size="compact-md" variant="default" onClick={() => setAsking('ports')}>
            Đổi cổng
          </Button>
          <Button
            size="compact-md"
            variant={enabled ? 'default' : 'filled'}
            onClick={() => setAsking('turn')}
          >
            {enabled ? 'Đóng mạng nội bộ' : 'Mở mạng nội bộ'}
          </Button>
        </span>
      }
    >
      <dl className={classes.facts}>
        <dt>Trạng thái</dt>
        <dd>
          <LanChip lan={lan} />
          {lan.problem && (
            <span className={classes.problem} role="alert">
              {lan.problem}
            </span>
          )}
        </dd>
        <dt>Địa chỉ máy chủ</dt>
        <dd className={classes.number}>{lan.addresses.join(' · ')}</dd>
        <dt>Cổng</dt>
        <dd>
          {port} <span className={classes.dim}>làm việc</span> · {pairingPort}{' '}
          <span className={classes.dim}>ghép máy, chỉ mở khi có mã</span>
        </dd>
        <dt>Dấu vân khóa</dt>
        <dd className={classes.number}>{pinText(lan.pin)}</dd>
        <dt>Chứng thư đến</dt>
        <dd>
          {formatDay(dayOf(lan.certificateExpiresAt))}{' '}
          <span className={classes.dim}>tự gia hạn, khóa giữ nguyên</span>
        </dd>
        <dt>Trình duyệt</dt>
        <dd>
          {lan.browsers ? 'Được vào nếu có chứng thư ' : 'Không được vào '}
          <Button size="compact-sm" variant="subtle" onClick={() => setAsking('browsers')}>
            {lan.browsers ? 'Không cho phép nữa' : 'Cho phép'}
          </Button>
          {lan.browsers && lan.listening && (
            <Button size="compact-sm" variant="subtle" onClick={() => setAsking('browser-key')}>
              Cấp chứng thư
            </Button>
          )}
        </dd>
      </dl>
      <ConfirmAct
        opened={asking === 'turn'}
        onClose={() => setAsking(null)}
        title={enabled ? 'Đóng mạng nội bộ?' : 'Mở mạng nội bộ?'}
        act={enabled ? 'Đóng mạng nội bộ' : 'Mở mạng nội bộ'}
        danger={enabled}
        busy={saving.isSaving}
        problem={saving.problem}
        onConfirm={() => void turn()}
      >
        {enabled
          ? 'Mọi máy trạm bị cắt khỏi máy chủ ngay, chỉ còn làm việc được trên máy chủ. Máy đã ghép vẫn giữ, mở lại là dùng tiếp.'
          : `Máy chủ sẽ nhận máy trạm đã ghép ở cổng ${port}. Máy lạ không vào được: mỗi máy phải có mã do quản trị viên cấp. Nếu tường lửa Windows hỏi, cho phép trên mạng riêng.`}
      </ConfirmAct>
      <ConfirmAct
        opened={asking === 'browsers'}
        onClose={() => setAsking(null)}
        title={lan.browsers ? 'Không cho trình duyệt vào nữa?' : 'Cho trình duyệt vào qua mạng nội bộ?'}
        act={lan.browsers ? 'Cắt mọi trình duyệt' : 'Cho phép trình duyệt'}
        danger={lan.browsers}
        busy={allowing.isSaving}
        problem={allowing.problem}
        onConfirm={() => void turnBrowsers(!lan.browsers)}
      >
        {lan.browsers
          ? 'Mọi trình duyệt đang mở qua mạng bị cắt ngay. Chứng thư đã cấp vẫn giữ, cho phép lại là dùng tiếp.'
          : 'Chỉ nên dùng khi chưa cài được máy trạm. Mỗi trình duyệt cần một chứng thư do bạn cấp; trình duyệt có thể để lại dấu vết trên máy đó, máy trạm thì không.'}
      </ConfirmAct>
      {asking === 'browser-key' && (
        <BrowserKey address={`https://${lan.addresses[0] ?? ''}:${port}`} onClose={() => setAsking(null)} />
      )}
      {asking === 'ports' && <LanPorts lan={lan} onClose={() => setAsking(null)} />}
    </Panel>
  )
}

function LanChip({ lan }: { lan: LanState }) {
  if (lan.listening) return <ToneChip tone="ok" text="Đang mở cho máy trạm đã ghép" quiet />
  if (lan.enabled) return <ToneChip tone="late" text="Chưa mở được" />
  return <ToneChip tone="ended" text="Đang đóng" />
}
