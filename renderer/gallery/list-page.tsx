import { Button } from '@mantine/core'
import { IconFileSpreadsheet, IconPrinter, IconTableImport } from '@tabler/icons-react'
import { useDebouncedValue } from '@mantine/hooks'
import { useCallback, useMemo, useState } from 'react'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { inventedPerson, type InventedPerson } from '#renderer/gallery/invented-people.ts'
import { DataList } from '#ui/data-list.tsx'
import { DaysLeft } from '#ui/days-left.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterChips, type FilterChip } from '#ui/filter-chips.tsx'
import type { ListColumn, ListSort } from '#ui/list-column.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { AlertChips, PlaceText } from '#ui/person-line.tsx'
import { PersonName } from '#ui/person-name.tsx'
import { NO_SELECTION, type RowSelection } from '#ui/row-selection.ts'
import { StateChip } from '#ui/state-chip.tsx'
import { TrackChip } from '#ui/track-chip.tsx'
import { showUndoToast } from '#ui/undo-toast.tsx'
import classes from './gallery.module.css'

const TOTAL = 50_000
const PAGE = 500
const ALL = Array.from({ length: TOTAL }, (_, n) => inventedPerson(n + 1))

const COLUMNS: readonly ListColumn<InventedPerson>[] = [
  {
    id: 'name',
    header: 'Họ và tên',
    minWidth: 220,
    grow: 2,
    sortable: true,
    cell: (person) => (
      <PersonName fullName={person.fullName} birthYear={person.birthYear} href={`/nguoi?id=${person.id}`} />
    ),
  },
  {
    id: 'dossier',
    header: 'Số hồ sơ',
    minWidth: 84,
    sortable: true,
    yields: 3,
    cell: (person) => person.dossier,
  },
  {
    id: 'track',
    header: 'Diện',
    minWidth: 116,
    yields: 2,
    cell: (person) => person.track && <TrackChip track={person.track} />,
  },
  {
    id: 'place',
    header: 'Khu · giường',
    minWidth: 112,
    sortable: true,
    cell: (person) => <PlaceText zone={person.zone} bed={person.bed} />,
  },
  {
    id: 'state',
    header: 'Trạng thái',
    minWidth: 180,
    cell: (person) => <StateChip state={person.state} outKind={person.outKind} overdue={person.overdue} />,
  },
  {
    id: 'left',
    header: 'Thời hạn',
    minWidth: 112,
    sortable: true,
    cell: (person) => <DaysLeft days={person.daysLeft ?? null} />,
  },
  {
    id: 'alerts',
    header: 'Lưu ý',
    minWidth: 150,
    grow: 1,
    yields: 4,
    cell: (person) => <AlertChips alerts={person.alerts ?? []} />,
  },
]

const CHIPS: readonly FilterChip[] = [
  {
    id: 'khu',
    label: 'Khu',
    choices: [
      { value: 'A', label: 'Khu A', count: 17_102 },
      { value: 'B', label: 'Khu B', count: 16_940 },
      { value: 'Nữ', label: 'Khu nữ', count: 13_326 },
    ],
  },
  {
    id: 'dien',
    label: 'Diện',
    choices: [
      { value: 'compulsory', label: 'Bắt buộc' },
      { value: 'voluntary', label: 'Tự nguyện' },
      { value: 'held', label: 'Đang lập hồ sơ' },
    ],
  },
  {
    id: 'trang-thai',
    label: 'Trạng thái',
    choices: [
      { value: 'inside', label: 'Trong khu' },
      { value: 'out', label: 'Ra ngoài' },
    ],
  },
]

/** A list of 50,000 people, paged as from a hub. */
export function ListPage() {
  const [values, setValues] = useUrlFilters(['khu', 'dien', 'trang-thai'])
  const [text, setText] = useState('')
  const [needle] = useDebouncedValue(text.trim().toUpperCase(), 100)
  const [sort, setSort] = useState<ListSort>({ columnId: 'dossier', direction: 'asc' })
  const [selection, setSelection] = useState<RowSelection>(NO_SELECTION)
  const [pages, setPages] = useState(1)

  const found = useMemo(() => {
    const kept = ALL.filter(
      (person) =>
        (needle === '' || person.fullName.includes(needle) || person.dossier.includes(needle)) &&
        (values['khu'] === undefined || (person.zone !== null && values['khu'].includes(person.zone))) &&
        (values['dien'] === undefined || (person.track !== null && values['dien'].includes(person.track))) &&
        (values['trang-thai'] === undefined || values['trang-thai'].includes(person.state)),
    )
    const turn = sort.direction === 'asc' ? 1 : -1
    const key = (person: InventedPerson) =>
      sort.columnId === 'name'
        ? person.fullName
        : sort.columnId === 'place'
          ? (person.bed ?? '')
          : person.dossier
    return kept.toSorted((a, b) => (key(a) < key(b) ? -turn : key(a) > key(b) ? turn : 0))
  }, [needle, values, sort])

  const onMore = useCallback(() => setPages((count) => count + 1), [])
  const rows = useMemo(() => found.slice(0, pages * PAGE), [found, pages])
  const picked = selection.ids.size

  return (
    <>
      <PageHeader
        title="Học viên"
        note="trong danh sách lúc 14:32"
        acts={
          <Button leftSection={<IconTableImport size={16} stroke={1.75} aria-hidden />}>
            Nhập danh sách
          </Button>
        }
      />
      <div className={classes.fill}>
        <Panel flush>
          <DataList
            label="Danh sách học viên"
            noun="học viên"
            columns={COLUMNS}
            rows={rows}
            rowId={(person) => person.id}
            rowLabel={(person) => person.fullName}
            total={found.length}
            sort={sort}
            onSort={setSort}
            filter={{ value: text, onChange: setText, placeholder: 'Lọc theo tên, số hồ sơ' }}
            chips={<FilterChips chips={CHIPS} values={values} onChange={setValues} />}
            tools={
              <>
                <Button
                  variant="default"
                  leftSection={<IconFileSpreadsheet size={16} stroke={1.75} aria-hidden />}
                >
                  Excel
                </Button>
                <Button variant="default" leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}>
                  In
                </Button>
              </>
            }
            hasMore={rows.length < found.length}
            onMore={onMore}
            onOpen={() => undefined}
            selection={selection}
            onSelect={setSelection}
            bulkActs={
              <Button
                size="compact-sm"
                onClick={() =>
                  showUndoToast({ message: `Đã chuyển ${picked} người sang khu B.`, onUndo: () => undefined })
                }
              >
                Chuyển {picked} người sang khu B
              </Button>
            }
            flashed={new Set(['4'])}
            empty={
              <EmptyState title="Không có học viên nào khớp bộ lọc">
                Bỏ bớt bộ lọc hoặc sửa chữ đang lọc.
              </EmptyState>
            }
          />
        </Panel>
      </div>
    </>
  )
}
