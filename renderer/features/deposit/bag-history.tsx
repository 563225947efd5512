import { Button, Group } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Belongings } from '#domain/contract/deposit.ts'
import { bagActs, BAG_EVENT_LABELS, standingEvents, type BagEventKind } from '#domain/deposit/bag-events.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { BagEventForm } from '#renderer/features/deposit/bag-event-form.tsx'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import classes from './deposit.module.css'

type Bag = Belongings['bags'][number]
type Recorded = Bag['events'][number]

const ACT_LABELS: Record<Exclude<BagEventKind, 'reversed'>, string> = {
  returned: 'Trả túi',
  damaged: 'Ghi hư hỏng',
  lost: 'Ghi mất',
  found: 'Đã tìm lại',
  disposed: 'Ghi xử lý, tiêu hủy',
}

/** What became of a bag, with who signed; and what may be recorded next. */
export function BagHistory({ bag, mayEdit }: { bag: Bag; mayEdit: boolean }) {
  const [writing, setWriting] = useState<Exclude<BagEventKind, 'reversed'> | null>(null)
  const [reversing, setReversing] = useState<Recorded | null>(null)
  const last = standingEvents(bag.events).at(-1)
  const acts = bagActs(bag.state).flatMap((kind) => (kind === 'reversed' ? [] : [kind]))
  return (
    <>
      {bag.events.length > 0 && (
        <ul className={classes.things} aria-label={`Đã ghi về túi ${bag.sealNumber}`}>
          {bag.events.map((event) => (
            <li key={event.id} className={classes.bagEvent} data-off={event.isReversed || undefined}>
              <span>
                <b>{BAG_EVENT_LABELS[event.kind]}</b> {formatInstant(event.at)}, {event.signedBy} ký
                {event.note !== null && `. ${event.note}`}
                <span className={classes.dim}>
                  {' '}
                  · {event.recordedBy}
                  {event.isReversed && ' · đã hủy'}
                </span>
              </span>
              {mayEdit && event.id === last?.id && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="gray"
                  aria-label={`Hủy lần ghi ${BAG_EVENT_LABELS[event.kind].toLowerCase()} của túi ${bag.sealNumber}`}
                  onClick={() => setReversing(event)}
                >
                  Hủy
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {writing === null ? (
        mayEdit &&
        acts.length > 0 && (
          <Group gap="xs">
            {acts.map((kind) => (
              <Button
                key={kind}
                size="compact-xs"
                variant={kind === 'returned' ? 'default' : 'subtle'}
                aria-label={`${ACT_LABELS[kind]} ${bag.sealNumber}`}
                onClick={() => setWriting(kind)}
              >
                {ACT_LABELS[kind]}
              </Button>
            ))}
          </Group>
        )
      ) : (
        <BagEventForm
          bag={bag}
          kind={writing}
          label={`${ACT_LABELS[writing]} ${bag.sealNumber}`}
          onDone={() => setWriting(null)}
        />
      )}
      <ReverseRecord bag={bag} event={reversing} onClose={() => setReversing(null)} />
    </>
  )
}

function ReverseRecord({ bag, event, onClose }: { bag: Bag; event: Recorded | null; onClose: () => void }) {
  const desk = useDesk()
  const queryClient = useQueryClient()
  const reverse = useMutation({
    mutationFn: (input: { reverses: string; note: string }) =>
      hub.deposit.recordBag({
        id: crypto.randomUUID(),
        bagId: bag.id,
        kind: 'reversed',
        signedBy: desk?.userName ?? '',
        ...input,
      }),
    onSuccess: async () => {
      showNotice(`Đã hủy lần ghi của túi ${bag.sealNumber}; lần ghi cũ vẫn còn trong sổ.`)
      await queryClient.invalidateQueries({ queryKey: api.deposit.key() })
      onClose()
    },
  })
  return (
    <ConfirmAct
      opened={event !== null}
      onClose={() => {
        reverse.reset()
        onClose()
      }}
      title={`Hủy lần ghi “${event ? BAG_EVENT_LABELS[event.kind] : ''}” của túi ${bag.sealNumber}?`}
      act="Hủy lần ghi"
      reason={{ label: 'Lý do hủy', required: true }}
      danger
      busy={reverse.isPending}
      problem={reverse.isError && toHubError(reverse.error).message}
      onConfirm={(note) => {
        if (event) reverse.mutate({ reverses: event.id, note })
      }}
    >
      Túi trở lại trạng thái trước đó; lần ghi cũ vẫn còn trong sổ, kèm lý do hủy.
    </ConfirmAct>
  )
}
