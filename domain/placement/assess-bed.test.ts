import { describe, expect, it } from 'vitest'
import { assessBed, DEFAULT_PLACEMENT_SETTINGS, type BedQuestion } from './assess-bed.ts'
import type { KeepApart } from './keep-apart.ts'
import type { Occupant, PlacementBed, PlacementPerson } from './placement-person.ts'

const PERSON: PlacementPerson = {
  stayId: 's1',
  personId: 'p1',
  name: 'Lộc Văn Đức',
  sex: 'male',
  placementSex: null,
  ageGroup: 'adult',
  infectionGroup: null,
  track: 'compulsory',
  inDetox: false,
  inDiscipline: false,
  alerts: [],
}
const BED: PlacementBed = {
  bedId: 'b5',
  code: 'A2-05',
  roomId: 'r2',
  roomCode: 'A2',
  zoneId: 'A',
  zoneKind: 'compulsory',
  sex: 'male',
  ageGroup: null,
  infectionGroup: null,
  isPrivate: false,
  capacity: { maximum: 4, inUse: 3, outOfService: 0 },
  outage: null,
}
const OTHER: Occupant = {
  ...PERSON,
  stayId: 's9',
  personId: 'p9',
  name: 'Hoàng Văn Cường',
  bedId: 'b1',
  since: '2026-11-20T07:02:00.000Z',
}
const APART: KeepApart = {
  otherPersonId: 'p9',
  otherName: 'Hoàng Văn Cường',
  level: 'room',
  otherRoomId: 'r2',
  otherZoneId: 'A',
}

interface Case {
  when: string
  person?: Partial<PlacementPerson>
  bed?: Partial<PlacementBed>
  others?: Partial<Occupant>[]
  keepApart?: KeepApart[]
  splitTracks?: boolean
  code: string | null
}

function ask({ person, bed, others, keepApart, splitTracks }: Omit<Case, 'code' | 'when'>): BedQuestion {
  return {
    person: { ...PERSON, ...person },
    bed: { ...BED, ...bed },
    occupants: (others ?? []).map((other, index) => ({ ...OTHER, stayId: `other-${index}`, ...other })),
    keepApart: keepApart ?? [],
    settings: { ...DEFAULT_PLACEMENT_SETTINGS, splitTracks: splitTracks ?? true },
  }
}

const MINORS: Partial<PlacementBed> = { zoneKind: 'minors', ageGroup: 'minor' }

describe('hard rules of placement', () => {
  it.each<Case>([
    { when: 'all fits', code: null },
    { when: 'others of the same kind lie there', others: [{}, {}], code: null },
    { when: 'the bed is taken', others: [{ bedId: 'b5' }], code: 'bed-taken' },
    { when: 'the bed is held by the person', others: [{ stayId: 's1', bedId: 'b5' }], code: null },
    {
      when: 'the bed is out of service',
      bed: { outage: { reason: 'Hư hỏng', backOn: '2026-12-01' } },
      code: 'bed-out-of-service',
    },
    { when: 'the room is at its maximum', others: [{}, {}, {}, {}], code: 'room-full' },
    {
      when: 'the room is at its maximum with the person',
      others: [{}, {}, {}, { stayId: 's1' }],
      code: null,
    },
    {
      when: 'nobody has counted the room yet',
      bed: { capacity: null },
      others: [{}, {}, {}, {}],
      code: null,
    },
    { when: 'the room is for women (ZONE-04)', bed: { sex: 'female' }, code: 'sex' },
    { when: 'the zone is for women (ZONE-04)', bed: { zoneKind: 'women', sex: null }, code: 'sex' },
    {
      when: 'women lie in a room not fixed (ZONE-02)',
      bed: { sex: null },
      others: [{ sex: 'female' }],
      code: 'sex',
    },
    { when: 'men lie in a room not fixed', bed: { sex: null }, others: [{}], code: null },
    {
      when: 'the body differs and the room is shared (ZONE-03)',
      person: { sex: 'female', placementSex: 'male' },
      code: 'private-room',
    },
    {
      when: 'the body differs and the private room is free (ZONE-03)',
      person: { sex: 'female', placementSex: 'male' },
      bed: { isPrivate: true },
      code: null,
    },
    {
      when: 'the body differs and the room is in the area of the papers (ZONE-03)',
      person: { sex: 'male', placementSex: 'female' },
      bed: { isPrivate: true },
      code: 'sex',
    },
    {
      when: 'somebody is alone there for that reason',
      others: [{ sex: 'female', placementSex: 'male' }],
      code: 'private-room',
    },
    { when: 'a minor comes among adults', person: { ageGroup: 'minor' }, others: [{}], code: 'age' },
    {
      when: 'a minor comes into a room for adults',
      person: { ageGroup: 'minor' },
      bed: { ageGroup: 'adult' },
      code: 'age',
    },
    {
      when: 'an adult comes among minors',
      bed: { ageGroup: null },
      others: [{ ageGroup: 'minor' }],
      code: 'age',
    },
    { when: 'an adult comes into the zone of minors (ZONE-01d)', bed: MINORS, code: 'age' },
    {
      when: 'a minor comes among minors',
      person: { ageGroup: 'minor' },
      bed: MINORS,
      others: [{ ageGroup: 'minor' }],
      code: null,
    },
    { when: 'nobody knows whether others are minors', others: [{ ageGroup: null }], code: null },
    {
      when: 'an infectious person comes among the healthy (ZONE-04)',
      person: { infectionGroup: 'A' },
      others: [{}],
      code: 'infection',
    },
    {
      when: 'a healthy person comes among the infectious',
      others: [{ infectionGroup: 'B' }],
      code: 'infection',
    },
    {
      when: 'a healthy person comes into the infectious zone',
      bed: { zoneKind: 'infectious' },
      code: 'infection',
    },
    {
      when: 'group A comes to group B',
      person: { infectionGroup: 'A' },
      bed: { zoneKind: 'infectious' },
      others: [{ infectionGroup: 'B' }],
      code: 'infection',
    },
    {
      when: 'group A comes into a room for group B',
      person: { infectionGroup: 'A' },
      bed: { infectionGroup: 'B' },
      code: 'infection',
    },
    {
      when: 'group A comes to group A',
      person: { infectionGroup: 'A' },
      bed: { infectionGroup: 'A' },
      others: [{ infectionGroup: 'A' }],
      code: null,
    },
    { when: 'an enemy lies in the room', others: [{}], keepApart: [APART], code: 'keep-apart-room' },
    {
      when: 'someone to be kept out of the zone lies in the room',
      others: [{}],
      keepApart: [{ ...APART, level: 'zone' }],
      code: 'keep-apart-room',
    },
    { when: 'an enemy lies in the next room', keepApart: [{ ...APART, otherRoomId: 'r3' }], code: null },
    {
      when: 'an enemy has no bed',
      keepApart: [{ ...APART, otherRoomId: null, otherZoneId: null }],
      code: null,
    },
  ])('$code when $when', ({ code, ...given }) => {
    const { hard } = assessBed(ask(given))
    expect(hard.map((problem) => problem.code)).toEqual(code === null ? [] : [code])
  })

  it('say who has the bed and since when', () => {
    const { hard } = assessBed(ask({ others: [{ bedId: 'b5' }] }))
    expect(hard).toEqual([
      {
        code: 'bed-taken',
        message: 'Giường A2-05 đã có Hoàng Văn Cường từ 14:02 20/11/2026. Chọn giường khác.',
      },
    ])
  })

  it('never tell what somebody suffers from', () => {
    const questions = [
      ask({ person: { infectionGroup: 'A' }, others: [{}] }),
      ask({ others: [{ infectionGroup: 'B' }] }),
    ]
    const messages = questions.flatMap((question) => assessBed(question).hard.map(({ message }) => message))
    expect(messages).toHaveLength(2)
    for (const message of messages) expect(message).not.toMatch(/bệnh|HIV|lao|nhóm [AB]/i)
  })
})

