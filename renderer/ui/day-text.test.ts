import { describe, expect, it } from 'vitest'
import { dayToText, parseDayText } from '#ui/day-text.ts'

const today = '2026-11-22'

describe('a day as clerks type it', () => {
  it.each([
    ['01/07/2026', '2026-07-01'],
    ['1/7/26', '2026-07-01'],
    ['1-7-2026', '2026-07-01'],
    ['1.7.2026', '2026-07-01'],
    [' 01072026 ', '2026-07-01'],
    ['010726', '2026-07-01'],
    ['1/7', '2026-07-01'],
    ['29/02/2024', '2024-02-29'],
    ['5/3/89', '1989-03-05'],
    ['5/3/36', '2036-03-05'],
    ['5/3/37', '1937-03-05'],
  ])('reads %s as %s', (text, day) => {
    expect(parseDayText(text, today)).toEqual({ kind: 'day', day })
  })

  it.each(['31/02/2026', '29/02/2026', '00/07/2026', '1/13/2026', '32012026', '01/07/0026'])(
    'says that %s is no day',
    (text) => {
      expect(parseDayText(text, today)).toMatchObject({
        kind: 'wrong',
        message: expect.stringMatching(/^Không có ngày/),
      })
    },
  )

  it.each(['hôm nay', '1/7/2', '2026-07-01', '107202', '2/2/2/2'])(
    'asks for the form dd/mm/yyyy when it cannot read %s',
    (text) => {
      const read = parseDayText(text, today)
      expect(read.kind).toBe('wrong')
    },
  )

  it('tells nothing typed from something wrong', () => {
    expect(parseDayText('   ', today)).toEqual({ kind: 'empty' })
    expect(dayToText(null)).toBe('')
    expect(dayToText('2026-07-01')).toBe('01/07/2026')
  })
})
