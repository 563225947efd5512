import { localStorageColorSchemeManager } from '@mantine/core'

const DEFAULT_SCHEME = 'auto'

/** Keeps light, dark or "as the machine" for this desk. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: 'neo-ve-color-scheme' })

/** Sets the scheme before the first paint; stands in for Mantine's inline script, which the CSP refuses. */
export function applyStoredColorScheme(): void {
  const stored = colorSchemeManager.get(DEFAULT_SCHEME)
  const dark =
    stored === 'dark' || (stored === 'auto' && window.matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
}
