import { expect, it } from 'vitest'
import { compareVersions, isVersion } from './version.ts'

/** As semver 2.0 (11.4) orders them. */
const RISING = [
  '0.1.0',
  '0.1.9',
  '0.1.10',
  '0.2.0',
  '1.0.0-alpha',
  '1.0.0-alpha.1',
  '1.0.0-alpha.beta',
  '1.0.0-beta',
  '1.0.0-beta.2',
  '1.0.0-beta.11',
  '1.0.0-rc.1',
  '1.0.0',
  '1.0.1',
  '10.0.0',
]

it.each(RISING.flatMap((a, i) => RISING.map((b, j) => ({ a, b, order: Math.sign(i - j) }))))(
  '$a against $b',
  ({ a, b, order }) => {
    expect(Math.sign(compareVersions(a, b))).toBe(order)
  },
)

it.each(['', '1', '1.0', 'v1.0.0', '01.0.0', '1.0.0+build', '1.0.0 ', '1.0.0-', '1.0.0-Á', '1e3.0.0'])(
  'takes no version out of "%s", and never for a newer one',
  (text) => {
    expect(isVersion(text)).toBe(false)
    expect(compareVersions(text, '0.0.0')).toBeLessThan(0)
    expect(compareVersions('0.0.0', text)).toBeGreaterThan(0)
  },
)
