import { randomUUID } from 'node:crypto'
import { buildRoom, receivePeople, refusalOf, type TestRoom } from './_lodging.ts'
import { startTestHub, type TestDesk, type TestHub } from './_test-hub.ts'

const MEMBERS = ['Lê An', 'Hà Bình', 'Vũ Chi'].map((name) => ({ name, title: 'Ủy viên' }))
const VOTED = MEMBERS.map((one) => ({ ...one, vote: 'for' as const }))

/** A day in November 2026: `22` is 22/11/2026. */
const november = (day: number) => `2026-11-${String(day).padStart(2, '0')}`

/** A centre with a zone for those under discipline, and desks of those who deal with discipline and reward. */
export class ConductCentre {
  readonly test: TestHub
  readonly zone: TestDesk
  readonly incident: TestDesk
  readonly director: TestDesk
  readonly home: TestRoom
  /** The special zone with its one bed. */
  readonly special: { zoneId: string; bedId: string }
  private people = 0
  private numbers = 0
  private readonly now: () => string

  private constructor(
    now: () => string,
    test: TestHub,
    desks: { zone: TestDesk; incident: TestDesk; director: TestDesk },
    rooms: { home: TestRoom; special: { zoneId: string; bedId: string } },
  ) {
    this.now = now
    this.test = test
    this.zone = desks.zone
    this.incident = desks.incident
    this.director = desks.director
    this.home = rooms.home
    this.special = rooms.special
  }

  static async start(now: () => string): Promise<ConductCentre> {
    const test = await startTestHub({ now })
    const admin = await test.signIn('administrator')
    const desks = {
      zone: await test.signIn('zone'),
      incident: await test.signIn('incident'),
      director: await test.signIn('director'),
    }
    const home = await buildRoom(admin, 'A', 6)
    const special = { zoneId: randomUUID(), bedId: randomUUID() }
    const roomId = randomUUID()
    const open = { sex: null, ageGroup: null, infectionGroup: null, isPrivate: false } as const
    await admin.hub.places.add({
      ...open,
      id: special.zoneId,
      legalKind: 'discipline',
      parentId: null,
      kind: 'zone',
      code: 'KL',
      name: 'Khu dành riêng',
      capacity: null,
    })
    const capacity = { maximum: 1, inUse: 1 }
    await admin.hub.places.add({
      ...open,
      id: roomId,
      legalKind: null,
      parentId: special.zoneId,
      kind: 'room',
      code: 'KL1',
      name: null,
      capacity,
    })
    await admin.hub.places.addBeds({ roomId, beds: [{ id: special.bedId, code: '01' }], capacity: null })
    return new ConductCentre(now, test, desks, { home, special })
  }

  /** Somebody in the centre, in a bed of its home room while there is one. */
  async somebody(): Promise<{ personId: string; stayId: string; name: string }> {
    this.people += 1
    const [person] = receivePeople(this.test, [{ name: `Vi Văn Nề ${this.people}` }])
    const bed = Object.values(this.home.beds)[this.people - 1]
    if (!person) throw new Error('nobody came')
    if (bed !== undefined) {
      const placements = [{ eventId: randomUUID(), stayId: person.stayId, bedId: bed, reason: 'Xếp thử' }]
      await this.director.hub.placement.place({ placements })
    }
    return person
  }

  /** A violation of 21/11/2026 as the zone proposes it. @returns id of the case */
  async propose(
    stayId: string,
    form: 'special-zone' | 'warning' | 'criticism' = 'special-zone',
  ): Promise<string> {
    const id = randomUUID()
    await this.zone.hub.conductCases.propose({
      cases: [{ id, stayId }],
      kind: 'violation',
      form,
      days: form === 'special-zone' ? 7 : null,
      occurredOn: november(21),
      ground: 'Đánh bạn cùng phòng',
    })
    return id
  }

  /** What a council of now is called with. */
  council() {
    return {
      at: this.now(),
      place: 'Hội trường',
      chair: 'Lê An',
      secretary: 'Vũ Chi',
      members: MEMBERS,
    }
  }

  /** A special zone of 7 days that a council has spoken for, in version 3. @returns id of the case */
  async heard(stayId: string): Promise<string> {
    const id = await this.propose(stayId)
    await this.incident.hub.conductCases.convene({ id, version: 1, ...this.council() })
    await this.incident.hub.conductCases.hear({
      id,
      version: 2,
      members: VOTED,
      minutes: 'Thống nhất',
      form: 'special-zone',
      days: 7,
    })
    return id
  }

  /** A decision of today: 7 days in the special zone from 22/11/2026. */
  decision(id: string, version = 3) {
    this.numbers += 1
    return {
      id,
      version,
      number: `${this.numbers}/QĐ-CS1`,
      decidedOn: november(22),
      signerName: 'Trần Văn Trưởng',
      comment: 'Theo phân công',
      form: 'special-zone' as const,
      fromOn: november(22),
      toOn: november(28),
      reviewOn: november(27),
      stopsVisits: true,
    }
  }
}

/** Codes of what a call was refused for. */
export async function problemsOf(call: Promise<unknown>): Promise<string[] | undefined> {
  return (await refusalOf(call)).data.problems?.map(({ code }) => code)
}
