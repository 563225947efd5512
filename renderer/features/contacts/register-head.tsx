import { Button, Group, Select } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useDesk } from '#renderer/app/desk.ts'

/** Month and the act of a register, at the right of its title. */
export function RegisterHead({
  month,
  choices,
  onMonth,
  act,
  onAdd,
}: {
  /** Null where the register is about one person. */
  month: string | null
  choices: { value: string; label: string }[]
  onMonth: (month: string) => void
  act: string
  onAdd: () => void
}) {
  const desk = useDesk()
  const mayEdit = desk?.permissions.includes('contacts.edit') ?? false
  return (
    <Group gap="sm" wrap="nowrap">
      {month !== null && (
        <Select
          aria-label="Tháng"
          size="xs"
          w={150}
          allowDeselect={false}
          data={choices}
          value={month}
          onChange={(value) => value !== null && onMonth(value)}
        />
      )}
      {mayEdit && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
          onClick={onAdd}
        >
          {act}
        </Button>
      )}
    </Group>
  )
}
