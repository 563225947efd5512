import { useEffect, useState } from 'react'

/** Photos are never kept by the browser (no data at rest at a desk): those seen lately stay in this page's memory. */
const MOST_KEPT = 400
const MOST_AT_ONCE = 4
/** A row that flies past under the wheel asks for nothing. */
const SETTLED_MS = 120

const kept = new Map<string, Promise<string | null>>()
const waiting: (() => void)[] = []
let underWay = 0

async function load(url: string): Promise<string | null> {
  if (underWay >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  underWay += 1
  try {
    const response = await fetch(url, { credentials: 'same-origin' })
    return response.ok ? URL.createObjectURL(await response.blob()) : null
  } catch {
    return null
  } finally {
    underWay -= 1
    waiting.shift()?.()
  }
}

function forget(url: string, photo: Promise<string | null>): void {
  if (kept.get(url) === photo) kept.delete(url)
}

function photoAt(url: string): Promise<string | null> {
  const known = kept.get(url)
  const photo = known ?? load(url)
  // Seen last, dropped last.
  kept.delete(url)
  kept.set(url, photo)
  if (known) return known
  // One that did not come is asked for again the next time.
  void photo.then((address) => address === null && forget(url, photo))
  for (const [oldest, old] of kept) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(oldest)
    void old.then((address) => address !== null && URL.revokeObjectURL(address))
  }
  return photo
}

/** The photo's address in memory; null until it has come, and where there is none. */
export function useKeptPhoto(url: string | null | undefined): string | null {
  const [shown, setShown] = useState<{ url: string; address: string | null } | null>(null)
  useEffect(() => {
    if (!url) return undefined
    let isGone = false
    const show = () =>
      void photoAt(url).then((address) => {
        if (!isGone) setShown({ url, address })
      })
    const timer = setTimeout(show, kept.has(url) ? 0 : SETTLED_MS)
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [url])
  return shown !== null && shown.url === url ? shown.address : null
}
