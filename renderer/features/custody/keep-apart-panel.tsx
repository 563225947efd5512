import { Button, Group, SegmentedControl, Select, Stack, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { KeepApartPair } from '#domain/contract/keep-apart.ts'
import {
  KEEP_APART_LEVEL_LABELS,
  KEEP_APART_LEVELS,
  type KeepApartLevel,
} from '#domain/placement/keep-apart.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { fieldErrors, toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './custody.module.css'

/** Whom a person is not lodged with, with adding and closing for those who place people. */
export function KeepApartPanel({ personId }: { personId: string }) {
  const desk = useDesk()
  const mayPlace = desk?.permissions.includes('custody.place') ?? false
  const list = useQuery(api.keepApart.list.queryOptions({ input: { personId } }))
  const [isAdding, setIsAdding] = useState(false)
  const [closing, setClosing] = useState<KeepApartPair | null>(null)
  const pairs = list.data?.pairs ?? []
  if (pairs.length === 0 && !mayPlace) return null
  return (
    <Panel
      title="Không xếp chung"
      aside={
        mayPlace && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
            onClick={() => setIsAdding(true)}
          >
            Thêm người
          </Button>
        )
      }
    >
      {list.isError && <p role="alert">{toHubError(list.error).message}</p>}
      {list.data && pairs.length === 0 && <span className={classes.pairNote}>Không có cặp nào.</span>}
      <ul className={classes.pairs}>
        {pairs.map((pair) => (
          <PairLine key={pair.id} pair={pair} {...(mayPlace ? { onEnd: () => setClosing(pair) } : {})} />
        ))}
      </ul>
      <Dialog opened={isAdding} onClose={() => setIsAdding(false)} title="Không xếp chung với ai?">
        {isAdding && <AddPair personId={personId} onClose={() => setIsAdding(false)} />}
      </Dialog>
      <EndPair pair={closing} onClose={() => setClosing(null)} />
    </Panel>
  )
}

function PairLine({ pair, onEnd }: { pair: KeepApartPair; onEnd?: () => void }) {
  const isOpen = pair.closedAt === null
  return (
    <li className={classes.pair}>
      <span>
        <InnerLink href={`/nguoi/${pair.otherPersonId}`}>{pair.otherName}</InnerLink>{' '}
        {pair.otherBirthOn?.slice(0, 4)} · {KEEP_APART_LEVEL_LABELS[pair.level].toLowerCase()}
        {pair.otherBedCode !== null && ` · đang ở ${pair.otherBedCode}`}{' '}
        {pair.isViolated && <ToneChip tone="late" text="đang ở quá gần nhau" />}
        {!isOpen && <ToneChip tone="ended" text="đã đóng" />}
      </span>
      {isOpen && onEnd && (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onEnd}>
          Đóng
        </Button>
      )}
      <span className={classes.pairNote}>
        {pair.reason} ({pair.openedBy}, {formatDay(dayOf(pair.openedAt))})
        {pair.closeReason !== null && `. Đóng: ${pair.closeReason}`}
      </span>
    </li>
  )
}

function AddPair({ personId, onClose }: { personId: string; onClose: () => void }) {
  const queryClient = useQueryClient()
  const [ids] = useState(() => ({ pair: crypto.randomUUID(), key: crypto.randomUUID() }))
  const [words, setWords] = useState('')
  const [text] = useDebouncedValue(words, 150)
  const [otherId, setOtherId] = useState<string | null>(null)
  const [level, setLevel] = useState<KeepApartLevel>('room')
  const [reason, setReason] = useState('')
  const found = useQuery(
    api.people.search.queryOptions({
      input: { text },
      enabled: text.trim() !== '',
      placeholderData: keepPreviousData,
    }),
  )
  const add = useMutation({
    mutationFn: (otherPersonId: string) =>
      hub.keepApart.add(
        { id: ids.pair, personId, otherPersonId, level, reason },
        { context: { key: ids.key } },
      ),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.keepApart.key() })
      onClose()
    },
  })
  const error = add.isError ? toHubError(add.error) : null
  const errors = error ? fieldErrors(error) : {}
  const hits = [...(found.data?.present ?? []), ...(found.data?.past ?? [])].filter(
    (hit) => hit.personId !== personId,
  )
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (otherId !== null && !add.isPending) add.mutate(otherId)
      }}
    >
      <Stack gap="sm">
        <FormRow label="Người kia" required error={errors['otherPersonId']}>
          {(control) => (
            <Select
              {...control}
              data-autofocus
              searchable
              placeholder="Gõ tên, số hồ sơ hoặc giường"
              searchValue={words}
              onSearchChange={setWords}
              filter={({ options }) => options}
              nothingFoundMessage={words.trim() === '' ? 'Gõ tên để tìm' : 'Không tìm thấy ai'}
              data={hits.map((hit) => ({
                value: hit.personId,
                label: [hit.name, hit.birthOn?.slice(0, 4), hit.bedCode].filter(Boolean).join(' · '),
              }))}
              value={otherId}
              onChange={setOtherId}
            />
          )}
        </FormRow>
        <FormRow label="Mức">
          {() => (
            <SegmentedControl
              aria-label="Mức"
              size="xs"
              data={KEEP_APART_LEVELS.map((value) => ({ value, label: KEEP_APART_LEVEL_LABELS[value] }))}
              value={level}
              onChange={(value) => setLevel(KEEP_APART_LEVELS.find((known) => known === value) ?? level)}
            />
          )}
        </FormRow>
        <FormRow label="Lý do" required error={errors['reason']}>
          {(control) => (
            <Textarea
              {...control}
              autosize
              minRows={2}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </FormRow>
      </Stack>
      {error && (
        <p className={classes.problem} role="alert">
          {error.message}
        </p>
      )}
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onClose}>
          Thôi
        </Button>
        <Button type="submit" loading={add.isPending} disabled={otherId === null}>
          Không xếp chung hai người
        </Button>
      </Group>
    </form>
  )
}

function EndPair({ pair, onClose }: { pair: KeepApartPair | null; onClose: () => void }) {
  const queryClient = useQueryClient()
  const end = useMutation({
    mutationFn: (input: { id: string; version: number; reason: string }) => hub.keepApart.close(input),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.keepApart.key() })
      onClose()
    },
  })
  return (
    <ConfirmAct
      opened={pair !== null}
      onClose={onClose}
      title={`Đóng cặp không xếp chung với ${pair?.otherName ?? ''}?`}
      act="Đóng cặp này"
      reason={{ label: 'Lý do', required: true }}
      busy={end.isPending}
      problem={end.isError && toHubError(end.error).message}
      onConfirm={(reason) => {
        if (pair) end.mutate({ id: pair.id, version: pair.version, reason })
      }}
    >
      Từ bây giờ hai người được xếp chung; cặp cũ vẫn còn trong hồ sơ của cả hai.
    </ConfirmAct>
  )
}
