import { Button, SegmentedControl } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { AuditList } from '#renderer/features/audit/audit-list.tsx'
import { verifyText } from '#renderer/features/audit/verify-text.ts'
import { JobCard } from '#renderer/features/jobs/job-card.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './audit.module.css'

/** Who saw and who changed what. The machine's administrator reads of the machine only. */
export function AuditPage() {
  const desk = useDesk()
  const mayReadAll = desk?.permissions.includes('audit.read') ?? false
  const [part, setPart] = useState<'all' | 'technical'>('all')
  const [jobId, setJobId] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const shown = mayReadAll ? part : 'technical'

  async function verify() {
    setProblem(null)
    try {
      setJobId((await hub.audit.verify({})).jobId)
    } catch (error) {
      setProblem(toHubError(error).message)
    }
  }

  return (
    <>
      <PageHeader
        title="Nhật ký"
        note={
          shown === 'all'
            ? 'mọi việc xem và sửa; mỗi mục nối với mục trước bằng mã băm'
            : 'tài khoản, phiên, sao lưu, cơ sở; không có tên học viên'
        }
        acts={
          mayReadAll && (
            <>
              <SegmentedControl
                aria-label="Phần nhật ký"
                value={part}
                onChange={(value) => setPart(value === 'technical' ? 'technical' : 'all')}
                data={[
                  { value: 'all', label: 'Tất cả' },
                  { value: 'technical', label: 'Kỹ thuật' },
                ]}
              />
              <Button
                leftSection={<IconShieldCheck size={16} stroke={1.75} aria-hidden />}
                onClick={() => void verify()}
              >
                Kiểm tra toàn bộ
              </Button>
            </>
          )
        }
      />
      {problem && <ErrorState title="Chưa kiểm tra được" sentence={problem} />}
      {jobId !== null && (
        <Panel>
          <JobCard
            key={jobId}
            jobId={jobId}
            title="Kiểm tra dữ liệu và nhật ký"
            unit="phần"
            result={(job) => verifyText(job.result)}
          />
        </Panel>
      )}
      <div className={classes.fill}>
        <AuditList part={shown} key={shown} />
      </div>
    </>
  )
}
