import { lazy, Suspense, useEffect, useState } from 'react'
import { onSearchRequest, requestSearch } from '#renderer/app/search-request.ts'

const load = () => import('#renderer/features/search/search-palette.tsx')
const SearchPalette = lazy(async () => ({ default: (await load()).SearchPalette }))

/** Hears Ctrl+K and the search field of the frame, and opens the search over whatever is on the page. */
export function SearchHost() {
  const [isOpen, setIsOpen] = useState(false)
  const [wasOpened, setWasOpened] = useState(false)

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      requestSearch()
    }
    const stop = onSearchRequest(() => {
      setWasOpened(true)
      setIsOpen(true)
    })
    window.addEventListener('keydown', onKey)
    // Loaded ahead: the keys typed right after the first Ctrl+K belong to its field.
    void load()
    return () => {
      stop()
      window.removeEventListener('keydown', onKey)
    }
  }, [])

  if (!wasOpened) return null
  return (
    <Suspense fallback={null}>
      <SearchPalette isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </Suspense>
  )
}
