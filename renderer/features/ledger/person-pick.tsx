import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type Ref } from 'react'
import type { SearchHit } from '#domain/contract/person-shapes.ts'
import { api } from '#renderer/api/client.ts'
import { birthYearOf } from '#renderer/features/people/person-words.ts'

/** Somebody chosen, with the stay whose money or things are meant. */
export interface Picked {
  stayId: string
  name: string
}

function wordsOf(hit: SearchHit): string {
  return [hit.name, birthYearOf(hit), hit.bedCode].filter(Boolean).join(' · ')
}

/** Finds somebody present by name, number or bed; Enter takes the first. A scanner's Enter does the same. */
export function PersonPick({
  onPick,
  inputRef,
  label,
}: {
  onPick: (person: Picked) => void
  inputRef?: Ref<HTMLInputElement>
  label: string
}) {
  const [text, setText] = useState('')
  const found = useQuery({
    ...api.people.search.queryOptions({ input: { text } }),
    enabled: text.trim().length > 1,
  })
  const hits = text.trim().length > 1 ? (found.data?.present ?? []) : []
  return (
    <Select
      {...(inputRef ? { ref: inputRef } : {})}
      label={label}
      placeholder="Tên, số giấy tờ, giường"
      searchable
      selectFirstOptionOnChange
      value={null}
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      data={hits.flatMap((hit) => (hit.stayId === null ? [] : [{ value: hit.stayId, label: wordsOf(hit) }]))}
      nothingFoundMessage={
        text.trim().length > 1 && found.isSuccess ? 'Không tìm thấy ai đang có mặt.' : null
      }
      onChange={(stayId) => {
        const hit = hits.find((known) => known.stayId === stayId)
        if (!hit || stayId === null) return
        onPick({ stayId, name: wordsOf(hit) })
        setText('')
      }}
    />
  )
}
