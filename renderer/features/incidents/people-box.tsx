import { Select } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type Ref } from 'react'
import type { SearchHit } from '#domain/contract/person-shapes.ts'
import type { InvolvedWho } from '#domain/incidents/involvement-roles.ts'
import { foldName } from '#domain/names/fold-name.ts'
import { api } from '#renderer/api/client.ts'
import { birthYearOf } from '#renderer/features/people/person-words.ts'

/** Somebody chosen to stand in an incident. */
export interface FoundInvolved {
  who: InvolvedWho
  personId: string | null
  userId: string | null
  name: string
  /** Bed or post, to tell two of one name apart. */
  where: string
  zoneId: string | null
}

interface Choice {
  value: string
  label: string
  found: FoundInvolved
}

const MOST_STAFF = 5

function ofHit(hit: SearchHit): Choice {
  return {
    value: `resident ${hit.personId}`,
    label: [hit.name, birthYearOf(hit), hit.bedCode].filter(Boolean).join(' · '),
    found: {
      who: 'resident',
      personId: hit.personId,
      userId: null,
      name: hit.name,
      where: hit.bedCode ?? '',
      zoneId: hit.zoneId,
    },
  }
}

function ofOutsider(name: string): Choice {
  return {
    value: `outsider ${name}`,
    label: `“${name}” là người ngoài cơ sở`,
    found: { who: 'outsider', personId: null, userId: null, name, where: 'người ngoài', zoneId: null },
  }
}

/** Residents by name, code or bed, staff by name, anybody else as typed. Enter takes the first found. */
export function PeopleBox({
  id,
  label,
  inputRef,
  onPick,
}: {
  id?: string
  label: string
  inputRef?: Ref<HTMLInputElement>
  onPick: (found: FoundInvolved) => void
}) {
  const queryClient = useQueryClient()
  const [typed, setTyped] = useState('')
  const text = typed.trim()
  const isTyped = text.length > 1
  const found = useQuery({ ...api.people.search.queryOptions({ input: { text } }), enabled: isTyped })
  const staff = useQuery(api.incidents.staff.queryOptions({ input: {} }))

  function choicesOf(hits: readonly SearchHit[]) {
    const needle = foldName(text)
    const users = (staff.data?.users ?? [])
      .filter(({ name }) => foldName(name).includes(needle))
      .slice(0, MOST_STAFF)
      .map(({ id: userId, name, roles }): Choice => ({
        value: `staff ${userId}`,
        label: `${name} (${roles})`,
        found: { who: 'staff', personId: null, userId, name, where: roles, zoneId: null },
      }))
    return [
      { group: 'Học viên', items: hits.map(ofHit) },
      { group: 'Cán bộ', items: users },
      { group: 'Không có trong danh sách', items: [ofOutsider(text)] },
    ].filter(({ items }) => items.length > 0)
  }

  const groups = isTyped ? choicesOf(found.data?.present ?? []) : []

  function pick(choice: Choice | undefined) {
    if (!choice) return
    onPick(choice.found)
    setTyped('')
  }

  /** A quick typist's Enter comes before the answer: the first of what is found then is taken. */
  async function pickFirst() {
    const { present } = await queryClient.fetchQuery(api.people.search.queryOptions({ input: { text } }))
    pick(choicesOf(present)[0]?.items[0])
  }

  return (
    <Select
      {...(id === undefined ? {} : { id })}
      {...(inputRef ? { ref: inputRef } : {})}
      aria-label={label}
      placeholder="Tên, mã, giường; cán bộ; hoặc tên người ngoài"
      searchable
      // Open while something is typed: Enter in the empty box goes on.
      dropdownOpened={isTyped}
      value={null}
      searchValue={typed}
      onSearchChange={setTyped}
      data-keeps-enter={isTyped || undefined}
      onKeyDownCapture={(event) => {
        const isOnOption = Boolean(event.currentTarget.getAttribute('aria-activedescendant'))
        if (event.key !== 'Enter' || event.ctrlKey || isOnOption || !isTyped) return
        event.preventDefault()
        event.stopPropagation()
        void pickFirst()
      }}
      nothingFoundMessage={null}
      filter={({ options }) => options}
      data={groups.map(({ group, items }) => ({
        group,
        items: items.map(({ value, label: words }) => ({ value, label: words })),
      }))}
      onChange={(value) => pick(groups.flatMap(({ items }) => items).find((one) => one.value === value))}
    />
  )
}
