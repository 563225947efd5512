import type { PlaceLine } from '#domain/contract/places.ts'
import { SEX_LABELS } from '#domain/people/sex.ts'
import {
  AGE_GROUP_LABELS,
  INFECTION_GROUP_LABELS,
  LEGAL_ZONE_KIND_LABELS,
} from '#domain/placement/zone-kinds.ts'
import type { HubError } from '#renderer/api/hub-error.ts'
import { ConflictCard, type ConflictSide } from '#ui/conflict-card.tsx'

/** What the boxes of a place hold. */
export type PlaceBoxes = Pick<
  PlaceLine,
  'code' | 'legalKind' | 'sex' | 'ageGroup' | 'infectionGroup' | 'isPrivate'
> & { name: string; maximum: number | null; inUse: number | null }

const LABELS: Record<keyof PlaceBoxes, string> = {
  code: 'Mã',
  name: 'Tên',
  legalKind: 'Loại khu',
  sex: 'Giới',
  ageGroup: 'Lứa tuổi',
  infectionGroup: 'Nhóm bệnh',
  isPrivate: 'Phòng riêng',
  maximum: 'Sức chứa tối đa',
  inUse: 'Sức chứa sử dụng',
}
const BOXES: readonly (keyof PlaceBoxes)[] = [
  'code',
  'name',
  'legalKind',
  'sex',
  'ageGroup',
  'infectionGroup',
  'isPrivate',
  'maximum',
  'inUse',
]

/** A place as the boxes of its form hold it. */
export function boxesOf(place: PlaceLine): PlaceBoxes {
  const { code, name, legalKind, sex, ageGroup, infectionGroup, isPrivate, capacity } = place
  const { maximum = null, inUse = null } = capacity ?? {}
  return { code, name, legalKind, sex, ageGroup, infectionGroup, isPrivate, maximum, inUse }
}

function textOf(boxes: PlaceBoxes, box: keyof PlaceBoxes): string {
  switch (box) {
    case 'legalKind':
      return boxes.legalKind === null ? '' : LEGAL_ZONE_KIND_LABELS[boxes.legalKind]
    case 'sex':
      return boxes.sex === null ? '' : SEX_LABELS[boxes.sex]
    case 'ageGroup':
      return boxes.ageGroup === null ? '' : AGE_GROUP_LABELS[boxes.ageGroup]
    case 'infectionGroup':
      return boxes.infectionGroup === null ? '' : INFECTION_GROUP_LABELS[boxes.infectionGroup]
    case 'isPrivate':
      return boxes.isPrivate ? 'có' : 'không'
    case 'code':
    case 'name':
    case 'maximum':
    case 'inUse':
      return String(boxes[box] ?? '')
  }
}

export interface PlaceConflictProps {
  error: HubError
  /** The place when the form was opened. */
  base: PlaceBoxes
  mine: PlaceBoxes
  busy: boolean
  /** What is to be saved over which version. */
  onResolve: (version: number, boxes: PlaceBoxes) => void
  onCancel: () => void
}

/** Another desk changed the place meanwhile: what only one side touched merges, the rest is chosen box by box. */
export function PlaceConflict({ error, base, mine, busy, onResolve, onCancel }: PlaceConflictProps) {
  // The hub answers a conflict of places with the place as it stands.
  const current = error.details.current as unknown as PlaceLine
  const theirs = boxesOf(current)
  const isTheirs = (box: keyof PlaceBoxes) => mine[box] === base[box]
  const clashing = BOXES.filter(
    (box) => !isTheirs(box) && theirs[box] !== base[box] && theirs[box] !== mine[box],
  )

  function resolve(choice: Readonly<Record<string, ConflictSide>>) {
    const taken = BOXES.filter((box) => isTheirs(box) || choice[box] === 'theirs')
    const picked = Object.fromEntries(taken.map((box) => [box, theirs[box]]))
    onResolve(current.version, { ...mine, ...picked })
  }

  return (
    <ConflictCard
      changedBy={error.details.changedBy ?? 'Người khác'}
      changedAt={error.details.changedAt ?? ''}
      fields={clashing.map((box) => ({
        field: box,
        label: LABELS[box],
        mine: textOf(mine, box),
        theirs: textOf(theirs, box),
      }))}
      onResolve={resolve}
      onCancel={onCancel}
      busy={busy}
    />
  )
}
