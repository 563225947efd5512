import { Button } from '@mantine/core'
import { IconDoorEnter, IconHome, IconRun } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { OutNow } from '#domain/contract/goings-out-shapes.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { pagedList } from '#renderer/app/paged-list.tsx'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { ReportEscapeDialog } from '#renderer/features/escapes/report-escape.tsx'
import { birthYearOf, personHref } from '#renderer/features/people/person-words.ts'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterChips } from '#ui/filter-chips.tsx'
import type { ListColumn } from '#ui/list-column.ts'
import { Panel } from '#ui/panel.tsx'
import { PlaceText } from '#ui/person-line.tsx'
import { PersonName } from '#ui/person-name.tsx'
import { NO_SELECTION } from '#ui/row-selection.ts'
import { StateChip } from '#ui/state-chip.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { ComeBackDialog } from './return-dialogs.tsx'
import { OUT_LIST_KEYS, outChipsOf, outFilterOf } from './out-filters.ts'
import { outText } from './outing-words.ts'
import classes from './goings-out.module.css'

const PAGE = 100

const COLUMNS: readonly ListColumn<OutNow>[] = [
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
    header: 'Đi đâu',
    minWidth: 200,
    cell: (row) =>
      row.isSuspended ? (
        <ToneChip
          tone={row.isOverdue ? 'late' : 'away'}
          text={row.isOverdue ? `Quá hạn · ${outText(row)}` : outText(row)}
          icon={IconHome}
        />
      ) : (
        <StateChip state="out" outKind={row.outKind} overdue={row.isOverdue} />
      ),
  },
  {
    id: 'destination',
    header: 'Nơi đến',
    minWidth: 150,
    grow: 1,
    yields: 2,
    cell: ({ destination }) => (
      <span className={classes.cut} title={destination ?? undefined}>
        {destination}
      </span>
    ),
  },
  {
    id: 'until',
    header: 'Hẹn về',
    minWidth: 168,
    cell: ({ until, isOverdue }) => {
      if (until === null) return <span className={classes.dim}>chưa hẹn</span>
      return isOverdue ? <ToneChip tone="late" text={formatInstant(until)} /> : formatInstant(until)
    },
  },
  { id: 'since', header: 'Đi lúc', minWidth: 138, yields: 3, cell: (row) => formatInstant(row.sinceAt) },
  {
    id: 'place',
    header: 'Khu · giường',
    minWidth: 140,
    yields: 4,
    cell: (row) => <PlaceText zone={row.zoneName} bed={row.bedCode} />,
  },
  {
    id: 'papers',
    header: 'Giấy tờ',
    minWidth: 110,
    yields: 5,
    cell: ({ outing }) =>
      outing === null ? (
        <span className={classes.dim}>chưa ghi đơn</span>
      ) : (
        (outing.decision?.number ?? 'đã ghi')
      ),
  },
]

/** People who are out, the longest overdue first; ticked ones come back or have escaped in one act. */
export function OutList({ onOpen }: { onOpen: (outingId: string) => void }) {
  const desk = useDesk()
  const { history } = useRouter()
  const [values, setValues] = useUrlFilters(OUT_LIST_KEYS)
  const [selection, setSelection] = useState(NO_SELECTION)
  const [act, setAct] = useState<'back' | 'escape' | null>(null)
  const filter = outFilterOf(values)
  const zones = useQuery(api.places.zones.queryOptions({ input: {} }))
  const list = useInfiniteQuery({
    ...api.goingsOut.now.infiniteOptions({
      input: (cursor: string | null) => ({ ...filter, cursor, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
    placeholderData: keepPreviousData,
  })
  const paged = pagedList(list, 'Chưa tải được danh sách')
  const { rows } = paged
  const chosen = rows.filter(({ stayId }) => selection.ids.has(stayId))
  const mayRecord = desk?.permissions.includes('custody.record') ?? false
  const isFiltered = filter.kinds.length + filter.zones.length > 0 || filter.overdue
  const close = () => {
    setAct(null)
    setSelection(NO_SELECTION)
  }

  return (
    <div className={classes.fill}>
      <Panel flush>
        <DataList
          label="Người đang ra ngoài"
          noun="người"
          columns={COLUMNS}
          {...paged}
          rowId={(row) => row.stayId}
          rowLabel={(row) => row.name}
          chips={
            <FilterChips chips={outChipsOf(zones.data?.zones ?? [])} values={values} onChange={setValues} />
          }
          onOpen={(row) =>
            row.outing === null ? history.push(personHref(row.personId)) : onOpen(row.outing.id)
          }
          {...(mayRecord
            ? {
                selection,
                onSelect: setSelection,
                bulkActs: (
                  <>
                    <Button
                      size="compact-sm"
                      leftSection={<IconDoorEnter size={14} stroke={1.75} aria-hidden />}
                      onClick={() => setAct('back')}
                    >
                      Ghi trở lại
                    </Button>
                    <Button
                      size="compact-sm"
                      color="red"
                      variant="light"
                      leftSection={<IconRun size={14} stroke={1.75} aria-hidden />}
                      onClick={() => setAct('escape')}
                    >
                      Báo bỏ trốn
                    </Button>
                  </>
                ),
              }
            : {})}
          empty={
            isFiltered ? (
              <EmptyState title="Không có ai khớp bộ lọc">Bỏ bớt bộ lọc.</EmptyState>
            ) : (
              <EmptyState icon={IconDoorEnter} title="Không có ai đang ra ngoài">
                Người ra ngoài hiện ở đây từ lúc ghi đi đến lúc ghi trở lại.
              </EmptyState>
            )
          }
        />
      </Panel>
      <ComeBackDialog people={act === 'back' ? chosen : []} onClose={close} />
      <ReportEscapeDialog
        stayIds={act === 'escape' ? chosen.map(({ stayId }) => stayId) : []}
        outingId={chosen.length === 1 ? (chosen[0]?.outing?.id ?? null) : null}
        onClose={close}
      />
    </div>
  )
}
