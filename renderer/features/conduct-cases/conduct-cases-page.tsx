import { Button } from '@mantine/core'
import { IconGavel, IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { CASE_FORM_LABELS, CASE_KIND_LABELS } from '#domain/conduct-cases/case-kinds.ts'
import type { CaseLine } from '#domain/contract/conduct-case-shapes.ts'
import { api, hub } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { pagedList } from '#renderer/app/paged-list.tsx'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { ExportButton } from '#renderer/features/people/export-button.tsx'
import { DataList } from '#ui/data-list.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterChips } from '#ui/filter-chips.tsx'
import { formatNumber } from '#ui/format.ts'
import type { ListColumn } from '#ui/list-column.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { CASE_LIST_KEYS, caseChipsOf, caseFilterOf, caseHref, caseStanding } from './case-words.ts'
import { ProposeForm } from './propose-form.tsx'
import classes from './conduct-cases.module.css'

const PAGE = 100

const COLUMNS: readonly ListColumn<CaseLine>[] = [
  { id: 'no', header: 'Số', minWidth: 84, cell: ({ no }) => no },
  { id: 'who', header: 'Học viên', minWidth: 180, grow: 0.8, cell: ({ name }) => name },
  { id: 'kind', header: 'Loại', minWidth: 104, yields: 3, cell: ({ kind }) => CASE_KIND_LABELS[kind] },
  { id: 'form', header: 'Hình thức', minWidth: 170, cell: ({ form }) => CASE_FORM_LABELS[form] },
  {
    id: 'ground',
    header: 'Nội dung',
    minWidth: 180,
    grow: 1.6,
    yields: 1,
    cell: ({ ground }) => (
      <span className={classes.cut} title={ground}>
        {ground}
      </span>
    ),
  },
  { id: 'zone', header: 'Khu', minWidth: 150, yields: 4, cell: ({ zoneName }) => zoneName },
  {
    id: 'number',
    header: 'Quyết định',
    minWidth: 130,
    yields: 2,
    cell: ({ number }) => number,
  },
  {
    id: 'state',
    header: 'Tình trạng',
    minWidth: 250,
    cell: (row) => <ToneChip {...caseStanding(row)} />,
  },
]

/** The book of discipline and reward, by state and zone. */
export function ConductCasesPage() {
  const desk = useDesk()
  const { history } = useRouter()
  const [values, setValues] = useUrlFilters(CASE_LIST_KEYS)
  const filter = caseFilterOf(values)
  const [isProposing, setIsProposing] = useState(false)
  const zones = useQuery(api.places.zones.queryOptions({ input: {} }))
  const counts = useQuery(api.conductCases.counts.queryOptions({ input: {} }))
  const list = useInfiniteQuery({
    ...api.conductCases.list.infiniteOptions({
      input: (cursor: string | null) => ({ ...filter, cursor, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
    placeholderData: keepPreviousData,
  })
  const total = list.data?.pages[0]?.total
  return (
    <>
      <PageHeader
        title="Kỷ luật, khen thưởng"
        note={
          counts.data &&
          `${formatNumber(counts.data.waiting)} chờ họp, chờ quyết định · ${formatNumber(counts.data.inForce)} đang thi hành`
        }
        acts={
          <>
            {desk?.permissions.includes('exports.run') && (
              <ExportButton onExport={() => hub.conductCases.export(filter)} />
            )}
            {desk?.permissions.includes('discipline.propose') && (
              <Button
                leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
                onClick={() => setIsProposing(true)}
              >
                Đề xuất
              </Button>
            )}
          </>
        }
      />
      <div className={classes.fill}>
        <Panel flush>
          <DataList
            label="Sổ kỷ luật, khen thưởng"
            noun="vụ"
            columns={COLUMNS}
            {...pagedList(list, 'Chưa tải được sổ kỷ luật, khen thưởng')}
            rowId={(row) => row.id}
            rowLabel={(row) => `Vụ ${row.no}, ${row.name}`}
            {...(total === undefined ? {} : { total })}
            chips={
              <FilterChips
                chips={caseChipsOf(zones.data?.zones ?? [])}
                values={values}
                onChange={setValues}
              />
            }
            onOpen={(row) => history.push(caseHref(row.id))}
            empty={
              <EmptyState icon={IconGavel} title="Không có vụ nào ở đây">
                Đề xuất kỷ luật hoặc khen thưởng được ghi bằng nút “Đề xuất”, hoặc từ trang của học viên.
              </EmptyState>
            }
          />
        </Panel>
      </div>
      <Dialog
        opened={isProposing}
        onClose={() => setIsProposing(false)}
        title="Đề xuất kỷ luật, khen thưởng"
        size={780}
      >
        {isProposing && <ProposeForm stayId={null} onDone={() => setIsProposing(false)} />}
      </Dialog>
    </>
  )
}
