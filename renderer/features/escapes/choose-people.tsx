import { Button, Group, MultiSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#renderer/api/client.ts'
import { birthYearOf } from '#renderer/features/people/person-words.ts'
import { FormRow } from '#ui/form-row.tsx'

/** Who escaped, when the report begins nowhere in particular: names typed, one or several. */
export function ChoosePeople({
  onChosen,
  onLeave,
}: {
  onChosen: (stayIds: string[]) => void
  onLeave: () => void
}) {
  const [words, setWords] = useState('')
  const [text] = useDebouncedValue(words, 150)
  const [chosen, setChosen] = useState<string[]>([])
  const [labels, setLabels] = useState<ReadonlyMap<string, string>>(new Map())
  const hits = useQuery(
    api.people.search.queryOptions({
      input: { text },
      enabled: text.trim() !== '',
      placeholderData: keepPreviousData,
    }),
  )
  const found = new Map(
    (hits.data?.present ?? []).flatMap((hit) =>
      hit.stayId === null || hit.state === 'escaped'
        ? []
        : [[hit.stayId, [hit.name, birthYearOf(hit), hit.bedCode].filter(Boolean).join(' · ')] as const],
    ),
  )
  const shown = new Map([...chosen.map((id) => [id, labels.get(id) ?? ''] as const), ...found])
  return (
    <form
      aria-label="Chọn người bỏ trốn"
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen.length > 0) onChosen(chosen)
      }}
    >
      <FormRow label="Ai bỏ trốn" hint="Gõ tên, số hồ sơ hoặc giường; chọn được nhiều người." required>
        {(control) => (
          <MultiSelect
            {...control}
            data-autofocus
            searchable
            // Closed again once somebody is chosen: it must not lie over the acts.
            dropdownOpened={words.trim() !== ''}
            data={[...shown].map(([value, label]) => ({ value, label }))}
            filter={({ options }) => options}
            searchValue={words}
            onSearchChange={setWords}
            nothingFoundMessage={words.trim() === '' ? null : 'Không tìm thấy ai'}
            value={chosen}
            onChange={(ids) => {
              setLabels((before) => new Map([...before, ...found]))
              setChosen(ids)
              setWords('')
            }}
            maxValues={200}
          />
        )}
      </FormRow>
      <Group justify="flex-end" gap="sm" mt="md">
        <Button variant="default" onClick={onLeave}>
          Thôi
        </Button>
        <Button type="submit" disabled={chosen.length === 0}>
          Tiếp
        </Button>
      </Group>
    </form>
  )
}
