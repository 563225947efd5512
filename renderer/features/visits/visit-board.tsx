import { Button } from '@mantine/core'
import { IconClock, IconPrinter } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { VISIT_STATE_LABELS, type VisitStep } from '#domain/contacts/contact-codes.ts'
import type { Visit } from '#domain/contract/visit-shapes.ts'
import { addDays } from '#domain/time/day.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { dongText } from '#renderer/features/deposit/dong-text.ts'
import { personHref } from '#renderer/features/people/person-words.ts'
import { useTickingNow } from '#renderer/features/visits/use-ticking-now.ts'
import { VisitActDialog, type ChosenAct, type VisitAct } from '#renderer/features/visits/visit-acts.tsx'
import { TakeVisitorPhoto, VisitorFace } from '#renderer/features/visits/visitor-face.tsx'
import {
  guestsText,
  hoursText,
  leftText,
  minutesLeft,
  VISIT_TONES,
} from '#renderer/features/visits/visit-words.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './visits.module.css'

/** Visits that nobody ended stay on the board so long. */
const DAYS_BACK = 7

/** Today at the rooms for visits: who meets and for how long yet, who waits by number, who is expected. */
export function VisitBoard() {
  const now = useTickingNow()
  const today = dayOf(now)
  const queryClient = useQueryClient()
  const rooms = useQuery(api.visits.rooms.queryOptions({ input: {} }))
  const list = useQuery(
    api.visits.calendar.queryOptions({ input: { from: addDays(today, 1 - DAYS_BACK), days: DAYS_BACK } }),
  )
  const [chosen, setChosen] = useState<ChosenAct | null>(null)
  const step = useMutation({
    mutationFn: ({ visit, step: name }: { visit: Visit; step: VisitStep }) =>
      hub.visits.step({ id: visit.id, version: visit.version, step: name }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: api.visits.key() }),
  })
  const error = list.error ?? rooms.error
  if (error) {
    return (
      <ErrorState
        title="Chưa mở được lượt thăm hôm nay"
        sentence={toHubError(error).message}
        onRetry={() => void list.refetch()}
      />
    )
  }
  if (!list.data || !rooms.data) return <PagePending />
  const visits = list.data.visits.filter(
    ({ startsAt, state }) => dayOf(startsAt) === today || state === 'running' || state === 'waiting',
  )
  const running = visits.filter(({ state }) => state === 'running')
  const waiting = visits
    .filter(({ state }) => state === 'waiting')
    .toSorted((a, b) => (a.queueNumber ?? 0) - (b.queueNumber ?? 0))
  const booked = visits.filter(({ state }) => state === 'booked')
  const over = visits.filter(({ state }) => ['ended', 'cancelled', 'absent'].includes(state))
  const shownRooms = rooms.data.rooms.filter(
    (room) => !room.isRetired || running.some(({ roomId }) => roomId === room.id),
  )
  const acts = {
    onStep: (visit: Visit, name: VisitStep) => step.mutate({ visit, step: name }),
    onAct: (visit: Visit, act: VisitAct) => setChosen({ visit, act }),
    isBusy: step.isPending,
  }
  return (
    <div className={classes.board}>
      {step.isError && (
        <p role="alert" className={classes.refusals}>
          {toHubError(step.error).message}
        </p>
      )}
      <div className={classes.rooms}>
        {shownRooms.map((room) => {
          const here = running.filter(({ roomId }) => roomId === room.id)
          return (
            <Panel
              key={room.id}
              title={room.name}
              aside={<span className={classes.dim}>{`${here.length}/${room.capacity} lượt`}</span>}
            >
              {here.length === 0 ? (
                <p className={classes.empty}>Đang trống.</p>
              ) : (
                <ul className={classes.cards} aria-label={`Đang gặp ở ${room.name}`}>
                  {here.map((visit) => (
                    <VisitCard key={visit.id} visit={visit} now={now} {...acts} />
                  ))}
                </ul>
              )}
            </Panel>
          )
        })}
      </div>
      {shownRooms.length === 0 && (
        <EmptyState title="Chưa có phòng thăm gặp">
          Trưởng cơ sở thêm phòng và sức chứa ở mục Quy định, phòng.
        </EmptyState>
      )}
      <div className={classes.rooms}>
        <VisitColumn title="Đang chờ theo số" none="Không có ai chờ." visits={waiting} now={now} {...acts} />
        <VisitColumn
          title="Đã hẹn hôm nay"
          none="Không có lượt hẹn nào."
          visits={booked}
          now={now}
          {...acts}
        />
      </div>
      {over.length > 0 && <OverToday visits={over} />}
      <VisitActDialog chosen={chosen} onClose={() => setChosen(null)} />
    </div>
  )
}

interface Acts {
  onStep: (visit: Visit, step: VisitStep) => void
  onAct: (visit: Visit, act: VisitAct) => void
  isBusy: boolean
}

