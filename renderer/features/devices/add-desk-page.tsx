import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { LanState } from '#domain/contract/devices.ts'
import { api, hub } from '#renderer/api/client.ts'
import { PrintActs } from '#renderer/app/print-acts.tsx'
import { PairingSlip } from '#renderer/features/devices/pairing-slip.tsx'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './devices.module.css'

const BACK = { href: '/quan-tri/thiet-bi', label: 'Thiết bị' }

const ASK_EVERY_MS = 10_000

interface MadeCode {
  id: string
  code: string
  expiresAt: string
  lan: LanState
}

/** Makes a one-time code, shows it until a desk has used it, and says which desk came. */
export function AddDeskPage() {
  const { history } = useRouter()
  const [made, setMade] = useState<MadeCode | null>(null)
  const saving = useSave(async () => setMade(await hub.devices.startPairing({})))
  const id = made?.id ?? ''
  const pairing = useQuery({
    ...api.devices.pairing.queryOptions({ input: { id }, context: { isBackground: true } }),
    enabled: made !== null,
    // A code ends by the clock too, of which no change tells.
    refetchInterval: ASK_EVERY_MS,
  })

  const cancelling = useSave(() => hub.devices.cancelPairing({ id }))
  const state = made === null ? null : (pairing.data?.state ?? 'waiting')
  return (
    <>
      <div className={classes.tools}>
        <PageHeader
          title="Thêm máy trạm"
          back={BACK}
          acts={
            state === 'waiting' && (
              <>
                <Button
                  variant="default"
                  loading={cancelling.isSaving}
                  onClick={() => void cancelling.send(null)}
                >
                  Hủy mã
                </Button>
                <PrintActs act="In phiếu ghép máy" fileName="Phiếu ghép máy trạm" />
              </>
            )
          }
        />
      </div>
      {made !== null && state === 'waiting' ? (
        <PairingSlip {...made} triesLeft={pairing.data?.triesLeft ?? null} />
      ) : (
        <Panel>
          {state === 'used' ? (
            <EmptyState
              title={`Đã ghép ${pairing.data?.deviceName ?? 'máy trạm'}`}
              act={
                <>
                  <Button onClick={() => history.push(BACK.href)}>Xem danh sách máy trạm</Button>
                  <Button variant="default" loading={saving.isSaving} onClick={() => void saving.send(null)}>
                    Thêm máy nữa
                  </Button>
                </>
              }
            >
              Máy này đã vào được máy chủ. Mã vừa rồi không dùng lại được.
            </EmptyState>
          ) : (
            <EmptyState
              title={state === null ? 'Lấy mã cho một máy trạm' : OVER_TITLES[state]}
              act={
                <Button loading={saving.isSaving} onClick={() => void saving.send(null)}>
                  {state === null ? 'Cấp mã ghép máy' : 'Cấp mã mới'}
                </Button>
              }
            >
              {state === null ? (
                <ol className={classes.steps}>
                  <li>Ở máy mới: cài Nẻo Về, mở lên và chọn «Máy trạm».</li>
                  <li>Ở đây: bấm «Cấp mã ghép máy». Mã dùng được một lần, trong 10 phút.</li>
                  <li>Nhập mã ở máy mới. Tên máy đó hiện ra ở màn hình này.</li>
                </ol>
              ) : (
                OVER_TEXTS[state]
              )}
              {saving.problem && (
                <p className={classes.problem} role="alert">
                  {saving.problem}
                </p>
              )}
            </EmptyState>
          )}
        </Panel>
      )}
    </>
  )
}

type Over = 'waiting' | 'expired' | 'dead' | 'cancelled'

const OVER_TITLES: Record<Over, string> = {
  waiting: 'Đang chờ máy trạm',
  expired: 'Mã đã hết hạn',
  dead: 'Mã đã bị khóa',
  cancelled: 'Mã đã được hủy',
}

const OVER_TEXTS: Record<Over, string> = {
  waiting: 'Nhập mã ở máy mới.',
  expired: 'Mã chỉ dùng được trong 10 phút. Cấp mã mới khi máy trạm đã sẵn sàng.',
  dead: 'Có 5 lần ghép bằng mã sai. Xem quanh mạng có máy lạ không, rồi cấp mã mới.',
  cancelled: 'Mã này không còn dùng được. Cấp mã mới khi cần thêm máy trạm.',
}
