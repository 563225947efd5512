import { Checkbox, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { CASE_FORM_LABELS, type CouncilMember } from '#domain/conduct-cases/case-kinds.ts'
import type { CaseDetail, CaseLine, CasePlan } from '#domain/contract/conduct-case-shapes.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { FormRow } from '#ui/form-row.tsx'
import { TextRow } from '#ui/text-row.tsx'
import { Unsettled } from '#ui/unsettled.tsx'
import { ActForm } from './act-form.tsx'
import classes from './conduct-cases.module.css'
import { MemberRows, NOBODY, writtenMembers } from './member-rows.tsx'

/** Proposals offered for the same sitting. */
const MOST_OFFERED = 40

interface ConveneFormProps {
  detail: CaseDetail
  onDone: () => void
}

/** Calls the council for a day, or moves it to another; those not called yet may be looked at in the same sitting. */
export function ConveneForm({ detail, onDone }: ConveneFormProps) {
  const today = dayOf(useHubNow())
  const plan = useQuery(api.conductCases.plan.queryOptions({ input: { kind: detail.kind, on: today } }))
  const list = useQuery(api.conductCases.list.queryOptions({ input: { group: 'council', limit: 200 } }))
  if (!plan.data || !list.data) return <PagePending />
  const others = list.data.rows.filter(({ id, state }) => id !== detail.id && state === 'proposed')
  return (
    <CouncilBoxes
      detail={detail}
      plan={plan.data}
      others={others
        .toSorted((one, other) => Number(isAlike(other, detail)) - Number(isAlike(one, detail)))
        .slice(0, MOST_OFFERED)}
      onDone={onDone}
    />
  )
}

/** What the same thing led to: those stand first. */
function isAlike(one: CaseLine, detail: CaseDetail): boolean {
  return one.occurredOn === detail.occurredOn && one.ground === detail.ground
}

interface BoxesProps extends ConveneFormProps {
  plan: CasePlan
  others: readonly CaseLine[]
}

function CouncilBoxes({ detail, plan, others, onDone }: BoxesProps) {
  const now = useHubNow()
  const [version] = useState(detail.version)
  // A council already called is moved; a first one begins with who sat on the last.
  const [last] = useState(() =>
    detail.councilAt === null
      ? plan.lastCouncil
      : {
          place: detail.councilPlace ?? '',
          chair: detail.chair ?? '',
          secretary: detail.secretary ?? '',
          members: detail.members,
        },
  )
  const [at, setAt] = useState<Instant | null>(detail.councilAt)
  const [place, setPlace] = useState(last?.place ?? '')
  const [chair, setChair] = useState(last?.chair ?? '')
  const [secretary, setSecretary] = useState(last?.secretary ?? '')
  const [members, setMembers] = useState<CouncilMember[]>(
    last?.members ?? Array.from({ length: plan.leastMembers }, () => NOBODY),
  )
  const [also, setAlso] = useState<readonly CaseLine[]>([])
  const saving = useSave((comment: string, key) =>
    hub.conductCases.convene(
      {
        id: detail.id,
        version,
        also: also.map((one) => ({ id: one.id, version: one.version })),
        at: at ?? '',
        place,
        chair,
        secretary,
        members: writtenMembers(members),
        comment,
      },
      { context: { key } },
    ),
  )
  const { errors } = saving
  const texts = [
    { field: 'place', label: 'Nơi họp', most: 200, value: place, set: setPlace },
    { field: 'chair', label: 'Chủ trì', most: 120, value: chair, set: setChair },
    { field: 'secretary', label: 'Thư ký', most: 120, value: secretary, set: setSecretary },
  ]
  return (
    <ActForm
      act={also.length === 0 ? 'Hẹn họp hội đồng' : `Hẹn họp ${also.length + 1} vụ`}
      saving={saving}
      comment={{ label: 'Ghi chú', required: false }}
      typed={[at, place, chair, secretary, members, also.length]}
      onDone={onDone}
      input={(comment) => {
        saving.setErrors(at === null ? { at: 'Ghi ngày, giờ họp.' } : {})
        return at === null ? null : comment
      }}
    >
      <FormRow label="Họp lúc" required error={errors['at']}>
        {(control) => <MomentField {...control} label="Họp lúc" now={now} value={at} onChange={setAt} />}
      </FormRow>
      {texts.map(({ field, label, most, value, set }) => (
        <TextRow
          key={field}
          label={label}
          required
          error={errors[field]}
          maxLength={most}
          value={value}
          onChange={set}
        />
      ))}
      <FormRow
        label="Thành viên"
        required
        hint={
          <Unsettled>
            Chưa tìm thấy văn bản quy định thành phần hội đồng. Mức của cơ sở: ít nhất {plan.leastMembers}{' '}
            người (CASE-05), đổi được ở Quy định.
          </Unsettled>
        }
        error={errors['members']}
      >
        {() => <MemberRows members={members} onChange={setMembers} withVotes={false} />}
      </FormRow>
      {others.length > 0 && (
        <FormRow label="Họp cùng phiên" hint="Các đề xuất chưa hẹn họp; hội đồng ghi kết quả từng vụ.">
          {() => (
            <Stack gap={4} className={classes.among}>
              {others.map((one) => (
                <Checkbox
                  key={one.id}
                  label={`${one.no} ${one.name} · ${CASE_FORM_LABELS[one.form]}`}
                  checked={also.some(({ id }) => id === one.id)}
                  onChange={(event) =>
                    setAlso(
                      event.currentTarget.checked ? [...also, one] : also.filter(({ id }) => id !== one.id),
                    )
                  }
                />
              ))}
            </Stack>
          )}
        </FormRow>
      )}
    </ActForm>
  )
}
