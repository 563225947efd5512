import { Button } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react'
import {
  useContext,
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type SubmitEvent,
} from 'react'
import type { Instant } from '#domain/time/instant.ts'
import { formatTime } from '#domain/time/instant.ts'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import { DialogGuardContext, useDialogGuard } from '#ui/dialog-guard.ts'
import { focusFirst, focusNextField, focusUnread, unreadIn } from '#ui/form-keys.ts'
import { HubAwayNote } from '#ui/hub-away.tsx'
import { ShortcutHint } from '#ui/shortcut-hint.tsx'
import classes from './dense-form.module.css'

/** Where the draft of what is being typed is. */
export type DraftStatus =
  | { state: 'none' }
  | { state: 'saving' }
  | { state: 'saved'; at: Instant }
  /** The hub is away; the text says where the draft is meanwhile. `isKept`: it outlives this page. */
  | { state: 'waiting'; text: string; isKept: boolean }

/** One part of the form on the progress rail. */
export interface RailStep {
  id: string
  label: string
  state: 'done' | 'missing' | 'wrong'
  /** What is missing or wrong: `thiếu ngày quyết định`. */
  note?: string
}

export interface DenseFormProps {
  label: string
  children: ReactNode
  /** Names the act: `Tiếp nhận học viên`. */
  saveLabel: string
  /** The act takes something away: its button is red. */
  danger?: boolean
  onSave: () => void
  saving?: boolean
  /** Leaves the form; Esc too. */
  onLeave?: () => void
  /** Something would be lost on leaving: it is asked first. */
  dirty?: boolean
  draft?: DraftStatus
  rail?: readonly RailStep[]
  /** Why the whole was refused, beside the button. */
  problem?: ReactNode
}

const RAIL_ICONS = { done: IconCircleCheck, missing: IconCircleDashed, wrong: IconCircleX } as const
const RAIL_WORDS = { done: 'xong', missing: 'còn thiếu', wrong: 'cần sửa' } as const

function draftText(draft: DraftStatus): string {
  switch (draft.state) {
    case 'none':
      return ''
    case 'saving':
      return 'đang lưu nháp…'
    case 'saved':
      return `đã lưu nháp ${formatTime(draft.at)}`
    case 'waiting':
      return draft.text
  }
}

/**
 * A form of dense rows: Enter goes on, Ctrl+Enter saves, Esc leaves and asks only if something would be lost. The rail
 * on the right says what is missing; the draft's state is always visible.
 */
export function DenseForm(props: DenseFormProps) {
  const { dirty = false, draft = { state: 'none' }, rail, saving = false, onLeave } = props
  const [asking, setAsking] = useState(false)
  const formRef = useRef<HTMLFormElement>(null)
  const isInDialog = useContext(DialogGuardContext) !== null

  // A dialog places the focus once, on opening: a form that had to wait for something comes after that.
  useEffect(() => {
    const form = formRef.current
    if (form && isInDialog && !form.contains(document.activeElement)) focusFirst(form)
  }, [isInDialog])

  useDialogGuard(askBefore)

  /** Asks when something would be lost, text that cannot be read too. @returns whether it asks */
  function askBefore(): boolean {
    const wouldLose = dirty || (formRef.current !== null && unreadIn(formRef.current) !== null)
    if (wouldLose) setAsking(true)
    return wouldLose
  }

  function leave() {
    if (!askBefore()) onLeave?.()
  }

  // A box whose text cannot be read still stands for what it held before: that must not be sent in its place.
  function save(form: HTMLFormElement) {
    if (saving || focusUnread(form)) return
    props.onSave()
  }

  // Before the fields see it: a closed list of choices would open on Enter instead of letting it go on.
  function onEnter(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    const saves = event.ctrlKey || event.metaKey
    if (!saves && !focusNextField(event.currentTarget, event.target)) return
    event.preventDefault()
    event.stopPropagation()
    if (saves) save(event.currentTarget)
  }

  function onEscape(event: KeyboardEvent<HTMLFormElement>) {
    const target = event.target
    const closesList = target instanceof HTMLElement && target.matches('[aria-expanded="true"]')
    if (event.key !== 'Escape' || event.defaultPrevented || closesList || !onLeave) return
    event.preventDefault()
    leave()
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    save(event.currentTarget)
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the fields bubble up to their form
    <form
      ref={formRef}
      className={classes.form}
      aria-label={props.label}
      noValidate
      onKeyDownCapture={onEnter}
      onKeyDown={onEscape}
      onSubmit={onSubmit}
    >
      <div className={classes.main}>
        <div className={classes.rows}>{props.children}</div>
        <div className={classes.foot}>
          <Button type="submit" loading={saving} color={props.danger ? 'red' : undefined}>
            {props.saveLabel}
          </Button>
          {onLeave && (
            <Button variant="default" onClick={leave}>
              Đóng
            </Button>
          )}
          <ShortcutHint keys={['Ctrl', 'Enter']} label="lưu" />
          {props.problem && (
            <div className={classes.problem} role="alert">
              {props.problem}
            </div>
          )}
          <HubAwayNote />
          <output className={classes.draft} data-state={draft.state}>
            {draftText(draft)}
          </output>
        </div>
      </div>
      {rail && (
        <aside className={classes.rail} aria-label="Còn thiếu gì">
          <ol className={classes.steps}>
            {rail.map((step) => {
              const Icon = RAIL_ICONS[step.state]
              return (
                <li key={step.id} className={classes.step} data-state={step.state}>
                  <Icon size={16} stroke={1.75} aria-hidden />
                  <span>
                    {step.label}
                    <span className={classes.stepNote}>{step.note ?? RAIL_WORDS[step.state]}</span>
                  </span>
                </li>
              )
            })}
          </ol>
        </aside>
      )}
      <ConfirmAct
        opened={asking}
        onClose={() => setAsking(false)}
        title="Bỏ nội dung đang nhập?"
        act="Bỏ nội dung"
        danger
        onConfirm={() => {
          setAsking(false)
          onLeave?.()
        }}
      >
        Những gì vừa nhập trong biểu này chưa được lưu và sẽ mất.
      </ConfirmAct>
    </form>
  )
}
