import { IconClipboardCheck } from '@tabler/icons-react'
import type { Outing } from '#domain/contract/goings-out-shapes.ts'
import { OUTING_KIND_LABELS } from '#domain/goings-out/outing-kinds.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { birthYearOf, personHref } from '#renderer/features/people/person-words.ts'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import type { ListColumn } from '#ui/list-column.ts'
import { Panel } from '#ui/panel.tsx'
import { PersonName } from '#ui/person-name.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { outingChip } from './outing-words.ts'
import classes from './goings-out.module.css'

/** Columns of a list of outings. @param now by which a late decision is shown as late */
export function outingColumns(now: string | undefined): ListColumn<Outing>[] {
  return [
    {
      id: 'name',
      header: 'Họ và tên',
      minWidth: 222,
      grow: 1,
      cell: (row) => (
        <PersonName fullName={row.name} birthYear={birthYearOf(row)} href={personHref(row.personId)} />
      ),
    },
    {
      id: 'kind',
      header: 'Loại',
      minWidth: 150,
      cell: (row) => <span className={classes.cut}>{OUTING_KIND_LABELS[row.kind]}</span>,
    },
    { id: 'state', header: 'Tình trạng', minWidth: 190, cell: (row) => <ToneChip {...outingChip(row)} /> },
    {
      id: 'leave',
      header: 'Đi',
      minWidth: 138,
      cell: (row) => formatInstant(row.leftAt ?? row.leaveAt),
    },
    {
      id: 'back',
      header: 'Về',
      minWidth: 138,
      yields: 2,
      cell: (row) => {
        const back = row.closedAt ?? row.until ?? row.returnAt
        return back === null ? '' : formatInstant(back)
      },
    },
    {
      id: 'due',
      header: 'Hạn duyệt',
      minWidth: 168,
      yields: 3,
      cell: ({ decisionDue: due }) => {
        if (due === null) return ''
        const isLate = now !== undefined && due < now
        return isLate ? <ToneChip tone="late" text={formatInstant(due)} /> : formatInstant(due)
      },
    },
    {
      id: 'destination',
      header: 'Nơi đến',
      minWidth: 140,
      grow: 1,
      yields: 4,
      cell: ({ destination }) => (
        <span className={classes.cut} title={destination ?? undefined}>
          {destination}
        </span>
      ),
    },
  ]
}

export interface OutingTableProps {
  label: string
  query: {
    data: { rows: Outing[] } | undefined
    error: unknown
    isPending: boolean
    refetch: () => Promise<unknown>
  }
  onOpen: (outingId: string) => void
  emptyTitle: string
  emptyText: string
}

/** A list of outings that is short by its nature. */
export function OutingTable({ label, query, onOpen, emptyTitle, emptyText }: OutingTableProps) {
  const desk = useDesk()
  const rows = query.data?.rows ?? []
  const problem = query.error ? toHubError(query.error) : null
  return (
    <div className={classes.fill}>
      <Panel flush>
        <DataList
          label={label}
          noun="việc"
          columns={outingColumns(desk?.now())}
          rows={rows}
          rowId={(row) => row.id}
          rowLabel={(row) => row.name}
          total={rows.length}
          status={query.isPending ? 'loading' : problem && rows.length === 0 ? 'error' : 'ready'}
          error={
            problem && (
              <ErrorState
                title="Chưa tải được danh sách"
                sentence={problem.message}
                onRetry={() => void query.refetch()}
              />
            )
          }
          onOpen={(row) => onOpen(row.id)}
          empty={
            <EmptyState icon={IconClipboardCheck} title={emptyTitle}>
              {emptyText}
            </EmptyState>
          }
        />
      </Panel>
    </div>
  )
}
