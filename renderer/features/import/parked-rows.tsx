import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { DUPLICATE_DECISIONS, type DuplicateDecision, type ImportBatchRow } from '#domain/contract/imports.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { CompareTable } from '#renderer/features/import/compare-table.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './import.module.css'

const DECISION_ACTS: Record<DuplicateDecision, string> = {
  same: 'Cùng một người, bỏ dòng này',
  'new-stay': 'Cùng một người, thêm đợt cai nghiện',
  different: 'Người khác, nhập hồ sơ mới',
}
const DECISION_WORDS: Record<DuplicateDecision, string> = {
  same: 'Cùng một người, đã bỏ dòng này',
  'new-stay': 'Cùng một người, đã thêm đợt cai nghiện',
  different: 'Người khác, đã nhập hồ sơ mới',
}

const PAGE = 20

/** Parked rows of an import, each beside the person it may be, with the choice to make. */
export function ParkedRows({ batchId, canDecide }: { batchId: string; canDecide: boolean }) {
  const [offset, setOffset] = useState(0)
  const page = useQuery(
    api.imports.batchRows.queryOptions({ input: { batchId, verdict: 'duplicate', offset, limit: PAGE } }),
  )
  if (page.error) {
    return (
      <ErrorState
        title="Chưa đọc được các dòng trùng"
        sentence={toHubError(page.error).message}
        onRetry={() => void page.refetch()}
      />
    )
  }
  const { rows = [], total = 0 } = page.data ?? {}
  if (total === 0) return null
  return (
    <Panel
      title={`Dòng trùng (${formatNumber(total, 0)})`}
      aside={
        total > PAGE && (
          <span className={classes.bar}>
            {offset + 1}–{Math.min(offset + PAGE, total)}
            <Button
              variant="default"
              size="compact-sm"
              disabled={offset === 0}
              onClick={() => setOffset(offset - PAGE)}
            >
              Trước
            </Button>
            <Button
              variant="default"
              size="compact-sm"
              disabled={offset + PAGE >= total}
              onClick={() => setOffset(offset + PAGE)}
            >
              Sau
            </Button>
          </span>
        )
      }
    >
      {canDecide && <SkipAlike batchId={batchId} rows={rows} />}
      <ul className={classes.parked}>
        {rows.map((row) => (
          <li key={row.row}>
            <ParkedRow batchId={batchId} row={row} canDecide={canDecide} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Leaves out at once every row shown that agrees with its person in everything. */
function SkipAlike({ batchId, rows }: { batchId: string; rows: readonly ImportBatchRow[] }) {
  const queryClient = useQueryClient()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const alike = rows.filter(
    ({ decision, duplicate }) =>
      decision === null &&
      duplicate !== null &&
      duplicate.fields.length > 0 &&
      duplicate.fields.every((field) => field.agrees === true),
  )
  if (alike.length < 2 && problem === null) return null

  async function skip() {
    setIsBusy(true)
    setProblem(null)
    try {
      for (const { row } of alike) await hub.imports.decide({ batchId, row, decision: 'same' })
    } catch (error) {
      setProblem(toHubError(error).message)
    } finally {
      setIsBusy(false)
      await queryClient.invalidateQueries({ queryKey: api.imports.key() })
    }
  }

  return (
    <div className={classes.alike}>
      <Button variant="default" loading={isBusy} onClick={() => void skip()}>
        Bỏ {formatNumber(alike.length, 0)} dòng giống hết người đã có
      </Button>
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}

function ParkedRow({
  batchId,
  row,
  canDecide,
}: {
  batchId: string
  row: ImportBatchRow
  canDecide: boolean
}) {
  const queryClient = useQueryClient()
  const [busy, setBusy] = useState<DuplicateDecision | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { duplicate, decision } = row

  async function decide(chosen: DuplicateDecision) {
    setBusy(chosen)
    setProblem(null)
    try {
      await hub.imports.decide({ batchId, row: row.row, decision: chosen })
    } catch (error) {
      setProblem(toHubError(error).message)
    } finally {
      setBusy(null)
      await queryClient.invalidateQueries({ queryKey: api.imports.key() })
    }
  }

  return (
    <section className={classes.details} aria-label={`Dòng ${row.row}: ${row.name}`}>
      <div className={classes.bar}>
        <b>
          Dòng {row.row} · {row.name}
        </b>
        {decision !== null && (
          <ToneChip tone="ok" text={`${DECISION_WORDS[decision]} (${row.decidedBy ?? ''})`} quiet />
        )}
      </div>
      {duplicate && duplicate.fields.length > 0 ? (
        <CompareTable fields={duplicate.fields} here={`Dòng ${row.row}`} there="Người đã có" />
      ) : (
        <p className={classes.lead}>Không còn hồ sơ để so: người trước đã được hoàn tác hoặc hủy.</p>
      )}
      {decision === null && canDecide && (
        <div className={classes.bar}>
          {DUPLICATE_DECISIONS.map((one) => (
            <Button
              key={one}
              variant="default"
              size="compact-sm"
              loading={busy === one}
              disabled={busy !== null || (one === 'new-stay' && duplicate?.personId === null)}
              onClick={() => void decide(one)}
            >
              {DECISION_ACTS[one]}
            </Button>
          ))}
        </div>
      )}
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </section>
  )
}
