import { Button, Group, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { BACKUP_KIND_LABELS } from '#domain/backup/backup-kinds.ts'
import { readPreview, type RestorePreview } from '#domain/contract/backup.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useJob } from '#renderer/api/use-job.ts'
import { JobCard } from '#renderer/features/jobs/job-card.tsx'
import { HubWaiting } from '#renderer/features/keys/hub-waiting.tsx'
import { EMPTY_SHEET, SheetLinesField } from '#renderer/features/keys/sheet-lines-field.tsx'
import { formatNumber } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './backup.module.css'

/** Comes back from a copy: choose, look at what it holds and what would be lost, confirm. */
export function RestorePage() {
  const backups = useQuery(api.backup.list.queryOptions({ input: {} }))
  const [file, setFile] = useState('')
  const [lines, setLines] = useState(EMPTY_SHEET)
  const [needsSheet, setNeedsSheet] = useState(false)
  const [jobId, setJobId] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isWaiting, setIsWaiting] = useState(false)
  const job = useJob(jobId)
  const preview = job?.state === 'done' ? readPreview(job.result) : null
  const sheet = needsSheet ? lines.join('\n') : null
  const choices = (backups.data?.backups ?? [])
    .filter((backup) => backup.isPresent && backup.outcome === 'good')
    .map((backup) => ({
      value: `${backup.folder}/${backup.file}`,
      label: `${formatInstant(backup.takenAt)} · ${BACKUP_KIND_LABELS[backup.kind]} · ${backup.file}`,
    }))

  function choose(path: string) {
    setFile(path)
    setJobId(null)
  }

  async function look(event: SubmitEvent) {
    event.preventDefault()
    setProblem(null)
    setJobId(null)
    try {
      setJobId((await hub.backup.preview({ file, sheet })).jobId)
    } catch (error) {
      setProblem(toHubError(error).message)
    }
  }

  if (isWaiting) {
    return <HubWaiting message="Máy chủ đang phục hồi." onBack={() => globalThis.location.assign('/')} />
  }
  return (
    <>
      <PageHeader
        title="Phục hồi"
        note="Quay lại dữ liệu của một bản sao lưu"
        back={{ href: '/quan-tri/sao-luu', label: 'Sao lưu' }}
      />
      <Panel title="1. Chọn bản sao lưu">
        <form onSubmit={(event) => void look(event)}>
          <Select
            label="Bản trong sổ sao lưu"
            placeholder="Chọn một bản"
            data={choices}
            value={choices.some(({ value }) => value === file) ? file : null}
            onChange={(value) => value !== null && choose(value)}
            searchable
          />
          <TextInput
            mt="sm"
            label="Hoặc đường dẫn tệp trên máy chủ"
            placeholder="E:\SaoLuuNeoVe\neo-ve-20261122-013000-91c7.neove"
            value={file}
            onChange={(event) => choose(event.currentTarget.value)}
            spellCheck={false}
            maxLength={600}
          />
          {needsSheet ? (
            <SheetLinesField value={lines} onChange={setLines} />
          ) : (
            <p className={classes.text}>
              Bản niêm phong của máy khác, hoặc từ trước khi thay khóa, cần phiếu phục hồi.
            </p>
          )}
          <Group gap="sm" mt="md">
            <Button type="submit" disabled={file.trim() === ''} loading={job?.state === 'running'}>
              Xem trước
            </Button>
            <Button variant="default" onClick={() => setNeedsSheet((open) => !open)}>
              {needsSheet ? 'Không dùng phiếu' : 'Nhập phiếu phục hồi'}
            </Button>
          </Group>
        </form>
        {problem !== null && (
          <p role="alert" className={classes.text}>
            {problem}
          </p>
        )}
        {jobId !== null && !preview && (
          <JobCard key={jobId} jobId={jobId} title="Mở bản sao lưu" unit="bước" />
        )}
      </Panel>
      {preview && (
        <Confirm key={preview.file} preview={preview} sheet={sheet} onStarted={() => setIsWaiting(true)} />
      )}
    </>
  )
}

/** What the copy holds against what is there now; the name of the centre is typed before anything happens. */
function Confirm({
  preview,
  sheet,
  onStarted,
}: {
  preview: RestorePreview
  sheet: string | null
  onStarted: () => void
}) {
  const [confirm, setConfirm] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const { lost, present } = preview
  const isLosing = lost.entries > 0

  async function restore(event: SubmitEvent) {
    event.preventDefault()
    setIsBusy(true)
    setProblem(null)
    try {
      await hub.backup.restore({ file: preview.file, sheet, confirm })
      onStarted()
    } catch (error) {
      setProblem(toHubError(error).message)
    } finally {
      setIsBusy(false)
    }
  }

  const when = (at: string | null) => (at === null ? 'không rõ' : formatInstant(at))
  return (
    <Panel title="2. So với dữ liệu đang dùng">
      <table className={classes.compare}>
        <thead>
          <tr>
            <th scope="col">
              <span className={classes.unseen}>Nội dung</span>
            </th>
            <th scope="col">Bản sao lưu</th>
            <th scope="col">Đang dùng</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Cơ sở</th>
            <td>{preview.centreName}</td>
            <td>{present.centreName}</td>
          </tr>
          <tr>
            <th scope="row">Dòng nhật ký cuối</th>
            <td>{when(preview.lastEntryAt)}</td>
            <td>{when(present.lastEntryAt)}</td>
          </tr>
          <tr>
            <th scope="row">Trong danh sách</th>
            <td>{formatNumber(preview.onRoll)} người</td>
            <td>{formatNumber(present.onRoll)} người</td>
          </tr>
          <tr>
            <th scope="row">Hồ sơ</th>
            <td>{formatNumber(preview.people)}</td>
            <td>{formatNumber(present.people)}</td>
          </tr>
        </tbody>
      </table>
      <p className={classes.text}>
        <ToneChip tone={isLosing ? 'late' : 'ok'} text={isLosing ? 'Sẽ mất' : 'Không mất gì'} />{' '}
        {isLosing
          ? `${formatNumber(lost.entries)} dòng nhật ký, ${formatNumber(lost.events)} việc quản lý và ${formatNumber(lost.people)} hồ sơ ghi sau bản này. Dữ liệu đang dùng được giữ lại trong tệp riêng, không bị xóa.`
          : 'Bản này có đủ những gì đang có.'}
        {!preview.isOfThisHub &&
          ' Bản này của máy chủ khác: máy chủ này sẽ mang danh tính của máy đó, các máy trạm nối theo.'}
      </p>
      <form onSubmit={(event) => void restore(event)}>
        <TextInput
          label={`Gõ tên cơ sở hiện tại để xác nhận: ${present.centreName}`}
          value={confirm}
          onChange={(event) => setConfirm(event.currentTarget.value)}
          autoComplete="off"
          maxLength={300}
          {...(problem === null ? {} : { error: problem })}
        />
        <Button type="submit" color="red" mt="md" loading={isBusy} disabled={confirm.trim() === ''}>
          Phục hồi, mọi người phải đăng nhập lại
        </Button>
      </form>
    </Panel>
  )
}
