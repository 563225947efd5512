import { describe, expect, it } from 'vitest'
import { randomAct } from '#tests/random-custody-history.ts'
import {
  CUSTODY_EVENT_KINDS,
  CUSTODY_STATE_LABELS,
  CUSTODY_STATES,
  OUT_KIND_LABELS,
  OUT_KINDS,
} from './event-kinds.ts'
import {
  custodyActSchema,
  ESCAPE_MANNER_LABELS,
  ESCAPE_MANNERS,
  RECEPTION_WAY_LABELS,
  RECEPTION_WAYS,
  TERM_CHANGE_REASON_LABELS,
  TERM_CHANGE_REASONS,
} from './facts.ts'

const DECISION = { number: '07/QĐ-TA', on: '2026-08-01', issuer: 'Tòa án nhân dân khu vực 1' }

describe('the facts of custody events', () => {
  it.each(CUSTODY_EVENT_KINDS)('are defined for %s and for it alone', (kind) => {
    const act = randomAct(kind, 1)
    expect(custodyActSchema.parse(act)).toEqual(act)
    expect(custodyActSchema.safeParse({ ...act, facts: { ...act.facts, nonsense: 1 } }).success).toBe(false)
  })

  it.each([
    { what: 'a bed without its name', act: { kind: 'placed', facts: {} } },
    { what: 'an unknown way out', act: { kind: 'left', facts: { outKind: 'holiday' } } },
    { what: 'a suspension without a decision (L120 Điều 39.4)', act: { kind: 'suspended', facts: {} } },
    {
      what: 'a decision of a day that is none',
      act: { kind: 'suspended', facts: { decision: { ...DECISION, on: '2026-02-30' } } },
    },
    {
      what: 'a moment without UTC',
      act: { kind: 'left', facts: { outKind: 'court', until: '2026-08-01T08:00:00.000+07:00' } },
    },
    {
      what: 'a change of term by nothing',
      act: { kind: 'term-changed', facts: { months: 0, reason: 'reduced' } },
    },
    {
      what: 'a change of term by half a month',
      act: { kind: 'term-changed', facts: { months: -1.5, reason: 'reduced' } },
    },
    {
      what: 'a correction without a reason',
      act: { kind: 'corrected', facts: { cancels: 'e1', why: '  ' } },
    },
    { what: 'a novel for a reason', act: { kind: 'unplaced', facts: { reason: 'a'.repeat(10_000) } } },
    { what: 'an unknown kind', act: { kind: 'vanished', facts: {} } },
  ])('refuse $what', ({ act }) => {
    expect(custodyActSchema.safeParse(act).success).toBe(false)
  })

  it('take overridden placement rules with who allowed them', () => {
    const overrides = [{ code: 'track-split', reason: 'Khu bắt buộc còn chỗ', allowedBy: 'Nguyễn Văn An' }]
    const act = { kind: 'moved', facts: { bedId: 'b1', reason: 'Sửa phòng', overrides } }
    expect(custodyActSchema.parse(act)).toEqual(act)
  })

  it.each([
    { list: RECEPTION_WAYS, labels: RECEPTION_WAY_LABELS },
    { list: ESCAPE_MANNERS, labels: ESCAPE_MANNER_LABELS },
    { list: TERM_CHANGE_REASONS, labels: TERM_CHANGE_REASON_LABELS },
    { list: OUT_KINDS, labels: OUT_KIND_LABELS },
    { list: CUSTODY_STATES, labels: CUSTODY_STATE_LABELS },
  ])('have one Vietnamese word for each of $list', ({ list, labels }) => {
    expect(Object.keys(labels)).toEqual([...list])
    const words = Object.values<string>(labels)
    expect(new Set(words).size).toBe(list.length)
    expect(words.every((word) => /^[A-ZĐ]/.test(word))).toBe(true)
  })
})
