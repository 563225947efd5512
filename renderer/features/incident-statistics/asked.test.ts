import { describe, expect, it } from 'vitest'
import { askedOf, beginOf, choiceOf, listOf, PERIODS } from './asked.ts'

const TODAY = '2026-11-22'

describe('what the page of figures asks', () => {
  it.each([
    ['30-days', '2026-10-24'],
    ['90-days', '2026-08-25'],
    ['month', '2026-11-01'],
    ['year', '2026-01-01'],
    ['12-months', '2025-11-23'],
  ] as const)('%s until 22/11/2026 begins on %s', (choice, from) => {
    expect(beginOf(choice, TODAY)).toBe(from)
  })

  it.each(PERIODS)('knows %s again in the address', (choice) => {
    const asked = askedOf({ tu: [beginOf(choice, TODAY)], den: [TODAY] }, TODAY)
    expect(choiceOf(asked, TODAY)).toBe(choice)
  })

  it.each([
    ['no period', {}],
    ['a day that does not exist', { tu: ['2026-02-30'], den: ['2026-03-01'] }],
    ['an end before the beginning', { tu: ['2026-03-01'], den: ['2026-02-01'] }],
  ])('asks for ninety days where the address names %s', (_, values) => {
    expect(askedOf(values, TODAY)).toEqual({ from: '2026-08-25', to: TODAY, zones: [], kinds: [] })
  })

  it('leaves out kinds it does not know', () => {
    expect(askedOf({ loai: ['tea', 'fight'] }, TODAY).kinds).toEqual(['fight'])
  })

  it('opens a list of the same period and zones', () => {
    const href = listOf(askedOf({ khu: ['z'] }, TODAY), { kinds: ['fight'], hour: 22 })
    const search = new URL(href, 'http://127.0.0.1').searchParams
    expect(Object.fromEntries([...search].filter(([key]) => key !== 'tinh-trang'))).toEqual({
      loai: 'fight',
      khu: 'z',
      tu: '2026-08-25',
      den: TODAY,
      gio: '22',
    })
    expect(search.get('tinh-trang')).not.toContain('duplicate')
  })
})
