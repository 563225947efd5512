import { Checkbox, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PlaceLine } from '#domain/contract/places.ts'
import { SEX_LABELS, SEXES } from '#domain/people/sex.ts'
import { PLACE_KIND_LABELS } from '#domain/placement/place-kinds.ts'
import {
  AGE_GROUP_LABELS,
  AGE_GROUPS,
  INFECTION_GROUP_LABELS,
  INFECTION_GROUPS,
  LEGAL_ZONE_KIND_LABELS,
  LEGAL_ZONE_KIND_SOURCES,
  LEGAL_ZONE_KINDS,
  type LegalZoneKind,
} from '#domain/placement/zone-kinds.ts'
import { api, hub } from '#renderer/api/client.ts'
import { fieldErrors, toHubError } from '#renderer/api/hub-error.ts'
import { boxesOf, PlaceConflict, type PlaceBoxes } from '#renderer/features/zones/place-conflict.tsx'
import { OptionalCodeSelect, type OptionalCodeProps } from '#ui/code-choice.tsx'
import { DialogFoot } from '#ui/dialog-foot.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { FormRow, type FormRowProps } from '#ui/form-row.tsx'
import { TextRow } from '#ui/text-row.tsx'
import { WholeNumber } from '#ui/whole-number.tsx'
import classes from './zones.module.css'

/** What the form is for: a new place under another, or one that stands. */
export type PlaceTarget =
  | { mode: 'add'; kind: 'zone' | 'building' | 'room'; parent: PlaceLine | null }
  | { mode: 'change'; place: PlaceLine }

export interface PlaceFormDialogProps {
  /** Null closes the dialog. */
  target: PlaceTarget | null
  onClose: () => void
}

/** Adds or changes a zone, a building or a room. */
export function PlaceFormDialog({ target, onClose }: PlaceFormDialogProps) {
  return (
    <Dialog opened={target !== null} onClose={onClose} title={titleOf(target)} size={600}>
      {target && <PlaceForm target={target} onClose={onClose} />}
    </Dialog>
  )
}

function titleOf(target: PlaceTarget | null): string {
  if (target === null) return 'Khu, nhà, phòng'
  if (target.mode === 'change') return `Sửa ${target.place.name}`
  const label = PLACE_KIND_LABELS[target.kind].toLowerCase()
  return target.parent === null ? `Thêm ${label}` : `Thêm ${label} vào ${target.parent.name}`
}

type FormState = PlaceBoxes

function startOf(target: PlaceTarget): FormState {
  if (target.mode === 'add') {
    const none = { legalKind: null, sex: null, ageGroup: null, infectionGroup: null }
    return { code: '', name: '', ...none, isPrivate: false, maximum: null, inUse: null }
  }
  return boxesOf(target.place)
}

