import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FIND_SOURCE_LABELS, VISIT_STATE_LABELS } from '#domain/contacts/contact-codes.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf, formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { refusalOf, UNREACHABLE } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { CallsPanel } from '#renderer/features/contacts/calls-panel.tsx'
import { LettersPanel } from '#renderer/features/contacts/letters-panel.tsx'
import { ParcelsPanel } from '#renderer/features/contacts/parcels-panel.tsx'
import { dongText } from '#renderer/features/deposit/dong-text.ts'
import { IncidentsOfRecord } from '#renderer/features/incidents/incidents-of-record.tsx'
import { VisitForm } from '#renderer/features/visits/visit-form.tsx'
import { VisitorForm, type VisitorStart } from '#renderer/features/visits/visitor-form.tsx'
import { guestsText, hoursText, VISIT_TONES } from '#renderer/features/visits/visit-words.ts'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { VisitorsPanel } from './visitors-panel.tsx'
import { RestrictionsPanel } from './restrictions-panel.tsx'
import classes from '../visits/visits.module.css'

/** Visits and contacts of one person: what is left, restrictions, who may come, history. */
export function ContactsTab({ personId, name }: { personId: string; name: string }) {
  const desk = useDesk()
  const mayEdit = desk?.permissions.includes('contacts.edit') ?? false
  const shown = useQuery(api.visits.person.queryOptions({ input: { personId } }))
  const [isBooking, setIsBooking] = useState(false)
  const [editing, setEditing] = useState<VisitorStart | null>(null)
  if (shown.isPending) return <PagePending />
  const refusal = refusalOf(shown)
  if (refusal !== null || shown.data === undefined) {
    return (
      <ErrorState
        title="Chưa mở được phần thăm gặp"
        sentence={refusal?.message ?? UNREACHABLE}
        onRetry={() => void shown.refetch()}
      />
    )
  }
  const { left, visitors, visits, finds, restrictions, stayId } = shown.data
  const isHere = stayId !== null
  return (
    <>
      <RestrictionsPanel personId={personId} restrictions={restrictions} />
      <Panel
        title="Thăm gặp"
        flush
        aside={
          mayEdit &&
          isHere && (
            <Button
              size="compact-sm"
              leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
              onClick={() => setIsBooking(true)}
            >
              Đăng ký thăm gặp
            </Button>
          )
        }
      >
        {isHere && (
          <div className={classes.left} style={{ padding: '8px 12px' }}>
            <p>
              <span className={classes.big}>
                {left.left === null ? 'Không giới hạn' : `Còn ${left.left} lần`}
              </span>{' '}
              <span className={classes.dim}>
                tuần {formatDay(left.from)}-{formatDay(left.to)}
                {left.minutes !== null && `, mỗi lần ${left.minutes} phút`}
                {left.guests !== null && `, ${left.guests} người`}
              </span>
            </p>
          </div>
        )}
        {visits.length === 0 ? (
          <EmptyState title="Chưa có lượt thăm nào" />
        ) : (
          <table className={classes.table} aria-label="Các lượt thăm">
            <thead>
              <tr>
                <th>Ngày, giờ</th>
                <th>Người thăm</th>
                <th>Phòng</th>
                <th>Kết quả</th>
                <th>Tiền gửi</th>
              </tr>
            </thead>
            <tbody>
              {visits.map((visit) => (
                <tr key={visit.id}>
                  <td className={classes.nowrap}>
                    {formatDay(dayOf(visit.startsAt))}
                    <div className={classes.dim}>{hoursText(visit)}</div>
                  </td>
                  <td>{guestsText(visit.guests)}</td>
                  <td>{visit.roomName}</td>
                  <td>
                    <ToneChip quiet tone={VISIT_TONES[visit.state]} text={VISIT_STATE_LABELS[visit.state]} />
                    <div className={classes.dim}>
                      {[visit.allowReason, visit.extendReason, visit.outcome].filter(Boolean).join('; ')}
                    </div>
                  </td>
                  <td className={classes.nowrap}>{visit.money !== null && dongText(visit.money)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Panel>
      <VisitorsPanel
        visitors={visitors}
        {...(mayEdit ? { onEdit: (start: VisitorStart) => setEditing(start) } : {})}
      />
      {finds.length > 0 && (
        <Panel title="Vật cấm phát hiện" flush>
          <table className={classes.table}>
            <tbody>
              {finds.map((find) => (
                <tr key={find.id}>
                  <td className={classes.nowrap}>{formatInstant(find.foundAt)}</td>
                  <td>
                    {find.what}, {find.quantity}
                    <div className={classes.dim}>
                      {FIND_SOURCE_LABELS[find.source]} <IncidentsOfRecord targetId={find.recordId} />
                    </div>
                  </td>
                  <td>
                    {find.action}
                    <div className={classes.dim}>{find.foundBy}</div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Panel>
      )}
      <CallsPanel person={{ personId, name }} />
      <LettersPanel person={{ personId, name }} />
      <ParcelsPanel person={{ personId, name }} />
      <Dialog opened={isBooking} onClose={() => setIsBooking(false)} title="Đăng ký thăm gặp" size={720}>
        {isBooking && <VisitForm person={{ personId, name }} onDone={() => setIsBooking(false)} />}
      </Dialog>
      <Dialog opened={editing !== null} onClose={() => setEditing(null)} title="Người thăm" size={640}>
        {editing !== null && (
          <VisitorForm personId={personId} start={editing} onDone={() => setEditing(null)} />
        )}
      </Dialog>
    </>
  )
}
