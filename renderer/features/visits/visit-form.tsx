import { Button, SegmentedControl, Select } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { VISIT_KIND_LABELS, VISIT_KINDS, type VisitKind } from '#domain/contacts/contact-codes.ts'
import { RELATION_LABELS } from '#domain/information-sheet/personal-lists.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { AlertsBefore } from '#renderer/features/alerts/alerts-before.tsx'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { PickPerson, type PickedPerson } from '#renderer/features/visits/pick-person.tsx'
import { RefusalList } from '#renderer/features/visits/refusal-list.tsx'
import { VisitorForm, type VisitorStart } from '#renderer/features/visits/visitor-form.tsx'
import { CodeSelect } from '#ui/code-choice.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { TextRow } from '#ui/text-row.tsx'
import { WholeNumber } from '#ui/whole-number.tsx'
import { GuestLine } from './guest-line.tsx'
import classes from './visits.module.css'

const USUAL_MINUTES = 45

/** Registers a visit: who is visited, by whom, when and where; says what forbids it before it is sent. */
export function VisitForm({
  person: given,
  onDone,
}: {
  /** Who is visited, when the screen knows. */
  person?: PickedPerson
  onDone: () => void
}) {
  const [picked, setPicked] = useState<PickedPerson | null>(given ?? null)
  if (picked === null) {
    return (
      <FormRow label="Học viên" required>
        {(control) => <PickPerson control={control} onPick={setPicked} />}
      </FormRow>
    )
  }
  return <WishForm person={picked} onDone={onDone} />
}

