import { localStorageColorSchemeManager } from '@mantine/core'

const DEFAULT_SCHEME = 'auto'
const SCHEME = 'data-mantine-color-scheme'

/** Keeps light, dark or "as the machine" for this desk. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: 'neo-ve-color-scheme' })

/** Sets the scheme before the first paint; stands in for Mantine's inline script, which the CSP refuses. */
export function applyStoredColorScheme(): void {
  const stored = colorSchemeManager.get(DEFAULT_SCHEME)
  const dark =
    stored === 'dark' || (stored === 'auto' && window.matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute(SCHEME, dark ? 'dark' : 'light')
}

/** Paper is white: a desk that works in dark prints in light. Holds until the page is left. */
export function printInLight(): void {
  let shown: string | null = null
  window.addEventListener('beforeprint', () => {
    shown = document.documentElement.getAttribute(SCHEME)
    document.documentElement.setAttribute(SCHEME, 'light')
  })
  window.addEventListener('afterprint', () => {
    if (shown !== null) document.documentElement.setAttribute(SCHEME, shown)
  })
}
