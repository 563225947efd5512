import { useState } from 'react'
import { dayOf } from '#domain/time/instant.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'
import { monthChoices } from '#renderer/features/contacts/months.ts'

/** The month a register shows; all months of one person where it is about one. */
export function useRegisterMonth(personId: string | null) {
  const today = dayOf(useHubNow())
  const [month, setMonth] = useState(today.slice(0, 7))
  return {
    today,
    month,
    setMonth,
    choices: monthChoices(today),
    asked: { personId, month: personId === null ? month : null },
  }
}
