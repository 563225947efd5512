import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atTime, instantFromMs, instantMs } from '../time/instant.ts'
import {
  handOverAt,
  judgeSchedule,
  shiftAt,
  shiftBefore,
  shiftStarting,
  type ShiftSchedule,
} from './shift-times.ts'

const TWO: ShiftSchedule = {
  validFrom: '2026-02-17',
  times: [
    { name: 'Ngày', starts: '07:00' },
    { name: 'Đêm', starts: '19:00' },
  ],
}

describe('the shift that runs', () => {
  it.each([
    ['the minute before a hand-over', '2026-11-22', '13:59', 'Ca 1', '06:00'],
    ['the minute of a hand-over', '2026-11-22', '14:00', 'Ca 2', '14:00'],
    ['after midnight, from the evening before', '2026-11-22', '02:00', 'Ca 3', '22:00'],
  ])('by default: %s', (_, day, time, name, starts) => {
    const shift = shiftAt([], atTime(day, time))
    expect([shift.name, shift.at.slice(11, 16)]).toEqual([name, atTime(day, starts).slice(11, 16)])
  })

  it('changes its times on the first day of Tết 2026 as set, and not before', () => {
    expect(shiftAt([TWO], atTime('2026-02-16', '23:59')).name).toBe('Ca 3')
    const night = shiftAt([TWO], atTime('2026-02-17', '06:59'))
    expect([night.name, night.until]).toEqual(['Ca 3', atTime('2026-02-17', '07:00')])
    expect(shiftAt([TWO], atTime('2026-02-17', '07:00'))).toEqual({
      name: 'Ngày',
      at: atTime('2026-02-17', '07:00'),
      until: atTime('2026-02-17', '19:00'),
    })
  })

  it('hands over from the one before', () => {
    const day = shiftAt([TWO], atTime('2026-02-17', '08:00'))
    expect(shiftBefore([TWO], day)).toMatchObject({ name: 'Ca 3', at: atTime('2026-02-16', '22:00') })
  })

  it('is looked up by its exact beginning only', () => {
    expect(shiftStarting([], atTime('2026-11-22', '14:00'))?.name).toBe('Ca 2')
    expect(shiftStarting([], atTime('2026-11-22', '14:01'))).toBeUndefined()
  })

  it('is that of the coming hand-over within the early minutes', () => {
    expect(handOverAt([], atTime('2026-11-22', '13:00'), 60).name).toBe('Ca 2')
    expect(handOverAt([], atTime('2026-11-22', '12:59'), 60).name).toBe('Ca 1')
  })

  it('leaves no moment without a shift and none with two, whatever the times', () => {
    const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    const times = fc.uniqueArray(time, { minLength: 1, maxLength: 6, selector: ([h, m]) => h * 60 + m })
    fc.assert(
      fc.property(times, fc.integer({ min: 0, max: 3 * 24 * 60 }), (starts, minutes) => {
        const pad = (n: number) => String(n).padStart(2, '0')
        const schedule: ShiftSchedule = {
          validFrom: '2026-02-17',
          times: starts.map(([h, m], i) => ({ name: `Ca ${i}`, starts: `${pad(h)}:${pad(m)}` })),
        }
        const instant = instantFromMs(instantMs(atTime('2026-02-16', '12:00')) + minutes * 60_000)
        const shift = shiftAt([schedule], instant)
        expect(shift.at <= instant && instant < shift.until).toBe(true)
        expect(shiftAt([schedule], shift.until).at).toBe(shift.until)
        expect(shiftBefore([schedule], shiftAt([schedule], shift.until)).at).toBe(shift.at)
      }),
    )
  })
})

describe('times of shifts', () => {
  it.each([
    ['from today', { ...TWO, validFrom: '2026-11-22' }, ['shift-not-future']],
    ['at a quarter to twenty-five', { ...TWO, times: [{ name: 'A', starts: '25:45' }] }, ['shift-time']],
    ['twice the same', { ...TWO, times: [...TWO.times, { name: 'Khác', starts: '07:00' }] }, ['shift-twice']],
  ])('are refused %s', (_, schedule, codes) => {
    const ahead = schedule.validFrom === TWO.validFrom ? { ...schedule, validFrom: '2026-11-23' } : schedule
    expect(judgeSchedule(ahead, '2026-11-22').map(({ code }) => code)).toEqual(codes)
  })
})
