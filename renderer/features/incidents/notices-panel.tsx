import { Button } from '@mantine/core'
import { useState } from 'react'
import type { IncidentDetail } from '#domain/contract/incident-shapes.ts'
import type { IncidentNotice } from '#domain/contract/incident-work-shapes.ts'
import { SENDING_WAY_LABELS } from '#domain/obligations/exemptions.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { useTickingNow } from '#renderer/features/visits/use-ticking-now.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { clockWord, doneWord } from './incident-words.ts'
import { SentForm } from './sent-form.tsx'
import { RuleWhy } from './task-line.tsx'
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
                    <ToneChip {...doneWord('đã gửi', { at: notice.sentAt, dueAt: notice.dueAt })} quiet />
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
        {sending && <SentForm incidentId={incident.id} notices={[sending]} onDone={() => setSending(null)} />}
      </Dialog>
    </Panel>
  )
}
