import { Button, TextInput } from '@mantine/core'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type KeyboardEvent } from 'react'
import {
  CONDUCT_KEYS,
  CONDUCT_LABELS,
  CONDUCT_RATINGS,
  judgeRating,
  ratingOfKey,
  type ConductRating,
} from '#domain/care/conduct.ts'
import type { ConductMonth, ConductRow } from '#domain/contract/conduct.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { personHref } from '#renderer/features/people/person-words.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { CONDUCT_TONES } from './conduct-tones.ts'
import { focusGridRow, gridRowStep } from './grid-keys.ts'
import classes from './care.module.css'

const PAGE = 100

/** What was typed for somebody and is not saved yet. */
interface TypedRating {
  rating: ConductRating
  reason: string
}

export interface ConductGridProps {
  month: ConductMonth
  zones: string[]
  teams: string[]
  mayEdit: boolean
}

/** Ratings of a month as a grid: one letter per person, arrows move; a reason where the rating differs or is poor. */
export function ConductGrid({ month, zones, teams, mayEdit }: ConductGridProps) {
  const queryClient = useQueryClient()
  const [typed, setTyped] = useState<ReadonlyMap<string, TypedRating>>(new Map())
  const grid = useInfiniteQuery({
    ...api.conduct.grid.infiniteOptions({
      input: (cursor: string | null) => ({ month: month.month, zones, teams, cursor, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
  })
  const saving = useSave((input: Parameters<typeof hub.conduct.rate>[0], key) =>
    hub.conduct.rate(input, { context: { key } }),
  )
  const rows = grid.data?.pages.flatMap((page) => page.rows) ?? []
  const [first] = grid.data?.pages ?? []
  const problemOf = (row: ConductRow): string | undefined => {
    const said = typed.get(row.stayId)
    return said && judgeRating(said.rating, row.proposed, said.reason)[0]?.message
  }
  const waiting = rows.filter((row) => problemOf(row) !== undefined).length

  function put(row: ConductRow, rating: ConductRating) {
    const reason = typed.get(row.stayId)?.reason ?? row.reason ?? ''
    setTyped(new Map([...typed, [row.stayId, { rating, reason }]]))
  }

  function onKey(event: KeyboardEvent<HTMLTableRowElement>, row: ConductRow) {
    if (event.target !== event.currentTarget) return
    const step = gridRowStep(event.key)
    const rating = ratingOfKey(event.key)
    if (step !== undefined) focusGridRow(event.currentTarget, step)
    else if (event.ctrlKey || event.metaKey || event.altKey || !mayEdit) return
    else if (rating !== undefined) {
      put(row, rating)
      if (judgeRating(rating, row.proposed, null).length === 0) focusGridRow(event.currentTarget, 1)
    } else return
    event.preventDefault()
  }

  function acceptProposals() {
    const fresh = rows.filter(
      (row) => row.rating === null && !typed.has(row.stayId) && row.proposed !== 'poor',
    )
    setTyped(
      new Map([
        ...typed,
        ...fresh.map((row): [string, TypedRating] => [row.stayId, { rating: row.proposed, reason: '' }]),
      ]),
    )
  }

  async function save() {
    const ratings = rows.flatMap((row) => {
      const said = typed.get(row.stayId)
      return said ? [{ stayId: row.stayId, ...said, version: row.version }] : []
    })
    const isSaved = await saving.send({ month: month.month, ratings })
    if (!isSaved) return
    setTyped(new Map())
    await queryClient.invalidateQueries({ queryKey: api.conduct.key() })
    showNotice(`Đã lưu xếp loại ${ratings.length} người.`)
  }

  if (grid.isError)
    return (
      <ErrorState
        title="Chưa tải được bảng xếp loại"
        sentence={toHubError(grid.error).message}
        onRetry={() => void grid.refetch()}
      />
    )
  return (
    <div className={classes.stack}>
      <p className={classes.legend}>
        {CONDUCT_RATINGS.map((rating) => (
          <span key={rating}>
            <kbd>{CONDUCT_KEYS[rating]}</kbd> {CONDUCT_LABELS[rating].toLocaleLowerCase('vi')}
          </span>
        ))}
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> đi
        </span>
        {first && (
          <span>
            đã xếp {formatNumber(first.rated)}/{formatNumber(first.total)} người
          </span>
        )}
      </p>
      <p className={classes.note}>
        Đề xuất tính theo quy ước của cơ sở, chưa có văn bản quy định rõ:{' '}
        {first?.measures.map(({ rule, title, value }) => `${title} (${rule}): ${value}`).join('; ')}. Bỏ trốn:
        kém; trở lại quá hạn: không quá trung bình.
      </p>
      {grid.data && rows.length === 0 && (
        <EmptyState title="Không có ai để xếp loại">Chọn khu khác, hoặc bỏ lọc.</EmptyState>
      )}
      {rows.length > 0 && (
        <table className={classes.table} aria-label="Xếp loại tháng">
          <thead>
            <tr>
              <th scope="col">Họ và tên</th>
              <th scope="col">Đề xuất</th>
              <th scope="col">Xếp loại</th>
              <th scope="col">Lý do</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => {
              const said = typed.get(row.stayId)
              const rating = said?.rating ?? row.rating
              const wrong = problemOf(row)
              return (
                <tr
                  key={row.stayId}
                  className={classes.row}
                  data-grid-row
                  tabIndex={at === 0 ? 0 : -1}
                  aria-label={`${row.name}: ${rating === null ? 'chưa xếp loại' : CONDUCT_LABELS[rating]}`}
                  onKeyDown={(event) => onKey(event, row)}
                >
                  <th scope="row">
                    <InnerLink href={personHref(row.personId, 'quy-trinh')}>{row.name}</InnerLink>
                    <span className={classes.rule}>
                      {row.zoneName} {row.bedCode}
                    </span>
                  </th>
                  <td>
                    <ToneChip tone={CONDUCT_TONES[row.proposed]} quiet text={CONDUCT_LABELS[row.proposed]} />
                    <span className={classes.rule}>{row.reasons.join('; ')}</span>
                  </td>
                  <td>
                    {mayEdit ? (
                      <span className={classes.cells}>
                        {CONDUCT_RATINGS.map((choice) => (
                          <button
                            key={choice}
                            type="button"
                            tabIndex={-1}
                            className={classes.cell}
                            aria-pressed={rating === choice}
                            aria-label={`${row.name}: ${CONDUCT_LABELS[choice]}`}
                            title={CONDUCT_LABELS[choice]}
                            onClick={() => put(row, choice)}
                          >
                            {CONDUCT_KEYS[choice]}
                          </button>
                        ))}
                      </span>
                    ) : rating === null ? (
                      'chưa xếp loại'
                    ) : (
                      <ToneChip tone={CONDUCT_TONES[rating]} text={CONDUCT_LABELS[rating]} />
                    )}
                  </td>
                  <td>
                    {mayEdit && said ? (
                      <TextInput
                        aria-label={`Lý do: ${row.name}`}
                        maxLength={300}
                        value={said.reason}
                        error={wrong}
                        onChange={(event) =>
                          setTyped(
                            new Map([...typed, [row.stayId, { ...said, reason: event.currentTarget.value }]]),
                          )
                        }
                      />
                    ) : (
                      row.reason
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {grid.hasNextPage && (
        <Button variant="default" loading={grid.isFetchingNextPage} onClick={() => void grid.fetchNextPage()}>
          Xem thêm người
        </Button>
      )}
      {saving.problem && (
        <p role="alert" className={classes.problem}>
          {saving.problem}
        </p>
      )}
      {mayEdit && rows.length > 0 && (
        <div className={classes.acts}>
          <Button variant="default" onClick={acceptProposals}>
            Lấy đề xuất cho người chưa xếp
          </Button>
          <Button
            variant="subtle"
            color="gray"
            disabled={typed.size === 0}
            onClick={() => setTyped(new Map())}
          >
            Bỏ thay đổi chưa lưu
          </Button>
          <Button
            loading={saving.isSaving}
            disabled={typed.size === 0 || waiting > 0}
            onClick={() => void save()}
          >
            Lưu xếp loại {typed.size} người
          </Button>
          {waiting > 0 && <span className={classes.note}>còn {waiting} người phải ghi lý do</span>}
        </div>
      )}
    </div>
  )
}
