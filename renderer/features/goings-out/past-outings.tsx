import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { OUTING_KIND_LABELS, OUTING_KINDS } from '#domain/goings-out/outing-kinds.ts'
import { api } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { pagedList } from '#renderer/app/paged-list.tsx'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { choices } from '#ui/choices.ts'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterChips } from '#ui/filter-chips.tsx'
import { Panel } from '#ui/panel.tsx'
import { outingColumns } from './outing-table.tsx'
import classes from './goings-out.module.css'

const PAGE = 50
const KEYS = ['viec'] as const
const CHIPS = [
  {
    id: 'viec',
    label: 'Loại',
    choices: choices(OUTING_KINDS, OUTING_KIND_LABELS),
  },
]

/** Every outing ever put on file, by planned departure, newest first. */
export function PastOutings({ onOpen }: { onOpen: (outingId: string) => void }) {
  const desk = useDesk()
  const [values, setValues] = useUrlFilters(KEYS)
  const kinds = OUTING_KINDS.filter((kind) => values['viec']?.includes(kind) ?? false)
  const list = useInfiniteQuery({
    ...api.goingsOut.history.infiniteOptions({
      input: (cursor: string | null) => ({ kinds, cursor, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
    placeholderData: keepPreviousData,
  })
  const paged = pagedList(list, 'Chưa tải được danh sách')
  return (
    <div className={classes.fill}>
      <Panel flush>
        <DataList
          label="Tất cả việc ra ngoài"
          noun="việc"
          columns={outingColumns(desk?.now())}
          {...paged}
          rowId={(row) => row.id}
          rowLabel={(row) => row.name}
          chips={<FilterChips chips={CHIPS} values={values} onChange={setValues} />}
          onOpen={(row) => onOpen(row.id)}
          empty={
            <EmptyState title="Chưa có việc ra ngoài nào">Việc mới ghi ở nút “Ghi đơn, yêu cầu”.</EmptyState>
          }
        />
      </Panel>
    </div>
  )
}
