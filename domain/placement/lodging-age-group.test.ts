import { describe, expect, it } from 'vitest'
import { lodgingAgeGroup } from './lodging-age-group.ts'

const BORN = { on: '2008-10-01', precision: 'day' } as const

describe('lodgingAgeGroup', () => {
  it.each([
    { on: '2026-09-30', endOn: '2026-12-31', group: 'minor', when: 'still under 18' },
    { on: '2026-10-01', endOn: '2026-12-31', group: 'minor', when: '18 with less than three months left' },
    { on: '2026-10-01', endOn: '2027-01-01', group: 'adult', when: '18 with three months left' },
    { on: '2026-10-01', endOn: null, group: 'adult', when: '18 and no end known' },
    { on: '2027-01-05', endOn: '2026-12-31', group: 'adult', when: 'past the end' },
  ])('lodges as $group whoever is $when (L120 Điều 36.4)', ({ on, endOn, group }) => {
    expect(lodgingAgeGroup({ birth: BORN, receivedOn: '2026-01-05', endOn }, on)).toBe(group)
  })

  it('does not lodge with minors whoever came in grown up', () => {
    const grown = { birth: BORN, receivedOn: '2026-10-02', endOn: '2026-12-31' }
    expect(lodgingAgeGroup(grown, '2026-10-03')).toBe('adult')
  })

  it('says nothing where only the year decides', () => {
    const rough = {
      birth: { on: '2008-01-01', precision: 'year' },
      receivedOn: '2026-01-05',
      endOn: null,
    } as const
    expect(lodgingAgeGroup(rough, '2026-06-01')).toBeNull()
  })
})
