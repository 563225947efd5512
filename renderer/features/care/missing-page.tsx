import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { COUNSELLING_KINDS, SESSION_KIND_LABELS, SESSION_KINDS } from '#domain/care/sessions.ts'
import { addDays, formatDay, type Day } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { birthYearOf, personHref } from '#renderer/features/people/person-words.ts'
import { choices } from '#ui/choices.ts'
import { DataList } from '#ui/data-list.tsx'
import { DayField } from '#ui/day-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { FilterChips } from '#ui/filter-chips.tsx'
import { formatNumber, formatPercent } from '#ui/format.ts'
import type { ListColumn } from '#ui/list-column.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { PlaceText } from '#ui/person-line.tsx'
import { PersonName } from '#ui/person-name.tsx'
import { CareNav } from './care-nav.tsx'
import { useTeamChip } from './use-team-chip.ts'
import { useZoneChip } from './use-zone-chip.ts'
import classes from './care.module.css'

/** How far back is looked when nothing else is asked. */
const SINCE_DAYS = 90
const KEYS = ['khu', 'to', 'loai'] as const

type Found = Awaited<ReturnType<typeof api.careSessions.missing.call>>['people'][number]

const COLUMNS: readonly ListColumn<Found>[] = [
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
    cell: (row) => <PlaceText zone={row.zoneName} bed={row.bedCode} />,
  },
  { id: 'received', header: 'Tiếp nhận', minWidth: 96, yields: 1, cell: (row) => formatDay(row.receivedOn) },
  {
    id: 'last',
    header: 'Lần gần nhất',
    minWidth: 110,
    cell: (row) => (row.lastAt === null ? 'chưa lần nào' : formatDay(dayOf(row.lastAt))),
  },
]

/** Who has not been counselled since a day, with names, against the target of everybody. */
export function MissingPage() {
  const { history } = useRouter()
  const today = dayOf(useHubNow())
  const zoneChip = useZoneChip()
  const teamChip = useTeamChip()
  const [values, setValues] = useUrlFilters(KEYS)
  const [since, setSince] = useState<Day>(addDays(today, -SINCE_DAYS))
  const picked = SESSION_KINDS.filter((kind) => values['loai']?.includes(kind))
  const kinds = picked.length > 0 ? picked : [...COUNSELLING_KINDS]
  const found = useQuery({
    ...api.careSessions.missing.queryOptions({
      input: { kinds, since, zones: [...(values['khu'] ?? [])], teams: [...(values['to'] ?? [])] },
    }),
    placeholderData: keepPreviousData,
  })
  const { onRoll = 0, reached = 0, people = [] } = found.data ?? {}
  const problem = found.error && toHubError(found.error)
  const what = kinds.map((kind) => SESSION_KIND_LABELS[kind].toLocaleLowerCase('vi')).join(', ')
  return (
    <>
      <PageHeader
        title="Chưa được tư vấn"
        back={{ href: '/quy-trinh', label: 'Quy trình' }}
        note={
          found.data &&
          `${formatNumber(reached)}/${formatNumber(onRoll)} người (${formatPercent(onRoll === 0 ? 1 : reached / onRoll)}) đã dự ${what} từ ${formatDay(since)}; chỉ tiêu 100%`
        }
      />
      <div className={classes.fill}>
        <CareNav />
        <Panel flush>
          <DataList
            label="Người chưa dự"
            noun="học viên"
            columns={COLUMNS}
            rows={people}
            total={onRoll - reached}
            rowId={(row) => row.stayId}
            rowLabel={(row) => row.name}
            status={found.isPending ? 'loading' : problem && people.length === 0 ? 'error' : 'ready'}
            error={
              problem && (
                <ErrorState
                  title="Chưa tải được danh sách"
                  sentence={problem.message}
                  onRetry={() => void found.refetch()}
                />
              )
            }
            chips={
              <FilterChips
                chips={[
                  {
                    id: 'loai',
                    label: 'Loại buổi',
                    choices: choices(SESSION_KINDS, SESSION_KIND_LABELS),
                  },
                  zoneChip,
                  teamChip,
                ]}
                values={values}
                onChange={setValues}
              />
            }
            tools={
              <DayField
                aria-label="Tính từ ngày"
                today={today}
                value={since}
                onChange={(day) => day !== null && setSince(day)}
              />
            }
            onOpen={(row) => history.push(personHref(row.personId, 'quy-trinh'))}
            empty={
              <EmptyState title="Mọi người đã được tư vấn">Đổi ngày hoặc loại buổi để xem khác.</EmptyState>
            }
          />
        </Panel>
      </div>
    </>
  )
}
