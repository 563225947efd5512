import type { Insertable } from 'kysely'
import type { AddressTable } from '#db/schema/address.ts'
import type { AlertTable } from '#db/schema/alert.ts'
import type { CustodyEventTable } from '#db/schema/custody-event.ts'
import type { IdentityPaperTable } from '#db/schema/identity-paper.ts'
import type { PersonTable } from '#db/schema/person.ts'
import type { PlaceTable } from '#db/schema/place.ts'
import type { StayTable } from '#db/schema/stay.ts'
import { CUSTODY_TRANSITIONS } from '#domain/custody/transitions.ts'
import { addDays, type Day } from '#domain/time/day.ts'
import { addHours, dayOf, startOfDay, type Instant } from '#domain/time/instant.ts'
import { inventPerson, type InventedPerson } from './invented-people.ts'
import type { AwayStanding, Happening, InventedStay, PresentStanding } from './invented-happenings.ts'
import { inventAwayStay, inventPresentStay, inventStay, type StayRequest } from './invented-stay.ts'
import { inventAlerts } from './seed-alerts.ts'
import { BED_USES, seedBlockPlaces, type BedUse, type BlockBeds } from './seed-places.ts'
import { inventTaken, type StayOnFile, type TakenRows } from './seed-taken.ts'
import { SeededRandom, uuidMaker } from './seeded-random.ts'
import { recorderKey } from './seed-users.ts'
import type { SeedBlock, SeedPlan } from './seed-plan.ts'

/** Everything invented for one block, as rows. */
export interface SeedRows {
  places: Insertable<PlaceTable>[]
  people: Insertable<PersonTable>[]
  papers: Insertable<IdentityPaperTable>[]
  addresses: Insertable<AddressTable>[]
  stays: Insertable<StayTable>[]
  events: Insertable<CustodyEventTable>[]
  taken: TakenRows
  alerts: Insertable<AlertTable>[]
}

/** A stay with whose it is and whose bed is its own. */
interface LaneStay {
  lane: number
  who: LanePerson
  ordinal: number
  stay: InventedStay
}

interface LanePerson extends InventedPerson {
  earlierElsewhere: number
  stays: number
  lastEnd: Day
  isGone: boolean
}

const HISTORY_DAYS = 3650
const REPEAT_SHARE = 0.22

/** Invents the people, rooms and history of one block. The same plan and block give the same rows. */
export function inventBlock(plan: SeedPlan, block: SeedBlock): SeedRows {
  const createdAt = startOfDay(addDays(dayOf(plan.asOf), -HISTORY_DAYS - 700))
  const lanes = block.present + block.away
  const { rows: places, beds } = seedBlockPlaces(plan, block, lanes, createdAt)
  // Short histories happen in small blocks: they begin earlier until there are stays enough.
  for (let years = 10; ; years += 1) {
    const found = inventLanes(plan, block, lanes, years * 365)
    const ended = found.filter(({ stay }) => stay.endedAt !== null)
    if (ended.length < block.past) continue
    const first = ended
      .toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1))
      .slice(0, ended.length - block.past)
    const dropped = new Set(first)
    return toRows(plan, block, { places, beds, stays: found.filter((stay) => !dropped.has(stay)) })
  }
}

function startOf({ stay }: LaneStay): Instant {
  return stay.happenings[0]?.at ?? ''
}

