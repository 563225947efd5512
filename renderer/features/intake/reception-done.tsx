import { Button } from '@mantine/core'
import { IconCircleCheck, IconFileText, IconUserPlus } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { Received } from '#domain/contract/intake.ts'
import type { DocumentForm } from '#domain/documents/form-editions.ts'
import { formatDay } from '#domain/time/day.ts'
import { dayOf, formatInstant } from '#domain/time/instant.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { MakeDocument } from '#renderer/features/documents/make-document.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { Panel } from '#ui/panel.tsx'
import { ShortcutHint } from '#ui/shortcut-hint.tsx'
import classes from './intake.module.css'

/** What was done, and what comes next: the record for two signatures first. */
export function ReceptionDone({
  received,
  name,
  onNext,
}: {
  received: Received
  name: string
  onNext: () => void
}) {
  const router = useRouter()
  const desk = useDesk()
  const today = dayOf(useHubNow())
  const [making, setMaking] = useState<DocumentForm | null>(null)
  const first = useRef<HTMLButtonElement>(null)
  const mayMake = desk?.permissions.includes('documents.make') ?? false
  useEffect(() => first.current?.focus(), [])
  const awaited = received.missing.filter(({ dueOn }) => dueOn !== null)
  return (
    <Panel>
      <div className={classes.done}>
        <p className={classes.doneTitle}>
          <IconCircleCheck size={24} stroke={1.75} aria-hidden />
          <span>
            Đã tiếp nhận <b>{name}</b>
            {received.bedCode === null ? ', chưa xếp giường' : ` vào giường ${received.bedCode}`}
          </span>
        </p>
        <dl className={classes.facts}>
          <dt>Lúc</dt>
          <dd>{formatInstant(received.at)}</dd>
          <dt>Hết thời hạn</dt>
          <dd>{received.endOn === null ? 'chưa tính được, chờ quyết định' : formatDay(received.endOn)}</dd>
          {received.receipt !== null && (
            <>
              <dt>Phiếu thu lưu ký</dt>
              <dd>{received.receipt}</dd>
            </>
          )}
          {awaited.length > 0 && (
            <>
              <dt>Giấy tờ bổ sung</dt>
              <dd>
                {awaited.map(({ code, title, dueOn }) => (
                  <span key={code} className={classes.block}>
                    {title}, hạn {dueOn === null ? '' : formatDay(dueOn)}
                  </span>
                ))}
              </dd>
            </>
          )}
          {received.warnings.length > 0 && (
            <>
              <dt>Xem lại</dt>
              <dd>
                {received.warnings.map(({ code, message }) => (
                  <span key={code + message} className={classes.block}>
                    {message}
                  </span>
                ))}
              </dd>
            </>
          )}
        </dl>
        <div className={classes.doneActs}>
          {mayMake && (
            <Button
              ref={first}
              leftSection={<IconFileText size={16} stroke={1.75} aria-hidden />}
              onClick={() => setMaking('hand-over')}
            >
              Lập biên bản giao nhận
            </Button>
          )}
          {mayMake && received.receipt !== null && (
            <Button variant="default" onClick={() => setMaking('deposit-receipt')}>
              Lập biên nhận lưu ký
            </Button>
          )}
          <Button
            ref={mayMake ? undefined : first}
            variant="default"
            leftSection={<IconUserPlus size={16} stroke={1.75} aria-hidden />}
            onClick={onNext}
          >
            Tiếp nhận người tiếp theo
          </Button>
          <ShortcutHint keys={['Alt', 'N']} />
          <InnerLink href={`/nguoi/${received.personId}`}>Mở hồ sơ {name}</InnerLink>
        </div>
      </div>
      <Dialog
        opened={making !== null}
        onClose={() => setMaking(null)}
        title={making === 'deposit-receipt' ? 'Lập biên nhận lưu ký' : 'Lập biên bản giao nhận'}
        size="lg"
      >
        {making && (
          <MakeDocument
            stayId={received.stayId}
            today={today}
            form={making}
            onMade={(documentId) => router.history.push(`/in/document/${documentId}`)}
            onLeave={() => setMaking(null)}
          />
        )}
      </Dialog>
    </Panel>
  )
}
