import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RestorePreview } from '#domain/contract/backup.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { HubWaiting } from '#renderer/features/keys/hub-waiting.tsx'
import { EMPTY_SHEET, SheetLinesField } from '#renderer/features/keys/sheet-lines-field.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { formatNumber } from '#ui/format.ts'
import { FormRow } from '#ui/form-row.tsx'
import { JobProgress } from '#ui/job-progress.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './first-run.module.css'

const ASK_EVERY_MS = 500

/** A new hub takes over the data of a backup: the copy, the sheet of paper, what it holds, then the hub restarts. */
export function RestoreFirst({ onLeave }: { onLeave: () => void }) {
  const [file, setFile] = useState('')
  const [lines, setLines] = useState(EMPTY_SHEET)
  const [asked, setAsked] = useState<{ file: string; sheet: string | null } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [isRestoring, setIsRestoring] = useState(false)
  const status = useQuery({
    ...api.setup.status.queryOptions({ input: {} }),
    refetchInterval: (query) => (query.state.data?.copyWork?.state === 'running' ? ASK_EVERY_MS : false),
  })
  const work = asked && status.data?.copyWork
  const preview = work?.state === 'done' ? work.preview : null

  async function run(act: () => Promise<unknown>): Promise<boolean> {
    setProblem(null)
    setIsBusy(true)
    try {
      await act()
      return true
    } catch (error) {
      setProblem(toHubError(error).message)
      return false
    } finally {
      setIsBusy(false)
    }
  }

  async function look() {
    const typed = lines.join('\n').trim()
    const copy = { file, sheet: typed === '' ? null : lines.join('\n') }
    setAsked(null)
    if (!(await run(() => hub.setup.lookIntoCopy(copy)))) return
    await status.refetch()
    setAsked(copy)
  }

  async function restore() {
    if (asked && (await run(() => hub.setup.restore(asked)))) setIsRestoring(true)
  }

  if (isRestoring) {
    return <HubWaiting message="Máy chủ đang phục hồi." onBack={() => globalThis.location.assign('/')} />
  }
  return (
    <>
      <Panel title="Phục hồi từ bản sao lưu">
        <DenseForm
          label="Phục hồi từ bản sao lưu"
          saveLabel="Xem bản sao lưu"
          onSave={() => void look()}
          saving={isBusy || work?.state === 'running'}
          onLeave={onLeave}
          dirty={file !== ''}
          problem={problem ?? (work?.state === 'failed' ? work.problem : null)}
        >
          <FormRow
            label="Tệp sao lưu"
            required
            hint="Đường dẫn đầy đủ trên máy này, ví dụ E:\SaoLuuNeoVe\neo-ve-20261122-013000-91c7.neove."
          >
            {(control) => (
              <TextInput
                {...control}
                data-autofocus
                value={file}
                onChange={(event) => {
                  setFile(event.currentTarget.value)
                  setAsked(null)
                }}
                spellCheck={false}
                maxLength={600}
              />
            )}
          </FormRow>
          <FormRow
            label="Phiếu phục hồi"
            hint="Bốn dòng trên phiếu giấy của cơ sở. Máy quét đọc hình vuông vào dòng 1."
          >
            {() => (
              <SheetLinesField
                value={lines}
                onChange={(typed) => {
                  setLines(typed)
                  setAsked(null)
                }}
              />
            )}
          </FormRow>
        </DenseForm>
      </Panel>
      {work?.state === 'running' && (
        <JobProgress
          title="Mở bản sao lưu"
          state={work.state}
          done={work.done}
          {...(work.total === null ? {} : { total: work.total })}
          unit="bước"
          message={work.step}
        />
      )}
      {preview && <Held preview={preview} busy={isBusy} onRestore={() => void restore()} />}
    </>
  )
}

/** What the copy holds, and the act. Nothing is lost here: the hub is empty. */
function Held({
  preview,
  busy,
  onRestore,
}: {
  preview: RestorePreview
  busy: boolean
  onRestore: () => void
}) {
  const when = (at: string | null) => (at === null ? 'không rõ' : formatInstant(at))
  return (
    <Panel title={`Bản sao lưu của ${preview.centreName}`}>
      <dl className={classes.facts}>
        <dt>Sao lưu lúc</dt>
        <dd>{when(preview.takenAt)}</dd>
        <dt>Dòng nhật ký cuối</dt>
        <dd>{when(preview.lastEntryAt)}</dd>
        <dt>Trong danh sách</dt>
        <dd>{formatNumber(preview.onRoll)} người</dd>
        <dt>Hồ sơ</dt>
        <dd>{formatNumber(preview.people)}</dd>
      </dl>
      <p className={classes.lead}>
        Máy này thành máy chủ của cơ sở, với tài khoản và mật khẩu trong bản sao. Máy trạm tìm thấy máy chủ ở
        chỗ mới và hỏi một lần. Tắt hẳn máy chủ cũ trước: hai máy chủ cùng chạy sẽ ghi hai sổ khác nhau.
      </p>
      <Button loading={busy} onClick={onRestore}>
        Phục hồi vào máy này
      </Button>
    </Panel>
  )
}
