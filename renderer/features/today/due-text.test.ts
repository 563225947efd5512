import { expect, it } from 'vitest'
import { dueText } from '#renderer/features/today/due-text.ts'

/** 14:02 of 22/11/2026. */
const NOW = '2026-11-22T07:02:00.000Z'

it.each([
  {
    kind: 'obligation',
    urgency: 'today',
    dueAt: '2026-11-22T09:16:00.000Z',
    text: 'còn 02:14',
    tone: 'soon',
  },
  {
    kind: 'obligation',
    urgency: 'late',
    dueAt: '2026-11-22T04:48:00.000Z',
    text: 'quá 02:14',
    tone: 'late',
  },
  { kind: 'term-over', urgency: 'late', dueAt: '2026-11-20T10:00:00.000Z', text: 'quá 2 ngày', tone: 'late' },
  {
    kind: 'obligation',
    urgency: 'soon',
    dueAt: '2026-11-25T10:00:00.000Z',
    text: 'còn 3 ngày',
    tone: 'ended',
  },
  { kind: 'ends-later', urgency: 'soon', dueAt: '2026-12-09T10:00:00.000Z', text: 'từ 09/12', tone: 'ended' },
  { kind: 'clock-unknown', urgency: 'file', dueAt: null, text: 'bổ sung', tone: 'soon' },
] as const)('says "$text" of $kind', ({ text, tone, ...row }) => {
  expect(dueText(row, NOW)).toEqual({ text, tone })
})

it('calls yesterday late, never due today', () => {
  const row = { kind: 'obligation', urgency: 'late', dueAt: '2026-11-21T10:00:00.000Z' } as const
  expect(dueText(row, NOW)).toEqual({ text: 'quá 21:02', tone: 'late' })
})

it('turns late by itself when the moment passes on the screen', () => {
  const row = { kind: 'obligation', urgency: 'today', dueAt: '2026-11-22T07:01:00.000Z' } as const
  expect(dueText(row, NOW)).toEqual({ text: 'quá 00:01', tone: 'late' })
})
