import { Button } from '@mantine/core'
import { IconDoorEnter, IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { EscapeDetail, EscapePaper } from '#domain/contract/escape-shapes.ts'
import { DOCUMENT_FORM_LABELS } from '#domain/documents/form-editions.ts'
import { DUTIES } from '#domain/law/duties.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { CorrectEvent } from '#renderer/features/custody/correct-event.tsx'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { photoUrl } from '#renderer/features/dossier/person-photo.ts'
import { DescribeForm } from '#renderer/features/escapes/describe-form.tsx'
import { EscapeEffectPanel } from '#renderer/features/escapes/effect-panel.tsx'
import { awayText, standingChip } from '#renderer/features/escapes/escape-words.ts'
import { SightingsList } from '#renderer/features/escapes/sightings-list.tsx'
import { birthYearOf, personHref } from '#renderer/features/people/person-words.ts'
import { Dialog } from '#ui/dialog.tsx'
import { InnerLink } from '#ui/inner-link.tsx'
import { PersonName } from '#ui/person-name.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './escapes.module.css'

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

/** One person of an escape: what is known, what is still due, papers, and what it did to the term. */
export function EscapePerson({
  escape,
  papers,
  isAlone,
  isFolded,
  onRecover,
  onWithdraw,
}: {
  escape: EscapeDetail
  /** Numbered papers of this escape. */
  papers: readonly EscapePaper[]
  /** The page itself says what is due of its only person, and has the act for the return. */
  isAlone: boolean
  /** One line until it is opened. */
  isFolded: boolean
  onRecover: () => void
  onWithdraw: () => void
}) {
  const desk = useDesk()
  const now = useHubNow()
  const [isCorrecting, setIsCorrecting] = useState(false)
  const [isDescribing, setIsDescribing] = useState(false)
  const [isOpen, setIsOpen] = useState(!isFolded)
  const [isExplained, setIsExplained] = useState(escape.standing === 'recovered')
  const may = desk?.permissions ?? []
  const counts = escape.standing !== 'withdrawn'
  return (
    <section className={classes.person} aria-label={escape.name}>
      <div className={classes.who}>
        <PersonName
          fullName={escape.name}
          birthYear={birthYearOf(escape)}
          photoUrl={photoUrl(escape.photoId)}
          href={personHref(escape.personId)}
        />
        <ToneChip {...standingChip(escape)} />
        {escape.standing === 'away' && (
          <span className={classes.dim}>vắng {awayText(escape.escapedAt, now)}</span>
        )}
        <span className={classes.acts}>
          {isFolded && (
            <Button
              size="xs"
              variant="subtle"
              aria-expanded={isOpen}
              aria-label={`Chi tiết về ${escape.name}`}
              onClick={() => setIsOpen(!isOpen)}
            >
              {isOpen ? 'Thu lại' : 'Chi tiết'}
            </Button>
          )}
          {!isAlone && escape.standing === 'away' && may.includes('custody.record') && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconDoorEnter {...ICON} />}
              aria-label={`Đã đưa trở lại: ${escape.name}`}
              onClick={onRecover}
            >
              Đã đưa trở lại
            </Button>
          )}
          {escape.recoveryId !== null && may.includes('custody.correct') && (
            <Button size="xs" variant="subtle" onClick={() => setIsCorrecting(true)}>
              Sửa việc trở lại…
            </Button>
          )}
          {counts && may.includes('custody.correct') && (
            <Button
              size="xs"
              variant="subtle"
              color="red"
              aria-label={`Ghi nhầm: ${escape.name}`}
              onClick={onWithdraw}
            >
              Ghi nhầm…
            </Button>
          )}
        </span>
      </div>
      {!isAlone && escape.due.length > 0 && (
        <ul className={classes.dues} aria-label="Còn phải làm">
          {escape.due.map(({ duty, dueAt }) => (
            <li key={duty}>
              <ToneChip
                tone={dueAt <= now ? 'late' : 'soon'}
                text={`${DUTIES[duty].label} ${dueAt <= now ? 'quá hạn từ' : 'trước'} ${formatInstant(dueAt)}`}
              />
            </li>
          ))}
        </ul>
      )}
      {isOpen && (
        <>
          <dl className={classes.facts}>
            <dt>Bỏ trốn lúc</dt>
            <dd>
              {formatInstant(escape.escapedAt)}
              {escape.fromWhere !== null && `, ${escape.fromWhere}`}
            </dd>
            {escape.lastSeenAt !== null && (
              <>
                <dt>Thấy lần cuối</dt>
                <dd>{formatInstant(escape.lastSeenAt)}</dd>
              </>
            )}
            <dt>Hồ sơ thấy sau cùng</dt>
            <dd>
              <SightingsList sightings={escape.sightings} />
            </dd>
            <dt>Nhận dạng</dt>
            <dd>
              {[
                escape.heightCm !== null && `cao ${escape.heightCm} cm`,
                escape.weightKg !== null && `nặng ${String(escape.weightKg).replace('.', ',')} kg`,
                escape.clothes,
                escape.looks,
              ]
                .filter(Boolean)
                .join('; ') || <span className={classes.dim}>chưa ghi</span>}
            </dd>
            <dt>Hướng đi, nơi có thể đến</dt>
            <dd>
              {[escape.direction, escape.likelyPlaces].filter(Boolean).join('; ') || (
                <span className={classes.dim}>chưa ghi</span>
              )}
              {counts && may.includes('custody.record') && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  leftSection={<IconPencil size={14} stroke={1.75} aria-hidden />}
                  aria-label={`Ghi thêm về ${escape.name}`}
                  onClick={() => setIsDescribing(true)}
                >
                  Ghi thêm
                </Button>
              )}
            </dd>
          </dl>
          {papers.length > 0 && may.includes('documents.read') && (
            <p className={classes.papers}>
              {newestOf(papers).map(({ id, form, number }) => (
                <InnerLink key={id} href={`/in/document/${id}`}>
                  {DOCUMENT_FORM_LABELS[form]} {number}
                </InnerLink>
              ))}
            </p>
          )}
          {counts && escape.missing.length > 0 && (
            <p className={classes.dim}>
              Mẫu số 43 hỏi mà hồ sơ chưa có: {escape.missing.join(', ')} (INC-09). Bổ sung ở{' '}
              <InnerLink href={personHref(escape.personId)}>hồ sơ học viên</InnerLink> rồi lập lại phiếu ảnh;
              không thì phiếu để dòng chấm ghi tay.
            </p>
          )}
          {counts && !isExplained && (
            <div>
              <Button size="compact-sm" variant="subtle" onClick={() => setIsExplained(true)}>
                Thời hạn và việc đến hạn thay đổi thế nào
              </Button>
            </div>
          )}
          {counts && isExplained && <EscapeEffectPanel id={escape.id} name={escape.name} />}
        </>
      )}
      <Dialog opened={isDescribing} onClose={() => setIsDescribing(false)} title={escape.name} size={620}>
        {isDescribing && <DescribeForm escape={escape} onClose={() => setIsDescribing(false)} />}
      </Dialog>
      {isCorrecting && <CorrectReturn escape={escape} onClose={() => setIsCorrecting(false)} />}
    </section>
  )
}

/** The newest paper of each form. */
function newestOf(papers: readonly EscapePaper[]): EscapePaper[] {
  return [...new Map(papers.map((paper) => [paper.form, paper])).values()]
}

/** The return was written down with a wrong time, or there was none. */
function CorrectReturn({ escape, onClose }: { escape: EscapeDetail; onClose: () => void }) {
  const line = useQuery(api.custody.line.queryOptions({ input: { stayId: escape.stayId } }))
  const event = line.data?.events.find(({ id }) => id === escape.recoveryId) ?? null
  return <CorrectEvent stayId={escape.stayId} event={event} onClose={onClose} />
}
