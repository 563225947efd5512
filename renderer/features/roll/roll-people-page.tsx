import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { RollPerson } from '#domain/contract/roll.ts'
import { CUSTODY_POSITION_LABELS } from '#domain/custody/transitions.ts'
import { SEX_LABELS } from '#domain/people/sex.ts'
import { TRACK_LABELS } from '#domain/stay/track.ts'
import { formatInstant, type Instant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { readRollQuestion, rollAtHref, rollWordLabel } from '#renderer/features/roll/roll-address.ts'
import { DataList } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import type { ListColumn } from '#ui/list-column.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { PlaceText } from '#ui/person-line.tsx'
import { PersonName } from '#ui/person-name.tsx'
import { StateChip } from '#ui/state-chip.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { TrackChip } from '#ui/track-chip.tsx'
import classes from './roll.module.css'

function columnsAt(at: Instant | null): readonly ListColumn<RollPerson>[] {
  return [
    {
      id: 'name',
      header: 'Họ và tên',
      minWidth: 190,
      grow: 2,
      cell: (person) => (
        <PersonName
          fullName={person.name}
          birthYear={person.birthOn === null ? null : Number(person.birthOn.slice(0, 4))}
          href={`/nguoi/${person.personId}`}
        />
      ),
    },
    { id: 'sex', header: 'Giới', minWidth: 48, yields: 2, cell: (person) => SEX_LABELS[person.sex] },
    { id: 'track', header: 'Diện', minWidth: 120, cell: (person) => <TrackChip track={person.track} /> },
    {
      id: 'place',
      header: 'Khu · giường',
      minWidth: 150,
      grow: 1,
      cell: (person) => <PlaceText zone={person.zoneName} bed={person.bedCode} />,
    },
    {
      id: 'state',
      header: 'Trạng thái',
      minWidth: 190,
      cell: (person) =>
        person.isSuspended ? (
          <ToneChip tone="away" text={CUSTODY_POSITION_LABELS.suspended} />
        ) : (
          <StateChip
            state={person.state}
            outKind={person.outKind}
            overdue={at === null && person.outUntil !== null && Date.parse(person.outUntil) < Date.now()}
          />
        ),
    },
    {
      id: 'since',
      header: 'Từ',
      minWidth: 140,
      yields: 1,
      cell: (person) => formatInstant(person.sinceAt),
    },
  ]
}

/** The people behind one number of the roll. */
export function RollPeoplePage() {
  const router = useRouter()
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const question = readRollQuestion(search)
  const zones = useQuery(api.places.zones.queryOptions({ input: {} }))
  const list = useInfiniteQuery(
    api.roll.people.infiniteOptions({
      input: (cursor: string | null) => ({ ...question, cursor, limit: 200 }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
  )
  const people = useMemo(() => list.data?.pages.flatMap((page) => page.people) ?? [], [list.data])
  const columns = useMemo(() => columnsAt(question.at), [question.at])
  const zone =
    question.zoneId === 'none'
      ? 'Chưa xếp khu'
      : (zones.data?.zones.find(({ id }) => id === question.zoneId)?.name ?? null)
  const parts = [
    zone,
    question.track && TRACK_LABELS[question.track],
    question.sex && SEX_LABELS[question.sex],
    question.at === null ? 'bây giờ' : `lúc ${formatInstant(question.at)}`,
  ].filter((part) => part !== null)

  return (
    <>
      <PageHeader
        title={rollWordLabel(question.word)}
        back={{ href: rollAtHref(question.at), label: 'Quân số' }}
        note={parts.join(' · ')}
      />
      <div className={classes.fill}>
        <Panel flush>
          <DataList
            label={`${rollWordLabel(question.word)}, ${parts.join(', ')}`}
            noun="học viên"
            columns={columns}
            rows={people}
            rowId={(person) => person.stayId}
            rowLabel={(person) => person.name}
            {...(list.data && !list.hasNextPage ? { total: people.length } : {})}
            status={list.isError ? 'error' : list.data ? 'ready' : 'loading'}
            error={
              list.isError && (
                <ErrorState
                  title="Chưa tải được danh sách"
                  sentence={toHubError(list.error).message}
                  onRetry={() => void list.refetch()}
                />
              )
            }
            hasMore={list.hasNextPage}
            loadingMore={list.isFetchingNextPage}
            onMore={() => void list.fetchNextPage()}
            onOpen={(person) => router.history.push(`/nguoi/${person.personId}`)}
            empty={<EmptyState title="Không có ai">Lúc đó không có học viên nào thuộc ô này.</EmptyState>}
          />
        </Panel>
      </div>
    </>
  )
}
