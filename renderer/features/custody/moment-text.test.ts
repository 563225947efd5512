import { describe, expect, it } from 'vitest'
import { momentOf, parseTimeText } from './moment-text.ts'

describe('parseTimeText', () => {
  it.each([
    ['14:02', '14:02'],
    ['1402', '14:02'],
    ['14h02', '14:02'],
    ['9h', '09:00'],
    ['905', '09:05'],
    ['7', '07:00'],
    ['24:00', undefined],
    ['12:60', undefined],
    ['trưa', undefined],
    ['', undefined],
  ])('reads %j as %j', (text, time) => {
    expect(parseTimeText(text)).toBe(time)
  })
})

describe('momentOf', () => {
  it('is a moment in Viet Nam, and none while day or time is missing', () => {
    expect(momentOf('2026-11-22', '06:00')).toBe('2026-11-21T23:00:00.000Z')
    expect(momentOf(null, '06:00')).toBeUndefined()
    expect(momentOf('2026-11-22', '')).toBeUndefined()
  })
})
