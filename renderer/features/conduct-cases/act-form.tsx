import { Button, Stack, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { api } from '#renderer/api/client.ts'
import type { Saving } from '#renderer/features/dossier/use-save.ts'
import { FormRow } from '#ui/form-row.tsx'
import classes from './conduct-cases.module.css'

export interface ActFormProps<Input> {
  /** The button names the act. */
  act: string
  saving: Saving<Input>
  /** What is sent, with the comment typed; null while something that cannot be sent is missing. */
  input: (comment: string) => Input | null
  /** Words are asked for. */
  comment: { label: string; required: boolean } | null
  danger?: boolean
  onDone: () => void
  children?: ReactNode
}

/** A form of one act on a case: its boxes, the words that go with it, what was refused and what another wrote. */
export function ActForm<Input>(props: ActFormProps<Input>) {
  const { act, saving, input, comment, danger = false, onDone, children } = props
  const queryClient = useQueryClient()
  const [text, setText] = useState('')
  const { errors, problem, clash } = saving
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.conductCases.key() })

  async function send() {
    const asked = input(text)
    if (asked === null || saving.isSaving) return
    if (!(await saving.send(asked))) return
    await refresh()
    onDone()
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Stack gap="sm">
        {children}
        {comment && (
          <FormRow
            label={comment.label}
            required={comment.required}
            {...(errors['comment'] === undefined ? {} : { error: errors['comment'] })}
          >
            {(control) => (
              <Textarea
                {...control}
                autosize
                minRows={2}
                maxRows={6}
                maxLength={1000}
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
              />
            )}
          </FormRow>
        )}
      </Stack>
      {problem !== null && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      {clash && (
        <p className={classes.problem} role="alert">
          {clash.changedBy} vừa ghi vụ này: {Object.values(clash.current).filter(Boolean).join(', ')}. Nội
          dung bạn nhập chưa được ghi; đóng lại để xem bản mới.
        </p>
      )}
      <div className={classes.foot}>
        <Button
          variant="default"
          onClick={() => {
            void refresh()
            onDone()
          }}
        >
          Thôi
        </Button>
        <Button type="submit" color={danger ? 'red' : undefined} loading={saving.isSaving}>
          {act}
        </Button>
      </div>
    </form>
  )
}
