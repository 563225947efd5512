import { useState } from 'react'
import {
  APPEAL_OUTCOME_LABELS,
  APPEAL_OUTCOMES,
  type AppealOutcome,
} from '#domain/conduct-cases/case-kinds.ts'
import type { CaseDetail } from '#domain/contract/conduct-case-shapes.ts'
import { formatDay, type Day } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { hub } from '#renderer/api/client.ts'
import { showNotice } from '#renderer/app/notice.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { CodeSelect } from '#ui/code-choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { ParagraphRow, TextRow } from '#ui/text-row.tsx'
import { ActForm } from './act-form.tsx'
import classes from './conduct-cases.module.css'

interface CaseFormProps {
  detail: CaseDetail
  onDone: () => void
}

/** Takes a complaint in: it goes into the book of requests with the days of the law of complaints. */
export function AppealForm({ detail, onDone }: CaseFormProps) {
  const [version] = useState(detail.version)
  const [requestId] = useState(() => crypto.randomUUID())
  const [body, setBody] = useState('')
  const { appealUntil } = detail
  const today = dayOf(useHubNow())
  const isLate = appealUntil !== null && today > appealUntil
  const saving = useSave(async (comment: string, key) => {
    const asked = { id: detail.id, version, requestId, body, comment }
    const { number, dueOn } = await hub.conductCases.appeal(asked, { context: { key } })
    showNotice(`Đã ghi đơn khiếu nại số ${number}, hạn ${formatDay(dueOn)}.`)
  })
  return (
    <ActForm
      act="Ghi vào sổ đơn"
      saving={saving}
      comment={isLate ? { label: 'Vì sao nộp muộn', required: true } : null}
      typed={body}
      onDone={onDone}
      input={(comment) => comment}
    >
      <ParagraphRow
        label="Nội dung khiếu nại"
        required
        isFirst
        hint={`Đơn được giải quyết ở Đơn từ theo thời hạn của Luật Khiếu nại (REQ-01, REQ-02).${appealUntil === null ? '' : ` Thời hiệu khiếu nại ${isLate ? 'đã hết' : 'đến hết'} ngày ${formatDay(appealUntil)} (CASE-07, Điều 9).`}`}
        error={saving.errors['body']}
        minRows={4}
        maxRows={10}
        maxLength={3500}
        value={body}
        onChange={setBody}
      />
    </ActForm>
  )
}

const OUTCOME_SAYS: Record<AppealOutcome, string> = {
  kept: 'Quyết định vẫn được thi hành.',
  eased: 'Dừng thi hành từ hôm nay, thăm gặp trở lại bình thường; quyết định vẫn tính vào xếp loại tháng.',
  revoked: 'Quyết định không còn hiệu lực: không tính vào xếp loại, thăm gặp trở lại bình thường.',
}

/** What came of the complaint, and what it does to the decision. */
export function SettleAppealForm({ detail, onDone }: CaseFormProps) {
  const [version] = useState(detail.version)
  const [outcome, setOutcome] = useState<AppealOutcome>('kept')
  const { appeal } = detail
  const saving = useSave((comment: string, key) =>
    hub.conductCases.settleAppeal({ id: detail.id, version, outcome, comment }, { context: { key } }),
  )
  return (
    <ActForm
      act="Ghi kết quả khiếu nại"
      saving={saving}
      comment={{ label: 'Lý do', required: true }}
      typed={outcome}
      onDone={onDone}
      input={(comment) => comment}
    >
      <p className={classes.body}>{OUTCOME_SAYS[outcome]}</p>
      {appeal !== null && appeal.answer === null && (
        <p className={classes.note}>
          Đơn số {appeal.number} chưa ghi trả lời: người khiếu nại phải nhận được trả lời, ghi ở Đơn từ, hạn{' '}
          {formatDay(appeal.dueOn)}.
        </p>
      )}
      <FormRow label="Kết quả" required>
        {(control) => (
          <CodeSelect
            {...control}
            codes={APPEAL_OUTCOMES}
            labels={APPEAL_OUTCOME_LABELS}
            value={outcome}
            onChange={setOutcome}
          />
        )}
      </FormRow>
    </ActForm>
  )
}

/** The dossier of a serious violation went to the police (INC-13). */
export function SeriousForm({ detail, onDone }: CaseFormProps) {
  const today = dayOf(useHubNow())
  const [version] = useState(detail.version)
  const [sentOn, setSentOn] = useState<Day | null>(today)
  const [number, setNumber] = useState('')
  const [to, setTo] = useState('')
  const saving = useSave((comment: string, key) =>
    hub.conductCases.sendSerious(
      { id: detail.id, version, sentOn: sentOn ?? '', number, to, comment },
      { context: { key } },
    ),
  )
  const { errors } = saving
  return (
    <ActForm
      act="Ghi đã gửi hồ sơ"
      saving={saving}
      comment={{ label: 'Ghi chú', required: false }}
      typed={[sentOn, number, to]}
      onDone={onDone}
      input={(comment) => comment}
    >
      <FormRow label="Ngày gửi" required error={errors['sentOn']}>
        {(control) => <DayField {...control} today={today} value={sentOn} onChange={setSentOn} />}
      </FormRow>
      <TextRow
        label="Nơi nhận"
        required
        isFirst
        hint="Nghị định 116/2021/NĐ-CP Điều 60."
        error={errors['to']}
        maxLength={200}
        placeholder="Công an cấp huyện"
        value={to}
        onChange={setTo}
      />
      <TextRow
        label="Số văn bản"
        error={errors['number']}
        w={220}
        maxLength={60}
        value={number}
        onChange={setNumber}
      />
    </ActForm>
  )
}
