import { Button, Group, Select, Stack } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { KeepApartPair } from '#domain/contract/keep-apart.ts'
import {
  KEEP_APART_GROUND_LABELS,
  KEEP_APART_LEVEL_LABELS,
  KEEP_APART_ROLE_LABELS,
} from '#domain/placement/keep-apart.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { fieldErrors, toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { ChangePair } from '#renderer/features/keep-apart/change-pair.tsx'
import { NEW_PAIR, PairWordsFields } from '#renderer/features/keep-apart/pair-words.tsx'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { DialogFoot } from '#ui/dialog-foot.tsx'
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
  const [changing, setChanging] = useState<KeepApartPair | null>(null)
  const [reopening, setReopening] = useState<KeepApartPair | null>(null)
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
          <PairLine
            key={pair.id}
            pair={pair}
            acts={
              mayPlace &&
              (pair.closedAt === null ? (
                <Group gap={4} wrap="nowrap">
                  <PairAct label="Xem lại" pair={pair} onClick={() => setChanging(pair)} />
                  <PairAct label="Đóng" pair={pair} onClick={() => setClosing(pair)} />
                </Group>
              ) : (
                <PairAct label="Mở lại" pair={pair} onClick={() => setReopening(pair)} />
              ))
            }
          />
        ))}
      </ul>
      <Dialog opened={isAdding} onClose={() => setIsAdding(false)} title="Không xếp chung với ai?">
        {isAdding && <AddPair personId={personId} onClose={() => setIsAdding(false)} />}
      </Dialog>
      <EndPair pair={closing} onClose={() => setClosing(null)} />
      <ReopenPair pair={reopening} onClose={() => setReopening(null)} />
      <ChangePair changing={changing && { personId, pair: changing }} onClose={() => setChanging(null)} />
    </Panel>
  )
}

function PairAct({ label, pair, onClick }: { label: string; pair: KeepApartPair; onClick: () => void }) {
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      color="gray"
      aria-label={`${label}: ${pair.otherName}`}
      onClick={onClick}
    >
      {label}
    </Button>
  )
}

function PairLine({ pair, acts }: { pair: KeepApartPair; acts: ReactNode }) {
  const scopes = [
    KEEP_APART_LEVEL_LABELS[pair.level].toLowerCase(),
    ...(pair.inClass ? ['không cùng lớp'] : []),
    ...(pair.inVisit ? ['không cùng buổi thăm'] : []),
  ]
  return (
    <li className={classes.pair}>
      <span>
        <InnerLink href={`/nguoi/${pair.otherPersonId}`}>{pair.otherName}</InnerLink>{' '}
        {pair.otherBirthOn?.slice(0, 4)} · {scopes.join(', ')}
        {pair.otherBedCode !== null && ` · đang ở ${pair.otherBedCode}`}
        {pair.otherRole !== 'unknown' && ` · ${KEEP_APART_ROLE_LABELS[pair.otherRole].toLowerCase()}`}{' '}
        {pair.isViolated && <ToneChip tone="late" text="đang ở quá gần nhau" />}
        {pair.isReviewDue && <ToneChip tone="soon" text="đến hạn xem lại" />}
        {pair.closedAt !== null && <ToneChip tone="ended" text="đã đóng" />}
      </span>
      {acts}
      <span className={classes.pairNote}>
        {KEEP_APART_GROUND_LABELS[pair.ground]}: {pair.reason} ({pair.openedBy},{' '}
        {formatDay(dayOf(pair.openedAt))}
        {pair.authorisedBy !== null && `; quyết định: ${pair.authorisedBy}`})
        {pair.reviewOn !== null && pair.closedAt === null && `. Xem lại ${formatDay(pair.reviewOn)}`}
        {pair.closeReason !== null &&
          `. Đóng: ${pair.closeReason}${pair.closedBy === null ? '' : ` (${pair.closedBy})`}`}
      </span>
    </li>
  )
}

function AddPair({ personId, onClose }: { personId: string; onClose: () => void }) {
  const queryClient = useQueryClient()
  const [ids] = useState(() => ({ pair: crypto.randomUUID(), key: crypto.randomUUID() }))
  const today = dayOf(useHubNow())
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed, 150)
  const [otherId, setOtherId] = useState<string | null>(null)
  const [words, setWords] = useState(NEW_PAIR)
  const found = useQuery(
    api.people.search.queryOptions({
      input: { text },
      enabled: text.trim() !== '',
      placeholderData: keepPreviousData,
    }),
  )
  const add = useMutation({
    mutationFn: (otherPersonId: string) =>
      hub.keepApart.add({ id: ids.pair, personId, otherPersonId, ...words }, { context: { key: ids.key } }),
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
              searchValue={typed}
              onSearchChange={setTyped}
              filter={({ options }) => options}
              nothingFoundMessage={typed.trim() === '' ? null : 'Không tìm thấy ai'}
              data={hits.map((hit) => ({
                value: hit.personId,
                label: [hit.name, hit.birthOn?.slice(0, 4), hit.bedCode].filter(Boolean).join(' · '),
              }))}
              value={otherId}
              onChange={setOtherId}
            />
          )}
        </FormRow>
        <PairWordsFields words={words} errors={errors} today={today} onChange={setWords} />
      </Stack>
      <DialogFoot
        problem={error?.message}
        onClose={onClose}
        act="Không xếp chung hai người"
        busy={add.isPending}
        disabled={otherId === null}
      />
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

function ReopenPair({ pair, onClose }: { pair: KeepApartPair | null; onClose: () => void }) {
  const queryClient = useQueryClient()
  const reopen = useMutation({
    mutationFn: (input: { closedId: string; reason: string }) =>
      hub.keepApart.reopen({ id: crypto.randomUUID(), ...input }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.keepApart.key() })
      onClose()
    },
  })
  return (
    <ConfirmAct
      opened={pair !== null}
      onClose={onClose}
      title={`Mở lại cặp không xếp chung với ${pair?.otherName ?? ''}?`}
      act="Mở lại cặp này"
      reason={{ label: 'Lý do', required: true }}
      busy={reopen.isPending}
      problem={reopen.isError && toHubError(reopen.error).message}
      onConfirm={(reason) => {
        if (pair) reopen.mutate({ closedId: pair.id, reason })
      }}
    >
      Lập cặp mới với cùng mức, vai và căn cứ; lần cũ vẫn còn trong hồ sơ.
    </ConfirmAct>
  )
}
