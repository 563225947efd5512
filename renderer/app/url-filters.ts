import { useRouter, useSearch } from '@tanstack/react-router'
import type { FilterValues } from '#ui/filter-chips.tsx'

const SEPARATOR = ','

function readValues(search: Readonly<Record<string, unknown>>, keys: readonly string[]): FilterValues {
  const values: Record<string, readonly string[]> = {}
  for (const key of keys) {
    const raw = search[key]
    if (typeof raw !== 'string' && typeof raw !== 'number') continue
    values[key] = String(raw).split(SEPARATOR).filter(Boolean)
  }
  return values
}

/**
 * Filter values kept in the address (`?khu=A,B&dien=held`), so that a list can be bookmarked, linked from a number and
 * gone back to. `keys` are the chips of the list; other parts of the address stay as they are. Values hold no commas.
 */
export function useUrlFilters(keys: readonly string[]): [FilterValues, (values: FilterValues) => void] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const router = useRouter()

  function setValues(values: FilterValues) {
    const kept = Object.entries(search).filter(([key]) => !keys.includes(key))
    const chosen = Object.entries(values).map(([key, list]) => [key, list.join(SEPARATOR)])
    const text = router.options.stringifySearch(Object.fromEntries([...kept, ...chosen]))
    router.history.replace(`${router.state.location.pathname}${text}`)
  }

  return [readValues(search, keys), setValues]
}
