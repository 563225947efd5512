import { Button, Checkbox, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { STAGE_LABELS, STAGES } from '#domain/care/stages.ts'
import { foldName } from '#domain/names/fold-name.ts'
import { api } from '#renderer/api/client.ts'
import { FilterChips, type FilterValues } from '#ui/filter-chips.tsx'
import { useTeamChip } from './use-team-chip.ts'
import { useZoneChip } from './use-zone-chip.ts'
import classes from './care.module.css'

export interface PeoplePickerProps {
  chosen: ReadonlySet<string>
  onChange: (chosen: ReadonlySet<string>) => void
  /** Offers the members of this group only. */
  groupId?: string | null
  /** What the people are chosen for: `Người được gọi`. */
  label?: string
  /** More than this many are not ticked by one press. */
  most?: number
}

/** Chooses people by zone, team, stage or name with the keyboard: Tab to a name, Space ticks it. Who is out is shown so. */
export function PeoplePicker({
  chosen,
  onChange,
  groupId = null,
  label = 'Người được gọi',
  most = Number.POSITIVE_INFINITY,
}: PeoplePickerProps) {
  const zoneChip = useZoneChip()
  const teamChip = useTeamChip()
  const [values, setValues] = useState<FilterValues>({})
  const [typed, setTyped] = useState('')
  const stages = STAGES.filter((stage) => values['giai-doan']?.includes(String(stage)))
  const found = useQuery({
    ...api.careSessions.candidates.queryOptions({
      input: { zones: [...(values['khu'] ?? [])], teams: [...(values['to'] ?? [])], stages, groupId },
    }),
    placeholderData: keepPreviousData,
  })
  const needle = foldName(typed.trim())
  // Those chosen before it opened stand first, so that they are seen; ticking moves nobody.
  const [first] = useState(chosen)
  const people = (found.data?.people ?? [])
    .filter(({ name }) => needle === '' || foldName(name).includes(needle))
    .toSorted((one, other) => Number(first.has(other.stayId)) - Number(first.has(one.stayId)))

  function tick(stayIds: readonly string[], on: boolean) {
    const next = new Set(chosen)
    for (const stayId of stayIds) {
      if (on) next.add(stayId)
      else next.delete(stayId)
    }
    onChange(next)
  }

  const inside = people.filter(({ isOut }) => !isOut).map(({ stayId }) => stayId)
  return (
    <div className={classes.stack}>
      <div className={classes.tools}>
        <TextInput
          aria-label="Tìm tên trong danh sách"
          placeholder="Tìm tên"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          w={160}
        />
        <FilterChips
          chips={[
            zoneChip,
            teamChip,
            {
              id: 'giai-doan',
              label: 'Giai đoạn',
              choices: STAGES.map((stage) => ({
                value: String(stage),
                label: `${stage}. ${STAGE_LABELS[stage]}`,
              })),
            },
          ]}
          values={values}
          onChange={setValues}
        />
      </div>
      <div className={classes.tools}>
        <Button
          size="compact-sm"
          variant="default"
          disabled={inside.length === 0 || inside.length > most}
          onClick={() => tick(inside, true)}
        >
          Chọn {inside.length} người đang trong khu
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          disabled={chosen.size === 0}
          onClick={() => onChange(new Set())}
        >
          Bỏ chọn hết
        </Button>
        <span className={classes.note} aria-live="polite">
          đã chọn {chosen.size} người
        </span>
      </div>
      <fieldset className={classes.pick} aria-label={label}>
        {people.map((one) => (
          <Checkbox
            key={one.stayId}
            py={3}
            checked={chosen.has(one.stayId)}
            onChange={(event) => tick([one.stayId], event.currentTarget.checked)}
            label={`${one.name}${one.birthOn === null ? '' : ` (${one.birthOn.slice(0, 4)})`} · ${one.zoneName ?? ''} ${one.bedCode ?? ''}${one.isOut ? ' · đang ở ngoài' : ''}`}
          />
        ))}
        {found.data && people.length === 0 && <p className={classes.note}>Không có ai khớp.</p>}
        {found.data?.isCut && <p className={classes.note}>Danh sách dài: chọn khu để thấy đủ.</p>}
      </fieldset>
    </div>
  )
}
