import { Select } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
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
  const queryClient = useQueryClient()
  const [text, setText] = useState('')
  const found = useQuery({
    ...api.people.search.queryOptions({ input: { text } }),
    enabled: text.trim().length > 1,
  })
  const hits = text.trim().length > 1 ? (found.data?.present ?? []) : []

  function pick(hit: SearchHit | undefined) {
    if (!hit || hit.stayId === null) return
    onPick({ stayId: hit.stayId, name: wordsOf(hit) })
    setText('')
  }

  /** A scanner's Enter comes before the answer: the first of what is found then is taken. */
  async function pickFirst() {
    const { present } = await queryClient.fetchQuery(api.people.search.queryOptions({ input: { text } }))
    pick(present[0])
  }

  return (
    <Select
      {...(inputRef ? { ref: inputRef } : {})}
      label={label}
      placeholder="Tên, số giấy tờ, giường"
      searchable
      value={null}
      searchValue={text}
      onSearchChange={setText}
      onKeyDownCapture={(event) => {
        const isOnOption = Boolean(event.currentTarget.getAttribute('aria-activedescendant'))
        if (event.key !== 'Enter' || isOnOption || text.trim().length < 2) return
        event.preventDefault()
        event.stopPropagation()
        void pickFirst()
      }}
      filter={({ options }) => options}
      data={hits.flatMap((hit) => (hit.stayId === null ? [] : [{ value: hit.stayId, label: wordsOf(hit) }]))}
      nothingFoundMessage={
        text.trim().length > 1 && found.isSuccess ? 'Không tìm thấy ai đang có mặt.' : null
      }
      onChange={(stayId) => pick(hits.find((known) => known.stayId === stayId))}
    />
  )
}
