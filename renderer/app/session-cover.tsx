import { Title } from '@mantine/core'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import classes from './session-cover.module.css'

export interface SessionCoverProps {
  title: string
  icon?: ReactNode
  /** Hides what lies under it; without this the page stays readable behind. */
  hides?: boolean
  /** Esc; a cover that may not be put aside has none. */
  onCancel?: () => void
  children: ReactNode
}

/** Stands over everything, other dialogs too; nothing under it can be reached until it goes. */
export function SessionCover({ title, icon, hides = false, onCancel, children }: SessionCoverProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useEffect(() => {
    const element = dialog.current
    if (!element) return undefined
    const before = document.activeElement
    // A browser may close a dialog on a second Esc whatever its page says; then it opens again.
    const open = () => {
      if (!element.open) element.showModal()
    }
    open()
    element.addEventListener('close', open)
    return () => {
      element.removeEventListener('close', open)
      element.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])

  useEffect(() => {
    document.documentElement.toggleAttribute('data-locked', hides)
    return () => document.documentElement.removeAttribute('data-locked')
  }, [hides])

  return (
    <dialog
      ref={dialog}
      className={classes.cover}
      aria-labelledby={titleId}
      data-light={hides ? undefined : true}
      onCancel={(event) => {
        event.preventDefault()
        onCancel?.()
      }}
    >
      <Title order={2} id={titleId}>
        {icon}
        {title}
      </Title>
      {children}
    </dialog>
  )
}
