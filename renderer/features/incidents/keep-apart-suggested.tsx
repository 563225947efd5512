import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { IconUsersMinus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { IncidentDetail, SuggestedPair } from '#domain/contract/incident-shapes.ts'
import {
  KEEP_APART_LEVEL_LABELS,
  KEEP_APART_LEVELS,
  type KeepApartLevel,
} from '#domain/placement/keep-apart.ts'
import { api, hub } from '#renderer/api/client.ts'
import { FormRow } from '#ui/form-row.tsx'
import { Panel } from '#ui/panel.tsx'
import { incidentName } from './incident-words.ts'
import { useIncidentAct } from './use-incident.ts'
import classes from './incidents.module.css'

function keyOf({ one, other }: SuggestedPair): string {
  return `${one.personId} ${other.personId}`
}

/** Who fought with whom and is not kept apart yet: one click keeps them apart. */
export function KeepApartSuggested({ incident }: { incident: IncidentDetail }) {
  const { keepApart: pairs, may } = incident
  if (pairs.length === 0 || !may.run) return null
  return <PairsForm key={pairs.map(keyOf).join()} incident={incident} />
}

function PairsForm({ incident }: { incident: IncidentDetail }) {
  const queryClient = useQueryClient()
  const { keepApart: pairs } = incident
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [level, setLevel] = useState<KeepApartLevel>('room')
  const [reason, setReason] = useState(`Theo vụ việc ${incidentName(incident)}`)
  const [ids] = useState(() => new Map(pairs.map((pair) => [keyOf(pair), crypto.randomUUID()])))
  const chosen = pairs.filter((pair) => !left.has(keyOf(pair)))
  const { run, saving } = useIncidentAct(
    (input: Parameters<typeof hub.incidents.keepApart>[0], key) =>
      hub.incidents.keepApart(input, { context: { key } }),
    `Đã ghi ${chosen.length} cặp không xếp chung.`,
    () => void queryClient.invalidateQueries({ queryKey: api.keepApart.key() }),
  )
  function toggle(key: string, isOn: boolean) {
    const next = new Set(left)
    if (isOn) next.delete(key)
    else next.add(key)
    setLeft(next)
  }
  return (
    <Panel
      title={`Nên xếp tách nhau: ${pairs.length} cặp`}
      aside={
        pairs.length > 1 && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => setLeft(new Set(chosen.length === 0 ? [] : pairs.map(keyOf)))}
          >
            {chosen.length === 0 ? 'Chọn hết' : 'Bỏ chọn hết'}
          </Button>
        )
      }
    >
      <form
        aria-label="Ghi cặp không xếp chung"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void run({
            id: incident.id,
            level,
            reason,
            pairs: chosen.map((pair) => ({
              id: ids.get(keyOf(pair)) ?? crypto.randomUUID(),
              one: pair.one.personId,
              other: pair.other.personId,
            })),
          })
        }}
      >
        <div className={classes.pairs}>
          {pairs.map((pair) => (
            <Checkbox
              key={keyOf(pair)}
              size="xs"
              label={`${pair.one.name} – ${pair.other.name}`}
              checked={!left.has(keyOf(pair))}
              onChange={(event) => toggle(keyOf(pair), event.currentTarget.checked)}
            />
          ))}
        </div>
        <div className={classes.stack} style={{ marginTop: 8 }}>
          <FormRow label="Không xếp chung">
            {(control) => (
              <Select
                {...control}
                allowDeselect={false}
                maw={240}
                data={KEEP_APART_LEVELS.map((value) => ({ value, label: KEEP_APART_LEVEL_LABELS[value] }))}
                value={level}
                onChange={(value) => setLevel(KEEP_APART_LEVELS.find((one) => one === value) ?? level)}
              />
            )}
          </FormRow>
          <FormRow label="Lý do" required error={saving.errors['reason']}>
            {(control) => (
              <TextInput
                {...control}
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            )}
          </FormRow>
        </div>
        {saving.problem && (
          <p className={classes.problem} role="alert">
            {saving.problem}
          </p>
        )}
        <Button
          type="submit"
          mt="sm"
          size="compact-md"
          disabled={chosen.length === 0}
          loading={saving.isSaving}
          leftSection={<IconUsersMinus size={16} stroke={1.75} aria-hidden />}
        >
          Ghi {chosen.length} cặp không xếp chung
        </Button>
      </form>
    </Panel>
  )
}
