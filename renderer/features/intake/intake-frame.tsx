import { Button } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed, IconCircleX, IconClockHour4 } from '@tabler/icons-react'
import { useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { formatTime } from '#domain/time/instant.ts'
import { sectionId } from '#renderer/features/intake/intake-section.tsx'
import { STEP_IDS, STEP_LABELS, type Step, type StepId } from '#renderer/features/intake/progress.ts'
import { focusSection, walkOn } from '#renderer/features/intake/walk-fields.ts'
import { ConfirmAct } from '#ui/confirm-act.tsx'
import type { DraftStatus } from '#ui/dense-form.tsx'
import { HubAwayNote } from '#ui/hub-away.tsx'
import { ShortcutHint } from '#ui/shortcut-hint.tsx'
import classes from './intake.module.css'

export interface IntakeFrameProps {
  form: RefObject<HTMLFormElement | null>
  steps: readonly Step[]
  saveLabel: string
  isSaving: boolean
  /** Why the whole was refused. */
  problem: ReactNode
  draft: DraftStatus
  /** What was typed is kept nowhere but on this page. */
  wouldLose: boolean
  onSave: () => void
  onLeave: () => void
  onDrop: () => void
  children: ReactNode
}

const STEP_ICONS = {
  done: IconCircleCheck,
  later: IconClockHour4,
  missing: IconCircleDashed,
  wrong: IconCircleX,
} as const

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

/** The section that holds the focus. */
function currentStep(): number {
  const section = document.activeElement?.closest('section')
  return STEP_IDS.findIndex((id) => sectionId(id) === section?.id)
}

/**
 * The form with its rail: Enter goes on, Ctrl+Enter saves, Alt+PageDown and Alt+PageUp go from part to part, Esc leaves
 * and asks only when something would be lost.
 */
export function IntakeFrame({ form, children, ...props }: IntakeFrameProps) {
  const [asking, setAsking] = useState<'leave' | 'drop' | null>(null)

  function leave() {
    if (props.wouldLose) setAsking('leave')
    else props.onLeave()
  }

  // Before the fields see it: a closed list of choices would open on Enter instead of letting it go on.
  function onKeyCapture(event: KeyboardEvent<HTMLFormElement>) {
    if (event.nativeEvent.isComposing) return
    if (event.altKey && (event.key === 'PageDown' || event.key === 'PageUp')) {
      const to = currentStep() + (event.key === 'PageDown' ? 1 : -1)
      const step = STEP_IDS[Math.max(0, Math.min(STEP_IDS.length - 1, to))]
      if (step) focusSection(sectionId(step))
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      if (!props.isSaving) props.onSave()
    } else if (event.key !== 'Enter' || !walkOn(event.currentTarget, event.target)) {
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  function onEscape(event: KeyboardEvent<HTMLFormElement>) {
    const target = event.target
    const closesList = target instanceof HTMLElement && target.matches('[aria-expanded="true"]')
    if (event.key !== 'Escape' || event.defaultPrevented || closesList) return
    event.preventDefault()
    leave()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the fields bubble up to their form
    <form
      ref={form}
      className={classes.form}
      aria-label="Tiếp nhận"
      noValidate
      onKeyDownCapture={onKeyCapture}
      onKeyDown={onEscape}
      onSubmit={(event) => {
        event.preventDefault()
        if (!props.isSaving) props.onSave()
      }}
    >
      <div className={classes.main}>
        {children}
        <div className={classes.foot}>
          <Button type="submit" loading={props.isSaving}>
            {props.saveLabel}
          </Button>
          <Button variant="default" onClick={leave}>
            Để dở, đóng
          </Button>
          <Button variant="subtle" color="red" onClick={() => setAsking('drop')}>
            Bỏ bản nháp
          </Button>
          {props.problem && (
            <div className={classes.footProblem} role="alert">
              {props.problem}
            </div>
          )}
          <HubAwayNote />
          <output className={classes.draft} data-state={props.draft.state}>
            {draftText(props.draft)}
          </output>
        </div>
      </div>
      <Rail steps={props.steps} />
      <ConfirmAct
        opened={asking !== null}
        onClose={() => setAsking(null)}
        title={asking === 'drop' ? 'Bỏ lần tiếp nhận đang ghi dở?' : 'Rời trang khi nháp chưa lưu được?'}
        act={asking === 'drop' ? 'Bỏ bản nháp' : 'Rời trang'}
        danger
        onConfirm={() => {
          const act = asking
          setAsking(null)
          if (act === 'drop') props.onDrop()
          else props.onLeave()
        }}
      >
        {asking === 'drop'
          ? 'Những gì đã ghi cho người này bị xóa khỏi bản nháp. Hồ sơ đã có không thay đổi.'
          : 'Máy chủ chưa nhận được những gì vừa nhập; rời trang thì phần đó mất.'}
      </ConfirmAct>
    </form>
  )
}

function Rail({ steps }: { steps: readonly Step[] }) {
  const missing = steps.filter(({ state }) => state === 'missing' || state === 'wrong').length
  return (
    <nav className={classes.rail} aria-label="Các mục của phiếu tiếp nhận">
      <p className={classes.railTitle}>{missing === 0 ? 'Đủ để tiếp nhận' : `Còn ${missing} mục phải ghi`}</p>
      <ol className={classes.steps}>
        {steps.map((step, index) => (
          <RailStep key={step.id} step={step} number={index + 1} />
        ))}
      </ol>
      <div className={classes.keys}>
        <ShortcutHint keys={['Enter']} label="ô tiếp" />
        <ShortcutHint keys={['Alt', 'PgDn']} label="mục tiếp" />
        <ShortcutHint keys={['Ctrl', 'Enter']} label="lưu" />
        <ShortcutHint keys={['Alt', 'N']} label="người mới" />
      </div>
    </nav>
  )
}

function RailStep({ step, number }: { step: Step; number: number }) {
  const Icon = STEP_ICONS[step.state]
  const target: StepId = step.id
  return (
    <li className={classes.step} data-state={step.state}>
      <button type="button" className={classes.stepButton} onClick={() => focusSection(sectionId(target))}>
        <Icon size={16} stroke={1.75} aria-hidden />
        <span>
          {number} {STEP_LABELS[step.id]}
          <span className={classes.stepNote}>{step.note}</span>
        </span>
      </button>
    </li>
  )
}