describe('soft rules of placement', () => {
  it.each<Case>([
    { when: 'all fits', code: null },
    { when: 'the zone is for another track', bed: { zoneKind: 'voluntary' }, code: 'track-split' },
    { when: 'the zone is for people held', bed: { zoneKind: 'temporary-stay' }, code: 'track-split' },
    {
      when: 'the room has another track',
      bed: { zoneKind: 'management' },
      others: [{ track: 'held' }],
      code: 'track-split',
    },
    {
      when: 'the centre does not split tracks (L120)',
      bed: { zoneKind: 'voluntary' },
      splitTracks: false,
      code: null,
    },
    { when: 'someone in detox lies elsewhere', person: { inDetox: true }, code: 'detox-elsewhere' },
    { when: 'someone past detox comes to the detox zone', bed: { zoneKind: 'detox' }, code: 'detox-zone' },
    {
      when: 'someone in detox comes to the detox zone',
      person: { inDetox: true },
      bed: { zoneKind: 'detox' },
      code: null,
    },
    { when: 'nobody ordered discipline (ZONE-06)', bed: { zoneKind: 'discipline' }, code: 'discipline-zone' },
    {
      when: 'discipline was ordered (ZONE-06)',
      person: { inDiscipline: true },
      bed: { zoneKind: 'discipline' },
      code: null,
    },
    {
      when: 'a minor lies outside the minors’ zone (ZONE-05)',
      person: { ageGroup: 'minor' },
      code: 'minor-elsewhere',
    },
    { when: 'nobody knows the age', person: { ageGroup: null }, code: 'age-unknown' },
    {
      when: 'an empty room is not one for isolation',
      person: { infectionGroup: 'A' },
      code: 'not-isolation-room',
    },
    {
      when: 'someone to keep apart is in the zone',
      keepApart: [{ ...APART, level: 'zone', otherRoomId: 'r3' }],
      code: 'keep-apart-zone',
    },
    { when: 'the room is run full', others: [{}, {}, {}], code: 'over-capacity' },
    { when: 'one place is left', others: [{}, {}], code: null },
  ])('$code when $when', ({ code, ...given }) => {
    const { soft, hard } = assessBed(ask(given))
    expect(hard).toEqual([])
    expect(soft.map((problem) => problem.code)).toEqual(code === null ? [] : [code])
  })

  it('count against the bed in its reasons, beside what speaks for it', () => {
    const { reasons } = assessBed(ask({ others: [{}, {}, {}] }))
    expect(reasons).toEqual([
      { text: 'Đúng khu theo diện (bắt buộc)', weight: 30 },
      { text: 'Phòng A2 sẽ có 4 người, vượt sức chứa sử dụng 3.', weight: -25 },
    ])
  })
})
