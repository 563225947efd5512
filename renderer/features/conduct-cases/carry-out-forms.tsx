import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseDetail } from '#domain/contract/conduct-case-shapes.ts'
import { addDays, type Day } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { DayField } from '#ui/day-field.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { TextRow } from '#ui/text-row.tsx'
import { Unsettled } from '#ui/unsettled.tsx'
import { ActForm } from './act-form.tsx'
import classes from './conduct-cases.module.css'

interface CaseFormProps {
  detail: CaseDetail
  onDone: () => void
}

/** Reads the decision out; for the special zone gives a bed of it. */
export function BeginForm({ detail, onDone }: CaseFormProps) {
  const [version] = useState(detail.version)
  const [bedId, setBedId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const isZone = detail.form === 'special-zone' && !detail.isInSpecialZone
  const zones = useQuery({ ...api.places.zones.queryOptions({ input: {} }), enabled: isZone })
  const special = (zones.data?.zones ?? []).filter(({ legalKind }) => legalKind === 'discipline')
  const [zoneId, setZoneId] = useState<string | null>(null)
  const zone = zoneId ?? special[0]?.id ?? null
  const beds = useQuery({
    ...api.placement.beds.queryOptions({ input: { stayId: detail.stayId, zoneId: zone, limit: 100 } }),
    enabled: isZone && zone !== null,
  })
  const choices = beds.data?.beds ?? []
  const chosen = choices.find((bed) => bed.bedId === bedId)
  const saving = useSave((comment: string, key) =>
    hub.conductCases.begin(
      {
        id: detail.id,
        version,
        bed: isZone && bedId !== null ? { eventId: crypto.randomUUID(), bedId, reason } : null,
        comment,
      },
      { context: { key } },
    ),
  )
  const { errors } = saving
  const bedError = errors['bed.bedId'] ?? errors['placements.0.bedId']
  const reasonError = errors['placements.0.reason']
  return (
    <ActForm
      act="Công bố, thi hành"
      saving={saving}
      comment={{ label: 'Ghi chú', required: false, isFirst: !isZone }}
      typed={[bedId, reason]}
      onDone={onDone}
      input={(comment) => {
        saving.setErrors(
          isZone && bedId === null ? { 'bed.bedId': 'Chọn giường ở khu dành riêng (ZONE-06).' } : {},
        )
        return isZone && bedId === null ? null : comment
      }}
    >
      <p className={classes.note}>Ghi là quyết định đã được công bố cho {detail.name}.</p>
      {isZone && special.length > 1 && (
        <FormRow label="Khu">
          {(control) => (
            <Select
              {...control}
              allowDeselect={false}
              data={special.map(({ id, name }) => ({ value: id, label: name }))}
              value={zone}
              onChange={setZoneId}
            />
          )}
        </FormRow>
      )}
      {isZone && (
        <FormRow
          label="Giường"
          required
          hint={
            special.length === 0 && zones.data
              ? 'Chưa có khu dành riêng. Lập khu ở Khu, phòng, giường.'
              : 'Giường trống của khu dành riêng (ZONE-06).'
          }
          error={bedError}
        >
          {(control) => (
            <Select
              {...control}
              data-autofocus
              searchable
              openOnFocus={false}
              nothingFoundMessage={
                beds.isPending ? 'Đang tìm giường trống…' : 'Không còn giường trống ở khu dành riêng'
              }
              data={choices.map((bed) => ({
                value: bed.bedId,
                label: bed.allowed ? bed.code : `${bed.code}: ${bed.hard[0]?.message ?? ''}`,
                disabled: !bed.allowed,
              }))}
              value={bedId}
              onChange={setBedId}
            />
          )}
        </FormRow>
      )}
      {isZone && chosen !== undefined && chosen.soft.length > 0 && (
        <TextRow
          label="Lý do xếp giường"
          required
          hint={chosen.soft.map(({ message }) => message).join(' ')}
          error={reasonError}
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
      )}
    </ActForm>
  )
}

/** Looks at a measure in force again and says when the next time is. */
export function ReviewForm({ detail, onDone }: CaseFormProps) {
  const today = dayOf(useHubNow())
  const [version] = useState(detail.version)
  const isZone = detail.form === 'special-zone'
  const plan = useQuery({
    ...api.conductCases.plan.queryOptions({ input: { kind: detail.kind, on: today } }),
    enabled: isZone,
  })
  // Until a day is typed, the latest the rule allows: none when the measure is over before.
  const [typed, setTyped] = useState<Day | null | undefined>(undefined)
  const days = plan.data?.reviewDays ?? null
  const latest = isZone && days !== null ? addDays(today, days) : null
  const offered = latest !== null && detail.toOn !== null && latest < detail.toOn ? latest : null
  const reviewOn = typed === undefined ? offered : typed
  const saving = useSave((comment: string, key) =>
    hub.conductCases.review({ id: detail.id, version, reviewOn, comment }, { context: { key } }),
  )
  return (
    <ActForm
      act="Ghi đã xem lại"
      saving={saving}
      comment={{ label: 'Nhận xét', required: true, isFirst: true }}
      typed={typed ?? null}
      onDone={onDone}
      input={(comment) => comment}
    >
      <FormRow
        label="Xem lại lần sau"
        hint={
          isZone ? (
            <Unsettled>
              Muộn nhất {days} ngày sau hôm nay (INC-11c, mức của cơ sở). Để trống khi biện pháp hết hạn trước
              đó.
            </Unsettled>
          ) : (
            'Để trống: không hẹn xem lại.'
          )
        }
        error={saving.errors['reviewOn']}
      >
        {(control) => <DayField {...control} today={today} value={reviewOn} onChange={setTyped} />}
      </FormRow>
    </ActForm>
  )
}
