import { Button, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import type { IncidentAnswer, IncidentDetail } from '#domain/contract/incident-shapes.ts'
import { askedQuestions } from '#domain/incidents/form-path.ts'
import { INCIDENT_KIND_LABELS } from '#domain/incidents/incident-kinds.ts'
import { formOfVersion } from '#domain/incidents/kind-forms.ts'
import { formatDay, isDay } from '#domain/time/day.ts'
import { formatInstant } from '#domain/time/instant.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Panel } from '#ui/panel.tsx'
import { ToneChip } from '#ui/tone-chip.tsx'
import { AnswerForm } from './answer-form.tsx'
import classes from './incidents.module.css'

/** What was answered, in the words of the form it was given to. */
export function answerText({
  kind,
  formVersion,
  question,
  answer,
  detail,
}: IncidentAnswer): [string, string] {
  const asked = formOfVersion(kind, formVersion).questions.find(({ id }) => id === question)
  const given = asked?.answers.find(({ id }) => id === answer)
  const more = detail !== null && isDay(detail) ? formatDay(detail) : detail
  return [asked?.text ?? question, [given?.text ?? answer, more].filter((part) => part !== null).join(': ')]
}

/** The questions of the incident's kind, one at a time; an answer decides which comes next. */
export function QuestionsPanel({ incident }: { incident: IncidentDetail }) {
  const [editing, setEditing] = useState<string | null>(null)
  const { kind, formVersion, may } = incident
  const form = formOfVersion(kind, formVersion)
  const current = incident.answers.filter(({ isHistory }) => !isHistory)
  const history = incident.answers.filter(({ isHistory }) => isHistory)
  const asked = askedQuestions(form, current)
  const open = asked.filter(({ given }) => given === null).length
  return (
    <Panel
      title="Câu hỏi"
      aside={
        <span className={classes.row}>
          mẫu “{INCIDENT_KIND_LABELS[kind]}” bản {formVersion}, dùng từ {formatDay(form.activeFrom)}
          {open === 0 && <ToneChip tone="ok" text="đã trả lời hết" />}
        </span>
      }
    >
      <ol className={classes.lines}>
        {asked.map(({ question, given }, index) => {
          const answer = current.find((one) => one.question === question.id)
          const isForm = may.revise && (given === null || editing === question.id)
          return (
            <li key={question.id} className={classes.line}>
              {isForm ? (
                <AnswerForm
                  key={answer?.id ?? 'first'}
                  incidentId={incident.id}
                  no={index + 1}
                  question={question}
                  over={answer}
                  onDone={() => setEditing(null)}
                />
              ) : (
                <div className={`${classes.line} ${classes.split}`}>
                  <div>
                    <span className={classes.dim}>
                      {index + 1}. {question.text}
                    </span>
                    <p className={classes.text}>
                      {answer === undefined ? 'Chưa trả lời' : answerText(answer)[1]}
                    </p>
                    {answer && (
                      <p className={classes.note}>
                        {answer.answeredBy}, {formatInstant(answer.answeredAt)}
                      </p>
                    )}
                  </div>
                  {may.revise && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      aria-label={`Sửa câu trả lời: ${question.text}`}
                      onClick={() => setEditing(question.id)}
                    >
                      Sửa
                    </Button>
                  )}
                </div>
              )}
            </li>
          )
        })}
      </ol>
      {asked.length === 0 && <EmptyState title="Mẫu này không có câu hỏi" />}
      <AnswersBefore history={history} />
    </Panel>
  )
}

/** Answers that another answer or another kind took the place of. */
function AnswersBefore({ history }: { history: readonly IncidentAnswer[] }) {
  const [isOpen, setIsOpen] = useState(false)
  if (history.length === 0) return null
  return (
    <>
      <UnstyledButton mt="md" c="var(--nv-accent)" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {isOpen ? 'Ẩn' : 'Xem'} {history.length} câu trả lời trước
      </UnstyledButton>
      {isOpen && (
        <ul className={classes.lines}>
          {history.map((one) => {
            const [question, answer] = answerText(one)
            return (
              <li key={one.id} className={classes.line}>
                <span className={classes.dim}>
                  {question} (mẫu “{INCIDENT_KIND_LABELS[one.kind]}” bản {one.formVersion})
                </span>
                <p className={classes.text}>{answer}</p>
                <p className={classes.note}>
                  {one.answeredBy}, {formatInstant(one.answeredAt)}
                </p>
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}
