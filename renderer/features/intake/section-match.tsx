import { Button, TextInput } from '@mantine/core'
import { IconCheck, IconQuestionMark, IconX, IconEqualDouble, IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { PersonMatch } from '#domain/contract/match-shapes.ts'
import { CUSTODY_EVENT_LABELS } from '#domain/custody/event-kinds.ts'
import type { FieldResult } from '#domain/matching/compare-people.ts'
import { formatBirth } from '#domain/people/birth.ts'
import { TRACK_LABELS } from '#domain/stay/track.ts'
import { formatDay } from '#domain/time/day.ts'
import type { IntakeForm } from '#renderer/features/intake/intake-form.ts'
import { IntakeSection } from '#renderer/features/intake/intake-section.tsx'
import { useIntake, useIntakeStore, useProblem } from '#renderer/features/intake/intake-store.ts'
import { NumberRow, TextRow } from '#renderer/features/intake/intake-rows.tsx'
import { useMatches } from '#renderer/features/intake/use-matches.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import { PersonPhoto } from '#ui/person-photo.tsx'
import classes from './intake.module.css'

const RESULT_ICONS: Record<FieldResult, typeof IconCheck> = {
  same: IconCheck,
  close: IconEqualDouble,
  differs: IconX,
  unknown: IconQuestionMark,
}

const LONGEST_REASON = 200

/** Takes a person on file as the one at the gate; what the form leaves empty is taken from the file. */
export function asKnown(form: IntakeForm, match: PersonMatch): Partial<IntakeForm> {
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

/** Who on file may be this person, side by side, and which rehabilitation it is. */
export function MatchSection({ scans, onDecided }: { scans: number; onDecided: () => void }) {
  const { matches, isSettled, isEnough, newPerson, query } = useMatches()
  const store = useIntakeStore()
  const known = useIntake((form) => form.known)
  const notSame = useIntake((form) => form.notSame)
  const problem = useProblem('person')
  const first = useRef<HTMLUListElement>(null)
  const answered = useRef(0)

  // After a scan the hands are on the scanner, not in a field: the next question gets the focus.
  useEffect(() => {
    if (scans === answered.current || !isSettled) return
    answered.current = scans
    const button = first.current?.querySelector<HTMLElement>('[data-same], [data-inside]')
    if (button) button.focus()
    else onDecided()
  }, [scans, isSettled, onDecided])

  const shown = matches.filter(
    ({ personId }) => !notSame.some((one) => one.personId === personId) && known?.personId !== personId,
  )
  const chosen = matches.find(({ personId }) => personId === known?.personId)
  const proposal = known === null ? newPerson : chosen?.ordinal
  return (
    <IntakeSection
      step="match"
      number={2}
      title="Đối chiếu"
      aside={
        <output className={classes.dim}>
          {!isEnough
            ? 'Ghi họ tên hoặc số giấy tờ để đối chiếu.'
            : query.isFetching
              ? 'Đang đối chiếu…'
              : shown.length === 0 && known === null
                ? 'Không ai trong hồ sơ giống người này.'
                : null}
        </output>
      }
    >
      {problem !== undefined && (
        <p className={classes.refusal} role="alert" tabIndex={-1} data-problem>
          <IconAlertTriangle size={16} stroke={2} aria-hidden /> {problem}{' '}
          {known && <InnerLink href={`/nguoi/${known.personId}`}>Mở hồ sơ {known.name}</InnerLink>}
        </p>
      )}
      {known && (
        <p className={classes.chosen}>
          <IconCheck size={16} stroke={2} aria-hidden />
          <span>
            Đã xác nhận cùng một người với{' '}
            <InnerLink href={`/nguoi/${known.personId}`}>{known.name}</InnerLink> trong hồ sơ. Đợt này sẽ là
            đợt mới của người đó.
          </span>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => store.set({ known: null, ordinal: null, ordinalReason: '' })}
          >
            Chọn lại
          </Button>
        </p>
      )}
      <ul className={classes.matches} ref={first} aria-label="Người có thể trùng">
        {shown.map((match) => (
          <MatchCard key={match.personId} match={match} onDecided={onDecided} />
        ))}
      </ul>
      {notSame.length > 0 && (
        <ul className={classes.lines} aria-label="Đã xác nhận không phải một người">
          {notSame.map((one) => (
            <li key={one.personId} className={classes.notSame}>
              <span>Không phải {one.name}:</span>
              <TextInput
                aria-label={`Vì sao không phải ${one.name}`}
                value={one.reason}
                maxLength={300}
                className={classes.grow}
                onChange={(event) => {
                  const reason = event.currentTarget.value
                  store.set({
                    notSame: store
                      .form()
                      .notSame.map((row) => (row.personId === one.personId ? { ...row, reason } : row)),
                  })
                }}
              />
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() =>
                  store.set({
                    notSame: store.form().notSame.filter(({ personId }) => personId !== one.personId),
                  })
                }
              >
                Xét lại
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className={classes.ordinal}>
        {proposal && (
          <div className={classes.proposal}>
            <span>
              Đề xuất: <b>lần thứ {proposal.ordinal}</b>
            </span>
            {[...proposal.explanation, ...proposal.doubts].map((line) => (
              <span key={line} className={classes.dim}>
                {line}
              </span>
            ))}
          </div>
        )}
        <OrdinalFields
          proposal={proposal ?? null}
          onConfirm={(ordinal, reason) => {
            store.set({ ordinal, ordinalReason: reason.slice(0, LONGEST_REASON) })
            store.forget('stay.ordinal')
            onDecided()
          }}
        />
      </div>
    </IntakeSection>
  )
}

function OrdinalFields({
  proposal,
  onConfirm,
}: {
  proposal: { ordinal: number; explanation: string[] } | null
  onConfirm: (ordinal: number, reason: string) => void
}) {
  const ordinal = useIntake((form) => form.ordinal)
  return (
    <>
      {proposal && ordinal === null && (
        <Button
          variant="default"
          data-walk
          data-ordinal
          onClick={() => onConfirm(proposal.ordinal, proposal.explanation.join(' '))}
        >
          Xác nhận lần thứ {proposal.ordinal}
        </Button>
      )}
      <div className={classes.cols}>
        <NumberRow
          label="Lần cai nghiện thứ"
          path="stay.ordinal"
          field="ordinal"
          required
          w={80}
          max={100}
          hint="Quyết định thời hạn 24 hay 36 tháng."
        />
        <TextRow
          label="Căn cứ số lần"
          path="stay.ordinalReason"
          field="ordinalReason"
          required
          maxLength={LONGEST_REASON}
        />
      </div>
    </>
  )
}

function MatchCard({ match, onDecided }: { match: PersonMatch; onDecided: () => void }) {
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
    </li>
  )
}
