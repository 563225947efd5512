import { lazy, Suspense, useEffect, useState } from 'react'
import { onSearchRequest, requestSearch } from '#renderer/app/search-request.ts'

const SearchPalette = lazy(async () => {
  const { SearchPalette: component } = await import('#renderer/features/search/search-palette.tsx')
  return { default: component }
})

/** Hears Ctrl+K and the search field of the frame, and opens the search over whatever is on the page. */
export function SearchHost() {
  const [isOpen, setIsOpen] = useState(false)

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      requestSearch()
    }
    const stop = onSearchRequest(() => setIsOpen(true))
    window.addEventListener('keydown', onKey)
    return () => {
      stop()
      window.removeEventListener('keydown', onKey)
    }
  }, [])

  // There before it is asked for: the keys typed right after the first Ctrl+K are the field's, and the focus goes
  // back to where it was.
  return (
    <Suspense fallback={null}>
      <SearchPalette isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </Suspense>
  )
}
