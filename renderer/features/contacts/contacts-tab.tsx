import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FIND_SOURCE_LABELS, VISIT_STATE_LABELS } from '#domain/contacts/contact-codes.ts'
import { restrictionText } from '#domain/contacts/restriction.ts'
import type { PersonVisitor, Restriction } from '#domain/contract/visit-shapes.ts'
import { RELATION_LABELS } from '#domain/information-sheet/personal-lists.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf, formatInstant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { CallsPanel } from '#renderer/features/contacts/calls-panel.tsx'
import { LettersPanel } from '#renderer/features/contacts/letters-panel.tsx'
import { ParcelsPanel } from '#renderer/features/contacts/parcels-panel.tsx'
import { RestrictionForm } from '#renderer/features/contacts/restriction-form.tsx'
import { dongText } from '#renderer/features/deposit/dong-text.ts'
import { VisitForm } from '#renderer/features/visits/visit-form.tsx'
import { VisitorForm, type VisitorStart } from '#renderer/features/visits/visitor-form.tsx'
import { guestsText, hoursText, VISIT_TONES } from '#renderer/features/visits/visit-words.ts'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from '../visits/visits.module.css'

/** Visits and contacts of one person: what is left, restrictions, who may come, history. */
export function ContactsTab({ personId, name }: { personId: string; name: string }) {
  const desk = useDesk()
  const mayEdit = desk?.permissions.includes('contacts.edit') ?? false
  const shown = useQuery(api.visits.person.queryOptions({ input: { personId } }))
  const [isBooking, setIsBooking] = useState(false)
  const [editing, setEditing] = useState<VisitorStart | null>(null)
  if (shown.isPending) return <PagePending />
  if (shown.error) {
    return (
      <ErrorState
        title="Chưa mở được phần thăm gặp"
        sentence={toHubError(shown.error).message}
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
                    <div className={classes.dim}>{FIND_SOURCE_LABELS[find.source]}</div>
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

function VisitorsPanel({
  visitors,
  onEdit,
}: {
  visitors: readonly PersonVisitor[]
  onEdit?: (start: VisitorStart) => void
}) {
  return (
    <Panel
      title="Người được vào thăm"
      flush
      aside={
        onEdit && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
            onClick={() => onEdit({ from: 'new' })}
          >
            Thêm người thăm
          </Button>
        )
      }
    >
      {visitors.length === 0 ? (
        <EmptyState title="Chưa ghi người thăm nào">Ghi khi người nhà đến lần đầu, kèm giấy tờ.</EmptyState>
      ) : (
        <table className={classes.table} aria-label="Người được vào thăm">
          <tbody>
            {visitors.map((visitor) => (
              <tr key={visitor.id}>
                <td>
                  {visitor.name} {visitor.birthYear}
                  <div className={classes.dim}>{RELATION_LABELS[visitor.relation]}</div>
                </td>
                <td>
                  {visitor.paperNumber ?? <ToneChip tone="soon" text="chưa có giấy tờ" />}
                  <div className={classes.dim}>
                    {visitor.isRelative ? 'có tên trong hồ sơ' : visitor.proof}
                  </div>
                </td>
                <td>{visitor.phone}</td>
                <td>
                  {visitor.banReason !== null && <ToneChip tone="late" text={`cấm: ${visitor.banReason}`} />}
                  {onEdit && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      color="gray"
                      aria-label={`Sửa ${visitor.name}`}
                      onClick={() => onEdit({ from: 'visitor', visitor })}
                    >
                      Sửa
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

function RestrictionsPanel({
  personId,
  restrictions,
}: {
  personId: string
  restrictions: readonly Restriction[]
}) {
  const desk = useDesk()
  const queryClient = useQueryClient()
  const mayRestrict = desk?.permissions.includes('contacts.restrict') ?? false
  const [isAdding, setIsAdding] = useState(false)
  const [lifting, setLifting] = useState<Restriction | null>(null)
  const lift = useMutation({
    mutationFn: (input: Parameters<typeof hub.visits.liftRestriction>[0]) =>
      hub.visits.liftRestriction(input),
    onSuccess: async () => {
      showNotice('Đã bỏ hạn chế thăm gặp.')
      await queryClient.invalidateQueries({ queryKey: api.visits.key() })
      setLifting(null)
    },
  })
  if (restrictions.length === 0 && !mayRestrict) return null
  return (
    <Panel
      title="Hạn chế thăm gặp"
      aside={
        mayRestrict && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
            onClick={() => setIsAdding(true)}
          >
            Ghi hạn chế
          </Button>
        )
      }
    >
      {restrictions.length === 0 && <p className={classes.empty}>Không có hạn chế nào.</p>}
      <ul className={classes.cards} aria-label="Hạn chế thăm gặp">
        {restrictions.map((one) => (
          <li key={one.id} className={classes.cardHead}>
            <span>
              <ToneChip
                quiet={!one.holds}
                tone={one.holds ? 'late' : 'ended'}
                text={one.holds ? 'đang hạn chế' : one.liftedAt === null ? 'ngoài thời hạn' : 'đã bỏ'}
              />{' '}
              {restrictionText(one)}{' '}
              <span className={classes.dim}>
                {one.recordedBy} ghi{one.liftReason !== null && `; bỏ: ${one.liftReason}`}
              </span>
            </span>
            {mayRestrict && one.liftedAt === null && (
              <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setLifting(one)}>
                Bỏ hạn chế
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Dialog opened={isAdding} onClose={() => setIsAdding(false)} title="Ghi hạn chế thăm gặp" size={560}>
        {isAdding && <RestrictionForm personId={personId} onDone={() => setIsAdding(false)} />}
      </Dialog>
      <ConfirmAct
        opened={lifting !== null}
        onClose={() => {
          lift.reset()
          setLifting(null)
        }}
        title="Bỏ hạn chế thăm gặp?"
        act="Bỏ hạn chế"
        reason={{ label: 'Lý do, quyết định', required: true }}
        busy={lift.isPending}
        problem={lift.isError && toHubError(lift.error).message}
        onConfirm={(reason) => {
          if (lifting) lift.mutate({ id: lifting.id, reason })
        }}
      >
        Từ bây giờ học viên lại được thăm gặp, gọi điện theo quy định chung.
      </ConfirmAct>
    </Panel>
  )
}
