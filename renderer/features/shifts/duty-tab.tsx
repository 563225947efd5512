import { ActionIcon, Button, Checkbox, Select } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconCopy, IconX } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DutyShift, Post, Staff } from '#domain/contract/shifts.ts'
import { shiftLabel } from '#domain/shifts/shift-times.ts'
import { addDays, formatDay, type Day } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { useAct } from '#renderer/features/shifts/use-act.ts'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './shifts.module.css'

const DAYS = 3

export interface DutyTabProps {
  staff: readonly Staff[]
  posts: readonly Post[]
  mayEdit: boolean
}

/** The duty list, three days at a time. */
export function DutyTab({ staff, posts, mayEdit }: DutyTabProps) {
  const today = dayOf(useHubNow())
  const [from, setFrom] = useState<Day>(today)
  const act = useAct()
  const roster = useQuery(
    api.shifts.roster.queryOptions({ input: { from, days: DAYS }, placeholderData: keepPreviousData }),
  )
  const byDay = Map.groupBy(roster.data?.shifts ?? [], ({ at }) => dayOf(at))
  return (
    <>
      <div className={classes.tools}>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label="Ngày trước"
          onClick={() => setFrom(addDays(from, -1))}
        >
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <Button variant={from === today ? 'filled' : 'default'} onClick={() => setFrom(today)}>
          Hôm nay
        </Button>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label="Ngày sau"
          onClick={() => setFrom(addDays(from, 1))}
        >
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
      </div>
      <div className={classes.days}>
        {[...byDay].map(([day, shifts]) => (
          <Panel
            key={day}
            title={day === today ? `Hôm nay, ${formatDay(day)}` : formatDay(day)}
            aside={
              mayEdit &&
              day >= today && (
                <Button
                  size="compact-sm"
                  variant="default"
                  leftSection={<IconCopy size={14} aria-hidden />}
                  onClick={() =>
                    void act(async () => {
                      await hub.shifts.copyDay({ day })
                    }, 'Đã chép người trực của ngày trước.')
                  }
                >
                  Chép ngày trước
                </Button>
              )
            }
          >
            {shifts.map((shift) => (
              <ShiftDuty key={shift.at} shift={shift} staff={staff} posts={posts} mayEdit={mayEdit} />
            ))}
          </Panel>
        ))}
      </div>
    </>
  )
}

function ShiftDuty({ shift, staff, posts, mayEdit }: DutyTabProps & { shift: DutyShift }) {
  const now = useHubNow()
  const act = useAct()
  const isRunning = shift.at <= now && now < shift.until
  const isPast = shift.until <= now
  return (
    <div className={classes.shift}>
      <h3>
        {shiftLabel(shift)} {isRunning && <ToneChip tone="ok" text="Đang trực" quiet />}
      </h3>
      <ul className={classes.list}>
        {shift.duty.map((one) => (
          <li key={one.id}>
            <span>
              <b>{one.userName}</b>{' '}
              <span className={classes.dim}>
                {[one.postName, one.isLead ? 'trưởng ca' : null].filter(Boolean).join(', ')}
              </span>
            </span>
            {mayEdit && !isPast && (
              <ActionIcon
                variant="subtle"
                aria-label={`Bỏ ${one.userName} khỏi ${shift.name}`}
                onClick={() => void act(() => hub.shifts.unassign({ id: one.id }))}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
        {shift.duty.length === 0 && <li className={classes.dim}>Chưa ghi ai.</li>}
      </ul>
      {mayEdit && !isPast && <AddDuty shift={shift} staff={staff} posts={posts} />}
    </div>
  )
}

function AddDuty({ shift, staff, posts }: Omit<DutyTabProps, 'mayEdit'> & { shift: DutyShift }) {
  const act = useAct()
  const [userId, setUserId] = useState<string | null>(null)
  const [postId, setPostId] = useState<string | null>(null)
  const [isLead, setIsLead] = useState(false)
  const taken = new Set(shift.duty.map((one) => one.userId))

  async function add() {
    if (userId === null) return
    const isDone = await act(() =>
      hub.shifts.assign({ id: crypto.randomUUID(), shiftAt: shift.at, userId, postId, isLead }),
    )
    if (!isDone) return
    setUserId(null)
    setIsLead(false)
  }

  return (
    <form
      className={classes.add}
      aria-label={`Thêm người trực ${shiftLabel(shift)}, ${formatDay(dayOf(shift.at))}`}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <Select
        aria-label="Người trực"
        placeholder="Người trực"
        searchable
        data={staff
          .filter((one) => !taken.has(one.userId))
          .map((one) => ({ value: one.userId, label: one.name }))}
        value={userId}
        onChange={setUserId}
      />
      <Select
        aria-label="Chốt"
        placeholder="Chốt"
        clearable
        data={posts.map((post) => ({ value: post.id, label: post.name }))}
        value={postId}
        onChange={setPostId}
      />
      <Checkbox
        label="Trưởng ca"
        checked={isLead}
        onChange={(event) => setIsLead(event.currentTarget.checked)}
      />
      <Button type="submit" variant="default" disabled={userId === null}>
        Thêm
      </Button>
    </form>
  )
}
