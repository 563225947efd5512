import { Button, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type KeyboardEvent } from 'react'
import {
  ATTENDANCE_KEYS,
  ATTENDANCE_LABELS,
  ATTENDANCE_MARKS,
  markOfKey,
  type AttendanceMark,
} from '#domain/care/sessions.ts'
import type { CareSession, SessionAttendee } from '#domain/contract/care-sessions.ts'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { personHref } from '#renderer/features/people/person-words.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { focusGridRow, gridRowStep } from './grid-keys.ts'
import classes from './care.module.css'

const TYPED_MARKS = ATTENDANCE_MARKS.filter((mark) => mark !== 'out')

export interface AttendanceGridProps {
  session: CareSession
  mayEdit: boolean
  onNote?: (attendee: SessionAttendee) => void
}

/** The attendance of a session: one letter per person, arrows move, by touch each letter is a button. */
export function AttendanceGrid({ session, mayEdit, onNote }: AttendanceGridProps) {
  const queryClient = useQueryClient()
  const [marks, setMarks] = useState<ReadonlyMap<string, AttendanceMark | null>>(
    () => new Map(session.attendees.map((one) => [one.stayId, one.isOut && mayEdit ? 'out' : one.mark])),
  )
  const [note, setNote] = useState(session.note ?? '')
  const saving = useSave((input: Parameters<typeof hub.careSessions.mark>[0], key) =>
    hub.careSessions.mark(input, { context: { key } }),
  )
  const countable = session.attendees.filter(({ isOut }) => !isOut)
  const missing = countable.filter(({ stayId }) => !marks.get(stayId)).length
  const sums = ATTENDANCE_MARKS.map((mark) => ({
    mark,
    count: [...marks.values()].filter((one) => one === mark).length,
  })).filter(({ count }) => count > 0)

  function put(stayId: string, mark: AttendanceMark | null) {
    setMarks(new Map([...marks, [stayId, mark]]))
  }

  function onKey(event: KeyboardEvent<HTMLTableRowElement>, attendee: SessionAttendee) {
    const step = gridRowStep(event.key)
    const mark = markOfKey(event.key)
    if (step !== undefined) focusGridRow(event.currentTarget, step)
    else if (event.ctrlKey || event.metaKey || event.altKey || !mayEdit || attendee.isOut) return
    else if (mark !== undefined) {
      put(attendee.stayId, mark)
      focusGridRow(event.currentTarget, 1)
    } else if (event.key === 'Delete' || event.key === 'Backspace') put(attendee.stayId, null)
    else return
    event.preventDefault()
  }

  async function save(close: boolean) {
    const isSaved = await saving.send({
      id: session.id,
      version: session.version,
      note,
      close,
      marks: session.attendees.map(({ stayId }) => ({ stayId, mark: marks.get(stayId) ?? null })),
    })
    await queryClient.invalidateQueries({ queryKey: api.careSessions.key() })
    if (isSaved) showNotice(close ? 'Đã chốt điểm danh.' : 'Đã lưu điểm danh.')
  }

  return (
    <div className={classes.stack}>
      {mayEdit && (
        <p className={classes.legend}>
          {TYPED_MARKS.map((mark) => (
            <span key={mark}>
              <kbd>{ATTENDANCE_KEYS[mark]}</kbd> {ATTENDANCE_LABELS[mark].toLocaleLowerCase('vi')}
            </span>
          ))}
          <span>
            <kbd>↑</kbd> <kbd>↓</kbd> đi, <kbd>Delete</kbd> xóa
          </span>
        </p>
      )}

      <table className={classes.table} aria-label="Điểm danh">
        <thead>
          <tr>
            <th scope="col">Họ và tên</th>
            <th scope="col">Khu · giường</th>
            <th scope="col">Điểm danh</th>
            {onNote && <th scope="col">Riêng</th>}
          </tr>
        </thead>
        <tbody>
          {session.attendees.map((one, at) => {
            const mark = marks.get(one.stayId) ?? null
            return (
              <tr
                key={one.stayId}
                className={classes.row}
                data-grid-row
                tabIndex={at === 0 ? 0 : -1}
                aria-label={`${one.name}: ${mark === null ? 'chưa điểm danh' : ATTENDANCE_LABELS[mark]}`}
                onKeyDown={(event) => onKey(event, one)}
              >
                <th scope="row">
                  <InnerLink href={personHref(one.personId, 'quy-trinh')}>{one.name}</InnerLink>
                </th>
                <td>
                  {one.zoneName} {one.bedCode}
                </td>
                <td>
                  {one.isOut ? (
                    <ToneChip tone="away" text="đang ở ngoài, không tính" />
                  ) : mayEdit ? (
                    <span className={classes.cells}>
                      {TYPED_MARKS.map((choice) => (
                        <button
                          key={choice}
                          type="button"
                          tabIndex={-1}
                          className={classes.cell}
                          aria-pressed={mark === choice}
                          aria-label={`${one.name}: ${ATTENDANCE_LABELS[choice]}`}
                          title={ATTENDANCE_LABELS[choice]}
                          onClick={() => put(one.stayId, mark === choice ? null : choice)}
                        >
                          {ATTENDANCE_KEYS[choice]}
                        </button>
                      ))}
                    </span>
                  ) : (
                    <ToneChip
                      tone={mark === 'present' ? 'ok' : mark === 'absent' ? 'late' : 'ended'}
                      quiet
                      text={mark === null ? 'chưa điểm danh' : ATTENDANCE_LABELS[mark]}
                    />
                  )}
                </td>
                {onNote && (
                  <td>
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      aria-label={`${one.hasPrivateNote ? 'Có ghi chép' : 'Ghi riêng'}: ${one.name}`}
                      onClick={() => onNote(one)}
                    >
                      {one.hasPrivateNote ? 'Có ghi chép' : 'Ghi riêng'}
                    </Button>
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
      <output className={classes.legend}>
        {sums.map(({ mark, count }) => (
          <span key={mark}>
            {ATTENDANCE_LABELS[mark]}: <b>{count}</b>
          </span>
        ))}
        {mayEdit && missing > 0 && <span>chưa điểm danh: {missing}</span>}
      </output>
      {mayEdit && (
        <>
          <Textarea
            label="Ghi chép chung (hiện ở trang của mọi người dự)"
            autosize
            minRows={2}
            maxLength={3000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {saving.problem && (
            <p role="alert" className={classes.problem}>
              {saving.problem}
            </p>
          )}
          {saving.clash && (
            <p role="alert" className={classes.problem}>
              {saving.clash.changedBy} vừa sửa buổi này. Tải lại để xem.
            </p>
          )}
          <div className={classes.acts}>
            <Button variant="default" loading={saving.isSaving} onClick={() => void save(false)}>
              Lưu điểm danh
            </Button>
            <Button loading={saving.isSaving} disabled={missing > 0} onClick={() => void save(true)}>
              Chốt điểm danh
            </Button>
          </div>
        </>
      )}
    </div>
  )
}
