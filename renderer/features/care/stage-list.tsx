import { Button } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { STAGE_LABELS, STAGES, type Stage } from '#domain/care/stages.ts'
import type { StageBoardRow } from '#domain/contract/stages.ts'
import { formatDay } from '#domain/time/day.ts'
import { api } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { pagedList } from '#renderer/app/paged-list.tsx'
import type { useUrlFilters } from '#renderer/app/url-filters.ts'
import { birthYearOf, personHref } from '#renderer/features/people/person-words.ts'
import { DataList } from '#ui/data-list.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterChips } from '#ui/filter-chips.tsx'
import { formatNumber } from '#ui/format.ts'
import type { ListColumn } from '#ui/list-column.ts'
import { Panel } from '#ui/panel.tsx'
import { PlaceText } from '#ui/person-line.tsx'
import { PersonName } from '#ui/person-name.tsx'
import { EndStageForm } from './end-stage-form.tsx'
import { StartStageForm } from './start-stage-form.tsx'
import { StandingChip } from './standing-chip.tsx'
import { useTeamChip } from './use-team-chip.ts'
import { useZoneChip } from './use-zone-chip.ts'

const PAGE = 100

type Values = ReturnType<typeof useUrlFilters>[0]

export function StageList({
  stage,
  values,
  onFilter,
}: {
  stage: Stage | 0
  values: Values
  onFilter: (values: Values) => void
}) {
  const { history } = useRouter()
  const desk = useDesk()
  const zoneChip = useZoneChip()
  const teamChip = useTeamChip()
  const [acting, setActing] = useState<StageBoardRow | null>(null)
  const mayEdit = desk?.permissions.includes('care.edit') ?? false
  const zones = [...(values['khu'] ?? [])]
  const teams = [...(values['to'] ?? [])]
  const overOnly = values['xem']?.includes('qua-han') ?? false
  const list = useInfiniteQuery({
    ...api.stages.people.infiniteOptions({
      input: (cursor: string | null) => ({ stage, zones, teams, overOnly, cursor, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
    placeholderData: keepPreviousData,
  })
  const paged = pagedList(list, 'Chưa tải được danh sách')
  const columns: readonly ListColumn<StageBoardRow>[] = [
    {
      id: 'name',
      header: 'Họ và tên',
      minWidth: 200,
      grow: 1,
      cell: (row) => (
        <PersonName
          fullName={row.name}
          birthYear={birthYearOf(row)}
          href={personHref(row.personId, 'quy-trinh')}
        />
      ),
    },
    {
      id: 'place',
      header: 'Khu · giường',
      minWidth: 150,
      grow: 1,
      yields: 2,
      cell: (row) => <PlaceText zone={row.zoneName} bed={row.bedCode} />,
    },
    {
      id: 'from',
      header: 'Từ ngày',
      minWidth: 92,
      yields: 1,
      cell: (row) => (row.startedOn === null ? '' : formatDay(row.startedOn)),
    },
    {
      id: 'days',
      header: 'Số ngày',
      minWidth: 72,
      align: 'right',
      cell: (row) => (row.days === null ? '' : formatNumber(row.days)),
    },
    {
      id: 'standing',
      header: 'Thời gian',
      minWidth: 170,
      cell: (row) => (row.standing === null ? 'chưa ghi giai đoạn' : <StandingChip {...row} />),
    },
    {
      id: 'end',
      header: 'Hết thời hạn',
      minWidth: 96,
      yields: 3,
      cell: (row) => (row.endOn === null ? '' : formatDay(row.endOn)),
    },
    ...(mayEdit
      ? [
          {
            id: 'act',
            header: 'Việc',
            minWidth: 112,
            cell: (row: StageBoardRow) => (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`${row.recordId === null ? 'Bắt đầu' : 'Kết thúc'} giai đoạn: ${row.name}`}
                onClick={() => setActing(row)}
              >
                {row.recordId === null ? 'Bắt đầu…' : 'Kết thúc…'}
              </Button>
            ),
          },
        ]
      : []),
  ]
  const title = stage === 0 ? 'Chưa ghi giai đoạn' : `${stage}. ${STAGE_LABELS[stage]}`

  return (
    <Panel flush title={title}>
      <DataList
        label={`Học viên: ${title}`}
        noun="học viên"
        columns={columns}
        {...paged}
        rowId={(row) => row.stayId}
        rowLabel={(row) => row.name}
        chips={
          <FilterChips
            chips={[
              {
                id: 'giai-doan',
                label: 'Giai đoạn',
                choices: [
                  ...STAGES.map((one) => ({ value: String(one), label: `${one}. ${STAGE_LABELS[one]}` })),
                  { value: '0', label: 'Chưa ghi giai đoạn' },
                ],
              },
              zoneChip,
              teamChip,
              { id: 'xem', label: 'Xem', choices: [{ value: 'qua-han', label: 'Chỉ người quá hạn' }] },
            ]}
            values={values}
            onChange={(next) => {
              const last = next['giai-doan']?.at(-1)
              onFilter(last === undefined ? next : { ...next, 'giai-doan': [last] })
            }}
          />
        }
        onOpen={(row) => history.push(personHref(row.personId, 'quy-trinh'))}
        empty={
          <EmptyState title="Không có ai ở đây">Chọn giai đoạn hoặc khu khác trong bảng ở trên.</EmptyState>
        }
      />
      <Dialog opened={acting !== null} onClose={() => setActing(null)} title={acting?.name ?? ''} size={620}>
        {acting !== null &&
          (acting.recordId !== null && acting.stage !== null ? (
            <EndStageForm
              record={{
                id: acting.recordId,
                version: acting.version ?? 1,
                stage: acting.stage,
                startedOn: acting.startedOn ?? '',
                earliestEnd: acting.earliestEnd,
              }}
              onDone={() => setActing(null)}
            />
          ) : (
            <StartStageForm stayId={acting.stayId} stage={1} onDone={() => setActing(null)} />
          ))}
      </Dialog>
    </Panel>
  )
}
