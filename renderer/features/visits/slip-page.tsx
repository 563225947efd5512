import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { VISIT_KIND_LABELS } from '#domain/contacts/contact-codes.ts'
import { formatDay, isDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { useUrlFilters } from '#renderer/app/url-filters.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { IncidentsOfRecord } from '#renderer/features/incidents/incidents-of-record.tsx'
import { guestsText, hoursText } from '#renderer/features/visits/visit-words.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import classes from './visits.module.css'

const BACK = { href: '/tham-gap', label: 'Thăm gặp' }

/** The slip a visitor carries to the room and back. */
export function SlipPage() {
  const { visitId = '' }: { visitId?: string } = useParams({ strict: false })
  const desk = useDesk()
  const today = dayOf(useHubNow())
  const [values] = useUrlFilters(['ngay'])
  const asked = values['ngay']?.[0]
  const from = asked !== undefined && isDay(asked) ? asked : today
  const list = useQuery(api.visits.calendar.queryOptions({ input: { from, days: 1 } }))
  if (list.isPending) return <PagePending />
  if (list.error) {
    return (
      <>
        <PageHeader title="Phiếu thăm gặp" back={BACK} />
        <ErrorState title="Chưa mở được phiếu" sentence={toHubError(list.error).message} />
      </>
    )
  }
  const visit = list.data.visits.find(({ id }) => id === visitId)
  if (!visit) {
    return (
      <>
        <PageHeader title="Phiếu thăm gặp" back={BACK} />
        <EmptyState title="Không có lượt thăm này">Mở lại phiếu từ mục Hôm nay.</EmptyState>
      </>
    )
  }
  return (
    <>
      <div className={classes.tools}>
        <PageHeader
          title="Phiếu thăm gặp"
          back={BACK}
          acts={
            <Button
              leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
              onClick={() => window.print()}
            >
              In phiếu
            </Button>
          }
        />
        <p>
          <IncidentsOfRecord targetId={visit.id} label="Vụ việc từ lượt thăm này:" />
        </p>
      </div>
      <div className={classes.slip}>
        <p>{desk?.centreName}</p>
        <h2>PHIẾU THĂM GẶP {visit.queueNumber !== null && `SỐ ${visit.queueNumber}`}</h2>
        <dl>
          <dt>Ngày</dt>
          <dd>{formatDay(dayOf(visit.startsAt))}</dd>
          <dt>Giờ</dt>
          <dd>{hoursText(visit)}</dd>
          <dt>Phòng</dt>
          <dd>{visit.roomName}</dd>
          <dt>Học viên</dt>
          <dd>
            {visit.name}
            {visit.birthOn !== null && `, sinh năm ${visit.birthOn.slice(0, 4)}`}
            {visit.zoneName !== null && `, ${visit.zoneName}`}
          </dd>
          <dt>Người thăm</dt>
          <dd>{guestsText(visit.guests)}</dd>
          <dt>Hình thức</dt>
          <dd>{VISIT_KIND_LABELS[visit.kind]}</dd>
        </dl>
        <p>Không đưa đồ vật, thư cho học viên khi gặp. Tiền Việt Nam gửi vào lưu ký tại bàn tiếp nhận.</p>
        <div className={classes.signs}>
          <span>Người thăm ký</span>
          <span>Cán bộ thăm gặp ký</span>
        </div>
      </div>
    </>
  )
}
