import { Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { KEEP_APART_LEVEL_LABELS, KEEP_APART_LEVELS } from '#domain/placement/keep-apart.ts'
import { api } from '#renderer/api/client.ts'
import { withLine, withoutLine } from '#renderer/features/intake/changed-lines.ts'
import type { PairRow } from '#renderer/features/intake/intake-form.ts'
import { useIntake, useIntakeStore, useProblem } from '#renderer/features/intake/intake-store.ts'
import { DropLine } from '#renderer/features/intake/line-buttons.tsx'
import { CodeSelect } from '#ui/code-choice.tsx'
import { FormRow } from '#ui/form-row.tsx'
import classes from './intake.module.css'

/** With whom the person is not to be lodged, asked before a bed is chosen. */
export function KeepApartLines() {
  const store = useIntakeStore()
  const pairs = useIntake((form) => form.keepApart)
  const [words, setWords] = useState('')
  const [text] = useDebouncedValue(words, 150)
  const found = useQuery(
    api.people.search.queryOptions({
      input: { text },
      enabled: text.trim() !== '',
      placeholderData: keepPreviousData,
    }),
  )
  const hits = text.trim() === '' ? [] : (found.data?.present ?? [])
  return (
    <>
      <FormRow label="Không xếp chung với">
        {(control) => (
          <Select
            {...control}
            placeholder="Gõ tên người đang ở cơ sở; để trống nếu không có"
            searchable
            value={null}
            searchValue={words}
            onSearchChange={setWords}
            filter={({ options }) => options}
            nothingFoundMessage={words.trim() === '' ? null : 'Không tìm thấy ai đang ở cơ sở'}
            data={hits.map((hit) => ({
              value: hit.personId,
              label: [hit.name, hit.birthOn?.slice(0, 4), hit.bedCode].filter(Boolean).join(' · '),
            }))}
            onChange={(personId) => {
              const hit = hits.find((one) => one.personId === personId)
              const { keepApart } = store.form()
              if (!hit || keepApart.some((pair) => pair.otherPersonId === hit.personId)) return
              const pair: PairRow = {
                id: crypto.randomUUID(),
                otherPersonId: hit.personId,
                name: hit.name,
                level: 'room',
                reason: '',
              }
              store.set({ keepApart: [...keepApart, pair] })
              setWords('')
            }}
          />
        )}
      </FormRow>
      <ul className={classes.lines} aria-label="Không xếp chung">
        {pairs.map((pair, index) => (
          <PairLine key={pair.id} pair={pair} index={index} />
        ))}
      </ul>
    </>
  )
}

function PairLine({ pair, index }: { pair: PairRow; index: number }) {
  const store = useIntakeStore()
  const problem = useProblem(`keepApart.${index}.reason`)
  function change(patch: Partial<PairRow>) {
    store.set({
      keepApart: withLine(store.form().keepApart, pair.id, patch),
    })
    store.forget(`keepApart.${index}`)
  }
  return (
    <li className={classes.line}>
      <span>{pair.name}</span>
      <CodeSelect
        aria-label={`Mức không xếp chung với ${pair.name}`}
        codes={KEEP_APART_LEVELS}
        labels={KEEP_APART_LEVEL_LABELS}
        value={pair.level}
        w={160}
        onChange={(next) => change({ level: next })}
      />
      <TextInput
        aria-label={`Lý do không xếp chung với ${pair.name}`}
        placeholder="Lý do *"
        value={pair.reason}
        error={problem}
        maxLength={500}
        className={classes.grow}
        onChange={(event) => change({ reason: event.currentTarget.value })}
      />
      <DropLine
        label={`Bỏ ${pair.name} khỏi danh sách không xếp chung`}
        onDrop={() => store.set({ keepApart: withoutLine(store.form().keepApart, pair.id) })}
      />
    </li>
  )
}
