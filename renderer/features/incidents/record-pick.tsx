import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { VISIT_STATE_LABELS } from '#domain/contacts/contact-codes.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { guestsText } from '#renderer/features/visits/visit-words.ts'
import type { RowControl } from '#ui/form-row.tsx'

const MOST_PARCELS = 50

interface RecordPickProps {
  kind: 'visit' | 'parcel'
  personId: string
  control: RowControl
  value: string | null
  onChange: (id: string | null) => void
}

/** A visit or a parcel of one person, the newest first. */
export function RecordPick({ kind, personId, control, value, onChange }: RecordPickProps) {
  const visits = useQuery(api.visits.person.queryOptions({ input: { personId }, enabled: kind === 'visit' }))
  const parcels = useQuery(
    api.contacts.parcels.queryOptions({
      input: { personId, limit: MOST_PARCELS },
      enabled: kind === 'parcel',
    }),
  )
  const data =
    kind === 'visit'
      ? (visits.data?.visits ?? []).map((visit) => ({
          value: visit.id,
          label: [
            formatDay(dayOf(visit.startsAt)),
            guestsText(visit.guests),
            VISIT_STATE_LABELS[visit.state].toLocaleLowerCase('vi'),
          ].join(' · '),
        }))
      : (parcels.data?.rows ?? []).map((parcel) => ({
          value: parcel.id,
          label: [
            formatDay(parcel.on),
            parcel.otherName,
            parcel.items.map(({ description }) => description).join(', '),
          ].join(' · '),
        }))
  return (
    <Select
      {...control}
      searchable
      placeholder={kind === 'visit' ? 'Ngày, người thăm' : 'Ngày, người gửi, đồ'}
      nothingFoundMessage={kind === 'visit' ? 'Không có lượt thăm nào' : 'Không có quà, đồ gửi nào'}
      data={data}
      value={value}
      onChange={onChange}
    />
  )
}
