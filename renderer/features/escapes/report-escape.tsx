import { Textarea, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { Instant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { namesOf } from '#renderer/features/escapes/escape-words.ts'
import { LawLines } from '#renderer/features/escapes/law-lines.tsx'
import { offerWithdrawal } from '#renderer/features/escapes/offer-withdrawal.ts'
import { SightingsList } from '#renderer/features/escapes/sightings-list.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { FormRow } from '#ui/form-row.tsx'
import classes from './escapes.module.css'

/** Whose sightings are shown line by line; of more, each one's last. */
const SHOWN_WHOLE = 2

export interface ReportEscapeProps {
  /** Nobody: the dialog is closed. */
  stayIds: readonly string[]
  /** The count they are missing from. */
  count?: { zoneId: string; shiftAt: Instant } | null
  /** The outing somebody did not come back from. */
  outingId?: string | null
  onClose: () => void
}

/** Reports that people escaped: one act, whoever begins it and wherever. */
export function ReportEscapeDialog(props: ReportEscapeProps) {
  return (
    <Dialog opened={props.stayIds.length > 0} onClose={props.onClose} title="Báo bỏ trốn" size={720}>
      {props.stayIds.length > 0 && <ReportEscapeForm {...props} />}
    </Dialog>
  )
}

const TEXTS = [
  { name: 'fromWhere', label: 'Từ đâu', hint: 'Để trống: lấy giường hoặc nơi đến của từng người.', max: 200 },
  { name: 'direction', label: 'Hướng đi, phương tiện', max: 300 },
  { name: 'clothes', label: 'Trang phục', max: 300 },
  { name: 'looks', label: 'Vóc dáng, tóc, giọng nói', max: 500 },
  { name: 'likelyPlaces', label: 'Nơi có thể đến', max: 500 },
] as const

/** The form itself, for a dialog that is open already. */
export function ReportEscapeForm({ stayIds, count = null, outingId = null, onClose }: ReportEscapeProps) {
  const desk = useDesk()
  const { history } = useRouter()
  const queryClient = useQueryClient()
  const now = useHubNow()
  const [openedAt] = useState(now)
  const [ids] = useState(() => ({
    incidentId: crypto.randomUUID(),
    escapes: stayIds.map((stayId) => ({ stayId, eventId: crypto.randomUUID() })),
  }))
  const [at, setAt] = useState<Instant | null>(openedAt)
  const [lastSeenAt, setLastSeenAt] = useState<Instant | null>(null)
  const [account, setAccount] = useState('')
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  const prepare = api.escapes.prepare.queryOptions({
    input: { stayIds: [...stayIds], at: at === openedAt ? null : at },
  })
  const known = useQuery(prepare)
  const people = known.data?.people ?? []
  const saving = useSave(async (input: Parameters<typeof hub.escapes.report>[0], key) => {
    const { incidentId, events } = await hub.escapes.report(input, { context: { key } })
    const who = queryClient.getQueryData(prepare.queryKey)?.people ?? []
    await queryClient.invalidateQueries()
    onClose()
    const mayUndo = desk?.permissions.includes('custody.correct') ?? false
    offerWithdrawal(`Đã ghi bỏ trốn: ${namesOf(who)}.`, events, mayUndo)
    history.push(`/vu-viec/bo-tron/${incidentId}`)
  })
  if (known.error) {
    return <ErrorState title="Chưa mở được" sentence={toHubError(known.error).message} />
  }
  const refused = people.filter(({ problem }) => problem !== null)

  async function save() {
    // Whoever saves before the answer is there waits for it; why somebody cannot be reported stands beside the name.
    const checked = known.data ?? (await queryClient.fetchQuery(prepare).catch(() => null))
    if (checked === null || checked.people.some(({ problem }) => problem !== null)) return
    if (at === null) {
      saving.setErrors({ at: 'Ghi ngày và giờ bỏ trốn, ví dụ 22/11/2026 02:14.' })
      return
    }
    await saving.send({
      ...ids,
      at: at === openedAt ? null : at,
      lastSeenAt,
      account,
      fromWhere: texts['fromWhere'] ?? '',
      direction: texts['direction'] ?? '',
      clothes: texts['clothes'] ?? '',
      looks: texts['looks'] ?? '',
      likelyPlaces: texts['likelyPlaces'] ?? '',
      count,
      outingId,
    })
  }

  const isGroup = stayIds.length > 1
  return (
    <DenseForm
      label="Báo bỏ trốn"
      saveLabel={isGroup ? `Ghi ${stayIds.length} người bỏ trốn` : 'Ghi bỏ trốn'}
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onClose}
      dirty={account !== '' || Object.values(texts).some((text) => text !== '')}
      problem={saving.problem}
    >
      <div className={classes.known}>
        {isGroup && (
          <p>
            <b>{stayIds.length} người:</b> {namesOf(people, 8)}
          </p>
        )}
        {people.length <= SHOWN_WHOLE &&
          people.map((one) => (
            <div key={one.stayId}>
              <b>{one.name}</b>
              <span className={classes.dim}>
                {' '}
                · {[one.zoneName, one.bedCode].filter(Boolean).join(' · ')}
              </span>
              <p className={classes.dim}>Hồ sơ thấy sau cùng</p>
              <SightingsList sightings={one.sightings} />
            </div>
          ))}
      </div>
      {refused.map((one) => (
        <p key={one.stayId} className={classes.refusal} role="alert">
          {one.problem}
        </p>
      ))}
      <FormRow label="Bỏ trốn lúc" required error={saving.errors['at']}>
        {(control) => <MomentField {...control} label="Bỏ trốn lúc" now={now} value={at} onChange={setAt} />}
      </FormRow>
      <FormRow
        label="Thấy lần cuối"
        hint="Nếu có người thấy sau lần ghi cuối trong hồ sơ."
        error={saving.errors['lastSeenAt']}
      >
        {(control) => (
          <MomentField
            {...control}
            label="Thấy lần cuối"
            now={now}
            value={lastSeenAt}
            onChange={setLastSeenAt}
          />
        )}
      </FormRow>
      <FormRow label="Diễn biến" hint="Để trống: chương trình ghi một câu với tên và giờ.">
        {(control) => (
          <Textarea
            {...control}
            data-autofocus
            autosize
            minRows={2}
            maxLength={2000}
            value={account}
            onChange={(event) => setAccount(event.currentTarget.value)}
          />
        )}
      </FormRow>
      {TEXTS.map(({ name, label, max, ...more }) => (
        <FormRow key={name} label={label} {...more} error={saving.errors[name]}>
          {(control) => (
            <TextInput
              {...control}
              maxLength={max}
              value={texts[name] ?? ''}
              onChange={(event) => {
                const text = event.currentTarget.value
                setTexts((before) => ({ ...before, [name]: text }))
              }}
            />
          )}
        </FormRow>
      ))}
      {people.length > 0 && <LawLines people={people} at={at ?? openedAt} />}
    </DenseForm>
  )
}
