import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '#renderer/api/client.ts'
import { RecoveryPage } from '#renderer/features/keys/recovery-page.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { JobProgress } from '#ui/job-progress.tsx'
import classes from './keys.module.css'

const ASK_EVERY_MS = 1500

/**
 * What stands on the page while the hub has no data open: its work on them as a whole, the recovery sheet where no
 * key opens them, or that it cannot be reached. `onBack` is called once the hub works again.
 */
export function HubWaiting({ message, onBack }: { message: string; onBack: () => void }) {
  const waiting = useQuery({
    ...api.waiting.state.queryOptions({ input: {}, context: { isBackground: true } }),
    refetchInterval: ASK_EVERY_MS,
    retry: false,
  })
  const state = waiting.error ? undefined : waiting.data
  const isBack = state?.kind === 'working'
  useEffect(() => {
    if (isBack) onBack()
  }, [isBack, onBack])

  if (state?.kind === 'locked') return <RecoveryPage state={state} onOpened={() => void waiting.refetch()} />
  if (state?.kind === 'busy') {
    return (
      <div className={classes.waiting}>
        <JobProgress
          title={state.title}
          state="running"
          done={state.done}
          {...(state.total === null ? {} : { total: state.total })}
          unit="bước"
          message={`${state.step}. Máy chủ tự chạy lại khi xong; không tắt máy.`}
        />
      </div>
    )
  }
  return <ErrorState title="Chưa nối được với máy chủ" sentence={message} onRetry={onBack} />
}