function PlaceForm({ target, onClose }: { target: PlaceTarget; onClose: () => void }) {
  const queryClient = useQueryClient()
  const kind = target.mode === 'add' ? target.kind : target.place.kind
  const [ids] = useState(() => ({ place: crypto.randomUUID(), key: crypto.randomUUID() }))
  const [form, setForm] = useState<FormState>(() => startOf(target))
  // What the editor began from: what comes in meanwhile must not pass as seen.
  const [base] = useState(() => ({
    version: target.mode === 'change' ? target.place.version : 0,
    form: startOf(target),
  }))
  const put = (change: Partial<FormState>) => setForm({ ...form, ...change })
  const save = useMutation({
    mutationFn: ({ version, form: sent }: { version: number; form: FormState }) => {
      const { maximum, inUse, code, name, legalKind, sex, ageGroup, infectionGroup, isPrivate } = sent
      const capacity = maximum === null ? null : { maximum, inUse: inUse ?? maximum }
      const fields = { code, name, legalKind, sex, ageGroup, infectionGroup, isPrivate, capacity }
      const context = { key: ids.key }
      return target.mode === 'add'
        ? hub.places.add(
            { id: ids.place, parentId: target.parent?.id ?? null, kind: target.kind, ...fields },
            { context },
          )
        : hub.places.change({ id: target.place.id, version, ...fields }, { context })
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.places.key() })
      onClose()
    },
  })
  const error = save.isError ? toHubError(save.error) : null
  const errors = error ? fieldErrors(error) : {}

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) save.mutate({ version: base.version, form })
      }}
    >
      <Stack gap="sm">
        <TextRow
          label="Mã"
          required
          error={errors['code']}
          hint={kind === 'room' ? 'Đứng trước mã giường: phòng A2 có giường A2-05.' : undefined}
          isFirst
          w={120}
          maxLength={8}
          value={form.code}
          onChange={(code) => put({ code })}
        />
        <TextRow
          label="Tên"
          error={errors['name']}
          hint={`Để trống thì gọi là “${PLACE_KIND_LABELS[kind]} ${form.code || '…'}”.`}
          maxLength={80}
          value={form.name}
          onChange={(name) => put({ name })}
        />
        {kind === 'zone' && (
          <LegalKindRow value={form.legalKind} onChange={(legalKind) => put({ legalKind })} />
        )}
        {kind === 'room' && <CapacityRows form={form} put={put} errors={errors} />}
        <TraitRow
          label="Dành cho"
          kind={kind}
          codes={SEXES}
          labels={SEX_LABELS}
          value={form.sex}
          onChange={(sex) => put({ sex })}
        />
        <TraitRow
          label="Lứa tuổi"
          kind={kind}
          codes={AGE_GROUPS}
          labels={AGE_GROUP_LABELS}
          value={form.ageGroup}
          onChange={(ageGroup) => put({ ageGroup })}
        />
        <TraitRow
          label="Cách ly"
          kind={kind}
          codes={INFECTION_GROUPS}
          labels={INFECTION_GROUP_LABELS}
          value={form.infectionGroup}
          onChange={(infectionGroup) => put({ infectionGroup })}
        />
        {kind === 'room' && (
          <FormRow label="Phòng riêng" hint="Một người, theo Luật 120/2025 Điều 46.2h.">
            {({ error: _error, ...control }) => (
              <Checkbox
                {...control}
                mt={7}
                checked={form.isPrivate}
                onChange={(event) => put({ isPrivate: event.currentTarget.checked })}
              />
            )}
          </FormRow>
        )}
      </Stack>
      {error &&
        (error.code === 'conflict' && error.details.changedAt !== undefined ? (
          <PlaceConflict
            error={error}
            base={base.form}
            mine={form}
            busy={save.isPending}
            onResolve={(version, boxes) => {
              setForm(boxes)
              save.mutate({ version, form: boxes })
            }}
            onCancel={() => save.reset()}
          />
        ) : (
          <p className={classes.problem} role="alert">
            {error.message}
          </p>
        ))}
      <DialogFoot onClose={onClose} act={titleOf(target)} busy={save.isPending} />
    </form>
  )
}

/** For whom a place is; where nothing is chosen a building or a room follows what holds it. */
function TraitRow<Code extends string>({
  label,
  kind,
  ...choice
}: OptionalCodeProps<Code> & { label: string; kind: PlaceLine['kind'] }) {
  return (
    <FormRow label={label}>
      {(control) => (
        <OptionalCodeSelect
          {...control}
          {...choice}
          placeholder={kind === 'zone' ? 'Không định trước' : 'Như nơi chứa nó'}
          clearable
          maw={260}
        />
      )}
    </FormRow>
  )
}

function LegalKindRow({
  value,
  onChange,
}: {
  value: LegalZoneKind | null
  onChange: (kind: LegalZoneKind | null) => void
}) {
  return (
    <FormRow
      label="Loại khu"
      hint={value === null ? 'Theo nội quy, quy chế của cơ sở.' : LEGAL_ZONE_KIND_SOURCES[value]}
    >
      {(control) => (
        <OptionalCodeSelect
          {...control}
          codes={LEGAL_ZONE_KINDS}
          labels={LEGAL_ZONE_KIND_LABELS}
          value={value}
          onChange={onChange}
          placeholder="Không ghi"
          clearable
          searchable
        />
      )}
    </FormRow>
  )
}

function CapacityRows({
  form,
  put,
  errors,
}: {
  form: FormState
  put: (change: Partial<FormState>) => void
  errors: Record<string, string>
}) {
  return (
    <>
      <PlacesRow
        label="Sức chứa tối đa"
        error={errors['capacity.maximum']}
        hint="Để trống thì tính theo số giường."
        value={form.maximum}
        onChange={(maximum) => put({ maximum })}
      />
      <PlacesRow
        label="Sức chứa sử dụng"
        error={errors['capacity.inUse']}
        value={form.inUse}
        onChange={(inUse) => put({ inUse })}
      />
    </>
  )
}

/** How many people a room takes; null while the box is empty. */
function PlacesRow({
  value,
  onChange,
  ...row
}: Omit<FormRowProps, 'children'> & { value: number | null; onChange: (places: number | null) => void }) {
  return (
    <FormRow {...row}>
      {(control) => <WholeNumber {...control} w={120} min={0} max={1000} value={value} onChange={onChange} />}
    </FormRow>
  )
}
