import { describe, expect, it } from 'vitest'
import type { BedChoice, Lodger } from '#domain/contract/placement.ts'
import {
  chooseBed,
  commitLabel,
  problemsByStay,
  unexplainedLines,
  type DraftLine,
} from './placement-draft.ts'

function bed(code: string, soft: { code: string; message: string }[] = []): BedChoice {
  const place = { roomId: 'r', roomCode: 'A1', zoneId: 'z', zoneName: 'Khu A' }
  return { bedId: code, code, ...place, allowed: true, score: 0, hard: [], soft, reasons: [] }
}

function line(name: string, chosen: BedChoice | null, bedId: string | null = null): DraftLine {
  const person = { stayId: name, name, bedId } as Lodger
  return { person, eventId: `e-${name}`, bed: chosen, why: '', reason: '' }
}

describe('a placement being prepared', () => {
  it('never gives one bed to two people', () => {
    const lines = [line('An', bed('A1-01')), line('Bình', bed('A1-02'))]
    const next = chooseBed(lines, 'Bình', bed('A1-01'))
    expect(next.map((one) => one.bed?.code ?? null)).toEqual([null, 'A1-01'])
  })

  it('knows whose reason is missing', () => {
    const soft = [{ code: 'track-split', message: 'Khác diện' }]
    const lines = [line('An', bed('A1-01', soft)), { ...line('Bình', bed('A1-02', soft)), reason: 'Hết chỗ' }]
    expect(unexplainedLines(lines).map(({ person }) => person.name)).toEqual(['An'])
  })

  it('lays a refusal under the line it is about', () => {
    const sent = [line('An', bed('A1-01')), line('Bình', bed('A1-02'))]
    const problems = [
      { code: 'bed-taken', field: 'placements.1.bedId', message: 'Giường A1-02 đã có người.' },
    ]
    const found = problemsByStay({ code: 'rule_violated', message: '', details: { problems } }, sent)
    expect([...found]).toEqual([['Bình', 'Giường A1-02 đã có người.']])
  })

  it.each([
    { lines: [line('An', bed('A1-01'))], label: 'Xếp An vào A1-01' },
    { lines: [line('An', bed('A1-01'), 'B1-01')], label: 'Chuyển An vào A1-01' },
    {
      lines: [line('An', bed('A1-01')), line('Bình', bed('A1-02')), line('Chi', null)],
      label: 'Xếp 2 người',
    },
    { lines: [line('An', bed('A1-01'), 'x'), line('Bình', bed('A1-02'), 'y')], label: 'Chuyển 2 người' },
    { lines: [line('An', bed('A1-01'), 'x'), line('Bình', bed('A1-02'))], label: 'Xếp, chuyển 2 người' },
  ])('commits with $label', ({ lines, label }) => {
    expect(commitLabel(lines)).toBe(label)
  })
})
