import { Button } from '@mantine/core'
import { IconChecks, IconPrinter } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { ObligationLine } from '#domain/contract/obligations.ts'
import { ROLE_LABELS } from '#domain/permissions/roles.ts'
import { formatInstant, type Instant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { pagedList } from '#renderer/app/paged-list.tsx'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { IncidentWorkLine } from '#renderer/features/incidents/my-incident-work.tsx'
import { dueInDays } from '#renderer/features/obligations/due-chip.ts'
import { DUTY_LIST_KEYS, dutyChipsOf, dutyFilterOf } from '#renderer/features/obligations/duty-filters.ts'
import { DutyWhy } from '#renderer/features/obligations/duty-why.tsx'
import { MarkForm } from '#renderer/features/obligations/mark-form.tsx'
import { birthYearOf, personHref } from '#renderer/features/people/person-words.ts'
import { useChangedIds } from '#renderer/features/people/use-changed-ids.ts'
import { DataList } from '#ui/data-list.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterChips } from '#ui/filter-chips.tsx'
import { formatNumber } from '#ui/format.ts'
import type { ListColumn } from '#ui/list-column.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { PlaceText } from '#ui/person-line.tsx'
import { PersonName } from '#ui/person-name.tsx'
import { NO_SELECTION } from '#ui/row-selection.ts'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './obligations.module.css'

const PAGE = 100

function Due({ tone, text, at }: ReturnType<typeof dueInDays>) {
  return (
    <span className={classes.due}>
      <ToneChip tone={tone} text={text} />
      <span>{formatInstant(at)}</span>
    </span>
  )
}

function columnsAt(now: Instant): readonly ListColumn<ObligationLine>[] {
  return [
    { id: 'due', header: 'Hạn', minWidth: 140, cell: (row) => <Due {...dueInDays(row, now)} /> },
    {
      id: 'what',
      header: 'Việc',
      minWidth: 182,
      grow: 2,
      cell: ({ what }) => (
        <span className={classes.cut} title={what}>
          {what}
        </span>
      ),
    },
    { id: 'why', header: 'Căn cứ', minWidth: 132, cell: (row) => <DutyWhy row={row} /> },
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
      id: 'place',
      header: 'Khu · giường',
      minWidth: 176,
      yields: 2,
      cell: (row) => <PlaceText zone={row.zoneName} bed={row.bedCode} />,
    },
    { id: 'role', header: 'Của', minWidth: 132, yields: 3, cell: ({ role }) => ROLE_LABELS[role] },
  ]
}

const idOf = (row: ObligationLine) => `${row.stayId}|${row.key}`

/** Everything due, the reader's own lists first: filters in the address, marks for many at once. */
export function DutiesPage() {
  const desk = useDesk()
  const { history } = useRouter()
  const now = useHubNow()
  const [values, setValues] = useUrlFilters(DUTY_LIST_KEYS)
  const [selection, setSelection] = useState(NO_SELECTION)
  const [marking, setMarking] = useState<readonly ObligationLine[] | null>(null)
  const filter = dutyFilterOf(values, desk?.roles ?? [])
  const zones = useQuery(api.places.zones.queryOptions({ input: {} }))
  const count = useQuery({
    ...api.obligations.count.queryOptions({ input: filter }),
    placeholderData: keepPreviousData,
  })
  const list = useInfiniteQuery({
    ...api.obligations.list.infiniteOptions({
      input: (cursor: string | null) => ({ ...filter, cursor, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
    placeholderData: keepPreviousData,
  })
  const paged = pagedList(list, 'Chưa tải được việc đến hạn')
  const { rows } = paged
  const chosen = rows.filter((row) => selection.ids.has(idOf(row)) && row.mayMark)
  const mayMark = desk?.permissions.includes('duties.mark') ?? false
  const changed = useChangedIds()
  const closeMarking = () => {
    setMarking(null)
    setSelection(NO_SELECTION)
  }
  return (
    <>
      <PageHeader
        title="Việc của tôi"
        note={count.data && `${formatNumber(count.data.total)} việc theo bộ lọc này`}
        acts={
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
            onClick={() => history.push(`/viec/in${window.location.search}`)}
          >
            In danh sách ngày
          </Button>
        }
      />
      {desk?.permissions.includes('incident.report') && <IncidentWorkLine now={now} />}
      <div className={classes.fill}>
        <Panel flush>
          <DataList
            label="Việc đến hạn"
            noun="việc"
            columns={columnsAt(now)}
            {...paged}
            rowId={idOf}
            rowLabel={(row) => `${row.what}, ${row.name}`}
            {...(count.data ? { total: count.data.total } : {})}
            chips={
              <FilterChips
                chips={dutyChipsOf(zones.data?.zones ?? [])}
                values={values}
                onChange={setValues}
              />
            }
            {...(mayMark && !filter.closed
              ? {
                  selection,
                  onSelect: setSelection,
                  bulkActs: (
                    <Button size="xs" disabled={chosen.length === 0} onClick={() => setMarking(chosen)}>
                      Ghi đã làm, không phải làm ({formatNumber(chosen.length)})
                    </Button>
                  ),
                }
              : {})}
            onOpen={(row) => history.push(`${personHref(row.personId)}?the=viec`)}
            flashed={new Set(rows.filter(({ personId }) => changed.has(personId)).map(idOf))}
            empty={
              <EmptyState icon={IconChecks} title="Không có việc nào theo bộ lọc này">
                Bỏ bớt bộ lọc, hoặc chọn “Mọi vai trò” để xem việc của người khác.
              </EmptyState>
            }
          />
        </Panel>
      </div>
      <Dialog
        opened={marking !== null}
        onClose={closeMarking}
        size="lg"
        title={`Ghi ${formatNumber(marking?.length ?? 0)} việc`}
      >
        {marking && <MarkForm rows={marking} onDone={closeMarking} />}
      </Dialog>
    </>
  )
}
