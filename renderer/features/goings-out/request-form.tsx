import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Outing } from '#domain/contract/goings-out-shapes.ts'
import {
  DEATH_PROOF_LABELS,
  DEATH_PROOFS,
  MOURNED_RELATION_LABELS,
  MOURNED_RELATIONS,
  OUTING_KIND_LABELS,
  OUTING_KINDS,
  TRANSFER_SCOPE_LABELS,
  TRANSFER_SCOPES,
  type OutingKind,
} from '#domain/goings-out/outing-kinds.ts'
import type { Instant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { PickPerson } from '#renderer/features/visits/pick-person.tsx'
import { CodeSelect, OptionalCodeSelect } from '#ui/code-choice.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { ParagraphRow, TextRow } from '#ui/text-row.tsx'
import { WholeNumber } from '#ui/whole-number.tsx'
import { LawNote } from './law-note.tsx'

interface Typed {
  kind: OutingKind
  requestedAt: Instant | null
  leaveAt: Instant | null
  returnAt: Instant | null
  travelDays: number
  applicant: string
  relation: (typeof MOURNED_RELATIONS)[number] | null
  deceased: string
  proof: (typeof DEATH_PROOFS)[number] | null
  requestBody: string
  requestNumber: string
  scope: (typeof TRANSFER_SCOPES)[number] | null
  destination: string
  reason: string
  escort: string
}

function startOf(outing: Outing | undefined, now: Instant): Typed {
  return {
    kind: outing?.kind ?? 'funeral',
    requestedAt: outing?.requestedAt ?? now,
    leaveAt: outing?.leaveAt ?? now,
    returnAt: outing?.returnAt ?? null,
    travelDays: outing?.travelDays ?? 0,
    applicant: outing?.applicant ?? '',
    relation: outing?.relation ?? null,
    deceased: outing?.deceased ?? '',
    proof: outing?.proof ?? null,
    requestBody: outing?.requestBody ?? '',
    requestNumber: outing?.requestNumber ?? '',
    scope: outing?.scope ?? null,
    destination: outing?.destination ?? '',
    reason: outing?.reason ?? '',
    escort: outing?.escort ?? '',
  }
}

export interface RequestFormProps {
  /** The person's stay where the screen knows it; otherwise it is chosen first. */
  stayId?: string
  /** A request nobody has decided yet, to be supplemented. */
  outing?: Outing
  onDone: () => void
}

/** Puts a request on file: what is asked for, what the law says of it, what it does to the term. */
export function RequestForm({ stayId: known, outing, onDone }: RequestFormProps) {
  const queryClient = useQueryClient()
  const now = useHubNow()
  const [id] = useState(() => outing?.id ?? crypto.randomUUID())
  const [start] = useState(() => startOf(outing, now))
  const [typed, setTyped] = useState(start)
  const [chosen, setChosen] = useState<string | null>(null)
  const put = (change: Partial<Typed>) => setTyped((before) => ({ ...before, ...change }))
  const stayId = known ?? outing?.stayId ?? chosen
  const { leaveAt } = typed
  const asked = leaveAt === null ? null : { ...typed, leaveAt }
  const [settled] = useDebouncedValue(stayId !== null && asked ? { stayId, ...asked } : null, 200)
  const preview = useQuery({
    ...api.goingsOut.preview.queryOptions({
      input: settled ?? { stayId: '', kind: typed.kind, leaveAt: now },
      placeholderData: keepPreviousData,
    }),
    enabled: settled !== null,
  })
  const adding = useSave((input: Parameters<typeof hub.goingsOut.request>[0], key) =>
    hub.goingsOut.request(input, { context: { key } }),
  )
  const changing = useSave((input: Parameters<typeof hub.goingsOut.change>[0], key) =>
    hub.goingsOut.change(input, { context: { key } }),
  )
  const saving = outing ? changing : adding
  const { errors } = saving

  async function save() {
    if (stayId === null || asked === null) {
      saving.setErrors({
        ...(stayId === null ? { stayId: 'Chọn học viên.' } : {}),
        ...(asked === null ? { leaveAt: 'Ghi ngày và giờ đi, ví dụ 22/11/2026 14:02.' } : {}),
      })
      return
    }
    const isSaved = outing
      ? await changing.send({ id, version: outing.version, ...asked })
      : await adding.send({ id, stayId, ...asked })
    await queryClient.invalidateQueries({ queryKey: api.goingsOut.key() })
    if (!isSaved) return
    showNotice(`Đã ghi: ${OUTING_KIND_LABELS[typed.kind].toLocaleLowerCase('vi')}.`)
    onDone()
  }

  const line = (
    name: keyof Typed &
      ('applicant' | 'deceased' | 'requestBody' | 'requestNumber' | 'destination' | 'escort'),
    label: string,
    extra: { required?: boolean; hint?: string } = {},
  ) => (
    <TextRow
      label={label}
      error={errors[name]}
      {...extra}
      maxLength={200}
      value={typed[name]}
      onChange={(text) => put({ [name]: text })}
    />
  )
  const moment = (
    name: 'requestedAt' | 'leaveAt' | 'returnAt',
    label: string,
    extra: { required?: boolean; hint?: string } = {},
  ) => (
    <FormRow label={label} error={errors[name]} {...extra}>
      {(control) => (
        <MomentField
          {...control}
          label={label}
          now={now}
          value={typed[name]}
          onChange={(at) => put({ [name]: at })}
        />
      )}
    </FormRow>
  )
  const isFuneral = typed.kind === 'funeral'
  const isTransfer = typed.kind === 'transfer'
  const isSummoned = typed.kind === 'proceedings' || typed.kind === 'court'

  return (
    <DenseForm
      label={outing ? 'Bổ sung đơn, yêu cầu' : 'Ghi đơn, yêu cầu cho ra ngoài'}
      saveLabel={outing ? 'Lưu' : 'Ghi đơn, yêu cầu'}
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={JSON.stringify(typed) !== JSON.stringify(start)}
      problem={
        saving.clash ? `${saving.clash.changedBy} vừa làm việc này. Đóng và mở lại để xem.` : saving.problem
      }
    >
      {known === undefined && outing === undefined && (
        <FormRow label="Học viên" required error={errors['stayId']}>
          {(control) => <PickPerson control={control} onPick={(hit) => setChosen(hit?.stayId ?? null)} />}
        </FormRow>
      )}
      <FormRow label="Loại" required error={errors['kind']}>
        {(control) => (
          <CodeSelect
            {...control}
            codes={OUTING_KINDS}
            labels={OUTING_KIND_LABELS}
            value={typed.kind}
            onChange={(value) => put({ kind: value })}
          />
        )}
      </FormRow>
      {preview.data && settled !== null && (
        <LawNote
          {...preview.data}
          // What is still to be typed is said at its box, when it is saved.
          problems={preview.data.problems.filter(({ code }) => !code.endsWith('-missing'))}
          now={now}
        />
      )}
      {moment('requestedAt', isFuneral ? 'Nhận đơn lúc' : 'Nhận yêu cầu lúc', { required: true })}
      {isFuneral && (
        <>
          <FormRow label="Người chết là" required error={errors['relation']}>
            {(control) => (
              <OptionalCodeSelect
                {...control}
                codes={MOURNED_RELATIONS}
                labels={MOURNED_RELATION_LABELS}
                value={typed.relation}
                placeholder="Chọn quan hệ"
                onChange={(value) => put({ relation: value })}
              />
            )}
          </FormRow>
          {line('deceased', 'Họ tên người chết')}
          <FormRow
            label="Giấy tờ kèm đơn"
            error={errors['proof']}
            hint="Có thể bổ sung sau; phải có khi duyệt (LEAVE-03)."
          >
            {(control) => (
              <OptionalCodeSelect
                {...control}
                codes={DEATH_PROOFS}
                labels={DEATH_PROOF_LABELS}
                value={typed.proof}
                clearable
                clearButtonProps={{ 'aria-label': 'Bỏ giấy tờ đã chọn' }}
                placeholder="Chưa có"
                onChange={(value) => put({ proof: value })}
              />
            )}
          </FormRow>
          {line('applicant', 'Người làm đơn')}
        </>
      )}
      {isSummoned && (
        <>
          {line('requestBody', 'Cơ quan yêu cầu', { required: true })}
          {line('requestNumber', 'Số, ngày văn bản')}
        </>
      )}
      {isTransfer && (
        <FormRow label="Chuyển đến" required error={errors['scope']}>
          {(control) => (
            <OptionalCodeSelect
              {...control}
              codes={TRANSFER_SCOPES}
              labels={TRANSFER_SCOPE_LABELS}
              value={typed.scope}
              placeholder="Chọn nơi"
              onChange={(value) => put({ scope: value })}
            />
          )}
        </FormRow>
      )}
      {line('destination', typed.kind === 'hospital' ? 'Bệnh viện' : isTransfer ? 'Tên cơ sở' : 'Nơi đến', {
        required: !isFuneral && !isSummoned && typed.kind !== 'suspension',
      })}
      {moment('leaveAt', 'Đi lúc', { required: true })}
      {!isTransfer && moment('returnAt', 'Hẹn về lúc', { required: typed.kind !== 'suspension' })}
      {isFuneral && (
        <FormRow
          label="Ngày đi đường"
          error={errors['travelDays']}
          hint="Cả đi và về; không tính vào số ngày chịu tang (LEAVE-02)."
        >
          {(control) => (
            <WholeNumber
              {...control}
              max={30}
              w={92}
              value={typed.travelDays}
              onChange={(days) => put({ travelDays: days ?? 0 })}
            />
          )}
        </FormRow>
      )}
      {!isTransfer && line('escort', 'Người đi cùng, áp giải')}
      <ParagraphRow
        label="Lý do"
        error={errors['reason']}
        hint="Không ghi chẩn đoán ở đây: y tế ghi sau khi đi viện."
        minRows={2}
        maxLength={1000}
        value={typed.reason}
        onChange={(reason) => put({ reason })}
      />
    </DenseForm>
  )
}
