import { describe, expect, it } from 'vitest'
import { sumCampaign } from './campaign.ts'
import { missingInPlan, missingInReintegration } from './plan.ts'
import { hoursOf, judgeSession, markOfKey, type SessionFacts } from './sessions.ts'

describe('a session', () => {
  it.each<[SessionFacts, string[]]>([
    [{ kind: 'counselling-one', minutes: 45, attendees: 1 }, []],
    [{ kind: 'counselling-one', minutes: 45, attendees: 2 }, ['session-one']],
    [{ kind: 'counselling-one', minutes: 45, attendees: 0 }, ['session-one']],
    [{ kind: 'education', minutes: 90, attendees: 0 }, ['session-nobody']],
    [{ kind: 'education', minutes: 4, attendees: 30 }, ['session-minutes']],
    [{ kind: 'sport', minutes: 721, attendees: 30 }, ['session-minutes']],
  ])('%j', (facts, codes) => {
    expect(judgeSession(facts).map(({ code }) => code)).toEqual(codes)
  })

  it('counts hours only where somebody was present', () => {
    const marks = ['present', 'sick', 'out', 'present', 'absent'] as const
    expect(hoursOf(marks.map((mark) => ({ mark, minutes: 45 })))).toBe(1.5)
  })

  it('takes one letter for each mark, and none for being out', () => {
    expect(['c', 'V', 'p', 'o', 'L', 'r', '1'].map(markOfKey)).toEqual([
      'present',
      'absent',
      'excused',
      'sick',
      'duty',
      undefined,
      undefined,
    ])
  })
})

it('says what a plan lacks before it is approved', () => {
  expect(missingInPlan({ goal: null, stages: new Set([1, 2, 3]) })).toEqual([
    'mục tiêu',
    'nội dung giai đoạn 4',
    'nội dung giai đoạn 5',
  ])
  expect(missingInPlan({ goal: 'Ổn định', stages: new Set([1, 2, 3, 4, 5]) })).toEqual([])
  expect(missingInReintegration({ residence: 'Xã Cao Lộc', work: '', risk: 'Bạn cũ' })).toEqual([
    'học nghề, việc làm dự kiến',
  ])
})

it('counts the heads of activities that were held only', () => {
  const heads = { residents: 100, staff: 5, guests: null }
  expect(
    sumCampaign([
      { ...heads, isHeld: true },
      { ...heads, isHeld: false },
    ]),
  ).toEqual({ planned: 2, held: 1, residents: 100, staff: 5, guests: 0 })
})