function VisitColumn({
  title,
  none,
  visits,
  ...rest
}: Acts & { title: string; none: string; visits: readonly Visit[]; now: Instant }) {
  return (
    <Panel title={title} aside={<span className={classes.dim}>{visits.length}</span>}>
      {visits.length === 0 ? (
        <p className={classes.empty}>{none}</p>
      ) : (
        <ul className={classes.cards} aria-label={title}>
          {visits.map((visit) => (
            <VisitCard key={visit.id} visit={visit} {...rest} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function VisitCard({ visit, now, onStep, onAct, isBusy }: Acts & { visit: Visit; now: Instant }) {
  const desk = useDesk()
  const router = useRouter()
  const mayEdit = desk?.permissions.includes('contacts.edit') ?? false
  const mayAllow = desk?.permissions.includes('contacts.approve') ?? false
  const { state, name, queueNumber, finds } = visit
  const left = minutesLeft(visit, now)
  const isRunning = state === 'running'
  return (
    <li className={classes.card} data-over={(isRunning && left < 0) || undefined}>
      <div className={classes.cardHead}>
        <span>
          {queueNumber !== null && <strong>Số {queueNumber} · </strong>}
          <InnerLink href={personHref(visit.personId, 'tham-gap')}>{name}</InnerLink>{' '}
          <span className={classes.dim}>{[visit.zoneName, visit.bedCode].filter(Boolean).join(' · ')}</span>
        </span>
        {isRunning ? (
          <span className={classes.clock}>
            <ToneChip
              tone={left < 0 ? 'late' : left <= 5 ? 'soon' : 'ok'}
              text={leftText(left)}
              icon={IconClock}
            />
          </span>
        ) : (
          <ToneChip tone={VISIT_TONES[state]} text={VISIT_STATE_LABELS[state]} />
        )}
      </div>
      <ul className={classes.faces} aria-label={`Người thăm ${name}`}>
        {visit.guests.map((guest) => (
          <li key={guest.visitorId}>
            <VisitorFace name={guest.name} photoId={guest.photoId} />
            <span>
              {guestsText([guest])}{' '}
              {guest.banReason !== null && (
                <ToneChip tone="late" text={`bị cấm vào thăm: ${guest.banReason}`} />
              )}
            </span>
            {mayEdit && state !== 'booked' && guest.photoId === null && (
              <TakeVisitorPhoto visitorId={guest.visitorId} name={guest.name} />
            )}
          </li>
        ))}
      </ul>
      <span className={classes.dim}>
        {hoursText(visit)}
        {!isRunning && ` · ${visit.roomName}`}
        {visit.extraMinutes > 0 && ` · được thêm ${visit.extraMinutes} phút`}
        {finds > 0 && ` · ${finds} lần phát hiện vật cấm`}
      </span>
      <div className={classes.acts}>
        {mayEdit && state === 'booked' && (
          <>
            <Button size="compact-sm" disabled={isBusy} onClick={() => onStep(visit, 'check-in')}>
              Đã đến, lấy số
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              disabled={isBusy}
              onClick={() => onStep(visit, 'absent')}
            >
              Không đến
            </Button>
          </>
        )}
        {mayEdit && state === 'waiting' && (
          <Button size="compact-sm" disabled={isBusy} onClick={() => onStep(visit, 'start')}>
            Bắt đầu gặp
          </Button>
        )}
        {mayEdit && isRunning && (
          <Button size="compact-sm" onClick={() => onAct(visit, 'finish')}>
            Kết thúc
          </Button>
        )}
        {mayAllow && isRunning && (
          <Button size="compact-sm" variant="default" onClick={() => onAct(visit, 'extend')}>
            Cho thêm giờ
          </Button>
        )}
        {mayEdit && (state === 'waiting' || isRunning) && (
          <Button size="compact-sm" variant="default" onClick={() => onAct(visit, 'find')}>
            Vật cấm
          </Button>
        )}
        {mayEdit && (state === 'booked' || state === 'waiting') && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onAct(visit, 'cancel')}>
            Hủy
          </Button>
        )}
        {(state === 'waiting' || isRunning) && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<IconPrinter size={14} stroke={1.75} aria-hidden />}
            aria-label={`In phiếu của ${name}`}
            onClick={() => router.history.push(`/tham-gap/phieu/${visit.id}?ngay=${dayOf(visit.startsAt)}`)}
          >
            Phiếu
          </Button>
        )}
      </div>
    </li>
  )
}

function OverToday({ visits }: { visits: readonly Visit[] }) {
  return (
    <Panel title="Đã xong hôm nay" flush>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>Giờ</th>
            <th>Học viên</th>
            <th>Người thăm</th>
            <th>Kết quả</th>
            <th>Tiền gửi</th>
          </tr>
        </thead>
        <tbody>
          {visits.map((visit) => (
            <tr key={visit.id}>
              <td className={classes.nowrap}>{hoursText(visit)}</td>
              <td>
                <InnerLink href={personHref(visit.personId, 'tham-gap')}>{visit.name}</InnerLink>
              </td>
              <td>{guestsText(visit.guests)}</td>
              <td>
                <ToneChip quiet tone={VISIT_TONES[visit.state]} text={VISIT_STATE_LABELS[visit.state]} />{' '}
                {visit.outcome}
              </td>
              <td className={classes.nowrap}>{visit.money !== null && dongText(visit.money)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
