import { useId, type KeyboardEvent } from 'react'
import { INCIDENT_KIND_LABELS, INCIDENT_KINDS, type IncidentKind } from '#domain/incidents/incident-kinds.ts'
import classes from './incidents.module.css'

/** The key that chooses a kind, in the order of the kinds. */
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', 'k'] as const

interface KindChoiceProps {
  value: IncidentKind | null
  onChange: (kind: IncidentKind) => void
  /** Chosen by its key: the form goes on to the next field. */
  onKeyed?: () => void
  error: boolean
}

/** All kinds at a glance; one key chooses, arrows go through them. */
export function KindChoice({ value, onChange, onKeyed, error }: KindChoiceProps) {
  const name = useId()

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const kind = INCIDENT_KINDS[KEYS.findIndex((key) => key === event.key.toLowerCase())]
    if (kind === undefined) return
    event.preventDefault()
    onChange(kind)
    onKeyed?.()
  }

  return (
    <div
      className={classes.kinds}
      role="radiogroup"
      aria-label="Loại vụ việc"
      aria-required
      aria-invalid={error || undefined}
    >
      {INCIDENT_KINDS.map((kind, index) => (
        <label key={kind} className={classes.kind} data-chosen={value === kind || undefined}>
          <input
            type="radio"
            name={name}
            checked={value === kind}
            // Enter goes on to the next field rather than through all kinds.
            tabIndex={value === kind || (value === null && index === 0) ? 0 : -1}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page was opened to report, and begins here
            autoFocus={value === null && index === 0}
            onChange={() => onChange(kind)}
            onKeyDown={onKeyDown}
          />
          <kbd aria-hidden>{KEYS[index]}</kbd>
          <span>{INCIDENT_KIND_LABELS[kind]}</span>
        </label>
      ))}
    </div>
  )
}