/** A lane is one bed with those who had it as their own, one after the other. */
function inventLanes(plan: SeedPlan, block: SeedBlock, lanes: number, historyDays: number): LaneStay[] {
  const random = new SeededRandom(plan.seed, 'block', block.index, historyDays)
  const newId = uuidMaker(random, block.index)
  const found: LaneStay[] = []
  const stride = Math.floor(500_000 / plan.blocks.length)
  let people = 0
  for (let lane = 0; lane < lanes; lane += 1) {
    const today = dayOf(plan.asOf)
    const earlier: LanePerson[] = []
    const somebody = (on: Day): LanePerson => {
      const back = earlier.filter(({ lastEnd, isGone }) => !isGone && lastEnd < addDays(on, -60))
      const known = random.chance(REPEAT_SHARE)
        ? back[random.whole(0, Math.max(0, back.length - 1))]
        : undefined
      if (known) return known
      const index = block.index * stride + people
      people += 1
      const invented = inventPerson(random, newId, { sex: block.sex, on, createdAt: startOfDay(on), index })
      const fresh = {
        ...invented,
        earlierElsewhere: random.chance(0.25) ? 1 : 0,
        stays: 0,
        lastEnd: '',
        isGone: false,
      }
      earlier.push(fresh)
      return fresh
    }
    const requestFor = (who: LanePerson, on: Day) => ({
      kind: block.kind,
      on,
      birthOn: who.person.birth_on,
      ordinal: who.earlierElsewhere + who.stays + 1,
      asOf: plan.asOf,
      paper: block.index * stride + found.length,
    })
    let on = addDays(today, -historyDays + random.whole(0, 300))
    for (;;) {
      const who = somebody(on)
      const request = requestFor(who, on)
      const stay = inventStay(random, request)
      if (stay.endedAt === null) {
        const current = lane < block.present ? presentStay(random, request) : awayStay(random, request)
        if (current) found.push({ lane, who, ordinal: request.ordinal, stay: current })
        break
      }
      found.push({ lane, who, ordinal: request.ordinal, stay })
      who.stays += 1
      who.lastEnd = dayOf(stay.endedAt)
      const last = stay.happenings.at(-1)
      who.isGone = last !== undefined && 'act' in last && last.act.kind !== 'released'
      const next = addDays(who.lastEnd, random.whole(2, 25))
      on = next < today ? next : addDays(who.lastEnd, 1)
      if (on >= today && lane >= block.present) break
      if (on > today) {
        // Nobody can follow any more: this last one stays on instead.
        const again = inventPresentStay(random, request, 'inside')
        found[found.length - 1] = { lane, who, ordinal: request.ordinal, stay: again }
        break
      }
      if (on === today) {
        const newcomer = somebody(on)
        const arriving = inventPresentStay(random, requestFor(newcomer, on), 'arriving')
        found.push({
          lane,
          who: newcomer,
          ordinal: newcomer.earlierElsewhere + newcomer.stays + 1,
          stay: arriving,
        })
        break
      }
    }
  }
  return found
}

/** The stay of somebody present, standing as some do. */
function presentStay(random: SeededRandom, request: StayRequest): InventedStay {
  const standing = random.weighted<PresentStanding>([
    ['inside', 930],
    ['hospital', 22],
    ['funeral', 4],
    ['overdue-funeral', 4],
    ['proceedings', 10],
    ['held', 14],
    ['arriving', 8],
  ])
  return inventPresentStay(random, request, standing)
}

/** The stay of somebody away. Prison interrupts only terms of Luật 120/2025 (TERM-14). */
function awayStay(random: SeededRandom, request: StayRequest): InventedStay | null {
  const standing = random.weighted<AwayStanding>([
    ['escaped', 65],
    ['suspended', 20],
    ['interrupted', request.on >= '2026-07-15' ? 15 : 0],
  ])
  return inventAwayStay(random, request, standing)
}

function toRows(
  plan: SeedPlan,
  block: SeedBlock,
  invented: { places: SeedRows['places']; beds: BlockBeds; stays: LaneStay[] },
): SeedRows {
  const random = new SeededRandom(plan.seed, 'rows', block.index)
  const newId = uuidMaker(random, block.index)
  const rows: Omit<SeedRows, 'taken' | 'alerts'> = {
    places: invented.places,
    people: [],
    papers: [],
    addresses: [],
    stays: [],
    events: [],
  }
  const byIntake = recorderKey(plan, 'tiepnhan')
  const byZone = recorderKey(plan, 'khu')
  const seen = new Set<LanePerson>()
  const onFile: StayOnFile[] = []
  const inOrder = invented.stays.toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1))
  const booked = bookBeds(invented.beds, inOrder)
  for (const entry of inOrder) {
    const { who, stay, ordinal } = entry
    if (!seen.has(who)) {
      seen.add(who)
      rows.people.push(who.person)
      if (who.paper) rows.papers.push(who.paper)
      rows.addresses.push(who.address)
    }
    const id = newId()
    onFile.push({ id, who, ordinal, stay })
    rows.stays.push(stayRow(id, entry, block, { count: rows.stays.length + 1, byIntake }))
    for (const { at, act } of booked.get(entry) ?? []) {
      const recordedAt = addHours(at, random.whole(1, 20) / 20)
      rows.events.push({
        id: newId(),
        stay_id: id,
        at,
        recorded_at: recordedAt < plan.asOf ? recordedAt : plan.asOf,
        recorded_by: act.kind === 'received' ? byIntake : byZone,
        post: null,
        kind: act.kind,
        facts: JSON.stringify(act.facts),
        bed_id: 'bedId' in act.facts ? act.facts.bedId : null,
        cancels: null,
      })
    }
  }
  return { ...rows, taken: inventTaken(plan, block, onFile), alerts: inventAlerts(plan, block, onFile) }
}

