import { Button, Group } from '@mantine/core'
import { IconDatabaseExport } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { BACKUP_KIND_LABELS, type BackupKind } from '#domain/backup/backup-kinds.ts'
import type { BackupLine } from '#domain/contract/backup.ts'
import { formatInstant, instantMs } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PlanPanel } from '#renderer/features/backup/plan-panel.tsx'
import { JobCard } from '#renderer/features/jobs/job-card.tsx'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { formatBytes, formatDuration } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import type { ListColumn } from '#ui/list-column.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './backup.module.css'

function ageText(takenAt: string, now: string): string {
  const seconds = (instantMs(now) - instantMs(takenAt)) / 1000
  return seconds < 60 ? 'vừa xong' : `${formatDuration(seconds)} trước`
}

function columnsAt(now: string): readonly ListColumn<BackupLine>[] {
  return [
    { id: 'at', header: 'Lúc', minWidth: 130, cell: (backup) => formatInstant(backup.takenAt) },
    {
      id: 'age',
      header: 'Tuổi',
      minWidth: 130,
      grow: 1,
      yields: 2,
      cell: (backup) => ageText(backup.takenAt, now),
    },
    {
      id: 'outcome',
      header: 'Kết quả',
      minWidth: 190,
      cell: (backup) =>
        !backup.isPresent ? (
          <ToneChip tone="ended" text="Tệp không còn ở đây" />
        ) : backup.outcome === 'good' ? (
          <ToneChip tone="ok" text="Đã mở thử, đạt" quiet />
        ) : (
          <ToneChip tone="late" text="Không đạt" />
        ),
    },
    {
      id: 'kind',
      header: 'Loại',
      minWidth: 120,
      yields: 1,
      cell: (backup) => BACKUP_KIND_LABELS[backup.kind],
    },
    {
      id: 'bytes',
      header: 'Cỡ',
      minWidth: 80,
      align: 'right',
      yields: 1,
      cell: (backup) => formatBytes(backup.bytes),
    },
    { id: 'by', header: 'Người tạo', minWidth: 120, grow: 1, yields: 3, cell: (backup) => backup.takenBy },
    {
      id: 'file',
      header: 'Tệp',
      minWidth: 240,
      grow: 2,
      cell: (backup) => <span title={`${backup.folder}/${backup.file}`}>{backup.file}</span>,
    },
    {
      id: 'sha256',
      header: 'SHA-256',
      minWidth: 150,
      yields: 4,
      cell: (backup) => <span title={backup.sha256}>{backup.sha256.slice(0, 16)}…</span>,
    },
  ]
}

/** Backups: take one now, see what there is, and how to come back from one. */
export function BackupPage() {
  const desk = useDesk()
  const queryClient = useQueryClient()
  const backups = useQuery(api.backup.list.queryOptions({ input: {} }))
  const [jobId, setJobId] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isStarting, setIsStarting] = useState(false)
  const folder = backups.data?.folder ?? ''
  const lastAct = useQuery(api.waiting.state.queryOptions({ input: {} }))
  const ended = lastAct.data?.kind === 'working' ? lastAct.data.lastAct : null

  async function take(kind: BackupKind = 'local') {
    setIsStarting(true)
    setProblem(null)
    try {
      setJobId((await hub.backup.take({ kind })).jobId)
      await queryClient.invalidateQueries({ queryKey: api.backup.key() })
    } catch (error) {
      setProblem(toHubError(error).message)
    } finally {
      setIsStarting(false)
    }
  }

  return (
    <>
      <PageHeader
        title="Sao lưu"
        note={folder && `Lưu tại ${folder}`}
        acts={
          <Group gap="sm">
            <InnerLink href="/quan-tri/phuc-hoi">Phục hồi từ một bản</InnerLink>
            <Button variant="default" onClick={() => void take('sealed')}>
              Niêm phong ra ổ ngoài
            </Button>
            <Button
              leftSection={<IconDatabaseExport size={16} stroke={1.75} aria-hidden />}
              loading={isStarting}
              onClick={() => void take()}
            >
              Sao lưu ngay
            </Button>
          </Group>
        }
      />
      {ended && (
        <Panel title={ended.title}>
          <p className={classes.text}>
            <ToneChip
              tone={ended.problem === null ? 'ok' : 'late'}
              text={ended.problem === null ? 'Xong' : 'Không xong'}
            />{' '}
            {ended.problem ?? ended.note}
          </p>
        </Panel>
      )}
      {problem && <ErrorState title="Chưa sao lưu được" sentence={problem} />}
      {jobId !== null && (
        <Panel>
          <JobCard
            key={jobId}
            jobId={jobId}
            title="Sao lưu"
            unit="bước"
            result={() => 'Bản sao đã được mở thử và kiểm tra.'}
          />
        </Panel>
      )}
      <div className={classes.list}>
        <Panel flush>
          <DataList
            label="Các bản sao lưu"
            noun="bản"
            columns={columnsAt(desk?.now() ?? '')}
            rows={backups.data?.backups ?? []}
            rowId={(backup) => backup.id}
            rowLabel={(backup) => backup.file}
            total={backups.data?.backups.length ?? 0}
            status={backups.isPending ? 'loading' : backups.error ? 'error' : 'ready'}
            error={
              backups.error && (
                <ErrorState
                  title="Chưa đọc được sổ sao lưu"
                  sentence={toHubError(backups.error).message}
                  onRetry={() => void backups.refetch()}
                />
              )
            }
            empty={
              <EmptyState
                title="Chưa có bản sao lưu nào"
                act={<Button onClick={() => void take()}>Sao lưu ngay</Button>}
              >
                Bản sao lấy được khi mọi người vẫn đang làm việc, và được mở thử ngay sau khi chép.
              </EmptyState>
            }
          />
        </Panel>
      </div>
      <PlanPanel />
    </>
  )
}
