import { describe, expect, it } from 'vitest'
import { custodyActSchema } from '#domain/custody/facts.ts'
import { ACT_FIELDS, actOfValues, RECORDABLE_KINDS, valuesOfAct } from './act-fields.ts'

const FILLED: Record<string, string> = {
  line: 'Bệnh viện đa khoa tỉnh',
  text: 'Có giấy của bác sĩ',
  moment: '2026-11-25T10:00:00.000Z',
  day: '2026-11-20',
  months: '3',
}

describe('the form of an act', () => {
  it.each(RECORDABLE_KINDS)('asks for nothing that a %s could not carry, and takes it back apart', (kind) => {
    const values: Record<string, string> = {}
    for (const field of ACT_FIELDS[kind]) {
      if (field.type === 'decision') {
        values[`${field.name}.number`] = '12/QĐ-CS'
        values[`${field.name}.on`] = '2026-11-20'
        values[`${field.name}.issuer`] = 'Trưởng cơ sở'
      } else values[field.name] = field.choices?.[0]?.value ?? FILLED[field.type] ?? ''
    }
    const read = actOfValues(kind, values)
    if (!('act' in read)) throw new Error(JSON.stringify(read.errors))
    expect(custodyActSchema.parse(read.act)).toEqual(read.act)
    expect(Object.keys(read.act.facts)).toHaveLength(ACT_FIELDS[kind].length)
    expect(valuesOfAct(read.act)).toEqual(values)
  })

  it('asks for what the law wants on paper, whole or not at all', () => {
    expect(actOfValues('suspended', {})).toMatchObject({
      errors: { decision: expect.stringContaining('số, ngày') },
    })
    const half = actOfValues('resumed', { 'decision.number': '12/QĐ' })
    expect(half).toMatchObject({ errors: { decision: expect.stringContaining('cần đủ') } })
    expect(actOfValues('resumed', {})).toEqual({ act: { kind: 'resumed', facts: {} } })
  })

  it('refuses months that are no number or no change', () => {
    expect(actOfValues('term-changed', { months: 'ba', reason: 'reduced' })).toMatchObject({
      errors: { months: expect.stringContaining('số nguyên') },
    })
    expect(actOfValues('term-changed', { months: '0', reason: 'reduced' })).toMatchObject({
      errors: { months: expect.any(String) },
    })
  })
})