function stayRow(
  id: string,
  { who, ordinal, stay }: LaneStay,
  block: SeedBlock,
  { count, byIntake }: { count: number; byIntake: string },
): Insertable<StayTable> {
  const { terms, decision, dossierOn } = stay
  return {
    id,
    person_id: who.person.id,
    dossier_number: `${dossierOn.slice(0, 4)}-${String(block.index + 1).padStart(2, '0')}${String(count).padStart(3, '0')}`,
    ordinal,
    ordinal_source: ordinal === 1 ? 'Lần đầu, theo hồ sơ bàn giao' : 'Theo hồ sơ các lần trước',
    ordinal_by: byIntake,
    initial_track: terms.initialTrack,
    term_regime: terms.termRegime,
    decision_number: decision?.number ?? null,
    decision_on: terms.decisionOn,
    decision_issuer: decision?.issuer ?? null,
    start_on: terms.startOn,
    start_source: terms.startOn === null ? null : 'Ngày tiếp nhận',
    term_months: terms.termMonths,
    held_from: terms.heldFrom,
    import_batch_id: null,
    cancelled_at: null,
    cancel_reason: null,
    created_at: startOfDay(dossierOn),
  }
}

type Booked = Extract<Happening, { act: unknown }>

/** Turns wishes for beds into placements: never two people in one bed, never a bed for somebody who is away. */
function bookBeds(beds: BlockBeds, stays: readonly LaneStay[]): Map<LaneStay, Booked[]> {
  const freeFrom = Object.fromEntries(BED_USES.map((use) => [use, new Map<string, Instant>()])) as Record<
    BedUse,
    Map<string, Instant>
  >
  const wishes = stays
    .flatMap((entry) =>
      entry.stay.happenings.flatMap((happening, i) =>
        'bed' in happening && happening.bed !== 'home' ? [{ entry, i, happening }] : [],
      ),
    )
    .toSorted((a, b) => (a.happening.at < b.happening.at ? -1 : 1))
  const granted = new Map<Happening, string>()
  for (const { entry, i, happening } of wishes) {
    const use = happening.bed === 'other' ? 'spare' : happening.bed
    const free = beds[use].find((bed) => (freeFrom[use].get(bed) ?? '') < happening.at)
    if (free === undefined) continue
    freeFrom[use].set(free, releasedAt(entry.stay.happenings, i))
    granted.set(happening, free)
  }
  return new Map(
    stays.map((entry) => {
      const home = beds.home[entry.lane]
      return [entry, home === undefined ? [] : settle(entry.stay.happenings, home, granted)]
    }),
  )
}

const FOREVER = '9999'

/** When the bed taken at `index` is given up: with the next bed, or with what frees it. */
function releasedAt(happenings: readonly Happening[], index: number): Instant {
  const next = happenings.slice(index + 1).find((later) => 'bed' in later || freesBed(later))
  return next?.at ?? FOREVER
}

function freesBed(happening: Happening): boolean {
  return (
    'act' in happening &&
    happening.act.kind !== 'corrected' &&
    CUSTODY_TRANSITIONS[happening.act.kind].bed === 'free'
  )
}

function settle(
  happenings: readonly Happening[],
  home: string,
  granted: ReadonlyMap<Happening, string>,
): Booked[] {
  const booked: Booked[] = []
  let held: string | null = null
  for (const happening of happenings) {
    if ('act' in happening) {
      booked.push(happening)
      if (freesBed(happening)) held = null
      continue
    }
    const bedId: string = granted.get(happening) ?? home
    if (bedId === held) continue
    booked.push({ at: happening.at, act: { kind: held === null ? 'placed' : 'moved', facts: { bedId } } })
    held = bedId
  }
  return booked
}
