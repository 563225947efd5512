import { describe, expect, it } from 'vitest'
import { alertChipsOf, alertFilterOf, alertFilterText } from '#renderer/features/alerts/alert-filters.ts'

describe('the address of the list of alerts', () => {
  it('asks for every alert without filters', () => {
    expect(alertFilterOf({}, false)).toEqual({ faces: [], zones: [], reviewDue: false })
  })

  it('leaves out a medical kind for those who may not ask for it, and words nobody knows', () => {
    const values = { loai: ['allergy', 'escape', 'health', 'nothing'], khu: ['z1'], 'xem-lai': ['den-han'] }
    expect(alertFilterOf(values, false)).toEqual({
      faces: ['escape', 'health'],
      zones: ['z1'],
      reviewDue: true,
    })
    expect(alertFilterOf(values, true).faces).toEqual(['escape', 'allergy', 'health'])
  })

  it('stands in words at the head of a print', () => {
    const chips = alertChipsOf([{ id: 'z1', name: 'Khu A' }], false)
    expect(alertFilterText({ khu: ['z1'], loai: ['escape'] }, chips)).toBe(
      'Loại: Nguy cơ bỏ trốn · Khu: Khu A',
    )
  })
})
