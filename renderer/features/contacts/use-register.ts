import { useState } from 'react'
import { dayOf } from '#domain/time/instant.ts'
import { monthChoices } from '#renderer/features/contacts/months.ts'
import { useHubNow } from '#renderer/features/custody/hub-now.ts'

const PAGE = 50

/** How the pages of a register follow each other. */
interface Paging {
  input: (cursor: string | null) => {
    personId: string | null
    month: string | null
    cursor: string | null
    limit: number
  }
  initialPageParam: string | null
  getNextPageParam: (page: { next: string | null }) => string | null
}

/** The month a register shows; all months of one person where it is about one. */
export function useRegisterMonth(personId: string | null) {
  const today = dayOf(useHubNow())
  const [month, setMonth] = useState(today.slice(0, 7))
  const paging: Paging = {
    input: (cursor) => ({ personId, month: personId === null ? month : null, cursor, limit: PAGE }),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
  }
  return { today, month, setMonth, choices: monthChoices(today), paging }
}
