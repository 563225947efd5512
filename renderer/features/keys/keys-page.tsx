import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatInstant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { DrillPanel } from '#renderer/features/keys/drill-panel.tsx'
import { HubWaiting } from '#renderer/features/keys/hub-waiting.tsx'
import { NewSheetSteps } from '#renderer/features/keys/new-sheet.tsx'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './keys.module.css'

/** The data key: its recovery sheet, the quarterly test of it, and another key. */
export function KeysPage() {
  const status = useQuery(api.keys.status.queryOptions({ input: {} }))
  const [isMaking, setIsMaking] = useState(false)
  const [isAsking, setIsAsking] = useState(false)
  const [isWaiting, setIsWaiting] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const data = status.data

  async function rotate() {
    setProblem(null)
    try {
      await hub.keys.rotate({})
      setIsAsking(false)
      setIsWaiting(true)
    } catch (error) {
      setProblem(toHubError(error).message)
    }
  }

  if (isWaiting) {
    return (
      <HubWaiting message="Máy chủ đang thay khóa dữ liệu." onBack={() => globalThis.location.assign('/')} />
    )
  }
  if (status.error) {
    return (
      <ErrorState
        title="Chưa đọc được tình trạng khóa"
        sentence={toHubError(status.error).message}
        onRetry={() => void status.refetch()}
      />
    )
  }
  if (!data) return <PagePending />
  const active = data.sheets.find((sheet) => sheet.state === 'active')
  if (isMaking) {
    return (
      <>
        <PageHeader title={active ? 'Thay phiếu phục hồi' : 'Lập phiếu phục hồi'} />
        <NewSheetSteps isReplacing={active !== undefined} onEnd={() => setIsMaking(false)} />
      </>
    )
  }
  return (
    <>
      <PageHeader title="Khóa" note="Khóa dữ liệu và phiếu phục hồi" />
      <Panel title="Phiếu phục hồi">
        {active ? (
          <dl className={classes.facts}>
            <dt>Phiếu đang dùng</dt>
            <dd>
              <ToneChip tone="ok" text={`Số ${active.id}`} quiet />
            </dd>
            <dt>Lập lúc</dt>
            <dd>
              {formatInstant(active.madeAt)} · {active.madeBy}
            </dd>
          </dl>
        ) : (
          <p className={classes.text}>
            <ToneChip tone="late" text="Chưa có phiếu" /> Khóa trên máy này mà mất thì không ai mở được dữ
            liệu, kể cả các bản sao lưu. In phiếu ngay.
          </p>
        )}
        <Button variant={active ? 'default' : 'filled'} onClick={() => setIsMaking(true)}>
          {active ? 'Thay phiếu' : 'Lập phiếu phục hồi'}
        </Button>
        {data.sheets.length > 1 && (
          <p className={classes.text}>
            Phiếu cũ, giữ để mở bản niêm phong cũ:{' '}
            {data.sheets
              .filter((sheet) => sheet.state === 'replaced')
              .map((sheet) => sheet.id)
              .join(', ')}
          </p>
        )}
      </Panel>
      {active && <DrillPanel dueOn={data.drillDueOn} newest={data.newestSealed} drills={data.drills} />}
      <Panel title="Khóa dữ liệu">
        <p className={classes.text}>
          {data.keySource === 'parent'
            ? 'Khóa do hệ điều hành của máy chủ giữ hộ, chỉ mở được bằng tài khoản đã cài Nẻo Về.'
            : `Khóa nằm trong tệp ${data.keyFile ?? ''} ngoài thư mục dữ liệu. Ai đọc được tệp này và thư mục dữ liệu là mở được dữ liệu: hãy mã hóa ổ đĩa.`}
        </p>
        <Button variant="default" disabled={!data.canRotate} onClick={() => setIsAsking(true)}>
          Thay khóa dữ liệu
        </Button>
        {problem !== null && (
          <p role="alert" className={classes.problem}>
            {problem}
          </p>
        )}
      </Panel>
      <ConfirmAct
        opened={isAsking}
        onClose={() => setIsAsking(false)}
        title="Thay khóa dữ liệu?"
        act="Thay khóa dữ liệu"
        problem={problem}
        onConfirm={() => void rotate()}
      >
        Máy chủ ngừng vài phút để mã hóa lại trên một bản sao, kiểm tra rồi thay. Mọi máy chờ và tự nối lại.
        Bản sao lưu thường trước đó cần khóa cũ; bản niêm phong vẫn mở được bằng phiếu.
      </ConfirmAct>
    </>
  )
}
