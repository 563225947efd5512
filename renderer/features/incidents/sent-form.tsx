import { Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { SENDING_WAY_LABELS, SENDING_WAYS, type SendingWay } from '#domain/obligations/exemptions.ts'
import type { Instant } from '#domain/time/instant.ts'
import { api, hub } from '#renderer/api/client.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MomentField } from '#renderer/features/custody/moment-field.tsx'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { useIncidentAct } from './use-incident.ts'

interface SentFormProps {
  incidentId: string
  /** One, or those of many people that went out together: each keeps the number of its own paper. */
  notices: readonly { id: string; version: number; paperNumber: string | null; dueAt?: Instant | null }[]
  onDone: () => void
}

/** Says that notices went out: when and how. */
export function SentForm({ incidentId, notices, onDone }: SentFormProps) {
  const only = notices.length === 1 ? notices[0] : undefined
  // The number of the paper that was made for this notice stands there already.
  const papers = useQuery(
    api.documents.listIncident.queryOptions({ input: { incidentId }, enabled: only !== undefined }),
  )
  const made = papers.data?.documents.find(
    (line) => line.incidentPart === only?.id && line.cancelledAt === null,
  )
  const now = useHubNow()
  const [sentAt, setSentAt] = useState<Instant | null>(now)
  const [how, setHow] = useState<SendingWay | null>(null)
  const [typedNumber, setTypedNumber] = useState<string | null>(null)
  const paperNumber = typedNumber ?? made?.fullNumber ?? only?.paperNumber ?? ''
  const [note, setNote] = useState('')
  const { run, saving } = useIncidentAct(
    ({ notices: sent, ...sending }: Parameters<typeof hub.incidents.sendNotices>[0], key) => {
      const [first] = sent
      return first && sent.length === 1
        ? hub.incidents.sendNotice({ ...first, ...sending }, { context: { key } })
        : hub.incidents.sendNotices({ notices: sent, ...sending }, { context: { key } })
    },
    only ? 'Đã ghi thông báo đã gửi.' : `Đã ghi ${notices.length} thông báo đã gửi.`,
    onDone,
  )
  const { errors, clash } = saving
  const isLate = sentAt !== null && notices.some(({ dueAt }) => dueAt && sentAt > dueAt)
  function save() {
    saving.setErrors({
      ...(sentAt === null && { sentAt: 'Ghi ngày và giờ, ví dụ 22/11/2026 14:02.' }),
      ...(how === null && { how: 'Chọn cách gửi.' }),
      ...(isLate && note.trim() === '' && { note: 'Gửi sau hạn: ghi vì sao gửi muộn.' }),
    })
    if (sentAt === null || how === null || (isLate && note.trim() === '')) return
    const sent = notices.map((notice) => ({
      id: notice.id,
      version: notice.version,
      paperNumber: only ? paperNumber : notice.paperNumber,
    }))
    void run({ notices: sent, sentAt, how, note })
  }
  return (
    <DenseForm
      label="Ghi đã gửi"
      saveLabel="Ghi đã gửi"
      onSave={save}
      saving={saving.isSaving}
      onLeave={onDone}
      dirty={typedNumber !== null || note !== ''}
      problem={saving.problem ?? (clash && clashText(clash.current['about']))}
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
      {only && (
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
      )}
      <FormRow
        label={isLate ? 'Vì sao gửi muộn' : 'Ghi chú'}
        required={isLate}
        error={errors['note']}
        hint={isLate && 'Giờ gửi sau hạn; lý do nằm trong hồ sơ vụ việc.'}
      >
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

function clashText(about: unknown): string {
  const which = typeof about === 'string' ? `thông báo về ${about}` : 'thông báo này'
  return `Người khác vừa ghi ${which}; chưa ghi gì thêm. Đóng và xem lại.`
}
