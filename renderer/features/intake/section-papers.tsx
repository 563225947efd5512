import { Button, Checkbox, TextInput } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useState } from 'react'
import { DOSSIER_STATE_LABELS, type DossierState } from '#domain/dossier/checklist.ts'
import { MISSING_REASON_LABELS, MISSING_REASONS } from '#domain/dossier/judge-dossier.ts'
import { TERM_REGIME_LABELS } from '#domain/stay/track.ts'
import { addDays, formatDay } from '#domain/time/day.ts'
import { dayOf } from '#domain/time/instant.ts'
import { toHubError } from '#renderer/api/hub-error.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { ScanField } from '#renderer/features/dossier/scan-field.tsx'
import { emptyAnswer, type DossierAnswerRow } from '#renderer/features/intake/intake-form.ts'
import { IntakeSection } from '#renderer/features/intake/intake-section.tsx'
import { useIntake, useIntakeStore, useProblem } from '#renderer/features/intake/intake-store.ts'
import { AddLine } from '#renderer/features/intake/line-buttons.tsx'
import { useChecklist } from '#renderer/features/intake/use-checklist.ts'
import { CodeSelect, OptionalCodeSelect } from '#ui/code-choice.tsx'
import { DayField } from '#ui/day-field.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import classes from './intake.module.css'

type Checklist = NonNullable<ReturnType<typeof useChecklist>['data']>
type Item = Checklist['items'][number]

/** Writes an answer under its code. */
function useAnswer(code: string): [DossierAnswerRow, (patch: Partial<DossierAnswerRow>) => void] {
  const store = useIntakeStore()
  const answer = useIntake((form) => form.dossier[code])
  function change(patch: Partial<DossierAnswerRow>) {
    const { dossier } = store.form()
    store.set({ dossier: { ...dossier, [code]: { ...(dossier[code] ?? emptyAnswer()), ...patch } } })
    store.forget(`dossier.${code}`)
  }
  return [answer ?? BLANK, change]
}

const BLANK = emptyAnswer()

/** The papers the law asks for on this track and day: what came, what is missing and why. */
export function PapersSection() {
  const store = useIntakeStore()
  const track = useIntake((form) => form.track)
  const hasNoResidence = useIntake((form) => form.hasNoResidence)
  const isDecided = useIntake((form) => form.track !== 'held' && form.decisionNumber.trim() !== '')
  const checklist = useChecklist()
  const [isLong, setIsLong] = useState(false)
  const answered = useIntake((form) => form.dossier)
  const required = checklist.data?.items.filter(({ isRequired }) => isRequired) ?? []

  const shown = (checklist.data?.items ?? []).filter(
    ({ code, isRequired }) =>
      isLong || isRequired || (answered[code] !== undefined && answered[code].state !== 'required'),
  )

  function receiveAll() {
    const { dossier } = store.form()
    const all = required.map(({ code }) => [
      code,
      { ...(dossier[code] ?? emptyAnswer()), state: 'received' as const },
    ])
    store.set({ dossier: { ...dossier, ...Object.fromEntries(all) } })
    store.forget('dossier')
  }

  return (
    <IntakeSection
      step="papers"
      number={3}
      title="Hồ sơ giấy tờ"
      aside={
        checklist.data && (
          <>
            <span className={classes.dim}>{TERM_REGIME_LABELS[checklist.data.regime]}</span>
            <Button
              size="compact-sm"
              variant="default"
              data-walk
              leftSection={<IconChecks size={14} stroke={1.75} aria-hidden />}
              onClick={receiveAll}
            >
              Đã nhận đủ giấy bắt buộc
            </Button>
          </>
        )
      }
    >
      {track === null && <p className={classes.dim}>Chọn diện ở mục 1 để biết cần giấy gì.</p>}
      {checklist.isError && (
        <ErrorState
          title="Chưa tải được danh mục giấy tờ"
          sentence={toHubError(checklist.error).message}
          onRetry={() => void checklist.refetch()}
        />
      )}
      {checklist.data && track !== null && (
        <>
          <ul className={classes.lines} aria-label="Danh mục giấy tờ">
            {shown.map((item) => (
              <PaperAnswer
                key={item.code}
                item={item}
                missingDays={checklist.data.missingDays}
                isDecided={isDecided && item.isDecision}
              />
            ))}
          </ul>
          {shown.length < checklist.data.items.length && (
            <AddLine
              label={`${checklist.data.items.length - shown.length} giấy khác có thể kèm theo`}
              onAdd={() => setIsLong(true)}
            />
          )}
          <Checkbox
            mt="xs"
            label="Không có nơi cư trú ổn định"
            checked={hasNoResidence}
            onChange={(event) => store.set({ hasNoResidence: event.currentTarget.checked })}
          />
        </>
      )}
    </IntakeSection>
  )
}

