import { Button, NumberInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, hub } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { dongText } from '#renderer/features/deposit/dong-text.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { AmountInput } from '#renderer/features/ledger/amount-input.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './ledger.module.css'

type Limits = Parameters<typeof hub.ledger.setLimits>[0]

function LimitsForm({ limits, onDone }: { limits: Limits; onDone: () => void }) {
  const queryClient = useQueryClient()
  const [typed, setTyped] = useState(limits)
  const saving = useSave((input: Limits, key) => hub.ledger.setLimits(input, { context: { key } }))
  async function save() {
    if (!(await saving.send(typed))) return
    await queryClient.invalidateQueries({ queryKey: api.ledger.key() })
    onDone()
  }
  return (
    <DenseForm
      label="Mức cơ sở tự đặt"
      saveLabel="Lưu mức"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      problem={saving.problem}
    >
      <FormRow label="Chi căng-tin một ngày" hint="0: không giới hạn" error={saving.errors['dailyLimit']}>
        {(control) => (
          <AmountInput
            {...control}
            value={typed.dailyLimit}
            onChange={(value) => setTyped({ ...typed, dailyLimit: value ?? 0 })}
          />
        )}
      </FormRow>
      <FormRow label="Chuẩn bị túi trước khi ra" hint="ngày" error={saving.errors['returnDays']}>
        {(control) => (
          <NumberInput
            {...control}
            w={120}
            min={0}
            max={90}
            value={typed.returnDays}
            onChange={(value) => setTyped({ ...typed, returnDays: Number(value) })}
          />
        )}
      </FormRow>
      <FormRow label="Giữ đồ không ai nhận" hint="ngày kể từ khi ra" error={saving.errors['unclaimedDays']}>
        {(control) => (
          <NumberInput
            {...control}
            w={120}
            min={1}
            max={3650}
            value={typed.unclaimedDays}
            onChange={(value) => setTyped({ ...typed, unclaimedDays: Number(value) })}
          />
        )}
      </FormRow>
    </DenseForm>
  )
}

/** What the house decided itself: no text fixes it, and the screen says so. */
export function CanteenLimits() {
  const desk = useDesk()
  const position = useQuery(api.ledger.position.queryOptions({ input: {} }))
  const [isEditing, setIsEditing] = useState(false)
  const limits = position.data?.limits
  if (!limits) return null
  const mayEdit = desk?.permissions.includes('centre.edit') ?? false
  return (
    <Panel
      title="Mức cơ sở tự đặt"
      aside={
        mayEdit &&
        !isEditing && (
          <Button size="compact-sm" variant="default" onClick={() => setIsEditing(true)}>
            Sửa mức
          </Button>
        )
      }
    >
      <p style={{ margin: '0 0 8px' }}>
        <ToneChip tone="soon" text="Chưa có văn bản quy định rõ" />
      </p>
      {isEditing ? (
        <LimitsForm limits={limits} onDone={() => setIsEditing(false)} />
      ) : (
        <dl className={classes.stack} style={{ margin: 0 }}>
          <div>
            <dt className={classes.dim}>Chi căng-tin một người một ngày</dt>
            <dd style={{ margin: 0 }}>
              {limits.dailyLimit === 0 ? 'không giới hạn' : dongText(limits.dailyLimit)}
            </dd>
          </div>
          <div>
            <dt className={classes.dim}>Chuẩn bị trả túi trước khi hết hạn</dt>
            <dd style={{ margin: 0 }}>{limits.returnDays} ngày</dd>
          </div>
          <div>
            <dt className={classes.dim}>Giữ đồ không ai nhận</dt>
            <dd style={{ margin: 0 }}>{limits.unclaimedDays} ngày</dd>
          </div>
        </dl>
      )}
    </Panel>
  )
}
