import { describe, expect, it } from 'vitest'
import { ESCAPE_FORMS, type EscapeForm } from '../documents/escape-paper.ts'
import { owesPaper } from './owed-papers.ts'

const OURS = { isOurs: true, isOptional: false }
const AWAY = { standing: 'away', search: OURS, made: new Set<EscapeForm>(), isToldOf: false } as const

describe('a paper is owed', () => {
  it.each<[string, Partial<Parameters<typeof owesPaper>[1]>, readonly EscapeForm[]]>([
    ['all three of one who is away (INC-02, INC-04, INC-09)', {}, ESCAPE_FORMS],
    [
      'but those that were made',
      { made: new Set(['search-decision'] as const) },
      ['search-sheet', 'escape-notice'],
    ],
    [
      'no notice once it was sent, with whatever paper',
      { isToldOf: true },
      ['search-decision', 'search-sheet'],
    ],
    ['the notice alone of one who is back', { standing: 'recovered' }, ['escape-notice']],
    ['the notice alone of one who died away', { standing: 'ended' }, ['escape-notice']],
    ['none of an escape that was none', { standing: 'withdrawn' }, []],
    [
      'no decision where it is left to the head (INC-07)',
      { search: { isOurs: true, isOptional: true } },
      ['search-sheet', 'escape-notice'],
    ],
    [
      'no decision where another body decides (INC-03)',
      { search: { isOurs: false, isOptional: false } },
      ['search-sheet', 'escape-notice'],
    ],
    ['no decision where the law knows none', { search: null }, ['search-sheet', 'escape-notice']],
  ])('%s', (_title, change, owed) => {
    expect(ESCAPE_FORMS.filter((form) => owesPaper(form, { ...AWAY, ...change }))).toEqual(owed)
  })
})
