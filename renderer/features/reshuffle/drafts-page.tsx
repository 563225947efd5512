import { Button, Stack } from '@mantine/core'
import { IconArrowsShuffle, IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { RESHUFFLE_STATE_LABELS } from '#domain/placement/reshuffle.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { fieldErrors, toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { DialogFoot } from '#ui/dialog-foot.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { TextRow } from '#ui/text-row.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './reshuffle.module.css'

const TONES = { draft: 'soon', done: 'ok', undone: 'ended', cancelled: 'ended' } as const

/** The drafts that lay a zone out anew, shared by name between desks. */
export function ReshuffleDraftsPage() {
  const { zoneId = '' } = useParams({ strict: false }) as { zoneId?: string }
  const desk = useDesk()
  const mayPlace = desk?.permissions.includes('custody.place') ?? false
  const zone = useQuery(api.places.zone.queryOptions({ input: { zoneId } }))
  const list = useQuery(api.reshuffle.list.queryOptions({ input: { zoneId } }))
  const [isMaking, setIsMaking] = useState(false)
  if (list.isPending || zone.isPending) return <PagePending />
  const error = list.error ?? zone.error
  if (error || !list.data || !zone.data) {
    return (
      <ErrorState
        title="Chưa mở được các bản nháp"
        sentence={toHubError(error).message}
        onRetry={() => void list.refetch()}
      />
    )
  }
  const { drafts } = list.data
  const newDraft = mayPlace && (
    <Button leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={() => setIsMaking(true)}>
      Lập bản nháp
    </Button>
  )
  return (
    <>
      <PageHeader
        title={`Sắp xếp lại ${zone.data.zone.name}`}
        back={{ href: `/khu/${zoneId}`, label: zone.data.zone.name }}
        note="Bản nháp không đổi gì cho đến khi thực hiện; các máy khác cùng xem được."
        acts={drafts.length > 0 && newDraft}
      />
      <Panel>
        {drafts.length === 0 ? (
          <EmptyState icon={IconArrowsShuffle} title="Khu này chưa có bản nháp nào" act={newDraft}>
            Lập bản nháp để xếp lại chỗ cho cả khu rồi thực hiện một lần.
          </EmptyState>
        ) : (
          <ul className={classes.list}>
            {drafts.map((draft) => (
              <li key={draft.id}>
                <InnerLink href={`/khu/${zoneId}/sap-xep/${draft.id}`}>{draft.name}</InnerLink>{' '}
                <ToneChip tone={TONES[draft.state]} text={RESHUFFLE_STATE_LABELS[draft.state]} /> ·{' '}
                {draft.moves} người chuyển · {draft.reason}
                <br />
                <span className={classes.note}>
                  {draft.changedBy} sửa lúc {formatInstant(draft.changedAt)}
                  {draft.doneAt !== null &&
                    ` · ${draft.doneBy ?? ''} thực hiện lúc ${formatInstant(draft.doneAt)}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Dialog opened={isMaking} onClose={() => setIsMaking(false)} title="Lập bản nháp sắp xếp lại khu">
        {isMaking && <NewDraft zoneId={zoneId} onClose={() => setIsMaking(false)} />}
      </Dialog>
    </>
  )
}

function NewDraft({ zoneId, onClose }: { zoneId: string; onClose: () => void }) {
  const { history } = useRouter()
  const [id] = useState(() => crypto.randomUUID())
  const [name, setName] = useState('')
  const [reason, setReason] = useState('')
  const make = useMutation({
    mutationFn: () => hub.reshuffle.make({ id, zoneId, name, reason }, { context: { key: id } }),
    onSuccess: () => history.push(`/khu/${zoneId}/sap-xep/${id}`),
  })
  const error = make.isError ? toHubError(make.error) : null
  const errors = error ? fieldErrors(error) : {}
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!make.isPending) make.mutate()
      }}
    >
      <Stack gap="sm">
        <TextRow
          label="Tên bản nháp"
          required
          error={errors['name']}
          isFirst
          maxLength={80}
          placeholder="Tách khu A đầu tháng 12"
          value={name}
          onChange={setName}
        />
        <TextRow
          label="Lý do"
          required
          error={errors['reason']}
          hint="Ghi vào sự kiện chuyển giường của từng người; dùng cho cả các điểm cần nêu lý do."
          maxLength={300}
          value={reason}
          onChange={setReason}
        />
      </Stack>
      <DialogFoot problem={error?.message} onClose={onClose} act="Lập bản nháp" busy={make.isPending} />
    </form>
  )
}
