import { IconWallet } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { BalanceLine } from '#domain/contract/ledger-shapes.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf, formatInstant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { pagedList } from '#renderer/app/paged-list.tsx'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { dongText } from '#renderer/features/deposit/dong-text.ts'
import { LedgerNav } from '#renderer/features/ledger/ledger-nav.tsx'
import { BALANCE_KEYS, balanceChips, balanceFilterOf } from '#renderer/features/ledger/move-filters.ts'
import { ExportButton } from '#renderer/features/people/export-button.tsx'
import { birthYearOf, personHref } from '#renderer/features/people/person-words.ts'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterChips } from '#ui/filter-chips.tsx'
import { formatNumber } from '#ui/format.ts'
import type { ListColumn } from '#ui/list-column.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { PlaceText } from '#ui/person-line.tsx'
import { PersonName } from '#ui/person-name.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './ledger.module.css'

const PAGE = 100

const COLUMNS: readonly ListColumn<BalanceLine>[] = [
  {
    id: 'name',
    header: 'Họ và tên',
    minWidth: 222,
    grow: 1,
    cell: (row) => (
      <PersonName
        fullName={row.name}
        birthYear={birthYearOf(row)}
        href={personHref(row.personId, 'luu-ky')}
      />
    ),
  },
  {
    id: 'place',
    header: 'Khu · giường',
    minWidth: 160,
    grow: 0.6,
    yields: 2,
    cell: ({ endedAt, zoneName, bedCode }) =>
      endedAt === null ? (
        <PlaceText zone={zoneName} bed={bedCode} />
      ) : (
        <ToneChip tone="late" text={`đã ra ${formatDay(dayOf(endedAt))}`} />
      ),
  },
  {
    id: 'deposits',
    header: 'Tiền lưu ký',
    minWidth: 120,
    align: 'right',
    cell: (row) => <span className={classes.amount}>{dongText(row.deposits)}</span>,
  },
  {
    id: 'labour',
    header: 'Tiền lao động',
    minWidth: 116,
    align: 'right',
    yields: 3,
    cell: (row) => row.labour > 0 && dongText(row.labour),
  },
  {
    id: 'held',
    header: 'Chờ trả',
    minWidth: 110,
    align: 'right',
    yields: 4,
    cell: (row) => row.held > 0 && dongText(row.held),
  },
  {
    id: 'last',
    header: 'Khoản gần nhất',
    minWidth: 130,
    yields: 5,
    cell: (row) => (row.lastAt === null ? 'chưa có' : formatInstant(row.lastAt)),
  },
]

/** What every person has, and what is owed to those who have left. */
export function BalancesPage() {
  const desk = useDesk()
  const { history } = useRouter()
  const [values, setValues] = useUrlFilters(BALANCE_KEYS)
  const filter = balanceFilterOf(values)
  const zones = useQuery(api.places.zones.queryOptions({ input: {} }))
  const sums = useQuery({
    ...api.ledger.balanceSums.queryOptions({ input: filter }),
    placeholderData: keepPreviousData,
  })
  const list = useInfiniteQuery({
    ...api.ledger.balances.infiniteOptions({
      input: (cursor: string | null) => ({ ...filter, cursor, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
    placeholderData: keepPreviousData,
  })
  const paged = pagedList(list, 'Chưa tải được số dư')
  return (
    <>
      <PageHeader
        title="Số dư lưu ký"
        note={
          sums.data &&
          `${formatNumber(sums.data.people)} học viên · lưu ký ${dongText(sums.data.deposits)} · tiền lao động ${dongText(sums.data.labour)} · chờ trả ${dongText(sums.data.held)}`
        }
      />
      <LedgerNav />
      <div className={classes.fill}>
        <Panel flush>
          <DataList
            label="Số dư lưu ký"
            noun="học viên"
            columns={COLUMNS}
            {...paged}
            rowId={(row) => row.stayId}
            rowLabel={(row) => row.name}
            {...(sums.data ? { total: sums.data.people } : {})}
            chips={
              <FilterChips
                chips={balanceChips(zones.data?.zones ?? [])}
                values={values}
                onChange={setValues}
              />
            }
            tools={
              desk?.permissions.includes('exports.run') && (
                <ExportButton onExport={() => hub.ledger.exportBalances(filter)} />
              )
            }
            onOpen={(row) => history.push(personHref(row.personId, 'luu-ky'))}
            empty={
              <EmptyState icon={IconWallet} title="Không có ai khớp bộ lọc">
                {filter.group === 'left' ? 'Mọi người đã ra đều đã nhận đủ tiền.' : 'Bỏ bớt bộ lọc.'}
              </EmptyState>
            }
          />
        </Panel>
      </div>
    </>
  )
}
