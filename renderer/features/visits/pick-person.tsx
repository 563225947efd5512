import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#renderer/api/client.ts'
import type { RowControl } from '#ui/form-row.tsx'

export interface PickedPerson {
  personId: string
  name: string
}

interface FoundPerson extends PickedPerson {
  /** Null between two stays. */
  stayId: string | null
}

/** Somebody of the roll, found by name, number, dossier or bed. */
export function PickPerson({
  control,
  onPick,
}: {
  control: RowControl
  onPick: (person: FoundPerson | null) => void
}) {
  const [words, setWords] = useState('')
  const [text] = useDebouncedValue(words, 150)
  const [picked, setPicked] = useState<string | null>(null)
  const found = useQuery(
    api.people.search.queryOptions({
      input: { text },
      enabled: text.trim() !== '',
      placeholderData: keepPreviousData,
    }),
  )
  const hits = found.data?.present ?? []
  return (
    <Select
      {...control}
      data-autofocus
      searchable
      placeholder="Gõ tên, số hồ sơ hoặc giường"
      searchValue={words}
      onSearchChange={setWords}
      filter={({ options }) => options}
      nothingFoundMessage={words.trim() === '' ? null : 'Không tìm thấy ai trong danh sách'}
      data={hits.map((hit) => ({
        value: hit.personId,
        label: [hit.name, hit.birthOn?.slice(0, 4), hit.bedCode].filter(Boolean).join(' · '),
      }))}
      value={picked}
      onChange={(value) => {
        setPicked(value)
        const hit = hits.find(({ personId }) => personId === value)
        onPick(hit ? { personId: hit.personId, stayId: hit.stayId, name: hit.name } : null)
      }}
    />
  )
}
