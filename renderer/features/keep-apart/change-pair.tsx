import { Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { KeepApartPair } from '#domain/contract/keep-apart.ts'
import { dayOf } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { fieldErrors, toHubError } from '#renderer/api/hub-error.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { PairWordsFields, type PairWords } from '#renderer/features/keep-apart/pair-words.tsx'
import { DialogFoot } from '#ui/dialog-foot.tsx'
import { Dialog } from '#ui/dialog.tsx'

interface Changing {
  personId: string
  pair: KeepApartPair
}

/** Looks at a pair again: how far apart, roles, reason and the next review. */
export function ChangePair({ changing, onClose }: { changing: Changing | null; onClose: () => void }) {
  return (
    <Dialog
      opened={changing !== null}
      onClose={onClose}
      title={`Xem lại: không xếp chung với ${changing?.pair.otherName ?? ''}`}
    >
      {changing && <ChangeForm key={changing.pair.id} {...changing} onClose={onClose} />}
    </Dialog>
  )
}

function ChangeForm({ personId, pair, onClose }: Changing & { onClose: () => void }) {
  const queryClient = useQueryClient()
  const today = dayOf(useHubNow())
  const [words, setWords] = useState<PairWords>(() => ({
    level: pair.level,
    inClass: pair.inClass,
    inVisit: pair.inVisit,
    role: pair.role,
    otherRole: pair.otherRole,
    ground: pair.ground,
    reason: pair.reason,
    authorisedBy: pair.authorisedBy ?? '',
    // A review begins with the next day to look again, not with the one that has come.
    reviewOn: null,
  }))
  const save = useMutation({
    mutationFn: () => hub.keepApart.change({ id: pair.id, personId, version: pair.version, ...words }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.keepApart.key() })
      onClose()
    },
  })
  const error = save.isError ? toHubError(save.error) : null
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) save.mutate()
      }}
    >
      <Stack gap="sm">
        <PairWordsFields
          words={words}
          errors={error ? fieldErrors(error) : {}}
          today={today}
          onChange={setWords}
        />
      </Stack>
      <DialogFoot problem={error?.message} onClose={onClose} act="Ghi lần xem lại" busy={save.isPending} />
    </form>
  )
}
