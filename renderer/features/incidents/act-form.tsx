import { Textarea } from '@mantine/core'
import { useState } from 'react'
import type { IncidentDetail } from '#domain/contract/incident-shapes.ts'
import {
  INCIDENT_ACTION_LABELS,
  INCIDENT_TRANSITIONS,
  type IncidentAction,
} from '#domain/incidents/transitions.ts'
import { hub } from '#renderer/api/client.ts'
import { DenseForm } from '#ui/dense-form.tsx'
import { FormRow } from '#ui/form-row.tsx'
import { ACT_WORDS } from './act-words.ts'
import { IncidentPick } from './incident-pick.tsx'
import { QuickerSomebody } from './quicker-somebody.tsx'
import { useIncidentAct } from './use-incident.ts'
import classes from './incidents.module.css'

interface Act {
  version: number
  comment: string
  duplicateOf: string | null
}

/** Takes the next step; what it needs is asked for before the hub has to. */
export function ActForm({
  incident,
  action,
  onDone,
}: {
  incident: IncidentDetail
  action: IncidentAction
  onDone: () => void
}) {
  const [comment, setComment] = useState('')
  const [duplicateOf, setDuplicateOf] = useState<string | null>(null)
  // The version the person saw on opening: a newer one that came in meanwhile has not been read.
  const [version] = useState(incident.version)
  // What stood there on opening: the state may have moved on under the form.
  const [row] = useState(() => INCIDENT_TRANSITIONS[incident.state][action])
  const words = ACT_WORDS[action]
  const { run, saving } = useIncidentAct(
    (act: Act, key) => {
      const { duplicateOf: original, ...rest } = act
      return action === 'close'
        ? hub.incidents.close({ id: incident.id, ...rest }, { context: { key } })
        : hub.incidents.act({ id: incident.id, action, duplicateOf: original, ...rest }, { context: { key } })
    },
    `Đã ghi: ${INCIDENT_ACTION_LABELS[action]}.`,
    onDone,
  )
  const { errors } = saving
  const isRequired = row?.comment === 'required'
  const needsOriginal = row?.needs === 'original'

  function send(over: number) {
    const missing = {
      ...(isRequired && comment.trim() === '' && { comment: `Ghi: ${words.comment.toLowerCase()}.` }),
      ...(needsOriginal && duplicateOf === null && { duplicateOf: 'Chọn vụ việc gốc.' }),
    }
    saving.setErrors(missing)
    if (Object.keys(missing).length === 0) void run({ version: over, comment, duplicateOf })
  }

  const unplaced = Object.entries(errors)
    .filter(([field]) => field !== 'comment' && field !== 'duplicateOf')
    .map(([, text]) => text)
  return (
    <>
      {saving.clash && (
        <QuickerSomebody
          clash={saving.clash}
          mine={`${INCIDENT_ACTION_LABELS[action]}${comment === '' ? '' : `: ${comment}`}`}
          action={action}
          incident={incident}
          onStill={(newest) => send(newest)}
          onLeave={onDone}
        />
      )}
      <DenseForm
        label={INCIDENT_ACTION_LABELS[action]}
        saveLabel={INCIDENT_ACTION_LABELS[action]}
        onSave={() => send(version)}
        saving={saving.isSaving}
        onLeave={onDone}
        dirty={comment !== ''}
        problem={
          saving.problem !== null && (
            <>
              {saving.problem}
              {unplaced.length > 0 && (
                <ul>
                  {unplaced.map((text) => (
                    <li key={text}>{text}</li>
                  ))}
                </ul>
              )}
            </>
          )
        }
      >
        <p className={classes.text}>{words.says}</p>
        {needsOriginal && (
          <FormRow label="Vụ việc gốc" required error={errors['duplicateOf']}>
            {(control) => (
              <IncidentPick
                incident={incident}
                control={control}
                value={duplicateOf}
                onChange={setDuplicateOf}
              />
            )}
          </FormRow>
        )}
        <FormRow label={words.comment} required={isRequired} error={errors['comment']}>
          {(control) => (
            <Textarea
              {...control}
              data-autofocus={needsOriginal ? undefined : true}
              autosize
              minRows={3}
              maxRows={12}
              maxLength={4000}
              value={comment}
              onChange={(event) => setComment(event.currentTarget.value)}
            />
          )}
        </FormRow>
      </DenseForm>
    </>
  )
}
