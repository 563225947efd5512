import { Button, Group, MultiSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type KeyboardEvent } from 'react'
import type { SearchHit } from '#domain/contract/person-shapes.ts'
import { api } from '#renderer/api/client.ts'
import { birthYearOf } from '#renderer/features/people/person-words.ts'
import { FormRow } from '#ui/form-row.tsx'

/** Those found who have not escaped already, by stay, as they are told apart. */
function escapable(hits: readonly SearchHit[]): Map<string, string> {
  return new Map(
    hits.flatMap((hit) =>
      hit.stayId === null || hit.state === 'escaped'
        ? []
        : [[hit.stayId, [hit.name, birthYearOf(hit), hit.bedCode].filter(Boolean).join(' · ')] as const],
    ),
  )
}

/** Who escaped, when the report begins nowhere in particular: names typed, one or several. */
export function ChoosePeople({
  onChosen,
  onLeave,
}: {
  onChosen: (stayIds: string[]) => void
  onLeave: () => void
}) {
  const queryClient = useQueryClient()
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
  const found = escapable(hits.data?.present ?? [])
  const shown = new Map([...chosen.map((id) => [id, labels.get(id) ?? ''] as const), ...found])

  function choose(ids: string[], from: ReadonlyMap<string, string>) {
    setLabels((before) => new Map([...before, ...from]))
    setChosen(ids)
    setWords('')
  }

  /** Enter takes the first found, also when it comes before the answer. */
  async function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const typed = words.trim()
    const { target } = event
    const isOnOption = target instanceof Element && target.hasAttribute('aria-activedescendant')
    if (event.key !== 'Enter' || isOnOption || typed === '') return
    event.preventDefault()
    event.stopPropagation()
    const { present } = await queryClient.fetchQuery(
      api.people.search.queryOptions({ input: { text: typed } }),
    )
    const all = escapable(present)
    const first = [...all.keys()].find((id) => !chosen.includes(id))
    if (first !== undefined) choose([...chosen, first], all)
  }

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
            onChange={(ids) => choose(ids, found)}
            onKeyDownCapture={(event) => void onKeyDown(event)}
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
