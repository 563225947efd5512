import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { SESSION_KIND_LABELS, SESSION_KINDS } from '#domain/care/sessions.ts'
import type { SessionLine } from '#domain/contract/care-sessions.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { pagedList } from '#renderer/app/paged-list.tsx'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { choices } from '#ui/choices.ts'
import { DataList } from '#ui/data-list.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterChips } from '#ui/filter-chips.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import type { ListColumn } from '#ui/list-column.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { CareNav } from './care-nav.tsx'
import { SessionChip } from './session-chip.tsx'
import { SessionForm } from './session-form.tsx'
import { useTeamChip } from './use-team-chip.ts'
import classes from './care.module.css'

const KEYS = ['loai', 'to', 'xem'] as const
const PAGE = 60

const COLUMNS: readonly ListColumn<SessionLine>[] = [
  {
    id: 'at',
    header: 'Thời gian',
    minWidth: 142,
    cell: (row) => formatInstant(row.startsAt),
  },
  {
    id: 'topic',
    header: 'Nội dung',
    minWidth: 220,
    grow: 2,
    cell: (row) => <InnerLink href={`/quy-trinh/buoi/${row.id}`}>{row.topic}</InnerLink>,
  },
  {
    id: 'kind',
    header: 'Loại',
    minWidth: 190,
    grow: 1,
    yields: 1,
    cell: (row) => SESSION_KIND_LABELS[row.kind],
  },
  { id: 'leader', header: 'Phụ trách', minWidth: 140, yields: 2, cell: (row) => row.leader },
  { id: 'minutes', header: 'Phút', minWidth: 52, align: 'right', yields: 3, cell: (row) => row.minutes },
  {
    id: 'heads',
    header: 'Có mặt/gọi',
    minWidth: 92,
    align: 'right',
    cell: (row) => `${row.present}/${row.called}`,
  },
  { id: 'state', header: 'Điểm danh', minWidth: 180, cell: (row) => <SessionChip {...row} /> },
]

/** Counselling, education, literacy, sport and culture: what was planned and held, newest first. */
export function SessionsPage() {
  const desk = useDesk()
  const { history } = useRouter()
  const teamChip = useTeamChip()
  const [values, setValues] = useUrlFilters(KEYS)
  const [isPlanning, setIsPlanning] = useState(false)
  const kinds = SESSION_KINDS.filter((kind) => values['loai']?.includes(kind))
  const teams = [...(values['to'] ?? [])]
  const openOnly = values['xem']?.includes('chua-chot') ?? false
  const list = useInfiniteQuery({
    ...api.careSessions.list.infiniteOptions({
      input: (cursor: string | null) => ({ kinds, teams, openOnly, cursor, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
    placeholderData: keepPreviousData,
  })
  const paged = pagedList(list, 'Chưa tải được các buổi')
  const mayEdit = desk?.permissions.includes('care.edit') ?? false
  const plan = mayEdit && (
    <Button
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
      onClick={() => setIsPlanning(true)}
    >
      Lập buổi
    </Button>
  )
  return (
    <>
      <PageHeader
        title="Buổi tư vấn, sinh hoạt"
        back={{ href: '/quy-trinh', label: 'Quy trình' }}
        acts={plan}
      />
      <div className={classes.fill}>
        <CareNav />
        <Panel flush>
          <DataList
            label="Các buổi"
            noun="buổi"
            columns={COLUMNS}
            {...paged}
            rowId={(row) => row.id}
            rowLabel={(row) => row.topic}
            chips={
              <FilterChips
                chips={[
                  {
                    id: 'loai',
                    label: 'Loại',
                    choices: choices(SESSION_KINDS, SESSION_KIND_LABELS),
                  },
                  teamChip,
                  {
                    id: 'xem',
                    label: 'Xem',
                    choices: [{ value: 'chua-chot', label: 'Chưa chốt điểm danh' }],
                  },
                ]}
                values={values}
                onChange={setValues}
              />
            }
            onOpen={(row) => history.push(`/quy-trinh/buoi/${row.id}`)}
            empty={
              <EmptyState title="Chưa có buổi nào">Bấm “Lập buổi” để gọi người và điểm danh.</EmptyState>
            }
          />
        </Panel>
      </div>
      <Dialog opened={isPlanning} onClose={() => setIsPlanning(false)} title="Lập buổi" size={760}>
        {isPlanning && (
          <SessionForm
            onDone={() => setIsPlanning(false)}
            onSaved={(id) => history.push(`/quy-trinh/buoi/${id}`)}
          />
        )}
      </Dialog>
    </>
  )
}
