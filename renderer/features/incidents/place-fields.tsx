import { Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '#renderer/api/client.ts'
import type { RowControl } from '#ui/form-row.tsx'
import classes from './incidents.module.css'

/** Where it happened: a zone, a room of it, words for what no map knows. */
export interface TypedPlace {
  zoneId: string | null
  placeId: string | null
  placeNote: string
}

/** Zone, room and words beside each other; each may stay empty, one of them may not. */
export function PlaceFields({
  control,
  value,
  onChange,
}: {
  control: RowControl
  value: TypedPlace
  onChange: (place: TypedPlace) => void
}) {
  const { zoneId, placeId, placeNote } = value
  const zones = useQuery(api.places.zones.queryOptions({ input: {} }))
  const zone = useQuery({
    ...api.places.zone.queryOptions({ input: { zoneId: zoneId ?? '' } }),
    enabled: zoneId !== null,
  })
  const rooms = zoneId === null ? [] : (zone.data?.places ?? []).filter(({ kind }) => kind !== 'zone')
  return (
    <div className={classes.place}>
      <Select
        {...control}
        aria-label="Khu"
        placeholder="Khu"
        searchable
        openOnFocus={false}
        clearable
        data={(zones.data?.zones ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={zoneId}
        onChange={(next) => onChange({ zoneId: next, placeId: null, placeNote })}
      />
      <Select
        aria-label="Phòng"
        placeholder={zoneId === null ? 'Chọn khu trước' : 'Phòng'}
        disabled={zoneId === null}
        searchable
        openOnFocus={false}
        clearable
        data={rooms.map(({ id, fullCode, name }) => ({
          value: id,
          label: name === fullCode || name === '' ? fullCode : `${fullCode} · ${name}`,
        }))}
        value={placeId}
        onChange={(next) => onChange({ zoneId, placeId: next, placeNote })}
      />
      <TextInput
        aria-label="Nơi xảy ra, ghi thêm"
        placeholder="Sân, bếp, ngoài cổng…"
        maxLength={200}
        value={placeNote}
        onChange={(event) => onChange({ zoneId, placeId, placeNote: event.currentTarget.value })}
      />
    </div>
  )
}
