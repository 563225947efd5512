import { Button } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DeskProgramLine } from '#domain/contract/releases.ts'
import { DESK_UPDATE_LABELS, type DeskUpdateKind } from '#domain/releases/desk-update.ts'
import { PLATFORM_LABELS } from '#domain/releases/manifest.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { JobCard } from '#renderer/features/jobs/job-card.tsx'
import { AddRelease } from '#renderer/features/releases/add-release.tsx'
import { ReleasePanel } from '#renderer/features/releases/release-panel.tsx'
import type { Tone } from '#ui/colors.ts'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import type { ListColumn } from '#ui/list-column.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './releases.module.css'

const UPDATE_TONES: Record<DeskUpdateKind, Tone> = {
  current: 'ok',
  available: 'away',
  downloading: 'away',
  ready: 'soon',
  refused: 'late',
}

const COLUMNS: readonly ListColumn<DeskProgramLine>[] = [
  { id: 'desk', header: 'Máy', minWidth: 160, grow: 1, cell: (line) => line.desk },
  { id: 'version', header: 'Bản đang chạy', minWidth: 120, cell: (line) => line.version },
  {
    id: 'platform',
    header: 'Loại máy',
    minWidth: 130,
    yields: 2,
    cell: (line) => PLATFORM_LABELS[line.platform],
  },
  {
    id: 'state',
    header: 'Cập nhật',
    minWidth: 260,
    grow: 2,
    cell: (line) => (
      <ToneChip
        tone={UPDATE_TONES[line.state]}
        text={
          line.releaseVersion === null || line.state === 'refused'
            ? (line.problem ?? DESK_UPDATE_LABELS[line.state])
            : `${DESK_UPDATE_LABELS[line.state]}: ${line.releaseVersion}`
        }
        quiet={line.state === 'current'}
      />
    ),
  },
  { id: 'at', header: 'Báo lúc', minWidth: 130, yields: 1, cell: (line) => formatInstant(line.toldAt) },
]

/** Releases of the program on this hub: put one on it, let one desk try it, open it to all, and see who runs what. */
export function ReleasesPage() {
  const queryClient = useQueryClient()
  const releases = useQuery(api.releases.list.queryOptions({ input: {} }))
  const [isAdding, setIsAdding] = useState(false)
  const [jobId, setJobId] = useState<string | null>(null)

  if (releases.error)
    return (
      <ErrorState
        title="Chưa đọc được các bản cập nhật"
        sentence={toHubError(releases.error).message}
        onRetry={() => void releases.refetch()}
      />
    )
  if (!releases.data) return <PagePending />
  const { hubVersion, trustedKeys, desks } = releases.data
  const add = (
    <Button
      leftSection={<IconUpload size={16} stroke={1.75} aria-hidden />}
      onClick={() => setIsAdding(true)}
    >
      Đưa bản cập nhật lên
    </Button>
  )

  return (
    <>
      <PageHeader title="Cập nhật" note={`Máy chủ đang chạy bản ${hubVersion}`} acts={add} />
      {trustedKeys.some((key) => key.isForDevelopment) && (
        <p className={classes.warning}>
          Bản chương trình này còn tin khóa ký dùng khi phát triển, chỉ để thử. Không đưa vào sử dụng chính
          thức.
        </p>
      )}
      {jobId !== null && (
        <Panel>
          <JobCard
            key={jobId}
            jobId={jobId}
            title="Kiểm tra bản cập nhật"
            unit="tệp"
            result={() => 'Đã nhận. Chưa máy nào cài: cho một máy thử trước.'}
          />
        </Panel>
      )}
      {releases.data.releases.length === 0 ? (
        <Panel>
          <EmptyState title="Chưa có bản cập nhật nào trên máy chủ">
            Khi nhận được bản phát hành mới (USB hoặc thư mục có manifest.json), đưa lên đây. Các máy trạm tự
            thấy và tải qua mạng nội bộ, không cần Internet.
          </EmptyState>
        </Panel>
      ) : (
        releases.data.releases.map((release) => (
          <ReleasePanel
            key={`${release.id} ${release.rowVersion}`}
            release={release}
            desks={desks.map(({ desk }) => desk)}
          />
        ))
      )}
      <div className={classes.list}>
        <Panel title="Các máy đang chạy bản nào" flush>
          <DataList
            label="Các máy đang chạy bản nào"
            noun="máy"
            columns={COLUMNS}
            rows={desks}
            rowId={(line) => line.desk}
            rowLabel={(line) => line.desk}
            total={desks.length}
            status="ready"
            empty={
              <EmptyState title="Chưa máy nào báo">
                Máy cài chương trình Nẻo Về báo bản đang chạy khi có người đăng nhập. Máy dùng trình duyệt
                luôn chạy bản của máy chủ.
              </EmptyState>
            }
          />
        </Panel>
      </div>
      <AddRelease
        opened={isAdding}
        onClose={() => setIsAdding(false)}
        onTaken={(taken) => {
          setIsAdding(false)
          setJobId(taken)
          void queryClient.invalidateQueries({ queryKey: api.releases.key() })
        }}
      />
    </>
  )
}
