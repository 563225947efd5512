import { describe, expect, it } from 'vitest'
import { ROLL_WORDS } from '#domain/contract/roll.ts'
import { readRollMoment, readRollQuestion, rollAtHref, rollHref, rollWordLabel } from './roll-address.ts'

function searchOf(href: string): Record<string, string> {
  return Object.fromEntries(new URL(href, 'http://x').searchParams)
}

describe('addresses of the roll', () => {
  it('say which list lies behind a number, and are read back the same', () => {
    const question = {
      at: '2026-11-21T23:00:00.000Z',
      word: 'out:hospital',
      zoneId: '5bd0a7a8-6a53-4f5b-9d1f-6b0a0f2f5a11',
      track: 'voluntary',
      sex: 'female',
    } as const
    expect(readRollQuestion(searchOf(rollHref(question)))).toEqual(question)
    expect(readRollMoment(searchOf(rollAtHref(question.at)))).toBe(question.at)
    expect(rollAtHref(null)).toBe('/quan-so')
  })

  it('ask for everybody now where they make no sense', () => {
    const nothing = { at: null, word: 'onRoll', zoneId: null, track: null, sex: null }
    expect(readRollQuestion({ luc: 'hôm qua', tu: 'gì', dien: 1, khu: '' })).toEqual(nothing)
  })

  it('have a word for every number', () => {
    const labels = ROLL_WORDS.map(rollWordLabel)
    expect(labels.every((label) => label !== '')).toBe(true)
    expect(new Set(labels).size).toBe(ROLL_WORDS.length)
  })
})
