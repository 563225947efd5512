import { useInfiniteQuery } from '@tanstack/react-query'
import {
  ITEM_OUTCOME_LABELS,
  MAIL_DIRECTION_LABELS,
  type ItemOutcome,
} from '#domain/contacts/contact-codes.ts'
import { api } from '#renderer/api/client.ts'
import { ParcelForm } from '#renderer/features/contacts/parcel-form.tsx'
import { RegisterPanel } from '#renderer/features/contacts/register-panel.tsx'
import { useRegisterMonth } from '#renderer/features/contacts/use-register.ts'
import { IncidentsOfRecord } from '#renderer/features/incidents/incidents-of-record.tsx'
import { ReportLink } from '#renderer/features/incidents/report-link.tsx'
import type { PickedPerson } from '#renderer/features/visits/pick-person.tsx'
import type { Tone } from '#ui/colors.ts'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from '../visits/visits.module.css'

const TONES: Record<ItemOutcome, Tone> = { accepted: 'ok', returned: 'soon', seized: 'late' }

/** Parcels of a month, or of one person, thing by thing. */
export function ParcelsPanel({ person }: { person?: PickedPerson }) {
  const register = useRegisterMonth(person?.personId ?? null)
  const list = useInfiniteQuery(api.contacts.parcels.infiniteOptions(register.paging))
  return (
    <RegisterPanel
      title="Quà, đồ gửi"
      label="Quà, đồ gửi đã kiểm tra"
      heads={['Người gửi, nhận', 'Đồ đã kiểm tra', 'Ký nhận lại']}
      none="Chưa có quà, đồ gửi nào"
      isOfOne={person !== undefined}
      register={register}
      list={list}
      cells={(parcel) => (
        <>
          <td>
            {parcel.otherName}
            <div className={classes.dim}>{MAIL_DIRECTION_LABELS[parcel.direction]}</div>
          </td>
          <td>
            <ul className={classes.cards}>
              {parcel.items.map((item) => (
                <li key={item.description + item.kind}>
                  {item.quantity} × {item.description}{' '}
                  <ToneChip quiet tone={TONES[item.outcome]} text={ITEM_OUTCOME_LABELS[item.outcome]} />
                  {item.reason !== null && <span className={classes.dim}> {item.reason}</span>}
                </li>
              ))}
            </ul>
            {parcel.items.some(({ outcome }) => outcome === 'seized') && (
              <IncidentsOfRecord
                targetId={parcel.id}
                otherwise={
                  <ReportLink
                    from={{
                      origin: 'parcel',
                      originId: parcel.id,
                      kind: 'contraband',
                      personId: parcel.personId,
                    }}
                    label={`Báo vụ việc: vật cấm trong quà của ${parcel.name}`}
                  />
                }
              />
            )}
          </td>
          <td>
            {parcel.returnedTo}
            <div className={classes.dim}>{parcel.checkedBy} kiểm tra</div>
          </td>
        </>
      )}
      act={{
        label: 'Ghi quà, đồ gửi',
        width: 860,
        form: (onDone) => <ParcelForm person={person} today={register.today} onDone={onDone} />,
      }}
    />
  )
}
