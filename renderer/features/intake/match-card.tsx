import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconEqualDouble, IconQuestionMark, IconX } from '@tabler/icons-react'
import type { PersonMatch } from '#domain/contract/match-shapes.ts'
import { CUSTODY_EVENT_LABELS } from '#domain/custody/event-kinds.ts'
import type { FieldResult } from '#domain/matching/compare-people.ts'
import { formatBirth } from '#domain/people/birth.ts'
import { TRACK_LABELS } from '#domain/stay/track.ts'
import { formatDay } from '#domain/time/day.ts'
import type { IntakeForm } from '#renderer/features/intake/intake-form.ts'
import { useIntakeStore, useProblem } from '#renderer/features/intake/intake-store.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { PersonPhoto } from '#ui/person-photo.tsx'
import classes from './intake.module.css'

const RESULT_ICONS: Record<FieldResult, typeof IconCheck> = {
  same: IconCheck,
  close: IconEqualDouble,
  differs: IconX,
  unknown: IconQuestionMark,
}

/** Takes a person on file as the one at the gate; what the form leaves empty is taken from the file. */
function asKnown(form: IntakeForm, match: PersonMatch): Partial<IntakeForm> {
  return {
    known: { personId: match.personId, version: match.version, name: match.name },
    notSame: form.notSame.filter(({ personId }) => personId !== match.personId),
    name: form.name.trim() || match.name,
    alias: form.alias || (match.alias ?? ''),
    birth: form.birth || (match.birth === null ? '' : formatBirth(match.birth)),
    sex: form.sex ?? match.sex,
    placementSex: form.placementSex ?? match.placementSex,
    // Another person, another count: it is confirmed anew.
    ordinal: null,
    ordinalReason: '',
  }
}

/** The reason that stands there before anybody types: what differs. */
function differences(match: PersonMatch): string {
  const fields = match.fields
    .filter(({ result }) => result === 'differs')
    .map(({ label }) => label.toLowerCase())
  return fields.length === 0 ? 'Người tiếp nhận xác nhận là người khác' : `Khác ${fields.join(', ')}`
}

/** Somebody on file beside the person at the gate: what agrees, what differs, and the two answers. */
export function MatchCard({ match, onDecided }: { match: PersonMatch; onDecided: () => void }) {
  const store = useIntakeStore()
  const problem = useProblem(`person.match.${match.personId}`)
  const told = match.fields.filter(
    ({ result, left, right }) => result !== 'unknown' || left !== null || right !== null,
  )
  return (
    <li className={classes.match} data-level={match.level}>
      <div className={classes.matchHead}>
        <PersonPhoto
          fullName={match.name}
          photoUrl={match.photoId === null ? null : `/files/photo/${match.photoId}`}
          size={48}
        />
        <span className={classes.grow}>
          <b>{match.name}</b>
          {match.birth !== null && ` · ${formatBirth(match.birth)}`}
          <span className={classes.level}>{match.levelLabel}</span>
        </span>
      </div>
      <div className={classes.matchActs}>
        {match.isOnRoll ? (
          <InnerLink href={`/nguoi/${match.personId}`} data-inside className={classes.inner}>
            Cùng một người: mở hồ sơ đang có
          </InnerLink>
        ) : (
          <Button
            size="compact-sm"
            data-same
            data-walk
            onClick={() => {
              store.set(asKnown(store.form(), match))
              store.forget('person')
              onDecided()
            }}
          >
            Cùng một người
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            const { notSame } = store.form()
            const one = { personId: match.personId, name: match.name, reason: differences(match) }
            store.set({ notSame: [...notSame.filter(({ personId }) => personId !== match.personId), one] })
            store.forget('person')
            onDecided()
          }}
        >
          Không phải một người
        </Button>
      </div>
      {match.isOnRoll && (
        <p className={classes.inside} role="alert">
          <IconAlertTriangle size={16} stroke={2} aria-hidden />
          <span>
            {match.name} {match.where}. Nếu đúng người này thì không tiếp nhận lần nữa.
          </span>
        </p>
      )}
      <table className={classes.compare}>
        <thead>
          <tr>
            <th scope="col">So với</th>
            <th scope="col">Người đến</th>
            <th scope="col">Trong hồ sơ</th>
            <th scope="col">Kết quả</th>
          </tr>
        </thead>
        <tbody>
          {told.map((field) => {
            const Icon = RESULT_ICONS[field.result]
            return (
              <tr key={field.field} data-result={field.result}>
                <th scope="row">{field.label}</th>
                <td>{field.left ?? '–'}</td>
                <td>{field.right ?? '–'}</td>
                <td className={classes.result}>
                  <Icon size={14} stroke={2.25} aria-hidden /> {field.resultLabel}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <ul className={classes.stays} aria-label={`Các đợt của ${match.name}`}>
        {match.stays.map((stay) => (
          <li key={stay.stayId}>
            Lần {stay.ordinal}: {TRACK_LABELS[stay.track].toLowerCase()}
            {stay.receivedOn !== null && `, từ ${formatDay(stay.receivedOn)}`}
            {stay.endedKind !== null && stay.endedOn !== null
              ? `, ${CUSTODY_EVENT_LABELS[stay.endedKind].toLowerCase()} ${formatDay(stay.endedOn)}`
              : ', chưa kết thúc'}
          </li>
        ))}
      </ul>
      {match.keptApart.map((pair) => (
        <p key={pair.personId} className={classes.doubt}>
          Không xếp chung với {pair.name}
          {pair.zoneName !== null && `, đang ở ${pair.zoneName}`}
          {pair.bedCode !== null && ` (${pair.bedCode})`}.
        </p>
      ))}
      {problem !== undefined && (
        <p className={classes.refusal} role="alert" tabIndex={-1} data-problem>
          {problem}
        </p>
      )}
    </li>
  )
}
