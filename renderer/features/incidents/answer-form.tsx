import { Button, TextInput } from '@mantine/core'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import type { IncidentAnswer } from '#domain/contract/incident-shapes.ts'
import type { AnswerNeed, FormQuestion } from '#domain/incidents/kind-form.ts'
import { dayOf } from '#domain/time/instant.ts'
import { hub } from '#renderer/api/client.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { parseTimeText } from '#renderer/features/custody/moment-text.ts'
import { DayField } from '#ui/day-field.tsx'
import { useIncidentAct } from './use-incident.ts'
import classes from './incidents.module.css'

const NEED_LABELS: Record<AnswerNeed, string> = {
  comment: 'Ghi rõ',
  day: 'Ngày',
  time: 'Giờ, ví dụ 21:30',
  count: 'Số người',
}

/** One question: a number key chooses, Enter answers, and the next question stands in its place. */
export function AnswerForm({
  incidentId,
  no,
  question,
  over,
  onDone,
}: {
  incidentId: string
  no: number
  question: FormQuestion
  /** The answer it takes the place of. */
  over: IncidentAnswer | undefined
  onDone: () => void
}) {
  const name = useId()
  const today = dayOf(useHubNow())
  const [answerId, setAnswerId] = useState(() => crypto.randomUUID())
  const [chosen, setChosen] = useState(over?.answer ?? null)
  const [detail, setDetail] = useState(over?.detail ?? '')
  const detailBox = useRef<HTMLInputElement>(null)
  const { run, saving } = useIncidentAct(
    (input: Parameters<typeof hub.incidents.answer>[0], key) =>
      hub.incidents.answer(input, { context: { key } }),
    'Đã ghi câu trả lời.',
    onDone,
  )
  const answer = question.answers.find(({ id }) => id === chosen)
  const { errors, clash } = saving
  const sentence =
    Object.values(errors)[0] ??
    saving.problem ??
    (clash && `${clash.changedBy} vừa trả lời câu này. Xem câu trả lời mới ở trên.`)

  async function save() {
    if (answer === undefined) {
      saving.setErrors({ answer: 'Chọn một câu trả lời.' })
      return
    }
    const said = answer.needs === 'time' ? (parseTimeText(detail) ?? detail) : detail
    await run({
      id: incidentId,
      answerId,
      question: question.id,
      answer: answer.id,
      detail: answer.needs === undefined ? null : said,
      over: over?.id ?? null,
    })
    setAnswerId(crypto.randomUUID())
  }

  function onKeyDown(event: KeyboardEvent) {
    const isTyping = event.target instanceof HTMLInputElement && event.target.type !== 'radio'
    if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault()
      void save()
    }
    if (event.key === 'Escape' && over) onDone()
    if (isTyping || event.ctrlKey || event.altKey || event.metaKey) return
    const picked = question.answers[Number(event.key) - 1]
    if (picked === undefined) return
    event.preventDefault()
    setChosen(picked.id)
    if (picked.needs !== undefined) setTimeout(() => detailBox.current?.focus())
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the radios inside bubble up to their form
    <form
      aria-label={question.text}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <b>
        {no}. {question.text}
      </b>
      {question.hint !== undefined && <p className={classes.note}>{question.hint}</p>}
      <div role="radiogroup" aria-label={question.text} className={classes.answers}>
        {question.answers.map(({ id, text }, index) => (
          <label key={id} className={classes.answer}>
            <input
              type="radio"
              name={name}
              checked={chosen === id}
              tabIndex={chosen === id || (answer === undefined && index === 0) ? 0 : -1}
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- one question at a time: answering one leads to the next
              autoFocus={chosen === id || (answer === undefined && index === 0)}
              onChange={() => setChosen(id)}
            />
            <kbd aria-hidden>{index + 1}</kbd>
            {text}
          </label>
        ))}
      </div>
      {answer?.needs === 'day' && (
        <DayField
          aria-label={NEED_LABELS.day}
          today={today}
          value={detail === '' ? null : detail}
          onChange={(day) => setDetail(day ?? '')}
        />
      )}
      {answer?.needs !== undefined && answer.needs !== 'day' && (
        <TextInput
          ref={detailBox}
          label={NEED_LABELS[answer.needs]}
          inputMode={answer.needs === 'comment' ? 'text' : 'numeric'}
          maxLength={answer.needs === 'comment' ? 1000 : 5}
          maw={answer.needs === 'comment' ? undefined : 180}
          value={detail}
          onChange={(event) => setDetail(event.currentTarget.value)}
        />
      )}
      {sentence && (
        <p className={classes.problem} role="alert">
          {sentence}
        </p>
      )}
      <div className={classes.row}>
        <Button type="submit" size="compact-md" mt={6} loading={saving.isSaving}>
          Trả lời
        </Button>
        {over && (
          <Button size="compact-md" mt={6} variant="default" onClick={onDone}>
            Thôi
          </Button>
        )}
      </div>
    </form>
  )
}
