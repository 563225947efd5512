import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { restrictionText } from '#domain/contacts/restriction.ts'
import type { Restriction } from '#domain/contract/visit-shapes.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { RestrictionForm } from '#renderer/features/contacts/restriction-form.tsx'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from '../visits/visits.module.css'

export function RestrictionsPanel({
  personId,
  restrictions,
}: {
  personId: string
  restrictions: readonly Restriction[]
}) {
  const desk = useDesk()
  const queryClient = useQueryClient()
  const mayRestrict = desk?.permissions.includes('contacts.restrict') ?? false
  const [isAdding, setIsAdding] = useState(false)
  const [lifting, setLifting] = useState<Restriction | null>(null)
  const lift = useMutation({
    mutationFn: (input: Parameters<typeof hub.visits.liftRestriction>[0]) =>
      hub.visits.liftRestriction(input),
    onSuccess: async () => {
      showNotice('Đã bỏ hạn chế thăm gặp.')
      await queryClient.invalidateQueries({ queryKey: api.visits.key() })
      setLifting(null)
    },
  })
  if (restrictions.length === 0 && !mayRestrict) return null
  return (
    <Panel
      title="Hạn chế thăm gặp"
      aside={
        mayRestrict && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
            onClick={() => setIsAdding(true)}
          >
            Ghi hạn chế
          </Button>
        )
      }
    >
      {restrictions.length === 0 && <p className={classes.empty}>Không có hạn chế nào.</p>}
      <ul className={classes.cards} aria-label="Hạn chế thăm gặp">
        {restrictions.map((one) => (
          <li key={one.id} className={classes.cardHead}>
            <span>
              <ToneChip
                quiet={!one.holds}
                tone={one.holds ? 'late' : 'ended'}
                text={one.holds ? 'đang hạn chế' : one.liftedAt === null ? 'ngoài thời hạn' : 'đã bỏ'}
              />{' '}
              {restrictionText(one)}{' '}
              <span className={classes.dim}>
                {one.recordedBy} ghi{one.liftReason !== null && `; bỏ: ${one.liftReason}`}
              </span>
            </span>
            {mayRestrict && one.liftedAt === null && (
              <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setLifting(one)}>
                Bỏ hạn chế
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Dialog opened={isAdding} onClose={() => setIsAdding(false)} title="Ghi hạn chế thăm gặp" size={560}>
        {isAdding && <RestrictionForm personId={personId} onDone={() => setIsAdding(false)} />}
      </Dialog>
      <ConfirmAct
        opened={lifting !== null}
        onClose={() => {
          lift.reset()
          setLifting(null)
        }}
        title="Bỏ hạn chế thăm gặp?"
        act="Bỏ hạn chế"
        reason={{ label: 'Lý do, quyết định', required: true }}
        busy={lift.isPending}
        problem={lift.isError && toHubError(lift.error).message}
        onConfirm={(reason) => {
          if (lifting) lift.mutate({ id: lifting.id, reason })
        }}
      >
        Từ bây giờ học viên lại được thăm gặp, gọi điện theo quy định chung.
      </ConfirmAct>
    </Panel>
  )
}
