import { expect, it } from 'vitest'
import { atTime } from '../time/instant.ts'
import { lastSightings, sightingText, type Sighting, type SightingKind } from './last-sightings.ts'

const NIGHT = '2026-11-21'
const seen = (kind: SightingKind, time: string, what: string = kind, day = NIGHT): Sighting => ({
  kind,
  at: atTime(day, time),
  what,
  by: 'Lý Văn Nam',
})

it('keeps the last sighting of each kind, the newest first', () => {
  const found = [
    seen('session', '08:00', 'lớp may'),
    seen('head-count', '06:00', 'phòng cũ'),
    seen('session', '14:00', 'lớp hàn'),
    seen('head-count', '18:05', 'phòng A2-03'),
  ]
  const what = lastSightings(found, atTime(NIGHT, '23:00')).map((one) => one.what)
  expect(what).toEqual(['phòng A2-03', 'lớp hàn'])
})

it('leaves out what was written down for later than the escape, and keeps its very minute', () => {
  const found = [seen('visit', '22:01'), seen('call', '22:00'), seen('canteen', '09:00', 'sữa', '2026-11-22')]
  expect(lastSightings(found, atTime(NIGHT, '22:00')).map(({ kind }) => kind)).toEqual(['call'])
})

it('says a sighting in one line, with who saw it where that is known', () => {
  const one = seen('head-count', '18:05', 'phòng A2-03')
  expect(sightingText(one)).toBe('Điểm danh có mặt lúc 18:05 21/11/2026: phòng A2-03 (Lý Văn Nam)')
  expect(sightingText({ ...one, by: null })).toBe('Điểm danh có mặt lúc 18:05 21/11/2026: phòng A2-03')
})
