import { Button } from '@mantine/core'
import { IconArrowBackUp, IconFileText, IconPrinter, IconRun, IconSignature } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams, useRouter, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { CountRoom } from '#domain/contract/head-count.ts'
import { shiftLabel } from '#domain/shifts/shift-times.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf, parseInstant, type Instant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { MissingPeopleDialog } from '#renderer/features/escapes/missing-people.tsx'
import { differenceWord, signedNumber } from '#renderer/features/head-count/count-words.ts'
import { RoomPanel } from '#renderer/features/head-count/room-panel.tsx'
import { RoomRow } from '#renderer/features/head-count/room-row.tsx'
import { SignDialog } from '#renderer/features/head-count/sign-dialog.tsx'
import { useRoomCounts } from '#renderer/features/head-count/use-room-counts.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { formatNumber } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './head-count.module.css'

/** The grid of a zone for one hand-over: the address names both; without a hand-over it is the one at hand. */
export function GridPage() {
  const { zoneId } = useParams({ strict: false }) as { zoneId: string }
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const asked = typeof search['ca'] === 'string' ? parseInstant(search['ca']) : undefined
  const board = useQuery({ ...api.headCount.board.queryOptions({ input: {} }), enabled: asked === undefined })
  const shiftAt = asked ?? board.data?.shift.at
  if (shiftAt !== undefined) return <Grid key={`${zoneId} ${shiftAt}`} zoneId={zoneId} shiftAt={shiftAt} />
  if (board.error)
    return <ErrorState title="Chưa mở được điểm danh" sentence={toHubError(board.error).message} />
  return <PagePending />
}

