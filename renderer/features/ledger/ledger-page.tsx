import { Button } from '@mantine/core'
import { IconArrowsExchange, IconCash } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { LedgerMoveLine } from '#domain/contract/ledger-shapes.ts'
import { LEDGER_KIND_LABELS, MONEY_WAY_LABELS } from '#domain/deposit/ledger.ts'
import { dayOf, formatInstant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { pagedList } from '#renderer/app/paged-list.tsx'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { dongText } from '#renderer/features/deposit/dong-text.ts'
import { HouseForm } from '#renderer/features/ledger/house-form.tsx'
import { LedgerNav } from '#renderer/features/ledger/ledger-nav.tsx'
import { MOVE_KEYS, moveChips, moveFilterOf } from '#renderer/features/ledger/move-filters.ts'
import { PositionFigures } from '#renderer/features/ledger/position-figures.tsx'
import { ExportButton } from '#renderer/features/people/export-button.tsx'
import { birthYearOf, personHref } from '#renderer/features/people/person-words.ts'
import { DataList } from '#ui/data-list.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterChips } from '#ui/filter-chips.tsx'
import { formatNumber } from '#ui/format.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import type { ListColumn } from '#ui/list-column.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { PersonName } from '#ui/person-name.tsx'
import classes from './ledger.module.css'

const PAGE = 100

/** Whether the money left the person or the box, for the sign before it. */
function signOf({ debit, credit }: LedgerMoveLine): string {
  if (credit === 'deposits' || credit === 'labour') return '+'
  return debit === 'deposits' || debit === 'labour' || debit === 'exit' || credit === 'cash' ? '−' : ''
}

const COLUMNS: readonly ListColumn<LedgerMoveLine>[] = [
  { id: 'at', header: 'Lúc', minWidth: 128, cell: (row) => formatInstant(row.at) },
  {
    id: 'who',
    header: 'Học viên',
    minWidth: 222,
    grow: 1,
    cell: ({ person }) =>
      person === null ? (
        <span className={classes.dim}>Quỹ của cơ sở</span>
      ) : (
        <PersonName
          fullName={person.name}
          birthYear={birthYearOf(person)}
          href={personHref(person.personId, 'luu-ky')}
        />
      ),
  },
  {
    id: 'kind',
    header: 'Việc',
    minWidth: 160,
    grow: 0.6,
    cell: (row) => (
      <span className={classes.cut} title={LEDGER_KIND_LABELS[row.kind]}>
        {LEDGER_KIND_LABELS[row.kind]}
        {row.isReversed && <span className={classes.dim}> (đã hủy)</span>}
      </span>
    ),
  },
  {
    id: 'note',
    header: 'Nội dung',
    minWidth: 140,
    grow: 1,
    yields: 2,
    cell: ({ way, party, note }) => {
      const text = [way && MONEY_WAY_LABELS[way], party, note].filter(Boolean).join(' · ')
      return (
        <span className={classes.cut} title={text}>
          {text}
        </span>
      )
    },
  },
  {
    id: 'amount',
    header: 'Số tiền',
    minWidth: 120,
    align: 'right',
    cell: (row) => (
      <span className={row.isReversed ? classes.off : classes.amount}>
        {signOf(row)}
        {dongText(row.amount)}
      </span>
    ),
  },
  {
    id: 'receipt',
    header: 'Phiếu',
    minWidth: 112,
    cell: (row) =>
      row.receipt !== null && (
        <InnerLink href={`/luu-ky/phieu/${row.id}`} tabIndex={-1}>
          {row.receipt}
        </InnerLink>
      ),
  },
  { id: 'by', header: 'Người ghi', minWidth: 130, yields: 3, cell: (row) => row.recordedBy },
]

/** What moved: today first, any span and kind, with what the accounts hold now. */
export function LedgerPage() {
  const desk = useDesk()
  const { history } = useRouter()
  const [values, setValues] = useUrlFilters(MOVE_KEYS)
  const [isMoving, setIsMoving] = useState(false)
  const may = (permission: NonNullable<typeof desk>['permissions'][number]) =>
    desk?.permissions.includes(permission) ?? false
  const filter = moveFilterOf(values, dayOf(useHubNow()))
  const sums = useQuery({
    ...api.ledger.sums.queryOptions({ input: filter }),
    placeholderData: keepPreviousData,
  })
  const list = useInfiniteQuery({
    ...api.ledger.moves.infiniteOptions({
      input: (cursor: string | null) => ({ ...filter, cursor, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
    placeholderData: keepPreviousData,
  })
  const paged = pagedList(list, 'Chưa tải được sổ lưu ký')
  return (
    <>
      <PageHeader
        title="Lưu ký – tư trang"
        note={
          sums.data &&
          `${formatNumber(sums.data.moves)} khoản · thu tiền mặt ${dongText(sums.data.cashIn)} · chi ${dongText(sums.data.cashOut)} · căng-tin ${dongText(sums.data.spent)}`
        }
        acts={
          may('deposit.edit') && (
            <Button
              variant="default"
              leftSection={<IconArrowsExchange size={16} stroke={1.75} aria-hidden />}
              onClick={() => setIsMoving(true)}
            >
              Chuyển giữa các quỹ
            </Button>
          )
        }
      />
      <LedgerNav />
      <PositionFigures />
      <div className={classes.fill}>
        <Panel flush>
          <DataList
            label="Các khoản thu, chi"
            noun="khoản"
            columns={COLUMNS}
            {...paged}
            rowId={(row) => row.id}
            rowLabel={(row) => row.receipt ?? LEDGER_KIND_LABELS[row.kind]}
            {...(sums.data ? { total: sums.data.moves } : {})}
            chips={<FilterChips chips={moveChips(values)} values={values} onChange={setValues} />}
            tools={may('exports.run') && <ExportButton onExport={() => hub.ledger.exportMoves(filter)} />}
            onOpen={(row) =>
              history.push(
                row.receipt === null && row.person
                  ? personHref(row.person.personId, 'luu-ky')
                  : `/luu-ky/phieu/${row.id}`,
              )
            }
            empty={
              <EmptyState icon={IconCash} title="Chưa có khoản nào trong khoảng này">
                Tiền gửi, tiền rút ghi ở trang của học viên, thẻ Lưu ký; mua hàng ghi ở mục Căng-tin. Chọn
                ngày khác để xem khoản cũ.
              </EmptyState>
            }
          />
        </Panel>
      </div>
      <Dialog
        opened={isMoving}
        onClose={() => setIsMoving(false)}
        title="Chuyển giữa các quỹ của cơ sở"
        size="lg"
      >
        <HouseForm onDone={() => setIsMoving(false)} />
      </Dialog>
    </>
  )
}
