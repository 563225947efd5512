import { Button, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { IntakeSection } from '#renderer/features/intake/intake-section.tsx'
import { useIntake, useIntakeStore, useProblem } from '#renderer/features/intake/intake-store.ts'
import { NumberRow, TextRow } from '#renderer/features/intake/intake-rows.tsx'
import { MatchCard } from '#renderer/features/intake/match-card.tsx'
import { useMatches } from '#renderer/features/intake/use-matches.ts'
import { InnerLink } from '#ui/inner-link.tsx'
import classes from './intake.module.css'

const LONGEST_REASON = 200

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
          label="Lần thứ"
          path="stay.ordinal"
          field="ordinal"
          required
          w={80}
          max={100}
          hint="Quyết định thời hạn 24 hay 36 tháng."
        />
        <TextRow
          label="Căn cứ"
          path="stay.ordinalReason"
          field="ordinalReason"
          required
          maxLength={LONGEST_REASON}
        />
      </div>
    </>
  )
}
