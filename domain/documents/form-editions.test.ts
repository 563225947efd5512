import { describe, expect, it } from 'vitest'
import { DOCUMENT_FORMS, EDITION_IDS, editionOf, editionOn, FORM_EDITIONS } from './form-editions.ts'
import { documentSymbol, fullNumber } from './registers.ts'

describe('the edition of a form', () => {
  it.each([
    ['hand-over', 'compulsory', '2026-06-30', 'd116-40'],
    ['hand-over', 'compulsory', '2026-07-01', 'd163-42'],
    ['hand-over', 'held', '2026-06-30', 'd116-37'],
    ['hand-over', 'held', '2026-07-01', 'd163-31-lap-ho-so'],
    ['hand-over', 'voluntary', '2026-07-01', 'd163-31-tu-nguyen'],
    ['information-sheet', 'held', '2026-06-30', 'd116-19'],
    ['information-sheet', 'voluntary', '2026-07-01', 'd163-17'],
    ['rehab-plan', 'compulsory', '2026-06-30', 'd116-20'],
    ['rehab-plan', 'compulsory', '2026-07-01', 'd163-18'],
    ['deposit-receipt', 'voluntary', '2024-01-01', 'bien-nhan-luu-ky'],
    ['leave-application', 'compulsory', '2026-06-30', 'd116-48'],
    ['leave-application', 'compulsory', '2026-07-01', 'd163-48'],
    ['leave-decision', 'held', '2026-06-30', 'd116-49'],
    ['leave-decision', 'voluntary', '2026-07-01', 'd163-49'],
    ['leave-hand-over', 'compulsory', '2026-07-01', 'd163-23-chiu-tang'],
    ['out-order', 'compulsory', '2026-06-30', 'd116-45'],
    ['out-order', 'compulsory', '2026-07-01', 'd163-47'],
    ['out-hand-over', 'compulsory', '2026-07-01', 'd163-42-trich-xuat'],
    ['suspension-proposal', 'compulsory', '2026-06-30', 'd116-43'],
    ['suspension-proposal', 'voluntary', '2026-07-01', 'd163-46'],
  ] as const)('%s for %s on %s is %s', (form, track, on, id) => {
    expect(editionOn(form, track, on)).toMatchObject({ id })
  })

  it('does not exist for handing over a voluntary person before 01/07/2026 (D116 Điều 35-36)', () => {
    expect(editionOn('hand-over', 'voluntary', '2026-06-30')).toMatchObject({ code: 'no_form' })
  })

  it('is one for each id, and every form has one in every track from 01/07/2026', () => {
    expect(FORM_EDITIONS.map(({ id }) => id).toSorted()).toEqual([...EDITION_IDS].toSorted())
    for (const id of EDITION_IDS) expect(editionOf(id).id).toBe(id)
    for (const form of DOCUMENT_FORMS)
      for (const track of ['compulsory', 'voluntary', 'held'] as const)
        expect(editionOn(form, track, '2026-07-01')).toHaveProperty('register')
  })
})

describe('number and symbol', () => {
  it.each([
    [1, 'minutes', null, '01/BB-CSCN'],
    [12, 'plans', null, '12/KH-CSCN'],
    [123, 'receipts', ' csls ', '123/BN-CSLS'],
  ] as const)('%d in %s of %s is %s (NĐ 30/2020/NĐ-CP)', (number, register, mark, text) => {
    expect(fullNumber(number, documentSymbol(register, mark))).toBe(text)
  })
})
