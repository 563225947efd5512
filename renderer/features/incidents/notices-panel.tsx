import { Button, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { IncidentDetail } from '#domain/contract/incident-shapes.ts'
import type { IncidentNotice } from '#domain/contract/incident-work-shapes.ts'
import { SENDING_WAY_LABELS, SENDING_WAYS, type SendingWay } from '#domain/obligations/exemptions.ts'
import { formatInstant, type Instant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { useTickingNow } from '#renderer/features/visits/use-ticking-now.ts'
import { DenseForm } from '#ui/dense-form.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { clockWord } from './incident-words.ts'
import { RuleWhy } from './task-line.tsx'
import { useIncidentAct } from './use-incident.ts'
import classes from './incidents.module.css'

/** Who outside is told in writing, by when, and the proof that they were. */
export function NoticesPanel({ incident }: { incident: IncidentDetail }) {
  const now = useTickingNow()
  const [sending, setSending] = useState<IncidentNotice | null>(null)
  return (
    <Panel title="Thông báo ra ngoài">
      {incident.notices.length === 0 ? (
        <p className={classes.note}>
          Theo loại vụ việc và quy định của ngày xảy ra, chưa phải báo cơ quan nào. Nơi phải báo hiện ở đây
          kèm hạn.
        </p>
      ) : (
        <ul className={classes.lines}>
          {incident.notices.map((notice) => (
            <li key={notice.id} className={`${classes.line} ${classes.split}`}>
              <div>
                <div className={classes.row}>
                  <b>{notice.toWhom}</b>
                  {notice.sentAt !== null ? (
                    <ToneChip tone="ok" text="đã gửi" quiet />
                  ) : notice.dueAt === null ? (
                    <ToneChip tone="soon" text="gửi ngay" />
                  ) : (
                    <ToneChip {...clockWord(notice.dueAt, now)} />
                  )}
                  {notice.rule !== null && (
                    <RuleWhy rule={notice.rule} title={notice.toWhom} dueAt={notice.dueAt} />
                  )}
                </div>
                <p className={classes.note}>
                  {[
                    notice.about === null ? null : `về ${notice.about}`,
                    notice.sentAt === null
                      ? notice.dueAt === null
                        ? 'văn bản không ghi số giờ'
                        : `hạn ${formatInstant(notice.dueAt)}`
                      : `${notice.sentBy ?? ''} gửi ${formatInstant(notice.sentAt)}`,
                    notice.sentHow === null ? null : SENDING_WAY_LABELS[notice.sentHow],
                    notice.paperNumber === null ? null : `số ${notice.paperNumber}`,
                    notice.note,
                  ]
                    .filter((part) => part !== null)
                    .join(' · ')}
                </p>
              </div>
              {notice.sentAt === null && incident.may.run && (
                <Button
                  size="compact-sm"
                  aria-label={`Ghi đã gửi: ${notice.toWhom}`}
                  onClick={() => setSending(notice)}
                >
                  Ghi đã gửi
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <Dialog
        opened={sending !== null}
        onClose={() => setSending(null)}
        title={`Đã gửi: ${sending?.toWhom ?? ''}`}
        size={640}
      >
        {sending && <SentForm incidentId={incident.id} notice={sending} onDone={() => setSending(null)} />}
      </Dialog>
    </Panel>
  )
}

interface SentFormProps {
  incidentId: string
  notice: IncidentNotice
  onDone: () => void
}

function SentForm({ incidentId, notice, onDone }: SentFormProps) {
  // The number of the paper that was made for this notice stands there already.
  const papers = useQuery(api.documents.listIncident.queryOptions({ input: { incidentId } }))
  const made = papers.data?.documents.find(
    (line) => line.incidentPart === notice.id && line.cancelledAt === null,
  )
  const now = useHubNow()
  const [sentAt, setSentAt] = useState<Instant | null>(now)
  const [how, setHow] = useState<SendingWay | null>(null)
  const [typedNumber, setTypedNumber] = useState<string | null>(null)
  const paperNumber = typedNumber ?? made?.fullNumber ?? ''
  const [note, setNote] = useState('')
  const { run, saving } = useIncidentAct(
    (input: Parameters<typeof hub.incidents.sendNotice>[0], key) =>
      hub.incidents.sendNotice(input, { context: { key } }),
    'Đã ghi thông báo đã gửi.',
    onDone,
  )
  const { errors, clash } = saving
  function save() {
    saving.setErrors({
      ...(sentAt === null && { sentAt: 'Ghi ngày và giờ, ví dụ 22/11/2026 14:02.' }),
      ...(how === null && { how: 'Chọn cách gửi.' }),
    })
    if (sentAt === null || how === null) return
    void run({ id: notice.id, version: notice.version, sentAt, how, paperNumber, note })
  }
  return (
    <DenseForm
      label="Ghi đã gửi"
      saveLabel="Ghi đã gửi"
      onSave={save}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={typedNumber !== null || note !== ''}
      problem={saving.problem ?? (clash && 'Người khác vừa ghi thông báo này. Đóng và xem lại.')}
    >
      <FormRow label="Gửi lúc" required error={errors['sentAt']}>
        {(control) => (
          <MomentField {...control} label="Gửi lúc" now={now} value={sentAt} onChange={setSentAt} />
        )}
      </FormRow>
      <FormRow label="Gửi bằng" required error={errors['how']}>
        {(control) => (
          <Select
            {...control}
            data-autofocus
            placeholder="Chọn"
            data={SENDING_WAYS.map((value) => ({ value, label: SENDING_WAY_LABELS[value] }))}
            value={how}
            onChange={(value) => setHow(SENDING_WAYS.find((one) => one === value) ?? null)}
          />
        )}
      </FormRow>
      <FormRow label="Số văn bản" error={errors['paperNumber']}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={60}
            w={240}
            value={paperNumber}
            onChange={(event) => setTypedNumber(event.currentTarget.value)}
          />
        )}
      </FormRow>
      <FormRow label="Ghi chú" error={errors['note']}>
        {(control) => (
          <TextInput
            {...control}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
      </FormRow>
    </DenseForm>
  )
}
