import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  ITEM_OUTCOME_LABELS,
  MAIL_DIRECTION_LABELS,
  type ItemOutcome,
} from '#domain/contacts/contact-codes.ts'
import { formatDay } from '#domain/time/day.ts'
import { api } from '#renderer/api/client.ts'
import { ParcelForm } from '#renderer/features/contacts/parcel-form.tsx'
import { RegisterHead } from '#renderer/features/contacts/register-head.tsx'
import { MoreRows, RegisterTable } from '#renderer/features/contacts/register-table.tsx'
import { useRegisterMonth } from '#renderer/features/contacts/use-register.ts'
import { ReportLink } from '#renderer/features/incidents/report-link.tsx'
import { personHref } from '#renderer/features/people/person-words.ts'
import type { PickedPerson } from '#renderer/features/visits/pick-person.tsx'
import type { Tone } from '#ui/colors.ts'
import { Dialog } from '#ui/dialog.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from '../visits/visits.module.css'

const TONES: Record<ItemOutcome, Tone> = { accepted: 'ok', returned: 'soon', seized: 'late' }

/** Parcels of a month, or of one person, thing by thing. */
export function ParcelsPanel({ person }: { person?: PickedPerson }) {
  const { month, setMonth, choices, asked, today } = useRegisterMonth(person?.personId ?? null)
  const list = useInfiniteQuery(
    api.contacts.parcels.infiniteOptions({
      input: (cursor: string | null) => ({ ...asked, cursor, limit: 50 }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
  )
  const [isAdding, setIsAdding] = useState(false)
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <Panel
      title="Quà, đồ gửi"
      flush
      aside={
        <RegisterHead
          month={person ? null : month}
          choices={choices}
          onMonth={setMonth}
          act="Ghi quà, đồ gửi"
          onAdd={() => setIsAdding(true)}
        />
      }
    >
      <RegisterTable
        label="Quà, đồ gửi đã kiểm tra"
        heads={['Ngày', ...(person ? [] : ['Học viên']), 'Người gửi, nhận', 'Đồ đã kiểm tra', 'Ký nhận lại']}
        isPending={list.isPending}
        error={list.error}
        isEmpty={rows.length === 0}
        none="Chưa có quà, đồ gửi nào"
      >
        {rows.map((parcel) => (
          <tr key={parcel.id}>
            <td className={classes.nowrap}>{formatDay(parcel.on)}</td>
            {!person && (
              <td>
                <InnerLink href={personHref(parcel.personId, 'tham-gap')}>{parcel.name}</InnerLink>
                <div className={classes.dim}>{parcel.zoneName}</div>
              </td>
            )}
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
                <ReportLink
                  from={{
                    origin: 'parcel',
                    originId: parcel.id,
                    kind: 'contraband',
                    personId: parcel.personId,
                  }}
                  label={`Báo vụ việc: vật cấm trong quà của ${parcel.name}`}
                />
              )}
            </td>
            <td>
              {parcel.returnedTo}
              <div className={classes.dim}>{parcel.checkedBy} kiểm tra</div>
            </td>
          </tr>
        ))}
      </RegisterTable>
      <MoreRows list={list} />
      <Dialog opened={isAdding} onClose={() => setIsAdding(false)} title="Ghi quà, đồ gửi" size={860}>
        {isAdding && (
          <ParcelForm {...(person ? { person } : {})} today={today} onDone={() => setIsAdding(false)} />
        )}
      </Dialog>
    </Panel>
  )
}
