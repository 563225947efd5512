import type { PersonFile } from '#domain/contract/person-shapes.ts'
import { IDENTITY_KIND_LABELS } from '#domain/identity/identity-kinds.ts'
import { formatBirth } from '#domain/people/birth.ts'
import { SEX_LABELS } from '#domain/people/sex.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { useDesk } from '#renderer/app/desk.ts'
import { CardAlerts } from '#renderer/features/alerts/card-alerts.tsx'
import { CardTeam } from '#renderer/features/teams/card-team.tsx'
import { ClockLine } from '#renderer/features/people/clock-line.tsx'
import { usePhotoOf } from '#renderer/features/dossier/person-photo.ts'
import { isOverdue } from '#renderer/features/people/person-words.ts'
import { PlaceText } from '#ui/person-line.tsx'
import { PersonPhoto } from '#ui/person-photo.tsx'
import { StateChip } from '#ui/state-chip.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { TrackChip } from '#ui/track-chip.tsx'
import classes from './person-page.module.css'

/** The fixed card: who it is, where, and how long still. */
export function PersonCard({ file }: { file: PersonFile }) {
  const desk = useDesk()
  const stay = file.stays[0]
  const photoUrl = usePhotoOf(stay?.id)
  const paper = file.papers.find((one) => one.supersededAt === null)
  const isHere = stay && stay.state !== 'ended' && stay.state !== 'expected'
  return (
    <aside className={classes.card} aria-label="Tóm tắt">
      <div className={classes.face}>
        <PersonPhoto fullName={file.name} photoUrl={photoUrl} size={72} />
        <div>
          <p className={classes.cardName}>{file.name}</p>
          {file.alias !== null && <p className={classes.dim}>tên gọi khác: {file.alias}</p>}
          <p>
            {file.birth === null ? 'chưa rõ ngày sinh' : formatBirth(file.birth)} · {SEX_LABELS[file.sex]}
          </p>
        </div>
      </div>
      <dl className={classes.facts}>
        {paper && (
          <div>
            <dt>{IDENTITY_KIND_LABELS[paper.kind]}</dt>
            <dd>{paper.number}</dd>
          </div>
        )}
        {stay?.dossierNumber && (
          <div>
            <dt>Số hồ sơ</dt>
            <dd>{stay.dossierNumber}</dd>
          </div>
        )}
        {stay && (
          <div>
            <dt>Diện</dt>
            <dd>
              <TrackChip track={stay.track} /> <span className={classes.dim}>lần {stay.ordinal}</span>
            </dd>
          </div>
        )}
        {stay && (
          <div>
            <dt>Trạng thái</dt>
            <dd>
              {stay.isSuspended ? (
                <ToneChip tone="away" text="Tạm đình chỉ" />
              ) : (
                <StateChip state={stay.state} outKind={stay.outKind} overdue={isOverdue(stay, desk?.now())} />
              )}
              {stay.outUntil !== null && (
                <span className={classes.dim}> hẹn về {formatInstant(stay.outUntil)}</span>
              )}
            </dd>
          </div>
        )}
        {isHere && (
          <div>
            <dt>Chỗ ở</dt>
            <dd>
              <PlaceText zone={stay.zoneName} bed={stay.bedCode} />
            </dd>
          </div>
        )}
        <CardAlerts personId={file.id} />
        <CardTeam personId={file.id} />
      </dl>
      {stay ? <ClockLine stay={stay} /> : <p className={classes.dim}>Chưa có đợt cai nghiện nào.</p>}
    </aside>
  )
}
