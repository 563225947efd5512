import { useUrlFilters } from '#renderer/app/url-filters.ts'
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

/** The parts of the address a register reads: the month, and the line that is asked for. */
export const REGISTER_KEYS = ['thang', 'dong'] as const

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

/** The month a register shows, kept in the address with the line asked for; all months of one person. */
export function useRegisterMonth(personId: string | null) {
  const today = dayOf(useHubNow())
  const [values, setValues] = useUrlFilters(REGISTER_KEYS)
  const asked = values['thang']?.[0]
  const month = asked !== undefined && MONTH.test(asked) ? asked : today.slice(0, 7)
  const paging: Paging = {
    input: (cursor) => ({ personId, month: personId === null ? month : null, cursor, limit: PAGE }),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
  }
  return {
    today,
    month,
    setMonth: (next: string) => setValues({ thang: [next] }),
    /** The line to find. */
    wanted: values['dong']?.[0] ?? null,
    choices: monthChoices(today, month),
    paging,
  }
}
