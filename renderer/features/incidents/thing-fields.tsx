import { Group, NumberInput } from '@mantine/core'
import type { ReactNode } from 'react'
import {
  EXHIBIT_KIND_LABELS,
  EXHIBIT_KINDS,
  EXHIBIT_ROUTE_LABELS,
  EXHIBIT_ROUTES,
  EXHIBIT_SUBSTANCE_LABELS,
  EXHIBIT_SUBSTANCES,
  EXHIBIT_UNIT_LABELS,
  EXHIBIT_UNITS,
  type ExhibitKind,
  type ExhibitRoute,
  type ExhibitSubstance,
  type ExhibitUnit,
} from '#domain/incidents/exhibit.ts'
import { CodeSelect, OptionalCodeSelect } from '#ui/code-choice.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { TextRow } from '#ui/text-row.tsx'

/** What a thing is, as far as it is typed. */
export interface ThingDraft {
  kind: ExhibitKind | null
  substance: ExhibitSubstance | null
  route: ExhibitRoute
  description: string
  quantity: number | string
  unit: ExhibitUnit
}

interface Thing extends ThingDraft {
  kind: ExhibitKind
  quantity: number
}

/** In what a thing of this kind is usually counted. */
const USUAL_UNITS: Partial<Record<ExhibitKind, ExhibitUnit>> = {
  drug: 'gram',
  medicine: 'tablet',
  alcohol: 'millilitre',
  tobacco: 'packet',
  money: 'dong',
}

/** The thing as the hub takes it, or what is missing. */
export function readThing(draft: ThingDraft): { thing: Thing | null; missing: Record<string, string> } {
  const { kind, substance, description, quantity } = draft
  const missing = {
    ...(kind === null && { kind: 'Chọn loại vật.' }),
    ...(kind === 'drug' && substance === null && { substance: 'Chọn chất; chưa rõ thì chọn “Chưa rõ”.' }),
    ...(description.trim() === '' && { description: 'Ghi mô tả: màu, dạng, bao gói.' }),
    ...(typeof quantity !== 'number' && { quantity: 'Ghi số lượng.' }),
  }
  const isRead = kind !== null && typeof quantity === 'number' && Object.keys(missing).length === 0
  const thing = isRead ? { ...draft, kind, quantity, substance: kind === 'drug' ? substance : null } : null
  return { thing, missing }
}

interface ThingFieldsProps {
  thing: ThingDraft
  onChange: (thing: ThingDraft) => void
  errors: Readonly<Record<string, string>>
  /** What is known of the amount. */
  hint?: ReactNode
}

/** Kind and substance, amount and unit, what it looks like, and how it came in. */
export function ThingFields({ thing, onChange, errors, hint }: ThingFieldsProps) {
  const put = (change: Partial<ThingDraft>) => onChange({ ...thing, ...change })
  return (
    <>
      <FormRow label="Loại vật" required error={errors['kind'] ?? errors['substance']}>
        {(control) => (
          <Group gap="sm" wrap="nowrap">
            <OptionalCodeSelect
              {...control}
              data-autofocus
              placeholder="Chọn"
              codes={EXHIBIT_KINDS}
              labels={EXHIBIT_KIND_LABELS}
              value={thing.kind}
              onChange={(kind) => put({ kind, ...(kind !== null && { unit: USUAL_UNITS[kind] ?? 'piece' }) })}
            />
            {thing.kind === 'drug' && (
              <OptionalCodeSelect
                aria-label="Chất"
                placeholder="Chất"
                codes={EXHIBIT_SUBSTANCES}
                labels={EXHIBIT_SUBSTANCE_LABELS}
                value={thing.substance}
                onChange={(substance) => put({ substance })}
              />
            )}
          </Group>
        )}
      </FormRow>
      <FormRow label="Lượng" required error={errors['quantity'] ?? errors['unit']} hint={hint}>
        {(control) => (
          <Group gap="sm" wrap="nowrap">
            <NumberInput
              {...control}
              w={140}
              hideControls
              allowNegative={false}
              decimalSeparator=","
              thousandSeparator="."
              decimalScale={3}
              value={thing.quantity}
              onChange={(quantity) => put({ quantity })}
            />
            <CodeSelect
              aria-label="Đơn vị"
              w={110}
              codes={EXHIBIT_UNITS}
              labels={EXHIBIT_UNIT_LABELS}
              value={thing.unit}
              onChange={(unit) => put({ unit })}
            />
          </Group>
        )}
      </FormRow>
      <TextRow
        label="Mô tả"
        required
        error={errors['description']}
        maxLength={300}
        placeholder="Gói ni lông nhỏ, bột trắng"
        value={thing.description}
        onChange={(description) => put({ description })}
      />
      <FormRow label="Đường vào" error={errors['route']}>
        {(control) => (
          <CodeSelect
            {...control}
            codes={EXHIBIT_ROUTES}
            labels={EXHIBIT_ROUTE_LABELS}
            value={thing.route}
            onChange={(route) => put({ route })}
          />
        )}
      </FormRow>
    </>
  )
}
