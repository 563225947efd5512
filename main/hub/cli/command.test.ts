import { describe, expect, it } from 'vitest'
import { readArguments, WrongUseError } from './command.ts'

const SHAPE = {
  options: ['data', 'at'] as const,
  required: ['data'] as const,
  flags: ['dry-run'],
  words: ['FILE'],
}

describe('the arguments of a command', () => {
  it('are read in any order, with --json beside them', () => {
    const { options, flags, words } = readArguments(
      ['--json', 'ds.xlsx', '--dry-run', '--data=d', '--at', 'x'],
      SHAPE,
    )
    expect({ options, flags: [...flags], words }).toEqual({
      options: { data: 'd', at: 'x' },
      flags: ['dry-run'],
      words: ['ds.xlsx'],
    })
  })

  it.each([
    { args: ['ds.xlsx'], says: 'Thiếu --data.' },
    { args: ['ds.xlsx', '--data', ''], says: 'Thiếu --data.' },
    { args: ['--data', 'd'], says: 'Thiếu FILE.' },
    { args: ['a', 'b', '--data', 'd'], says: 'Không hiểu "b".' },
    { args: ['a', '--data', 'd', '--at', ''], says: '--at cần một giá trị.' },
    { args: ['a', '--data'], says: '--data cần một giá trị.' },
    { args: ['a', '--data', 'd', '--dry-run=có'], says: '--dry-run không nhận giá trị.' },
    { args: ['a', '--data', 'd', '--khac'], says: 'Không có tùy chọn --khac.' },
    { args: ['a', '--data', 'd', '-x'], says: 'Không có tùy chọn -x.' },
  ])('$args are wrong use: $says', ({ args, says }) => {
    expect(() => readArguments(args, SHAPE)).toThrow(new WrongUseError(says))
  })
})
