import { Button, Group, NumberInput, Stack, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { EscapeDetail } from '#domain/contract/escape-shapes.ts'
import type { Instant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { FormRow } from '#ui/form-row.tsx'
import classes from './escapes.module.css'

const TEXTS = [
  ['fromWhere', 'Từ đâu', 200],
  ['direction', 'Hướng đi, phương tiện', 300],
  ['clothes', 'Trang phục', 300],
  ['looks', 'Vóc dáng, tóc, giọng nói', 500],
  ['likelyPlaces', 'Nơi có thể đến', 500],
] as const

/** Adds to what is known of somebody who escaped: what the search decision and the photo sheet print. */
export function DescribeForm({ escape, onClose }: { escape: EscapeDetail; onClose: () => void }) {
  const queryClient = useQueryClient()
  const now = useHubNow()
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(TEXTS.map(([name]) => [name, escape[name] ?? ''])),
  )
  const [lastSeenAt, setLastSeenAt] = useState<Instant | null>(escape.lastSeenAt)
  const [height, setHeight] = useState<number | string>(escape.heightCm ?? '')
  const [weight, setWeight] = useState<number | string>(escape.weightKg ?? '')
  const saving = useSave((input: Parameters<typeof hub.escapes.describe>[0], key) =>
    hub.escapes.describe(input, { context: { key } }),
  )
  const numberOf = (value: number | string) => (typeof value === 'number' ? value : null)

  async function save() {
    const isSaved = await saving.send({
      id: escape.id,
      version: escape.version,
      fromWhere: texts['fromWhere'] ?? '',
      direction: texts['direction'] ?? '',
      clothes: texts['clothes'] ?? '',
      looks: texts['looks'] ?? '',
      likelyPlaces: texts['likelyPlaces'] ?? '',
      lastSeenAt,
      heightCm: numberOf(height),
      weightKg: numberOf(weight),
    })
    if (!isSaved) return
    await queryClient.invalidateQueries({ queryKey: api.escapes.key() })
    onClose()
  }

  return (
    <form
      aria-label={`Nhận dạng, diễn biến của ${escape.name}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!saving.isSaving) void save()
      }}
    >
      <Stack gap="sm">
        {TEXTS.map(([name, label, max], index) => (
          <FormRow key={name} label={label} error={saving.errors[name]}>
            {(control) => (
              <TextInput
                {...control}
                {...(index === 0 ? { 'data-autofocus': true } : {})}
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
        <FormRow label="Thấy lần cuối" error={saving.errors['lastSeenAt']}>
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
        <FormRow label="Chiều cao (cm)" error={saving.errors['heightCm']}>
          {(control) => <NumberInput {...control} min={80} max={230} value={height} onChange={setHeight} />}
        </FormRow>
        <FormRow label="Cân nặng (kg)" error={saving.errors['weightKg']}>
          {(control) => (
            <NumberInput
              {...control}
              min={20}
              max={250}
              decimalSeparator=","
              value={weight}
              onChange={setWeight}
            />
          )}
        </FormRow>
      </Stack>
      {saving.clash && (
        <p className={classes.refusal} role="alert">
          {saving.clash.changedBy} vừa sửa phần này. Đóng lại, xem nội dung mới rồi ghi thêm.
        </p>
      )}
      {saving.problem && (
        <p className={classes.refusal} role="alert">
          {saving.problem}
        </p>
      )}
      <Group justify="flex-end" gap="sm" mt="md">
        <Button variant="default" onClick={onClose}>
          Thôi
        </Button>
        <Button type="submit" loading={saving.isSaving}>
          Lưu
        </Button>
      </Group>
    </form>
  )
}
