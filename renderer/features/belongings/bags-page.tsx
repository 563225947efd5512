import { Button, Group, Select } from '@mantine/core'
import { IconPackage, IconPrinter } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import type { BagLine } from '#domain/contract/belongings.ts'
import { BAG_STATE_LABELS, BAG_STATES } from '#domain/deposit/bag-events.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { pagedList } from '#renderer/app/paged-list.tsx'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { BAG_STATE_TONES } from '#renderer/features/belongings/bag-tones.ts'
import { LedgerNav } from '#renderer/features/ledger/ledger-nav.tsx'
import classes from '#renderer/features/ledger/ledger.module.css'
import { birthYearOf, personHref } from '#renderer/features/people/person-words.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { choices } from '#ui/choices.ts'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterChips } from '#ui/filter-chips.tsx'
import { formatNumber } from '#ui/format.ts'
import type { ListColumn } from '#ui/list-column.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { PersonName } from '#ui/person-name.tsx'
import { NO_SELECTION } from '#ui/row-selection.ts'
import { ToneChip } from '#ui/tone-chip.tsx'

const PAGE = 100
const KEYS = ['trang-thai', 'o'] as const

/** Where a bag lies; nowhere once it is gone. */
function placeText({ state, place }: BagLine): string {
  if (state === 'returned' || state === 'disposed' || state === 'lost') return ''
  return place ?? 'chưa xếp ô'
}

const COLUMNS: readonly ListColumn<BagLine>[] = [
  { id: 'seal', header: 'Niêm phong', minWidth: 120, cell: (row) => <strong>{row.sealNumber}</strong> },
  {
    id: 'who',
    header: 'Của',
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
    id: 'state',
    header: 'Trạng thái',
    minWidth: 120,
    cell: ({ state }) => (
      <ToneChip tone={BAG_STATE_TONES[state]} text={BAG_STATE_LABELS[state]} quiet={state === 'stored'} />
    ),
  },
  { id: 'place', header: 'Nơi cất', minWidth: 170, grow: 0.6, cell: placeText },
  {
    id: 'things',
    header: 'Trong túi',
    minWidth: 140,
    grow: 1,
    yields: 2,
    cell: ({ things }) => (
      <span className={classes.cut} title={things ?? undefined}>
        {things}
      </span>
    ),
  },
  {
    id: 'end',
    header: 'Ra',
    minWidth: 120,
    yields: 3,
    cell: ({ endedAt, endOn }) =>
      endedAt !== null ? formatDay(dayOf(endedAt)) : endOn !== null && `hạn ${formatDay(endOn)}`,
  },
]

function PlaceActs({ bagIds, onDone }: { bagIds: readonly string[]; onDone: () => void }) {
  const queryClient = useQueryClient()
  const { history } = useRouter()
  const shelves = useQuery(api.belongings.shelves.queryOptions({ input: {} }))
  const [shelfId, setShelfId] = useState<string | null>(null)
  const saving = useSave((input: Parameters<typeof hub.belongings.place>[0], key) =>
    hub.belongings.place(input, { context: { key } }),
  )
  async function place() {
    if (shelfId === null || !(await saving.send({ shelfId, bagIds: [...bagIds] }))) return
    showNotice(`Đã xếp ${bagIds.length} túi.`)
    await queryClient.invalidateQueries({ queryKey: api.belongings.key() })
    onDone()
  }
  return (
    <Group gap="xs">
      {saving.problem && <span className={classes.wrong}>{saving.problem}</span>}
      <Select
        aria-label="Xếp lên ô"
        placeholder="Xếp lên ô…"
        searchable
        size="xs"
        w={210}
        data={(shelves.data?.shelves ?? [])
          .filter(({ isClosed }) => !isClosed)
          .map(({ id, text }) => ({ value: id, label: text }))}
        value={shelfId}
        onChange={setShelfId}
      />
      <Button
        size="compact-sm"
        disabled={shelfId === null}
        loading={saving.isSaving}
        onClick={() => void place()}
      >
        Xếp {formatNumber(bagIds.length)} túi
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPrinter size={14} stroke={1.75} aria-hidden />}
        onClick={() => history.push(`/luu-ky/nhan?tui=${bagIds.join(',')}`)}
      >
        In nhãn
      </Button>
    </Group>
  )
}

/** Finds a bag by its seal, owner or place; places bags on shelves and prints their labels. */
export function BagsPage() {
  const desk = useDesk()
  const { history } = useRouter()
  const [values, setValues] = useUrlFilters(KEYS)
  const [text, setText] = useState('')
  const [selection, setSelection] = useState(NO_SELECTION)
  const words = useDeferredValue(text.trim())
  const shelves = useQuery(api.belongings.shelves.queryOptions({ input: {} }))
  const filter = {
    states: BAG_STATES.filter((state) => values['trang-thai']?.includes(state) ?? false),
    shelfId: values['o']?.[0] ?? null,
    words,
  }
  const count = useQuery({
    ...api.belongings.count.queryOptions({ input: filter }),
    placeholderData: keepPreviousData,
  })
  const list = useInfiniteQuery({
    ...api.belongings.bags.infiniteOptions({
      input: (cursor: string | null) => ({ ...filter, cursor, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
    placeholderData: keepPreviousData,
  })
  const paged = pagedList(list, 'Chưa tải được danh sách túi')
  return (
    <>
      <PageHeader title="Tìm túi" note={count.data && `${formatNumber(count.data.bags)} túi niêm phong`} />
      <LedgerNav />
      <div className={classes.fill}>
        <Panel flush>
          <DataList
            label="Túi niêm phong"
            noun="túi"
            columns={COLUMNS}
            {...paged}
            rowId={(row) => row.id}
            rowLabel={(row) => `túi ${row.sealNumber}`}
            {...(count.data ? { total: count.data.bags } : {})}
            filter={{ value: text, onChange: setText, placeholder: 'Số niêm phong, họ tên' }}
            chips={
              <FilterChips
                chips={[
                  {
                    id: 'trang-thai',
                    label: 'Trạng thái',
                    choices: choices(BAG_STATES, BAG_STATE_LABELS),
                  },
                  {
                    id: 'o',
                    label: 'Ô kệ',
                    choices: (shelves.data?.shelves ?? []).map(({ id, text: label }) => ({
                      value: id,
                      label,
                    })),
                  },
                ]}
                values={values}
                onChange={setValues}
              />
            }
            onOpen={(row) => history.push(personHref(row.personId, 'luu-ky'))}
            {...(desk?.permissions.includes('deposit.edit')
              ? {
                  selection,
                  onSelect: setSelection,
                  bulkActs: (
                    <PlaceActs bagIds={[...selection.ids]} onDone={() => setSelection(NO_SELECTION)} />
                  ),
                }
              : {})}
            empty={
              <EmptyState icon={IconPackage} title="Không có túi nào khớp">
                Gõ một phần số niêm phong hoặc họ tên; túi mới được ghi ở trang của học viên, thẻ Lưu ký.
              </EmptyState>
            }
          />
        </Panel>
      </div>
    </>
  )
}
