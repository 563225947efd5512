import { Menu, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconX } from '@tabler/icons-react'
import { formatNumber } from '#ui/format.ts'
import classes from './filter-chips.module.css'

interface FilterChoice {
  value: string
  label: string
  /** Rows behind it, when known. */
  count?: number
}

export interface FilterChip {
  /** Key in the address. */
  id: string
  label: string
  choices: readonly FilterChoice[]
}

/** Chosen values by chip; a chip that filters nothing is absent. */
export type FilterValues = Readonly<Record<string, readonly string[]>>

export interface FilterChipsProps {
  chips: readonly FilterChip[]
  values: FilterValues
  onChange: (values: FilterValues) => void
}

function chosenText(chip: FilterChip, chosen: readonly string[]): string {
  const labels = chip.choices.filter((choice) => chosen.includes(choice.value)).map((choice) => choice.label)
  return labels.length > 2 ? `${labels.slice(0, 2).join(', ')} +${labels.length - 2}` : labels.join(', ')
}

/** Filters of a list as chips; each opens its choices, several may be ticked. */
export function FilterChips({ chips, values, onChange }: FilterChipsProps) {
  function choose(id: string, chosen: readonly string[]) {
    const { [id]: _replaced, ...others } = values
    onChange(chosen.length === 0 ? others : { ...others, [id]: chosen })
  }

  const anyChosen = chips.some((chip) => (values[chip.id]?.length ?? 0) > 0)
  return (
    <fieldset className={classes.chips} aria-label="Bộ lọc">
      {chips.map((chip) => {
        const chosen = values[chip.id] ?? []
        return (
          <Menu key={chip.id} position="bottom-start" closeOnItemClick={false}>
            <Menu.Target>
              <UnstyledButton className={classes.chip} data-chosen={chosen.length > 0 || undefined}>
                {chip.label}
                {chosen.length > 0 && <b className={classes.chosen}>{chosenText(chip, chosen)}</b>}
                <IconChevronDown size={14} aria-hidden />
              </UnstyledButton>
            </Menu.Target>
            <Menu.Dropdown>
              {chip.choices.map((choice) => (
                <Menu.CheckboxItem
                  key={choice.value}
                  checked={chosen.includes(choice.value)}
                  onChange={(on) =>
                    choose(
                      chip.id,
                      on ? [...chosen, choice.value] : chosen.filter((value) => value !== choice.value),
                    )
                  }
                  rightSection={
                    choice.count === undefined ? undefined : (
                      <span className={classes.count}>{formatNumber(choice.count)}</span>
                    )
                  }
                >
                  {choice.label}
                </Menu.CheckboxItem>
              ))}
            </Menu.Dropdown>
          </Menu>
        )
      })}
      {anyChosen && (
        <UnstyledButton className={classes.clear} onClick={() => onChange({})}>
          <IconX size={14} aria-hidden />
          Bỏ lọc
        </UnstyledButton>
      )}
    </fieldset>
  )
}
