import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Post } from '#domain/contract/shifts.ts'
import { MOST_SHIFTS, type ShiftSchedule } from '#domain/shifts/shift-times.ts'
import { addDays, formatDay, type Day } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { useAct } from '#renderer/features/shifts/use-act.ts'
import { DayField } from '#ui/day-field.tsx'
import { Panel } from '#ui/panel.tsx'
import classes from './shifts.module.css'

export interface ShiftTimesTabProps {
  current: ShiftSchedule
  coming: readonly ShiftSchedule[]
  posts: readonly Post[]
  mayEdit: boolean
}

function timesText({ times }: ShiftSchedule): string {
  return times.map(({ name, starts }) => `${name} ${starts}`).join(' · ')
}

/** When shifts begin, as dated choices of the house, and the posts that are manned. */
export function ShiftTimesTab({ current, coming, posts, mayEdit }: ShiftTimesTabProps) {
  return (
    <div className={classes.days}>
      <Panel title="Giờ giao ca">
        <p>
          <b>Đang áp dụng:</b> {timesText(current)}
        </p>
        {coming.map((one) => (
          <p key={one.validFrom}>
            <b>Từ {formatDay(one.validFrom)}:</b> {timesText(one)}
          </p>
        ))}
        <p className={classes.dim}>
          Không văn bản nào quy định giờ giao ca: đây là nội quy của cơ sở, có ngày áp dụng, và các ca đã qua
          giữ giờ cũ.
        </p>
        {mayEdit && <TimesForm start={current} />}
      </Panel>
      <Panel title="Chốt, vị trí trực">
        <Posts posts={posts} mayEdit={mayEdit} />
      </Panel>
    </div>
  )
}

function TimesForm({ start }: { start: ShiftSchedule }) {
  const today = dayOf(useHubNow())
  const queryClient = useQueryClient()
  const [validFrom, setValidFrom] = useState<Day | null>(addDays(today, 1))
  const [times, setTimes] = useState(() => start.times.map((time) => ({ ...time, id: crypto.randomUUID() })))
  const saving = useSave((input: Parameters<typeof hub.shifts.setTimes>[0], key) =>
    hub.shifts.setTimes(input, { context: { key } }),
  )

  async function save() {
    if (validFrom === null) {
      saving.setErrors({ validFrom: 'Chọn ngày bắt đầu áp dụng.' })
      return
    }
    const isSaved = await saving.send({
      validFrom,
      times: times.map(({ name, starts }) => ({ name, starts })),
    })
    await queryClient.invalidateQueries({ queryKey: api.shifts.key() })
    if (isSaved) showNotice(`Giờ giao ca mới áp dụng từ ${formatDay(validFrom)}.`)
  }

  return (
    <form
      className={classes.form}
      aria-label="Đặt giờ giao ca"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className={classes.row}>
        <span aria-hidden>Áp dụng từ ngày</span>
        <DayField
          aria-label="Áp dụng từ ngày"
          today={today}
          value={validFrom}
          onChange={setValidFrom}
          error={saving.errors['validFrom'] !== undefined}
        />
      </div>
      {times.map((time, index) => (
        <div key={time.id} className={classes.row}>
          <TextInput
            aria-label={`Tên ca ${index + 1}`}
            value={time.name}
            error={saving.errors[`times.${index}.name`]}
            onChange={(event) => {
              const name = event.currentTarget.value
              setTimes(times.map((one) => (one.id === time.id ? { ...one, name } : one)))
            }}
          />
          <TextInput
            aria-label={`Ca ${index + 1} bắt đầu`}
            placeholder="06:00"
            value={time.starts}
            error={saving.errors[`times.${index}.starts`]}
            onChange={(event) => {
              const starts = event.currentTarget.value
              setTimes(times.map((one) => (one.id === time.id ? { ...one, starts } : one)))
            }}
          />
          <ActionIcon
            variant="subtle"
            aria-label={`Bỏ ca ${index + 1}`}
            disabled={times.length === 1}
            onClick={() => setTimes(times.filter((one) => one.id !== time.id))}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {(saving.errors['validFrom'] ?? saving.problem) !== null && (
        <p role="alert" className={classes.problem}>
          {saving.errors['validFrom'] ?? saving.problem}
        </p>
      )}
      <div className={classes.tools}>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={times.length >= MOST_SHIFTS}
          onClick={() =>
            setTimes([...times, { id: crypto.randomUUID(), name: `Ca ${times.length + 1}`, starts: '' }])
          }
        >
          Thêm ca
        </Button>
        <Button type="submit" loading={saving.isSaving}>
          Đặt giờ giao ca
        </Button>
      </div>
    </form>
  )
}

function Posts({ posts, mayEdit }: { posts: readonly Post[]; mayEdit: boolean }) {
  const act = useAct()
  const zones = useQuery(api.places.zones.queryOptions({ input: {} }))
  const [name, setName] = useState('')
  const [zoneId, setZoneId] = useState<string | null>(null)

  async function add() {
    if (name.trim() === '') return
    if (await act(() => hub.shifts.addPost({ id: crypto.randomUUID(), name, zoneId }))) setName('')
  }

  return (
    <>
      <ul className={classes.list}>
        {posts.map((post) => (
          <li key={post.id}>
            <span>
              <b>{post.name}</b> <span className={classes.dim}>{post.zoneName}</span>
            </span>
            {mayEdit && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`Bỏ chốt ${post.name}`}
                onClick={() =>
                  void act(
                    () =>
                      hub.shifts.changePost({
                        id: post.id,
                        version: post.version,
                        name: post.name,
                        zoneId: post.zoneId,
                        isRetired: true,
                      }),
                    `Đã bỏ chốt ${post.name}; bảng trực cũ vẫn giữ tên này.`,
                  )
                }
              >
                Bỏ chốt
              </Button>
            )}
          </li>
        ))}
        {posts.length === 0 && <li className={classes.dim}>Chưa có chốt nào.</li>}
      </ul>
      {mayEdit && (
        <form
          className={classes.add}
          aria-label="Thêm chốt"
          onSubmit={(event) => {
            event.preventDefault()
            void add()
          }}
        >
          <TextInput
            aria-label="Tên chốt"
            placeholder="Tên chốt, ví dụ Cổng chính"
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            aria-label="Thuộc khu"
            placeholder="Cả cơ sở"
            clearable
            data={(zones.data?.zones ?? []).map((zone) => ({
              value: zone.id,
              label: zone.name || `Khu ${zone.code}`,
            }))}
            value={zoneId}
            onChange={setZoneId}
          />
          <Button type="submit" variant="default" disabled={name.trim() === ''}>
            Thêm chốt
          </Button>
        </form>
      )}
    </>
  )
}
