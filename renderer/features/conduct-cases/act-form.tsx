import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { formatInstant } from '#domain/time/instant.ts'
import { api } from '#renderer/api/client.ts'
import type { Clash, Saving } from '#renderer/features/dossier/use-save.ts'
import { DenseForm } from '#ui/dense-form.tsx'
import { ParagraphRow } from '#ui/text-row.tsx'

export interface ActFormProps<Input> {
  /** The button names the act. */
  act: string
  saving: Saving<Input>
  /** What is sent, with the comment typed; null while something that cannot be sent is missing. */
  input: (comment: string) => Input | null
  /** Words are asked for. */
  comment: { label: string; required: boolean; isFirst?: boolean } | null
  /** What the boxes hold: leaving asks first once it is no longer what they began with. */
  typed: unknown
  danger?: boolean
  onDone: () => void
  children?: ReactNode
}

/** A form of one act on a case: its boxes, the words that go with it, what was refused and what another wrote. */
export function ActForm<Input>(props: ActFormProps<Input>) {
  const { act, saving, input, comment, typed, danger = false, onDone, children } = props
  const queryClient = useQueryClient()
  const [text, setText] = useState('')
  const stamp = JSON.stringify(typed)
  const [start] = useState(stamp)
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.conductCases.key() })

  async function send() {
    const asked = input(text)
    if (asked === null || !(await saving.send(asked))) return
    await refresh()
    onDone()
  }

  function leave() {
    void refresh()
    onDone()
  }

  return (
    <DenseForm
      label={act}
      saveLabel={act}
      danger={danger}
      onSave={() => void send()}
      saving={saving.isSaving}
      onLeave={leave}
      dirty={stamp !== start || text !== ''}
      problem={saving.clash ? clashText(saving.clash) : saving.problem}
    >
      {children}
      {comment && (
        <ParagraphRow
          label={comment.label}
          required={comment.required}
          isFirst={comment.isFirst ?? false}
          error={saving.errors['comment']}
          maxRows={6}
          maxLength={1000}
          value={text}
          onChange={setText}
        />
      )}
    </DenseForm>
  )
}

/** Two acted at once: who was quicker and what stands there now. */
function clashText({ changedBy, changedAt, current }: Clash): string {
  const at = changedAt === null ? '' : ` lúc ${formatInstant(changedAt)}`
  const now = Object.values(current).filter(Boolean).join(', ')
  return `${changedBy} vừa ghi vụ này${at}: ${now}. Nội dung bạn nhập chưa được ghi. Đóng lại, xem bản mới rồi làm tiếp nếu còn cần.`
}
