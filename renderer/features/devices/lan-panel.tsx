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
  const [asking, setAsking] = useState<'turn' | 'ports' | null>(null)
  const saving = useSave((choice: { enabled: boolean; port: number; pairingPort: number }) =>
    hub.devices.setLan(choice),
  )
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
      {asking === 'ports' && <LanPorts lan={lan} onClose={() => setAsking(null)} />}
    </Panel>
  )
}

function LanChip({ lan }: { lan: LanState }) {
  if (lan.listening) return <ToneChip tone="ok" text="Đang mở cho máy trạm đã ghép" quiet />
  if (lan.enabled) return <ToneChip tone="late" text="Chưa mở được" />
  return <ToneChip tone="ended" text="Đang đóng" />
}
