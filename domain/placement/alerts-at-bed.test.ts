import { describe, expect, it } from 'vitest'
import type { AlertFace } from '../alerts/alert-codes.ts'
import { assessBed, DEFAULT_PLACEMENT_SETTINGS } from './assess-bed.ts'
import { checkSwap } from './check-swap.ts'
import type { Occupant, PlacementBed, PlacementPerson } from './placement-person.ts'
import { rankBeds } from './rank-beds.ts'

const settings = DEFAULT_PLACEMENT_SETTINGS

function person(name: string, alerts: readonly AlertFace[] = []): PlacementPerson {
  return {
    stayId: name,
    personId: name,
    name,
    sex: 'male',
    placementSex: null,
    ageGroup: 'adult',
    infectionGroup: null,
    track: 'compulsory',
    inDetox: false,
    inDiscipline: false,
    alerts,
  }
}

function bed(room: string, number: string): PlacementBed {
  return {
    bedId: `${room}-${number}`,
    code: `${room}-${number}`,
    roomId: room,
    roomCode: room,
    zoneId: 'A',
    zoneKind: 'compulsory',
    sex: 'male',
    ageGroup: null,
    infectionGroup: null,
    isPrivate: false,
    capacity: { maximum: 8, inUse: 8, outOfService: 0 },
    outage: null,
  }
}

function lying(name: string, alerts: readonly AlertFace[], bedId: string): Occupant {
  return { ...person(name, alerts), bedId, since: '2026-11-20T07:02:00.000Z' }
}

function assess(mine: readonly AlertFace[], others: readonly (readonly AlertFace[])[] = []) {
  const occupants = others.map((alerts, index) => lying(`Người ${index}`, alerts, `A1-0${index + 2}`))
  return assessBed({ person: person('Đức', mine), bed: bed('A1', '01'), occupants, keepApart: [], settings })
}

describe('alerts at a bed', () => {
  it.each<[string, AlertFace[], AlertFace[][], string[], string[]]>([
    ['none', [], [[]], [], []],
    ['a lower bed is needed: to be confirmed with a reason', ['lower-bunk'], [], [], ['alert-lower-bunk']],
    ['may run away', ['escape'], [[]], [], ['alert-escape']],
    ['may be violent, among others', ['violence'], [[]], [], ['alert-violence']],
    ['may be violent, alone', ['violence'], [], [], []],
    ['may harm himself, alone', ['self-harm'], [], [], ['alert-self-harm']],
    ['may harm himself, with others', ['self-harm'], [[]], [], []],
    ['a medical alert: only that there is one', ['health'], [[]], [], ['alert-health']],
    ['to be protected from a violent one there', ['protected'], [[], ['violence']], ['alert-protected'], []],
    [
      'violent, and somebody to be protected is there',
      ['violence'],
      [['protected']],
      ['alert-protected'],
      ['alert-violence'],
    ],
    ['to be protected, nobody violent there', ['protected'], [['escape']], [], []],
    [
      'weak, with a violent one there',
      ['pregnant'],
      [['violence']],
      [],
      ['alert-pregnant', 'alert-violent-neighbour'],
    ],
    ['two alerts, each asked', ['escape', 'lower-bunk'], [[]], [], ['alert-escape', 'alert-lower-bunk']],
  ])('%s', (_, mine, others, hardCodes, softCodes) => {
    const { hard, soft } = assess(mine, others)
    expect([hard, soft].map((list) => list.map(({ code }) => code))).toEqual([hardCodes, softCodes])
  })

  it('say what to do, and stand among the reasons of the bed', () => {
    const message =
      'Cần giường dưới (yếu, đi lại khó). Kiểm tra giường là giường dưới, lối đi thuận rồi ghi vào lý do.'
    expect(assess(['lower-bunk']).soft).toEqual([{ code: 'alert-lower-bunk', message }])
    expect(assess(['lower-bunk']).reasons).toContainEqual({ text: message, weight: -25 })
  })

  it('a hard one names who is in the way and what would make it possible', () => {
    expect(assess(['protected'], [['violence']]).hard[0]?.message).toBe(
      'Người 0 ở phòng A1 có nguy cơ bạo lực; Đức là người cần bảo vệ. Chọn phòng khác, hoặc đóng cảnh báo nếu không còn đúng.',
    )
  })

  it('rank a room with people above an empty one for somebody who may harm himself', () => {
    const ranked = rankBeds({
      person: person('Đức', ['self-harm']),
      beds: [
        { bed: bed('A1', '01'), occupants: [] },
        { bed: bed('A2', '01'), occupants: [lying('Cường', [], 'A2-02')] },
      ],
      keepApart: [],
      settings,
    })
    expect(ranked.map(({ bed: { code } }) => code)).toEqual(['A2-01', 'A1-01'])
    expect(ranked[0]?.reasons.map(({ text }) => text)).toContain(
      'Không ở một mình (nguy cơ tự gây thương tích)',
    )
  })

  it('are looked at where both end up when two change beds', () => {
    const lan = lying('Lan', ['protected'], 'A1-01')
    const mai = lying('Mai', [], 'A2-01')
    const hoa = lying('Hoa', ['violence'], 'A2-02')
    const side = (who: Occupant, room: string, occupants: Occupant[]) => ({
      person: who,
      bed: bed(room, who.bedId.slice(-2)),
      occupants,
      keepApart: [],
    })
    const { hard } = checkSwap(side(lan, 'A1', [lan]), side(mai, 'A2', [mai, hoa]), settings)
    expect(hard.map(({ code, message }) => [code, message.slice(0, 9)])).toEqual([
      ['alert-protected', 'Lan → Hoa'],
    ])
  })
})
