import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import type { DrillLine } from '#domain/contract/keys.ts'
import { formatDay } from '#domain/time/day.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { JobCard } from '#renderer/features/jobs/job-card.tsx'
import { EMPTY_SHEET, SheetLinesField } from '#renderer/features/keys/sheet-lines-field.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './keys.module.css'

/** The quarterly test: last night's sealed copy is opened with the paper alone, apart from the data. */
export function DrillPanel({
  dueOn,
  newest,
  drills,
}: {
  dueOn: string | null
  newest: { file: string; madeAt: string } | null
  drills: readonly DrillLine[]
}) {
  const queryClient = useQueryClient()
  const [lines, setLines] = useState(EMPTY_SHEET)
  const [isOpen, setIsOpen] = useState(false)
  const [jobId, setJobId] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  async function start(event: SubmitEvent) {
    event.preventDefault()
    setProblem(null)
    try {
      setJobId((await hub.keys.drill({ text: lines.join('\n') })).jobId)
      setLines(EMPTY_SHEET)
      setIsOpen(false)
      await queryClient.invalidateQueries({ queryKey: api.keys.key() })
    } catch (error) {
      setProblem(toHubError(error).message)
    }
  }

  return (
    <Panel title="Thử phiếu mỗi quý" aside={dueOn === null ? undefined : `hạn ${formatDay(dueOn)}`}>
      <p className={classes.text}>
        {newest
          ? `Mở bản niêm phong ${newest.file} (${formatInstant(newest.madeAt)}) chỉ bằng tờ giấy, trong thư mục tạm; dữ liệu đang dùng không bị động đến.`
          : 'Chưa có bản niêm phong nào. Vào Sao lưu, chọn ổ ngoài và tạo bản niêm phong trước.'}
      </p>
      {newest && !isOpen && (
        <Button variant="default" onClick={() => setIsOpen(true)}>
          Bắt đầu thử
        </Button>
      )}
      {isOpen && (
        <form onSubmit={(event) => void start(event)}>
          <SheetLinesField value={lines} onChange={setLines} />
          <Button type="submit" mt="md">
            Mở thử bằng phiếu
          </Button>
        </form>
      )}
      {problem !== null && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      {jobId !== null && (
        <JobCard
          key={jobId}
          jobId={jobId}
          title="Thử phiếu phục hồi"
          unit="bước"
          result={() => 'Đã ghi kết quả vào sổ bên dưới.'}
        />
      )}
      {drills.length > 0 && (
        <ul>
          {drills.map((drill) => (
            <li key={drill.id}>
              {formatInstant(drill.doneAt)} · {drill.doneBy} · {drill.file}{' '}
              <ToneChip
                tone={drill.outcome === 'passed' ? 'ok' : 'late'}
                text={drill.outcome === 'passed' ? 'Mở được, nguyên vẹn' : (drill.detail ?? 'Không đạt')}
                quiet={drill.outcome === 'passed'}
              />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
