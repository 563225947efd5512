import { Button } from '@mantine/core'
import { useState } from 'react'
import { CASE_ACTION_LABELS, type CaseAction } from '#domain/conduct-cases/case-states.ts'
import type { CaseDetail } from '#domain/contract/conduct-case-shapes.ts'
import { hub } from '#renderer/api/client.ts'
import { useSave } from '#renderer/features/dossier/use-save.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ActForm } from './act-form.tsx'
import { AppealForm, SeriousForm, SettleAppealForm } from './appeal-forms.tsx'
import { BeginForm, ReviewForm } from './carry-out-forms.tsx'
import { ConveneForm } from './convene-form.tsx'
import { DecideForm } from './decide-form.tsx'
import { HearForm } from './hear-form.tsx'
import { ProposeForm } from './propose-form.tsx'
import { FORWARD } from './case-words.ts'
import classes from './conduct-cases.module.css'

type Closing = 'end' | 'lift' | 'decline' | 'cancel' | 'revoke'

const CLOSINGS: Record<Closing, { says: string; required: boolean; danger: boolean }> = {
  end: {
    says: 'Biện pháp đã được thi hành hết thời gian, hoặc học viên đã ra khỏi cơ sở.',
    required: false,
    danger: false,
  },
  lift: {
    says: 'Dừng trước hạn hoặc không thi hành nữa; thăm gặp trở lại bình thường từ hôm nay. Quyết định vẫn tính vào xếp loại tháng.',
    required: true,
    danger: true,
  },
  decline: { says: 'Vụ kết thúc mà không có quyết định.', required: true, danger: true },
  cancel: { says: 'Đề xuất được rút; vụ vẫn còn trong sổ.', required: true, danger: true },
  revoke: {
    says: 'Quyết định bị hủy: không tính vào xếp loại, thăm gặp trở lại bình thường. Không lấy lại được.',
    required: true,
    danger: true,
  },
}

function isClosing(action: CaseAction): action is Closing {
  return action in CLOSINGS
}

/** What may be done with the case now, by whom looks at it. */
export function CaseActs({ detail }: { detail: CaseDetail }) {
  const [asked, setAsked] = useState<CaseAction | null>(null)
  const close = () => setAsked(null)
  const first = FORWARD.find((action) => detail.next.includes(action))
  return (
    <div className={classes.acts}>
      {detail.next.map((action) => (
        <Button
          key={action}
          size="sm"
          variant={action === first ? 'filled' : 'default'}
          onClick={() => setAsked(action)}
        >
          {CASE_ACTION_LABELS[action]}…
        </Button>
      ))}
      <Dialog
        opened={asked !== null}
        onClose={close}
        title={asked === null ? '' : `${CASE_ACTION_LABELS[asked]}: ${detail.name}`}
        size={720}
      >
        {asked !== null && <FormOf action={asked} detail={detail} onDone={close} />}
      </Dialog>
    </div>
  )
}

interface FormOfProps {
  action: CaseAction
  detail: CaseDetail
  onDone: () => void
}

function FormOf({ action, detail, onDone }: FormOfProps) {
  const shared = { detail, onDone }
  switch (action) {
    case 'amend':
      return <ProposeForm stayId={detail.stayId} amended={detail} onDone={onDone} />
    case 'convene':
      return <ConveneForm {...shared} />
    case 'hear':
      return <HearForm {...shared} />
    case 'decide':
      return <DecideForm {...shared} extends={false} />
    case 'extend':
      return <DecideForm {...shared} extends />
    case 'begin':
      return <BeginForm {...shared} />
    case 'review':
      return <ReviewForm {...shared} />
    case 'appeal':
      return <AppealForm {...shared} />
    case 'settle-appeal':
      return <SettleAppealForm {...shared} />
    case 'send-serious':
      return <SeriousForm {...shared} />
    default:
      return isClosing(action) ? <CloseForm {...shared} action={action} /> : null
  }
}

function CloseForm({ action, detail, onDone }: { action: Closing; detail: CaseDetail; onDone: () => void }) {
  const [version] = useState(detail.version)
  const { says, required, danger } = CLOSINGS[action]
  const saving = useSave((comment: string, key) =>
    hub.conductCases.close({ id: detail.id, version, action, comment }, { context: { key } }),
  )
  return (
    <ActForm
      act={CASE_ACTION_LABELS[action]}
      saving={saving}
      comment={{ label: required ? 'Lý do' : 'Ghi chú', required, isFirst: true }}
      typed={null}
      danger={danger}
      onDone={onDone}
      input={(comment) => comment}
    >
      <p className={classes.body}>{says}</p>
    </ActForm>
  )
}
