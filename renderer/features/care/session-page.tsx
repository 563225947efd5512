import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { SESSION_KIND_LABELS } from '#domain/care/sessions.ts'
import type { CareSession, SessionAttendee } from '#domain/contract/care-sessions.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { PagePending } from '#renderer/app/page-states.tsx'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { ParagraphRow } from '#ui/text-row.tsx'
import { AttendanceGrid } from './attendance-grid.tsx'
import { CareNav } from './care-nav.tsx'
import { SessionForm } from './session-form.tsx'
import { SessionChip } from './session-chip.tsx'
import classes from './care.module.css'

const BACK = { href: '/quy-trinh/buoi', label: 'Buổi tư vấn, sinh hoạt' }

/** One session: who was called, the attendance by keyboard, the note all share, private notes. */
export function SessionPage() {
  const params: { sessionId?: string } = useParams({ strict: false })
  const id = params.sessionId ?? ''
  const desk = useDesk()
  const session = useQuery(api.careSessions.get.queryOptions({ input: { id } }))
  const [acting, setActing] = useState<'edit' | 'cancel' | null>(null)
  const [noted, setNoted] = useState<SessionAttendee | null>(null)
  if (session.isPending) return <PagePending />
  if (session.isError) {
    return (
      <>
        <PageHeader title="Buổi" back={BACK} />
        <ErrorState
          title="Chưa mở được buổi này"
          sentence={toHubError(session.error).message}
          onRetry={() => void session.refetch()}
        />
      </>
    )
  }
  const shown = session.data
  const mayEdit = desk?.permissions.includes('care.edit') ?? false
  const isOpen = shown.heldAt === null && shown.cancelledAt === null
  return (
    <>
      <PageHeader
        title={shown.topic}
        back={BACK}
        note={`${SESSION_KIND_LABELS[shown.kind]} · ${formatInstant(shown.startsAt)} · ${shown.minutes} phút`}
        acts={
          mayEdit &&
          isOpen && (
            <>
              <Button variant="default" onClick={() => setActing('cancel')}>
                Hủy buổi
              </Button>
              <Button variant="default" onClick={() => setActing('edit')}>
                Sửa, gọi thêm người
              </Button>
            </>
          )
        }
      />
      <div className={classes.stack}>
        <CareNav />
        <SessionFacts session={shown} />
        <Panel title={`Điểm danh (${shown.present}/${shown.called})`} aside={<SessionChip {...shown} />}>
          <AttendanceGrid
            key={`${shown.id} ${shown.version}`}
            session={shown}
            mayEdit={mayEdit && isOpen}
            {...(mayEdit && shown.cancelledAt === null ? { onNote: setNoted } : {})}
          />
        </Panel>
      </div>
      <Dialog opened={acting === 'edit'} onClose={() => setActing(null)} title="Sửa buổi" size={760}>
        {acting === 'edit' && <SessionForm session={shown} onDone={() => setActing(null)} />}
      </Dialog>
      <Dialog
        opened={noted !== null}
        onClose={() => setNoted(null)}
        title={`Ghi chép riêng: ${noted?.name ?? ''}`}
        size={620}
      >
        {noted !== null && <NoteForm id={shown.id} attendee={noted} onDone={() => setNoted(null)} />}
      </Dialog>
      <CancelSession session={acting === 'cancel' ? shown : null} onClose={() => setActing(null)} />
    </>
  )
}

function SessionFacts({ session }: { session: CareSession }) {
  const { place, leader, groupName, note, clashes, keptApartReason, cancelReason } = session
  return (
    <Panel>
      <p className={classes.note}>
        Phụ trách: {leader}
        {place !== null && ` · Nơi: ${place}`}
        {groupName !== null && ` · Nhóm: ${groupName}`} · {session.createdBy} lập
      </p>
      {clashes.length > 0 && (
        <div className={classes.warning} role="note">
          {clashes.map(({ reason }) => (
            <div key={reason}>{reason}</div>
          ))}
          {keptApartReason !== null && <div>Vẫn gọi chung vì: {keptApartReason}</div>}
        </div>
      )}
      {cancelReason !== null && <p className={classes.problem}>Đã hủy: {cancelReason}</p>}
      {note !== null && <p className={classes.wide}>{note}</p>}
    </Panel>
  )
}

function NoteForm({ id, attendee, onDone }: { id: string; attendee: SessionAttendee; onDone: () => void }) {
  const queryClient = useQueryClient()
  const before = attendee.privateNote ?? ''
  const [text, setText] = useState(before)
  const saving = useSave((input: Parameters<typeof hub.careSessions.setPrivateNote>[0], key) =>
    hub.careSessions.setPrivateNote(input, { context: { key } }),
  )
  const isOthers = attendee.hasPrivateNote && attendee.privateNote === null
  if (isOthers) return <p>Ghi chép riêng do {attendee.noteBy} ghi; chỉ người ghi và trưởng cơ sở xem được.</p>
  async function save() {
    if (!(await saving.send({ id, stayId: attendee.stayId, text }))) return
    await queryClient.invalidateQueries({ queryKey: api.careSessions.key() })
    showNotice('Đã lưu ghi chép riêng.')
    onDone()
  }
  return (
    <DenseForm
      label="Ghi chép riêng"
      saveLabel="Lưu ghi chép riêng"
      onSave={() => void save()}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={text !== before}
      problem={saving.problem}
    >
      <ParagraphRow
        label="Ghi chép"
        hint="Chỉ người ghi và trưởng cơ sở xem được."
        error={saving.errors['text']}
        minRows={4}
        maxLength={2000}
        value={text}
        onChange={setText}
      />
    </DenseForm>
  )
}

function CancelSession({ session, onClose }: { session: CareSession | null; onClose: () => void }) {
  const queryClient = useQueryClient()
  const cancel = useMutation({
    mutationFn: (input: { id: string; version: number; reason: string }) => hub.careSessions.cancel(input),
    onSuccess: async () => {
      showNotice('Đã hủy buổi.')
      await queryClient.invalidateQueries({ queryKey: api.careSessions.key() })
      onClose()
    },
  })
  return (
    <ConfirmAct
      opened={session !== null}
      onClose={() => {
        cancel.reset()
        onClose()
      }}
      title={`Hủy buổi “${session?.topic ?? ''}”?`}
      act="Hủy buổi"
      danger
      reason={{ label: 'Lý do', required: true }}
      busy={cancel.isPending}
      problem={cancel.isError && toHubError(cancel.error).message}
      onConfirm={(reason) => {
        if (session) cancel.mutate({ id: session.id, version: session.version, reason })
      }}
    >
      Buổi này không còn được điểm danh, không tính giờ cho ai; nội dung và lý do còn lại.
    </ConfirmAct>
  )
}
