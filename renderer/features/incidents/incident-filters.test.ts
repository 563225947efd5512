import { describe, expect, it } from 'vitest'
import type { IncidentFilter } from '#domain/contract/incidents.ts'
import { OPEN_STATES } from '#domain/incidents/statistics.ts'
import { incidentChipsOf, incidentFilterOf, incidentListHref } from './incident-filters.ts'

function valuesIn(href: string): Record<string, string[]> {
  const search = new URL(href, 'http://127.0.0.1').searchParams
  return Object.fromEntries([...search].map(([key, value]) => [key, value.split(',')]))
}

describe('the filter of the incidents list', () => {
  it('shows what is open when the address names no state', () => {
    const { states } = incidentFilterOf({})
    expect(states).toContain('reported')
    expect(states).toContain('reopened')
    expect(states).not.toContain('closed')
    expect(states).not.toContain('draft')
  })

  it('shows every state when all are asked for', () => {
    expect(incidentFilterOf({ 'tinh-trang': ['tat-ca'] }).states).toEqual([])
  })

  it.each([
    ['an hour that does not exist', { gio: ['24'] }, 'hour'],
    ['a weekday that does not exist', { thu: ['0'] }, 'weekday'],
    ['a day that does not exist', { tu: ['2026-02-30'] }, 'from'],
    ['a substance nobody knows', { chat: ['tea'] }, 'substance'],
  ] as const)('leaves out %s', (_, values, field) => {
    expect(incidentFilterOf(values)[field]).toBeNull()
  })

  it('opens the list of a figure with the very filter the figure was counted by', () => {
    const counted: IncidentFilter = {
      states: ['reported', 'closed'],
      kinds: ['fight'],
      zones: ['0198c5a2-0000-7000-8000-000000000001'],
      personId: '0198c5a2-0000-7000-8000-000000000002',
      from: '2026-01-01',
      to: '2026-11-22',
      hour: 0,
      weekday: 7,
      substance: 'heroin',
      route: 'parcel',
      escape: 'within-7d',
      injured: 'hospital',
      age: 'days-8-30',
      mine: true,
      late: true,
      lateNotice: true,
    }
    expect(incidentFilterOf(valuesIn(incidentListHref(counted)))).toEqual(counted)
  })

  it('opens what is open, not everything, for a figure of what is open', () => {
    const href = incidentListHref({ states: [...OPEN_STATES] })
    expect(href).toBe('/vu-viec')
    expect(incidentFilterOf(valuesIn(href)).states).toEqual(OPEN_STATES)
  })

  it('opens all states for a figure that names none', () => {
    expect(incidentFilterOf(valuesIn(incidentListHref({ kinds: ['fire'] }))).states).toEqual([])
  })

  it('calls somebody a figure was about by name once a row tells it', () => {
    const names = (known: string | undefined) =>
      incidentChipsOf([], { nguoi: ['p'] }, () => known).find(({ id }) => id === 'nguoi')?.choices
    expect(names('Hứa Văn An')).toEqual([{ value: 'p', label: 'Hứa Văn An' }])
    expect(names(undefined)).toEqual([{ value: 'p', label: 'đã chọn' }])
  })

  it('names an hour and a weekday only where the address asks for them', () => {
    const ids = (values: Record<string, string[]>) =>
      incidentChipsOf([], values, () => undefined).map(({ id }) => id)
    expect(ids({})).toEqual(['tinh-trang', 'loai', 'khu', 'xem'])
    expect(ids({ gio: ['22'], thu: ['7'] })).toEqual(['tinh-trang', 'loai', 'khu', 'xem', 'gio', 'thu'])
  })
})
