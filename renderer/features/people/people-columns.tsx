import type { PersonRow } from '#domain/contract/person-shapes.ts'
import { CUSTODY_EVENT_LABELS } from '#domain/custody/event-kinds.ts'
import { SEX_LABELS } from '#domain/people/sex.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'
import { alertChips } from '#renderer/features/alerts/alert-chips.ts'
import { photoUrl } from '#renderer/features/dossier/person-photo.ts'
import { birthYearOf, daysLeftOf, isOverdue, personHref } from '#renderer/features/people/person-words.ts'
import { DaysLeft } from '#ui/days-left.tsx'
import type { ListColumn } from '#ui/list-column.ts'
import { AlertChips, PlaceText } from '#ui/person-line.tsx'
import { PersonName } from '#ui/person-name.tsx'
import { StateChip } from '#ui/state-chip.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { TrackChip } from '#ui/track-chip.tsx'

function dayText(at: Instant | null): string {
  return at === null ? '' : formatDay(dayOf(at))
}

const NAME: ListColumn<PersonRow> = {
  id: 'name',
  header: 'Họ và tên',
  minWidth: 210,
  grow: 2,
  sortable: true,
  cell: (row) => (
    <PersonName
      fullName={row.name}
      birthYear={birthYearOf(row)}
      photoUrl={photoUrl(row.photoId)}
      href={personHref(row.personId)}
    />
  ),
}
const SEX: ListColumn<PersonRow> = {
  id: 'sex',
  header: 'Giới',
  minWidth: 44,
  yields: 4,
  cell: (row) => SEX_LABELS[row.sex],
}
const TRACK: ListColumn<PersonRow> = {
  id: 'track',
  header: 'Diện',
  minWidth: 116,
  yields: 1,
  cell: (row) => row.track && <TrackChip track={row.track} />,
}
const RECEIVED: ListColumn<PersonRow> = {
  id: 'received',
  header: 'Ngày vào',
  minWidth: 92,
  sortable: true,
  yields: 2,
  cell: (row) => dayText(row.receivedAt),
}

const ALERTS: ListColumn<PersonRow> = {
  id: 'alerts',
  header: 'Cảnh báo',
  minWidth: 150,
  grow: 1,
  yields: 2,
  cell: (row) => <AlertChips alerts={alertChips(row.alerts)} />,
}

function state(row: PersonRow, now: Instant | undefined) {
  if (row.isSuspended) return <ToneChip tone="away" text="Tạm đình chỉ" />
  return <StateChip state={row.state} outKind={row.outKind} overdue={isOverdue(row, now)} />
}

/** The columns of the people on the roll. */
export function onRollColumns(now: Instant | undefined): readonly ListColumn<PersonRow>[] {
  return [
    NAME,
    SEX,
    TRACK,
    {
      id: 'zone',
      header: 'Khu',
      minWidth: 90,
      grow: 0.6,
      yields: 3,
      cell: (row) => row.zoneName ?? '',
    },
    {
      id: 'place',
      header: 'Giường',
      minWidth: 104,
      cell: (row) => <PlaceText zone={null} bed={row.bedCode} />,
    },
    { id: 'state', header: 'Trạng thái', minWidth: 172, cell: (row) => state(row, now) },
    ALERTS,
    RECEIVED,
    {
      id: 'end',
      header: 'Thời hạn',
      minWidth: 130,
      sortable: true,
      cell: (row) => <DaysLeft days={daysLeftOf(row.endOn, now)} />,
    },
  ]
}

/** The columns of those who are gone. */
export const PAST_COLUMNS: readonly ListColumn<PersonRow>[] = [
  NAME,
  SEX,
  TRACK,
  {
    id: 'ordinal',
    header: 'Lần',
    minWidth: 44,
    align: 'right',
    yields: 3,
    cell: (row) => row.ordinal,
  },
  RECEIVED,
  {
    id: 'ended',
    header: 'Ngày ra',
    minWidth: 92,
    sortable: true,
    cell: (row) => dayText(row.endedAt),
  },
  {
    id: 'how',
    header: 'Kết thúc',
    minWidth: 200,
    grow: 1,
    cell: (row) => (row.endedKind === null ? '' : CUSTODY_EVENT_LABELS[row.endedKind]),
  },
]