function Grid({ zoneId, shiftAt }: { zoneId: string; shiftAt: Instant }) {
  const desk = useDesk()
  const { history } = useRouter()
  const table = useRef<HTMLTableElement>(null)
  const [selected, setSelected] = useState<string | null>(null)
  const [isSigning, setIsSigning] = useState(false)
  const [isMissing, setIsMissing] = useState(false)
  const [paperAt, setPaperAt] = useState<Instant | null>(null)
  const grid = useQuery(api.headCount.grid.queryOptions({ input: { zoneId, shiftAt } }))
  const rooms = grid.data?.rooms ?? []
  const counts = useRoomCounts({ zoneId, shiftAt, at: paperAt }, rooms)
  if (grid.error) {
    return (
      <ErrorState
        title="Chưa mở được điểm danh"
        sentence={toHubError(grid.error).message}
        onRetry={() => void grid.refetch()}
      />
    )
  }
  if (!grid.data) return <PagePending />
  const { sums, shift, giving, state, zoneName, headCountId } = grid.data
  const may = desk?.permissions ?? []
  const mayRun = may.includes('counts.run')
  const isShort = rooms.some(({ counted, left }) => counted !== null && left < 0)
  const isOpen = mayRun && state !== 'signed'
  const room = rooms.find(({ roomId }) => roomId === selected) ?? rooms[0]

  function step(from: CountRoom, by: 1 | -1) {
    const boxes = table.current?.querySelectorAll<HTMLInputElement>('[data-count]') ?? []
    boxes[rooms.indexOf(from) + by]?.focus()
  }

  return (
    <>
      <PageHeader
        title={`Điểm danh ${zoneName}`}
        back={{ href: '/diem-danh', label: 'Điểm danh' }}
        note={`Giao ca ${giving.name} → ${shiftLabel(shift)}, ${formatDay(dayOf(shift.at))}`}
        acts={
          <>
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
              onClick={() => history.push(`/diem-danh/in/${zoneId}?ca=${encodeURIComponent(shiftAt)}`)}
            >
              Phiếu trống
            </Button>
            {isOpen && (
              <Button
                variant="default"
                disabled={!counts.canUndo}
                leftSection={<IconArrowBackUp size={16} stroke={1.75} aria-hidden />}
                onClick={counts.undo}
              >
                Hoàn tác
              </Button>
            )}
            {isOpen && may.includes('custody.record') && isShort && (
              <Button
                variant="light"
                color="red"
                leftSection={<IconRun size={16} stroke={1.75} aria-hidden />}
                onClick={() => setIsMissing(true)}
              >
                Báo bỏ trốn
              </Button>
            )}
            {state === 'signed' ? (
              <Button
                leftSection={<IconFileText size={16} stroke={1.75} aria-hidden />}
                onClick={() => history.push(`/diem-danh/phieu/${headCountId ?? ''}`)}
              >
                Phiếu giao ca
              </Button>
            ) : (
              mayRun && (
                <Button
                  disabled={sums.countedRooms < sums.rooms || sums.open > 0 || sums.rooms === 0}
                  leftSection={<IconSignature size={16} stroke={1.75} aria-hidden />}
                  onClick={() => setIsSigning(true)}
                >
                  Ký giao ca
                </Button>
              )
            )}
          </>
        }
      />
      {isOpen && (
        <div className={classes.legend}>
          <span>
            <kbd>Enter</kbd> đủ như sổ, sang phòng sau
          </span>
          <span>
            <kbd>0</kbd>–<kbd>9</kbd> gõ số
          </span>
          <span>
            <kbd>−</kbd> bớt một
          </span>
          <span>
            <kbd>+</kbd> thêm một
          </span>
          <span>
            <kbd>↑</kbd> <kbd>↓</kbd> chuyển phòng
          </span>
          <span>
            <kbd>Delete</kbd> xóa số
          </span>
          <span>
            <kbd>Ctrl</kbd> <kbd>Z</kbd> hoàn tác
          </span>
          <PaperMinute from={giving.at} value={paperAt} onChange={setPaperAt} />
        </div>
      )}
      <div className={classes.board}>
        <Panel flush>
          {rooms.length === 0 ? (
            <EmptyState title="Khu này chưa có phòng">Thêm phòng và giường ở mục Khu.</EmptyState>
          ) : (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- one undo for all boxes in it
            <table
              ref={table}
              className={classes.table}
              onKeyDown={(event) => {
                if (!isOpen || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return
                event.preventDefault()
                counts.undo()
              }}
            >
              <caption className={classes.hidden}>Số đếm theo phòng</caption>
              <thead>
                <tr>
                  <th scope="col">Phòng</th>
                  <th scope="col" className={classes.numberHead}>
                    Sổ
                  </th>
                  <th scope="col">Đếm được</th>
                  <th scope="col" className={classes.numberHead}>
                    Lệch
                  </th>
                  <th scope="col">Trạng thái</th>
                  <th scope="col" data-narrow>
                    Đếm lúc
                  </th>
                </tr>
              </thead>
              <tbody>
                {rooms.map((one) => (
                  <RoomRow
                    key={one.roomId}
                    room={one}
                    counts={counts}
                    isOpen={isOpen}
                    isSelected={one.roomId === room?.roomId}
                    onSelect={() => setSelected(one.roomId)}
                    onStep={(by) => step(one, by)}
                  />
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row">Cộng</th>
                  <td className={classes.number}>
                    {formatNumber(rooms.reduce((sum, { occupants }) => sum + occupants.length, 0))}
                  </td>
                  <td>
                    {formatNumber(sums.counted)}{' '}
                    <span className={classes.dim}>
                      ({formatNumber(sums.countedRooms)}/{formatNumber(sums.rooms)} phòng)
                    </span>
                  </td>
                  <td className={classes.number}>{signedNumber(sums.counted - sums.computed)}</td>
                  <td colSpan={2}>
                    {sums.countedRooms > 0 && <ToneChip {...differenceWord(sums.missing, sums.extra)} />}
                  </td>
                </tr>
              </tfoot>
            </table>
          )}
        </Panel>
        {room && (
          <RoomPanel key={room.roomId} room={room} zoneId={zoneId} shiftAt={shiftAt} isOpen={isOpen} />
        )}
      </div>
      <MissingPeopleDialog
        opened={isMissing}
        onClose={() => setIsMissing(false)}
        rooms={rooms}
        zoneId={zoneId}
        shiftAt={shiftAt}
      />
      <SignDialog
        opened={isSigning}
        onClose={() => setIsSigning(false)}
        zoneId={zoneId}
        zoneName={zoneName}
        shiftAt={shiftAt}
      />
    </>
  )
}

/** The minute of what was counted on paper: the roll of that minute is what it is compared with. */
function PaperMinute({
  from,
  value,
  onChange,
}: {
  from: Instant
  value: Instant | null
  onChange: (at: Instant | null) => void
}) {
  const now = useHubNow()
  const [isOpen, setIsOpen] = useState(false)
  const isOff = value !== null && (value > now || value < from)
  if (!isOpen) {
    return (
      <Button size="compact-sm" variant="default" onClick={() => setIsOpen(true)}>
        Nhập lại từ phiếu giấy…
      </Button>
    )
  }
  return (
    <div className={classes.tools}>
      <MomentField label="Đếm trên giấy lúc" now={now} value={now} onChange={onChange} error={isOff} />
      <span className={classes.hint}>
        {isOff
          ? 'Giờ đếm phải nằm trong ca giao và đã qua.'
          : 'Các số ghi tiếp sau đây được so với sổ đúng phút này.'}
      </span>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          onChange(null)
          setIsOpen(false)
        }}
      >
        Thôi, đếm ngay bây giờ
      </Button>
    </div>
  )
}
