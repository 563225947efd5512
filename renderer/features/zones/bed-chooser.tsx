import { Select, TextInput, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconBan, IconCheck, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BedChoice, Lodger } from '#domain/contract/placement.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { walkCells } from '#renderer/features/zones/arrow-keys.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import classes from './zones.module.css'

export interface BedChooserProps {
  person: Lodger
  /** Begins with the beds of one zone; null = all. */
  zoneId: string | null
  /** Leaves out the beds of this place, which is about to be closed. */
  closingId: string | null
  chosenBedId: string | null
  /** Beds that the draft gives to somebody else, with the name. */
  promised: ReadonlyMap<string, string>
  onChoose: (bed: BedChoice) => void
}

const MOST_BEDS = 300

/** Free beds for one person, room by room, the best first, with what speaks for and against each. */
export function BedChooser({ person, zoneId, closingId, chosenBedId, promised, onChoose }: BedChooserProps) {
  const [zone, setZone] = useState(zoneId)
  const [words, setWords] = useState('')
  const zones = useQuery(api.places.zones.queryOptions({ input: {} }))
  const beds = useQuery(
    api.placement.beds.queryOptions({
      input: { stayId: person.stayId, zoneId: zone, closingId, limit: MOST_BEDS },
    }),
  )
  const needle = words.trim().toUpperCase()
  const found = (beds.data?.beds ?? []).filter(({ code }) => code.includes(needle))
  const rooms = [...Map.groupBy(found, ({ roomId }) => roomId).values()]
  const open = rooms.filter(([first]) => first?.allowed)
  const refused = rooms.filter(([first]) => first && !first.allowed)

  return (
    <div className={classes.chooser}>
      <div className={classes.chooserTools}>
        <TextInput
          aria-label="Mã giường"
          placeholder="Mã giường"
          leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          w={150}
        />
        <Select
          aria-label="Khu"
          placeholder="Mọi khu"
          data={(zones.data?.zones ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={zone}
          onChange={setZone}
          clearable
          w={220}
        />
      </div>
      {beds.isError && (
        <ErrorState
          title="Chưa tải được giường trống"
          sentence={toHubError(beds.error).message}
          onRetry={() => void beds.refetch()}
        />
      )}
      {beds.data && rooms.length === 0 && (
        <EmptyState
          title={needle === '' ? 'Không còn giường trống' : `Không có giường trống nào mang mã ${needle}`}
        >
          {needle === ''
            ? 'Chọn khu khác, đưa giường ngừng sử dụng trở lại, hoặc thêm giường.'
            : 'Giường đang có người thì mở giường đó trong khu để chuyển hoặc đổi chỗ.'}
        </EmptyState>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows pressed on the beds bubble up */}
      <ul className={classes.rooms} aria-label={`Giường trống cho ${person.name}`} onKeyDown={walkCells}>
        {open.map((room, index) => (
          <RoomChoices
            key={room[0]?.roomId}
            beds={room}
            isFirst={index === 0}
            chosenBedId={chosenBedId}
            promised={promised}
            onChoose={onChoose}
          />
        ))}
      </ul>
      {refused.length > 0 && (
        <details key={String(open.length === 0)} className={classes.refused} open={open.length === 0}>
          <summary>{refused.length} phòng còn giường nhưng không xếp được, vì sao</summary>
          <ul className={classes.rooms}>
            {refused.map(([first]) => (
              <li key={first?.roomId} className={classes.room}>
                <span className={classes.roomName}>
                  <IconBan size={14} stroke={2} aria-hidden /> {first?.roomCode}{' '}
                  <span className={classes.dim}>{first?.zoneName}</span>
                </span>
                {first?.hard.map(({ code, message }) => (
                  <span key={code} className={classes.hard}>
                    {message}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

interface RoomChoicesProps {
  beds: readonly BedChoice[]
  isFirst: boolean
  chosenBedId: string | null
  promised: ReadonlyMap<string, string>
  onChoose: (bed: BedChoice) => void
}

function RoomChoices({ beds, isFirst, chosenBedId, promised, onChoose }: RoomChoicesProps) {
  const [first] = beds
  if (!first) return null
  const good = first.reasons.filter(({ weight }) => weight > 0).slice(0, 3)
  return (
    <li className={classes.room}>
      <span className={classes.roomName}>
        Phòng {first.roomCode} <span className={classes.dim}>{first.zoneName}</span>
      </span>
      <span className={classes.beds}>
        {beds.map((bed, index) => {
          const other = promised.get(bed.bedId)
          return (
            <UnstyledButton
              key={bed.bedId}
              className={classes.bedChoice}
              data-cell
              tabIndex={isFirst && index === 0 ? 0 : -1}
              aria-pressed={bed.bedId === chosenBedId}
              title={other === undefined ? undefined : `Đang dành cho ${other}`}
              data-promised={other !== undefined || undefined}
              onClick={() => onChoose(bed)}
            >
              {bed.bedId === chosenBedId && <IconCheck size={14} stroke={2.5} aria-hidden />}
              {bed.code}
              {other !== undefined && <span className={classes.hidden}>, đang dành cho {other}</span>}
            </UnstyledButton>
          )
        })}
      </span>
      {good.length > 0 && <span className={classes.good}>{good.map(({ text }) => text).join(' · ')}</span>}
      {first.soft.map(({ code, message }) => (
        <span key={code} className={classes.soft}>
          <IconAlertTriangle size={14} stroke={2} aria-hidden /> {message}
        </span>
      ))}
    </li>
  )
}
