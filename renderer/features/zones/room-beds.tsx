import { Button, Menu } from '@mantine/core'
import { IconDots, IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Lodger } from '#domain/contract/placement.ts'
import type { BedLine, PlaceLine } from '#domain/contract/places.ts'
import type { Permission } from '#domain/permissions/permissions.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'
import { walkCells } from '#renderer/features/zones/arrow-keys.ts'
import { bedActs, type BedAct } from '#renderer/features/zones/bed-acts.tsx'
import { BedCell } from '#renderer/features/zones/bed-cell.tsx'
import { placeRules } from '#renderer/features/zones/lodger-text.ts'
import classes from './zones.module.css'

/** What was chosen on a building or a room. */
export type PlaceAct =
  | { act: 'change'; place: PlaceLine }
  | { act: 'add-room'; place: PlaceLine }
  | { act: 'add-beds'; place: PlaceLine }
  | { act: 'retire'; place: PlaceLine }

export interface ZoneGridProps {
  zone: PlaceLine
  places: readonly PlaceLine[]
  beds: readonly BedLine[]
  lodgers: readonly Lodger[]
  permissions: readonly Permission[]
  now: Instant
  onBed: (act: BedAct) => void
  onPlace: (act: PlaceAct) => void
}

/** Every room of a zone with its beds; the arrows walk through all of them. */
export function ZoneGrid(props: ZoneGridProps) {
  const { zone, places, beds, lodgers } = props
  const byBed = useMemo(() => new Map(lodgers.map((lodger) => [lodger.bedId, lodger])), [lodgers])
  const bedsByRoom = useMemo(() => Map.groupBy(beds, ({ roomId }) => roomId), [beds])
  const rooms = places.filter(({ kind }) => kind === 'room')
  const groups = [
    ...places.filter(({ kind }) => kind === 'building'),
    ...(rooms.some(({ parentId }) => parentId === zone.id) ? [zone] : []),
  ]
  const firstBed = groups
    .flatMap((group) => rooms.filter(({ parentId }) => parentId === group.id))
    .flatMap((room) => bedsByRoom.get(room.id) ?? [])[0]

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows pressed on the beds bubble up
    <section className={classes.grid} aria-label={`Giường của ${zone.name}`} onKeyDown={walkCells}>
      {groups.map((group) => (
        <section key={group.id} className={classes.building} aria-label={group.name}>
          {group.kind === 'building' && <PlaceHead {...props} place={group} />}
          {rooms
            .filter(({ parentId }) => parentId === group.id)
            .map((room) => (
              <section key={room.id} className={classes.roomBox} aria-label={room.name}>
                <PlaceHead {...props} place={room} />
                <div className={classes.cells}>
                  {(bedsByRoom.get(room.id) ?? []).map((bed) => {
                    const lodger = byBed.get(bed.id) ?? null
                    return (
                      <BedCell
                        key={bed.id}
                        bed={bed}
                        lodger={lodger}
                        today={dayOf(props.now)}
                        isFirst={bed.id === firstBed?.id}
                        isOverdue={isOverdue(lodger, props.now)}
                        acts={bedActs({ bed, lodger, permissions: props.permissions, onAct: props.onBed })}
                      />
                    )
                  })}
                  {(bedsByRoom.get(room.id) ?? []).length === 0 && (
                    <span className={classes.dim}>Phòng chưa có giường.</span>
                  )}
                </div>
              </section>
            ))}
        </section>
      ))}
    </section>
  )
}

/** Out, and past the hour of return. */
function isOverdue(lodger: Lodger | null, now: Instant): boolean {
  return lodger !== null && lodger.outUntil !== null && lodger.outUntil < now
}

function PlaceHead({ place, permissions, onPlace }: ZoneGridProps & { place: PlaceLine }) {
  const { figures } = place
  const free = figures.inUse - figures.held
  const mayEdit = permissions.includes('places.edit')
  const isRoom = place.kind === 'room'
  return (
    <div className={isRoom ? classes.roomHead : classes.buildingHead}>
      {isRoom ? <h3>{place.name}</h3> : <h2>{place.name}</h2>}
      <span className={classes.rules}>{placeRules(place).join(' · ')}</span>
      <span className={classes.figures}>
        <b>
          {figures.held}/{figures.inUse}
        </b>{' '}
        người · {free > 0 ? `còn ${free}` : free === 0 ? 'hết chỗ' : `quá ${-free}`} · tối đa{' '}
        {figures.maximum}
        {figures.outOfService > 0 && ` · ngừng ${figures.outOfService}`}
      </span>
      {mayEdit && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button size="compact-sm" variant="subtle" color="gray" aria-label={`Sửa ${place.name}`}>
              <IconDots size={16} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {isRoom ? (
              <Menu.Item
                leftSection={<IconPlus size={16} aria-hidden />}
                onClick={() => onPlace({ act: 'add-beds', place })}
              >
                Thêm giường…
              </Menu.Item>
            ) : (
              <Menu.Item
                leftSection={<IconPlus size={16} aria-hidden />}
                onClick={() => onPlace({ act: 'add-room', place })}
              >
                Thêm phòng…
              </Menu.Item>
            )}
            <Menu.Item onClick={() => onPlace({ act: 'change', place })}>Sửa mã, tên, sức chứa…</Menu.Item>
            <Menu.Item color="red" onClick={() => onPlace({ act: 'retire', place })}>
              Bỏ {place.name}…
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}
