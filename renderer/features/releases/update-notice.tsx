import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { UpdateState } from '#domain/desk/desk-bridge.ts'
import { onChanges } from '#renderer/api/feed-changes.ts'
import { deskBridge } from '#renderer/api/desk-bridge.ts'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import classes from './releases.module.css'

/** What the desktop program knows of a newer one; null in a browser, and until it has said. */
function useUpdateState(): UpdateState | null {
  const [state, setState] = useState<UpdateState | null>(null)
  useEffect(() => {
    const update = deskBridge()?.update
    if (!update) return undefined
    void update.state().then(setState)
    const stopHearing = update.onState(setState)
    const stopFollowing = onChanges((changes) => {
      if (changes.some((change) => change.topic === 'releases')) void update.check()
    })
    return () => {
      stopHearing()
      stopFollowing()
    }
  }, [])
  return state
}

/** A quiet line under the top bar when a newer program is ready, or was refused. Nothing is installed by itself. */
export function UpdateNotice() {
  const state = useUpdateState()
  if (state?.kind === 'refused') return <p className={classes.refused}>{state.message}</p>
  // Another release is another question: one that was asked of the release before is not asked of it.
  return state?.kind === 'ready' ? <ReadyNotice version={state.version} key={state.version} /> : null
}

function ReadyNotice({ version }: { version: string }) {
  const [isAsked, setIsAsked] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  async function install() {
    setIsBusy(true)
    setProblem(null)
    const answer = await deskBridge()?.update.install()
    setIsBusy(false)
    if (answer && !answer.ok) setProblem(answer.problem.message)
  }

  return (
    <div className={classes.notice}>
      <span>Có bản mới {version}, đã tải và kiểm tra. Cài khi rảnh.</span>
      <Button size="compact-xs" variant="default" onClick={() => setIsAsked(true)}>
        Cài bản mới…
      </Button>
      <ConfirmAct
        opened={isAsked}
        onClose={() => setIsAsked(false)}
        title={`Cài bản ${version}?`}
        act="Đóng chương trình và cài"
        busy={isBusy}
        problem={problem}
        onConfirm={() => void install()}
      >
        <p className={classes.text}>
          Chương trình trên máy này đóng lại, Windows hỏi tài khoản quản trị, bộ cài chạy khoảng một phút rồi
          Nẻo Về mở lại. Bản nháp đã lưu được giữ; việc đang làm ở máy khác không bị ảnh hưởng.
          {deskBridge()?.mode === 'hub' &&
            ' Máy này là máy chủ: trong lúc cài, các máy trạm tạm mất kết nối và tự nối lại. Sao lưu trước khi cài.'}
        </p>
      </ConfirmAct>
    </div>
  )
}
