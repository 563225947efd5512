import { Button, SegmentedControl } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconBed, IconPrinter } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { PersonRow } from '#domain/contract/person-shapes.ts'
import { formatTime } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { pagedList } from '#renderer/app/paged-list.tsx'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { ExportButton } from '#renderer/features/people/export-button.tsx'
import {
  CHIP_KEYS,
  chipsOf,
  filterOf,
  isPastList,
  LIST_KEYS,
  listRequest,
  sortOf,
  sortText,
} from '#renderer/features/people/list-filters.ts'
import { onRollColumns, PAST_COLUMNS } from '#renderer/features/people/people-columns.tsx'
import { personHref } from '#renderer/features/people/person-words.ts'
import { useChangedIds } from '#renderer/features/people/use-changed-ids.ts'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterChips, type FilterValues } from '#ui/filter-chips.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { NO_SELECTION, type RowSelection } from '#ui/row-selection.ts'
import classes from './people-page.module.css'

const PAGE = 100

function rowId(row: PersonRow): string {
  return row.stayId ?? row.personId
}

/** The list of people: on the roll, or gone; filters, sort and words stand in the address. */
export function PeoplePage() {
  const desk = useDesk()
  const { history } = useRouter()
  const [values, setValues] = useUrlFilters(LIST_KEYS)
  const [selection, setSelection] = useState<RowSelection>(NO_SELECTION)
  const [typed, setTyped] = useState(values['ten']?.join(' ') ?? '')
  const [words] = useDebouncedValue(typed.trim().replaceAll(',', ' '), 150)
  const isPast = isPastList(values)
  const request = listRequest(values)

  function change(next: FilterValues) {
    setSelection(NO_SELECTION)
    setValues(next)
  }

  const urlWords = values['ten']?.join(' ') ?? ''
  useEffect(() => {
    const { ten: _before, ...others } = values
    if (words !== urlWords) setValues(words === '' ? others : { ...others, ten: [words] })
    // oxlint-disable-next-line react/exhaustive-deps -- the address follows the field, not the other way round
  }, [words])

  const mayPlaces = desk?.permissions.includes('places.read') ?? false
  const zones = useQuery({ ...api.places.zones.queryOptions({ input: {} }), enabled: mayPlaces })
  const zoneNames = zones.data?.zones.map(({ id, name }) => ({ id, name })) ?? []
  const count = useQuery({
    ...api.people.count.queryOptions({ input: filterOf(values) }),
    placeholderData: keepPreviousData,
  })
  const list = useInfiniteQuery({
    ...api.people.list.infiniteOptions({
      input: (cursor: string | null) => ({ ...request, cursor, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
    placeholderData: keepPreviousData,
  })
  const paged = pagedList(list, 'Chưa tải được danh sách')
  const { rows } = paged
  const changed = useChangedIds()
  const flashed = new Set(
    rows.filter((row) => changed.has(row.personId) || changed.has(rowId(row))).map(rowId),
  )
  const mayExport = desk?.permissions.includes('exports.run') ?? false
  const mayPlace =
    desk?.permissions.includes('custody.place') || desk?.permissions.includes('custody.receive')
  const chips = Object.fromEntries(
    Object.entries(values).filter(([key]) => CHIP_KEYS.some((chip) => chip === key)),
  )
  const beyondChips = Object.fromEntries(
    Object.entries(values).filter(([key]) => !CHIP_KEYS.some((chip) => chip === key)),
  )

  return (
    <>
      <PageHeader
        title="Học viên"
        note={
          isPast ? 'đợt cai nghiện đã kết thúc' : `trong danh sách lúc ${desk ? formatTime(desk.now()) : ''}`
        }
        acts={
          <SegmentedControl
            aria-label="Nhóm học viên"
            data={[
              { value: 'on-roll', label: 'Trong danh sách' },
              { value: 'past', label: 'Đã ra' },
            ]}
            value={isPast ? 'past' : 'on-roll'}
            onChange={(group) =>
              change({
                ...(group === 'past' && { nhom: ['da-ra'] }),
                ...(values['ten'] && { ten: values['ten'] }),
              })
            }
          />
        }
      />
      <div className={classes.fill}>
        <Panel flush>
          <DataList
            label="Danh sách học viên"
            noun={isPast ? 'đợt' : 'học viên'}
            columns={isPast ? PAST_COLUMNS : onRollColumns(desk?.now())}
            {...paged}
            rowId={rowId}
            rowLabel={(row) => row.name}
            total={count.data?.total}
            sort={sortOf(values)}
            onSort={(sort) => change({ ...values, sap: [sortText(sort)] })}
            filter={{ value: typed, onChange: setTyped, placeholder: 'Lọc theo tên, số' }}
            chips={
              <FilterChips
                chips={chipsOf(zoneNames, isPast)}
                values={chips}
                onChange={(next) => change({ ...beyondChips, ...next })}
              />
            }
            tools={
              mayExport && (
                <>
                  <ExportButton onExport={() => hub.people.export(request)} />
                  <Button
                    variant="default"
                    leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
                    onClick={() => history.push(`/nguoi/in${window.location.search}`)}
                  >
                    In
                  </Button>
                </>
              )
            }
            onOpen={(row) => history.push(personHref(row.personId))}
            {...(mayPlace &&
              !isPast && {
                selection,
                onSelect: setSelection,
                bulkActs: (
                  <Button
                    size="compact-sm"
                    leftSection={<IconBed size={16} stroke={1.75} aria-hidden />}
                    onClick={() => history.push(`/khu?xep=${[...selection.ids].join(',')}`)}
                  >
                    Xếp giường {selection.ids.size} người
                  </Button>
                ),
              })}
            flashed={flashed}
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
