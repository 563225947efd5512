import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonMerge } from '#domain/contract/merging.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { personHref } from '#renderer/features/people/person-words.ts'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './merging.module.css'

/** Says of a record that is used no more where the person's file is now. */
export function MergedNotice({ personId }: { personId: string }) {
  const merges = useQuery(api.merging.merges.queryOptions({ input: { personId } }))
  const into = merges.data?.merges.find(
    ({ mergedId, undoneAt }) => mergedId === personId && undoneAt === null,
  )
  if (!into) return null
  return (
    <p className={classes.notice}>
      Hồ sơ này đã gộp {formatInstant(into.mergedAt)} và không còn dùng.{' '}
      <InnerLink href={personHref(into.keptId)}>Mở hồ sơ được giữ</InnerLink>
    </p>
  )
}

/** Records merged into this one, each with the way back; nothing where there was no merge. */
export function MergesPanel({ personId }: { personId: string }) {
  const desk = useDesk()
  const mayMerge = desk?.permissions.includes('people.merge') ?? false
  const merges = useQuery(api.merging.merges.queryOptions({ input: { personId } }))
  const [undoing, setUndoing] = useState<PersonMerge | null>(null)
  if (merges.error) return <p role="alert">{toHubError(merges.error).message}</p>
  const rows = merges.data?.merges ?? []
  if (rows.length === 0) return null
  return (
    <Panel title="Hồ sơ đã gộp" flush>
      <ul className={classes.candidates}>
        {rows.map((merge) => (
          <li key={merge.id} className={classes.merge}>
            <span>
              {merge.mergedId === personId ? (
                <>
                  Hồ sơ này đã gộp vào <InnerLink href={personHref(merge.keptId)}>hồ sơ được giữ</InnerLink>
                </>
              ) : (
                <>
                  Đã gộp hồ sơ <b>{merge.mergedName}</b> vào hồ sơ này
                </>
              )}{' '}
              {merge.undoneAt !== null && <ToneChip tone="ended" text="đã tách lại" quiet />}
              <span className={classes.dim} style={{ display: 'block' }}>
                {merge.mergedBy}, {formatInstant(merge.mergedAt)}. Lý do: {merge.reason}
                {merge.undoneAt !== null &&
                  `. Tách ${formatInstant(merge.undoneAt)}: ${merge.undoReason ?? ''}`}
              </span>
            </span>
            {mayMerge && merge.undoneAt === null && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`Tách lại hồ sơ ${merge.mergedName}`}
                onClick={() => setUndoing(merge)}
              >
                Tách lại…
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Unmerge merge={undoing} onClose={() => setUndoing(null)} />
    </Panel>
  )
}

function Unmerge({ merge, onClose }: { merge: PersonMerge | null; onClose: () => void }) {
  const queryClient = useQueryClient()
  const unmerge = useMutation({
    mutationFn: (input: { id: string; reason: string }) => hub.merging.unmerge(input),
    onSuccess: async ({ returned, left }) => {
      const rest = left === 0 ? '' : ` ${left} mục đã đổi sau khi gộp nên ở lại hồ sơ này.`
      showNotice(`Đã tách hồ sơ, trả lại ${returned} mục.${rest}`)
      await queryClient.invalidateQueries()
      onClose()
    },
  })
  return (
    <ConfirmAct
      opened={merge !== null}
      onClose={() => {
        unmerge.reset()
        onClose()
      }}
      title={`Tách lại hồ sơ ${merge?.mergedName ?? ''}?`}
      act="Tách lại hai hồ sơ"
      reason={{ label: 'Lý do tách', required: true }}
      danger
      busy={unmerge.isPending}
      problem={unmerge.isError && toHubError(unmerge.error).message}
      onConfirm={(reason) => {
        if (merge) unmerge.mutate({ id: merge.id, reason })
      }}
    >
      Giấy tờ, đợt cai nghiện và những gì đã chuyển trở về hồ sơ cũ; phần ghi thêm sau khi gộp ở lại. Hai hồ
      sơ được ghi nhớ là hai người.
    </ConfirmAct>
  )
}
