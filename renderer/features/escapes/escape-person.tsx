import { Button } from '@mantine/core'
import { IconDoorEnter, IconFileText, IconPencil, IconPhoto } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { EscapeDetail } from '#domain/contract/escapes.ts'
import { DUTIES } from '#domain/law/duties.ts'
import { dayOf, formatInstant } from '#domain/time/instant.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { photoUrl } from '#renderer/features/dossier/person-photo.ts'
import { MakeDocument } from '#renderer/features/documents/make-document.tsx'
import { DescribeForm } from '#renderer/features/escapes/describe-form.tsx'
import { EscapeEffectPanel } from '#renderer/features/escapes/effect-panel.tsx'
import { awayText, standingChip } from '#renderer/features/escapes/escape-words.ts'
import { SightingsList } from '#renderer/features/escapes/sightings-list.tsx'
import { birthYearOf, personHref } from '#renderer/features/people/person-words.ts'
import { Dialog } from '#ui/dialog.tsx'
import { PersonName } from '#ui/person-name.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import classes from './escapes.module.css'

type Paper = 'search-decision' | 'escape-notice'

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

/** One person of an escape: what is known, what is still due, papers, and what it did to the term. */
export function EscapePerson({
  escape,
  onRecover,
}: {
  escape: EscapeDetail
  /** Undefined where the page has that act for its only person. */
  onRecover?: (() => void) | undefined
}) {
  const desk = useDesk()
  const { history } = useRouter()
  const now = useHubNow()
  const [paper, setPaper] = useState<Paper | null>(null)
  const [isDescribing, setIsDescribing] = useState(false)
  const [isExplained, setIsExplained] = useState(escape.standing === 'recovered')
  const may = desk?.permissions ?? []
  const counts = escape.standing !== 'withdrawn'
  const mayMake = may.includes('documents.make') && counts
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
          <span className={classes.dim}>đã {awayText(escape.escapedAt, now)}</span>
        )}
        <span className={classes.acts}>
          {onRecover && escape.standing === 'away' && may.includes('custody.record') && (
            <Button size="xs" leftSection={<IconDoorEnter {...ICON} />} onClick={onRecover}>
              Đã đưa trở lại
            </Button>
          )}
          {mayMake && escape.search?.isOurs && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconFileText {...ICON} />}
              onClick={() => setPaper('search-decision')}
            >
              Quyết định truy tìm
            </Button>
          )}
          {mayMake && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconFileText {...ICON} />}
              onClick={() => setPaper('escape-notice')}
            >
              Thông báo
            </Button>
          )}
          {counts && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPhoto {...ICON} />}
              onClick={() => history.push(`/in/truy-tim/${escape.id}`)}
            >
              Phiếu ảnh
            </Button>
          )}
        </span>
      </div>
      {escape.due.length > 0 && (
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
      {counts && !isExplained && (
        <div>
          <Button size="compact-sm" variant="subtle" onClick={() => setIsExplained(true)}>
            Thời hạn và việc đến hạn thay đổi thế nào
          </Button>
        </div>
      )}
      {counts && isExplained && <EscapeEffectPanel id={escape.id} name={escape.name} />}
      <Dialog opened={isDescribing} onClose={() => setIsDescribing(false)} title={escape.name} size={620}>
        {isDescribing && <DescribeForm escape={escape} onClose={() => setIsDescribing(false)} />}
      </Dialog>
      <Dialog opened={paper !== null} onClose={() => setPaper(null)} title="Lập văn bản" size={680}>
        {paper && desk && (
          <MakeDocument
            stayId={escape.stayId}
            today={dayOf(desk.now())}
            form={paper}
            onLeave={() => setPaper(null)}
            onMade={(id) => history.push(`/in/document/${id}`)}
          />
        )}
      </Dialog>
    </section>
  )
}