function WishForm({ person, onDone }: { person: PickedPerson; onDone: () => void }) {
  const { personId, name } = person
  const desk = useDesk()
  const now = useHubNow()
  const queryClient = useQueryClient()
  const mayAllow = desk?.permissions.includes('contacts.approve') ?? false
  const [id] = useState(() => crypto.randomUUID())
  const [isHere, setIsHere] = useState(true)
  const [at, setAt] = useState<Instant | null>(null)
  const [openedAt] = useState(now)
  const [kind, setKind] = useState<VisitKind>('family')
  const [minutes, setMinutes] = useState<number | null>(null)
  const [roomId, setRoomId] = useState<string | null>(null)
  const [guests, setGuests] = useState<readonly string[]>([])
  const [allow, setAllow] = useState('')
  const [editing, setEditing] = useState<VisitorStart | null>(null)
  const rooms = useQuery(api.visits.rooms.queryOptions({ input: {} }))
  const shown = useQuery(api.visits.person.queryOptions({ input: { personId } }))
  const open = (rooms.data?.rooms ?? []).filter(({ isRetired }) => !isRetired)
  const room = roomId ?? open[0]?.id ?? null
  const length = minutes ?? shown.data?.left.minutes ?? USUAL_MINUTES
  const startsAt = isHere ? openedAt : at
  const wish =
    room === null || startsAt === null
      ? null
      : {
          personId,
          kind,
          roomId: room,
          startsAt,
          minutes: length,
          visitorIds: [...guests],
          allowReason: allow,
        }
  const check = useQuery({
    ...api.visits.check.queryOptions({
      input: wish ?? {
        personId,
        kind,
        roomId: personId,
        startsAt: openedAt,
        minutes: length,
        visitorIds: [],
      },
      placeholderData: keepPreviousData,
    }),
    enabled: wish !== null,
  })
  // Who comes is still to be chosen; a restriction or the first days stand in the way before that.
  const refusals = (check.data?.refusals ?? []).filter(
    ({ code }) => guests.length > 0 || code !== 'visit-nobody',
  )
  const saving = useSave((input: Parameters<typeof hub.visits.book>[0], key) =>
    hub.visits.book(input, { context: { key } }),
  )

  async function save() {
    const found = {
      ...(startsAt === null && { startsAt: 'Ghi ngày và giờ hẹn.' }),
      ...(room === null && { roomId: 'Chưa có phòng thăm gặp. Nhờ Trưởng cơ sở thêm phòng.' }),
      ...(guests.length === 0 && { guests: 'Chọn ít nhất một người thăm.' }),
    }
    saving.setErrors(found)
    if (wish === null || Object.keys(found).length > 0) return
    if (!(await saving.send({ ...wish, id, isHere }))) return
    showNotice(isHere ? `Đã lấy số cho lượt thăm ${name}.` : `Đã hẹn lượt thăm ${name}.`)
    await queryClient.invalidateQueries({ queryKey: api.visits.key() })
    onDone()
  }

  if (editing !== null) {
    return (
      <VisitorForm
        personId={personId}
        start={editing}
        onDone={(visitorId) => {
          if (visitorId !== null) setGuests((chosen) => [...new Set([...chosen, visitorId])])
          setEditing(null)
        }}
      />
    )
  }
  const left = shown.data?.left
  const toggle = (visitorId: string) =>
    setGuests(guests.includes(visitorId) ? guests.filter((one) => one !== visitorId) : [...guests, visitorId])
  return (
    <>
      <AlertsBefore personId={personId} act="visit" />
      <DenseForm
        label="Đăng ký thăm gặp"
        saveLabel={isHere ? 'Lấy số, chờ gặp' : 'Hẹn lượt thăm'}
        onSave={() => void save()}
        saving={saving.isSaving}
        onLeave={onDone}
        dirty={guests.length > 0}
        problem={
          refusals.length > 0 ? (
            <RefusalList refusals={refusals} label="Chưa thể cho thăm gặp" />
          ) : (
            saving.problem
          )
        }
      >
        <FormRow
          label="Học viên"
          hint={
            left &&
            left.left !== null &&
            `Tuần ${formatDay(left.from)}-${formatDay(left.to)}: đã dùng ${left.used}/${left.most ?? 0} lần.`
          }
        >
          {() => <strong>{name}</strong>}
        </FormRow>
        <FormRow label="Khi nào">
          {() => (
            <SegmentedControl
              aria-label="Khi nào"
              size="xs"
              data={[
                { value: 'here', label: 'Đang có mặt' },
                { value: 'later', label: 'Hẹn ngày giờ' },
              ]}
              value={isHere ? 'here' : 'later'}
              onChange={(value) => setIsHere(value === 'here')}
            />
          )}
        </FormRow>
        {!isHere && (
          <FormRow label="Giờ hẹn" required error={saving.errors['startsAt']}>
            {(control) => (
              <MomentField {...control} label="Giờ hẹn" now={openedAt} value={at} onChange={setAt} />
            )}
          </FormRow>
        )}
        <FormRow label="Hình thức" error={saving.errors['kind']}>
          {(control) => (
            <CodeSelect
              {...control}
              w={280}
              codes={VISIT_KINDS}
              labels={VISIT_KIND_LABELS}
              value={kind}
              onChange={setKind}
            />
          )}
        </FormRow>
        <FormRow label="Phòng" required error={saving.errors['roomId']}>
          {(control) => (
            <Select
              {...control}
              w={280}
              allowDeselect={false}
              placeholder="Chưa có phòng thăm gặp"
              data={open.map((one) => ({ value: one.id, label: `${one.name} (${one.capacity} lượt)` }))}
              value={room}
              onChange={setRoomId}
            />
          )}
        </FormRow>
        <FormRow label="Số phút" required error={saving.errors['minutes']}>
          {(control) => <WholeNumber {...control} value={length} onChange={setMinutes} />}
        </FormRow>
        <FormRow label="Người thăm" required error={saving.errors['guests']}>
          {() => (
            <fieldset className={classes.guests} aria-label="Người thăm">
              {(shown.data?.visitors ?? []).map((visitor) => (
                <GuestLine
                  key={visitor.id}
                  visitor={visitor}
                  isChosen={guests.includes(visitor.id)}
                  onToggle={() => toggle(visitor.id)}
                  onEdit={() => setEditing({ from: 'visitor', visitor })}
                />
              ))}
              {(shown.data?.relatives ?? []).map((relative) => (
                <div key={relative.id} className={classes.guest}>
                  <span>
                    {relative.name}{' '}
                    <span className={classes.dim}>{RELATION_LABELS[relative.relation]}, trong hồ sơ</span>
                  </span>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={`Ghi giấy tờ của ${relative.name}`}
                    onClick={() => setEditing({ from: 'relative', relative })}
                  >
                    Ghi giấy tờ
                  </Button>
                </div>
              ))}
              <div>
                <Button
                  size="compact-sm"
                  variant="default"
                  leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
                  onClick={() => setEditing({ from: 'new' })}
                >
                  Thêm người thăm
                </Button>
              </div>
            </fieldset>
          )}
        </FormRow>
        {mayAllow && (
          <TextRow
            label="Cho phép đặc biệt"
            hint="Trưởng cơ sở ghi lý do: cho đến 5 người, hoặc người thân chung của hai người không xếp chung."
            maxLength={300}
            value={allow}
            onChange={setAllow}
          />
        )}
      </DenseForm>
      {startsAt !== null && (
        <p className={classes.note}>Áp dụng quy định của ngày {formatDay(dayOf(startsAt))}.</p>
      )}
    </>
  )
}