function PaperAnswer({
  item,
  missingDays,
  isDecided,
}: {
  item: Item
  missingDays: number
  isDecided: boolean
}) {
  const store = useIntakeStore()
  const stayId = useIntake((form) => form.ids.stay)
  const [answer, change] = useAnswer(item.code)
  const today = dayOf(useHubNow())
  const problem = useProblem(`dossier.${item.code}`)
  const numberProblem = useProblem(`dossier.${item.code}.number`)
  const state = isDecided ? 'received' : answer.state
  const isAwaited = state === 'missing' || state === 'invalid'
  const states: DossierState[] = item.isRequired
    ? ['required', 'received', 'missing', 'invalid']
    : ['required', 'received', 'missing', 'invalid', 'not-needed']
  const labels = { ...DOSSIER_STATE_LABELS, required: item.isRequired ? 'Chưa ghi nhận' : 'Không kèm' }

  function keepScan(fileId: string) {
    // The scan came while the desk went on to somebody else: it is not theirs.
    if (store.form().ids.stay === stayId) change({ fileId, ...(isDecided && { state: 'received' }) })
  }

  const source = [item.form, item.article].filter((part) => part !== null).join(' · ')
  return (
    <li className={classes.answer} data-state={state}>
      <span className={classes.answerTitle}>
        {item.title}
        {item.isRequired && <span className={classes.required}> *</span>}
        <span className={classes.source}>
          {source}
          {item.condition !== null && ` · ${item.condition}`}
        </span>
      </span>
      <CodeSelect
        aria-label={`Tình trạng: ${item.title}`}
        codes={states}
        labels={labels}
        value={state}
        error={problem !== undefined && !isAwaited}
        disabled={isDecided}
        onChange={(next) => change({ state: next })}
        w={140}
      />
      {isDecided ? (
        <span className={classes.dim}>Số, ngày, nơi ban hành ghi ở mục 4.</span>
      ) : isAwaited ? (
        <>
          <OptionalCodeSelect
            aria-label={`Lý do chưa có: ${item.title}`}
            placeholder="Lý do tiếp nhận khi chưa có"
            codes={MISSING_REASONS}
            labels={MISSING_REASON_LABELS}
            value={answer.reason}
            error={problem !== undefined}
            onChange={(next) => change({ reason: next })}
            className={classes.grow}
          />
          {answer.reason === 'other' && (
            <TextInput
              aria-label={`Ghi rõ lý do: ${item.title}`}
              placeholder="Ghi rõ"
              value={answer.note}
              maxLength={300}
              onChange={(event) => change({ note: event.currentTarget.value })}
              className={classes.grow}
            />
          )}
          <span className={classes.due}>hạn bổ sung {formatDay(addDays(today, missingDays))}</span>
        </>
      ) : (
        state === 'received' && (
          <>
            <TextInput
              aria-label={`Số: ${item.title}`}
              placeholder="Số"
              value={answer.number}
              maxLength={80}
              error={numberProblem !== undefined}
              onChange={(event) => change({ number: event.currentTarget.value })}
              w={130}
            />
            <DayField
              aria-label={`Ngày: ${item.title}`}
              today={today}
              value={answer.issuedOn}
              onChange={(issuedOn) => change({ issuedOn })}
            />
            <TextInput
              aria-label={`Nơi ban hành: ${item.title}`}
              placeholder={item.issuer}
              value={answer.issuer}
              maxLength={200}
              onChange={(event) => change({ issuer: event.currentTarget.value })}
              className={classes.grow}
            />
          </>
        )
      )}
      {state === 'received' && (
        <ScanField
          paper={item.title}
          fileId={answer.fileId}
          onSent={keepScan}
          onSending={(sending) => store.files.follow(item.title, sending)}
        />
      )}
      {problem !== undefined && <span className={classes.error}>{problem}</span>}
    </li>
  )
}
