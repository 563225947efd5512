import { useId, useLayoutEffect, type ReactNode } from 'react'
import classes from './dense-form.module.css'

/** What the control of a row needs to be tied to its label and its sentences. */
export interface RowControl {
  id: string
  required: boolean
  error: boolean
  'aria-describedby': string | undefined
}

export interface FormRowProps {
  label: string
  required?: boolean
  /** The sentence of what is wrong; shown under the field. */
  error?: string
  /** What to know before typing. */
  hint?: ReactNode
  /** The control: spread what it is given into a Mantine input. */
  children: (control: RowControl) => ReactNode
}

/** One row of a form: label left, control right, the error in a sentence under it. */
export function FormRow({ label, required = false, error, hint, children }: FormRowProps) {
  const id = useId()
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const describedBy = [hint ? hintId : '', error ? errorId : ''].filter(Boolean).join(' ')

  // Mantine's inputs drop aria-describedby unless they draw the sentences themselves.
  useLayoutEffect(() => {
    const control = document.getElementById(id)
    if (describedBy) control?.setAttribute('aria-describedby', describedBy)
    else control?.removeAttribute('aria-describedby')
  }, [id, describedBy])

  return (
    <div className={classes.row}>
      <label htmlFor={id} className={classes.label}>
        {label}
        {required && (
          <span className={classes.required} aria-hidden>
            {' '}
            *
          </span>
        )}
      </label>
      <div className={classes.control}>
        {children({
          id,
          required,
          error: error !== undefined,
          'aria-describedby': describedBy || undefined,
        })}
        {hint && (
          <div id={hintId} className={classes.hint}>
            {hint}
          </div>
        )}
        {error && (
          <div id={errorId} className={classes.error}>
            {error}
          </div>
        )}
      </div>
    </div>
  )
}
