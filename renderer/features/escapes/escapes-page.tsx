import { Button } from '@mantine/core'
import { IconDoorEnter, IconRun, IconUsers } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { EscapeLine } from '#domain/contract/escape-shapes.ts'
import { DUTIES } from '#domain/law/duties.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { ChoosePeople } from '#renderer/features/escapes/choose-people.tsx'
import { awayText, standingChip } from '#renderer/features/escapes/escape-words.ts'
import { RecoverDialog } from '#renderer/features/escapes/recover-dialog.tsx'
import { ReportEscapeDialog } from '#renderer/features/escapes/report-escape.tsx'
import { IncidentsNav } from '#renderer/features/incidents/incidents-nav.tsx'
import { birthYearOf, personHref } from '#renderer/features/people/person-words.ts'
import { DataList } from '#ui/data-list.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { FilterChips } from '#ui/filter-chips.tsx'
import { formatNumber } from '#ui/format.ts'
import type { ListColumn } from '#ui/list-column.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { PersonName } from '#ui/person-name.tsx'
import { NO_SELECTION } from '#ui/row-selection.ts'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './escapes.module.css'

const PAGE = 60
const KEYS = ['tat-ca', 'bao'] as const
const CHIPS = [{ id: 'tat-ca', label: 'Cả người đã trở lại', choices: [{ value: 'co', label: 'Có' }] }]
const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

function columnsOf(now: string): ListColumn<EscapeLine>[] {
  return [
    {
      id: 'name',
      header: 'Họ và tên',
      minWidth: 190,
      grow: 1,
      cell: (row) => (
        <PersonName fullName={row.name} birthYear={birthYearOf(row)} href={personHref(row.personId)} />
      ),
    },
    {
      id: 'standing',
      header: 'Tình trạng',
      minWidth: 190,
      cell: (row) => <ToneChip {...standingChip(row)} />,
    },
    { id: 'at', header: 'Bỏ trốn lúc', minWidth: 138, cell: (row) => formatInstant(row.escapedAt) },
    {
      id: 'away',
      header: 'Vắng',
      minWidth: 84,
      yields: 4,
      cell: (row) => (row.standing === 'away' ? awayText(row.escapedAt, now) : ''),
    },
    {
      id: 'from',
      header: 'Từ đâu',
      minWidth: 150,
      grow: 1,
      yields: 3,
      cell: (row) => row.fromWhere ?? '',
    },
    {
      id: 'due',
      header: 'Còn phải làm',
      minWidth: 250,
      grow: 1,
      yields: 1,
      cell: ({ due }) => {
        const [first] = due
        if (!first) return ''
        const isLate = first.dueAt <= now
        const more = due.length > 1 ? ` · còn ${due.length - 1} việc` : ''
        return (
          <ToneChip
            tone={isLate ? 'late' : 'soon'}
            text={`${DUTIES[first.duty].label} ${isLate ? 'quá hạn từ' : 'trước'} ${formatInstant(first.dueAt)}${more}`}
          />
        )
      },
    },
    {
      id: 'number',
      header: 'Vụ việc',
      minWidth: 116,
      yields: 2,
      cell: ({ incidentNumber }) => incidentNumber ?? <span className={classes.dim}>chưa có</span>,
    },
  ]
}

/** Everybody who escaped and is away, the newest first; reporting begins here too. */
export function EscapesPage() {
  const desk = useDesk()
  const { history } = useRouter()
  const now = useHubNow()
  const [values, setValues] = useUrlFilters(KEYS)
  const [selection, setSelection] = useState(NO_SELECTION)
  const [recovering, setRecovering] = useState<readonly EscapeLine[]>([])
  const [reported, setReported] = useState<readonly string[]>([])
  const standing = values['tat-ca']?.[0] === 'co' ? 'all' : 'away'
  const isChoosing = values['bao']?.[0] === 'moi'
  const list = useInfiniteQuery({
    ...api.escapes.list.infiniteOptions({
      input: (cursor: string | null) => ({ standing, cursor, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
    placeholderData: keepPreviousData,
  })
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const chosen = rows.filter(({ id, standing: how }) => selection.ids.has(id) && how === 'away')
  const problem = list.error && toHubError(list.error)
  const may = desk?.permissions ?? []
  const mayRecord = may.includes('custody.record')
  const setChoosing = (isOn: boolean) =>
    setValues(isOn ? { ...values, bao: ['moi'] } : { 'tat-ca': values['tat-ca'] ?? [] })
  const away = list.data?.pages[0]?.away

  return (
    <>
      <PageHeader
        title="Người bỏ trốn"
        note={away !== undefined && `${formatNumber(away)} người chưa bắt lại`}
        acts={
          <>
            {may.includes('counts.read') && (
              <Button
                variant="default"
                leftSection={<IconUsers {...ICON} />}
                onClick={() => history.push('/in/danh-sach-anh')}
              >
                In danh sách ảnh
              </Button>
            )}
            {mayRecord && (
              <Button color="red" leftSection={<IconRun {...ICON} />} onClick={() => setChoosing(true)}>
                Báo bỏ trốn
              </Button>
            )}
          </>
        }
      />
      <IncidentsNav />
      <div className={classes.fill}>
        <Panel flush>
          <DataList
            label="Người bỏ trốn"
            noun="người"
            columns={columnsOf(now)}
            rows={rows}
            rowId={(row) => row.id}
            rowLabel={(row) => row.name}
            status={list.isPending ? 'loading' : problem && rows.length === 0 ? 'error' : 'ready'}
            error={
              problem && (
                <ErrorState
                  title="Chưa tải được danh sách"
                  sentence={problem.message}
                  onRetry={() => void list.refetch()}
                />
              )
            }
            chips={<FilterChips chips={CHIPS} values={values} onChange={setValues} />}
            hasMore={list.hasNextPage}
            loadingMore={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
            onOpen={(row) =>
              history.push(
                row.incidentId === null ? personHref(row.personId) : `/vu-viec/bo-tron/${row.incidentId}`,
              )
            }
            {...(mayRecord
              ? {
                  selection,
                  onSelect: setSelection,
                  bulkActs: (
                    <Button
                      size="compact-sm"
                      disabled={chosen.length === 0}
                      leftSection={<IconDoorEnter size={14} stroke={1.75} aria-hidden />}
                      onClick={() => setRecovering(chosen)}
                    >
                      Đã đưa trở lại
                    </Button>
                  ),
                }
              : {})}
            empty={
              <EmptyState icon={IconRun} title="Không có ai đang bỏ trốn">
                Báo bỏ trốn ở đây, ở trang học viên, khi điểm danh lệch hoặc khi quá hạn trở lại.
              </EmptyState>
            }
          />
        </Panel>
      </div>
      <Dialog opened={isChoosing} onClose={() => setChoosing(false)} title="Báo bỏ trốn" size={620}>
        {isChoosing && (
          <ChoosePeople
            onLeave={() => setChoosing(false)}
            onChosen={(stayIds) => {
              setChoosing(false)
              setReported(stayIds)
            }}
          />
        )}
      </Dialog>
      <ReportEscapeDialog stayIds={reported} onClose={() => setReported([])} />
      <RecoverDialog
        people={recovering}
        onClose={() => {
          setRecovering([])
          setSelection(NO_SELECTION)
        }}
      />
    </>
  )
}
