import { termRegime } from '#domain/law/regime.ts'
import { storedBirth } from '#domain/people/birth.ts'
import { clockOfStay, type ClockOfStay, type ClockRules } from '#domain/stay/clock-of-stay.ts'
import { birthOf } from '#renderer/features/intake/build-reception.ts'
import type { IntakeForm } from '#renderer/features/intake/intake-form.ts'

type TermPart = Pick<
  IntakeForm,
  'track' | 'decisionOn' | 'startOn' | 'termMonths' | 'ordinal' | 'heldFrom' | 'birth'
>

/** The term as the hub will compute it, while it is typed; null while no track is chosen. */
export function termOfForm(form: TermPart, rules: ClockRules): ClockOfStay | null {
  if (form.track === null) return null
  const isHeld = form.track === 'held'
  return clockOfStay(
    {
      initialTrack: form.track,
      termRegime: isHeld ? null : termRegime(form.decisionOn),
      decisionOn: isHeld ? null : form.decisionOn,
      startOn: isHeld ? null : form.startOn,
      termMonths: isHeld ? null : form.termMonths,
      ordinal: form.ordinal,
      heldFrom: form.heldFrom,
      birthOn: storedBirth(birthOf(form)).birthOn,
    },
    [],
    rules,
  )
}
