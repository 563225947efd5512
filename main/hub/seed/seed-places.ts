import type { Insertable } from 'kysely'
import type { PlaceTable } from '#db/schema/place.ts'
import type { LegalZoneKind } from '#domain/placement/zone-kinds.ts'
import { fullPlaceCode, type PlaceKind } from '#domain/placement/place-kinds.ts'
import type { Sex } from '#domain/people/sex.ts'
import type { Instant } from '#domain/time/instant.ts'
import { SeededRandom, uuidMaker } from './seeded-random.ts'
import type { SeedBlock, SeedPlan } from './seed-plan.ts'

/** What a bed is for: a lane's own, one to move into, or one of the special zones. */
export const BED_USES = ['home', 'spare', 'detox', 'held', 'discipline'] as const
export type BedUse = (typeof BED_USES)[number]

/** The beds of a block by what they are for; `home` has one for each lane. */
export type BlockBeds = Record<BedUse, string[]>

type PlaceRow = Insertable<PlaceTable>

const BEDS_PER_ROOM = 8
const ROOMS_PER_BUILDING = 10
const SPARE_SHARE = 0.05

const SHARED_ZONES: readonly {
  code: string
  name: string
  legalKind: LegalZoneKind
  use: BedUse
  beds: number
}[] = [
  { code: 'CC', name: 'Khu cắt cơn', legalKind: 'detox', use: 'detox', beds: 3 },
  { code: 'LT', name: 'Khu lưu trú tạm thời', legalKind: 'temporary-stay', use: 'held', beds: 2 },
  { code: 'KL', name: 'Khu kỷ luật', legalKind: 'discipline', use: 'discipline', beds: 1 },
]

/** Zones of the centre, without what stands in them. */
export function seedZones(plan: SeedPlan, createdAt: Instant): PlaceRow[] {
  const kinds = new Set(plan.blocks.map((block) => block.kind))
  const zones: { code: string; name: string; legalKind: LegalZoneKind; sex: Sex | null }[] = [
    ...plan.mainZones.map((code) => ({
      code,
      name: `Khu ${code}`,
      legalKind: 'management' as const,
      sex: 'male' as const,
    })),
    ...(kinds.has('voluntary')
      ? [{ code: 'V', name: 'Khu tự nguyện', legalKind: 'voluntary' as const, sex: 'male' as const }]
      : []),
    ...(kinds.has('women')
      ? [{ code: 'N', name: 'Khu nữ', legalKind: 'women' as const, sex: 'female' as const }]
      : []),
    ...SHARED_ZONES.map((zone) => ({ ...zone, sex: null })),
  ]
  return zones.map(({ code, name, legalKind, sex }, i) => {
    const id = zoneId(plan, code)
    return {
      ...place('zone', { id, code, name, zoneId: id, parentId: null, sex, createdAt }),
      legal_kind: legalKind,
      sort: i,
    }
  })
}

function zoneId(plan: SeedPlan, code: string): string {
  return uuidMaker(new SeededRandom(plan.seed, 'zone', code), 0)()
}

/** Rooms and beds of a block. Rooms of the special zones are the block's own too, so that blocks never meet. */
export function seedBlockPlaces(
  plan: SeedPlan,
  block: SeedBlock,
  lanes: number,
  createdAt: Instant,
): { rows: PlaceRow[]; beds: BlockBeds } {
  const newId = uuidMaker(new SeededRandom(plan.seed, 'places', block.index), block.index)
  const beds: BlockBeds = { home: [], spare: [], detox: [], held: [], discipline: [] }
  const rows: PlaceRow[] = []
  const room = (
    zone: string,
    parentId: string,
    number: number,
    count: number,
    purposeOf: (bed: number) => BedUse,
  ) => {
    const code = `${zone}${number}`
    const common = { zoneId: zoneId(plan, zone), sex: block.sex, createdAt }
    const roomRow = place('room', { ...common, id: newId(), code, name: `Phòng ${code}`, parentId })
    rows.push({ ...roomRow, capacity_max: count, capacity_use: count, sort: number })
    for (let bed = 1; bed <= count; bed += 1) {
      const bedCode = String(bed).padStart(2, '0')
      const fullCode = fullPlaceCode('bed', bedCode, code)
      const id = newId()
      const name = `Giường ${fullCode}`
      rows.push({
        ...place('bed', { ...common, id, code: bedCode, fullCode, name, parentId: roomRow.id }),
        room_id: roomRow.id,
        sort: bed,
      })
      beds[purposeOf(bed)].push(id)
    }
  }
  const total = lanes + Math.max(1, Math.ceil(lanes * SPARE_SHARE))
  const siblings = plan.blocks.filter((other) => other.zone === block.zone && other.index < block.index)
  const firstRoom = siblings.reduce((sum, other) => sum + roomsOf(other), 1)
  let buildingId = zoneId(plan, block.zone)
  for (let done = 0, i = 0; done < total; done += BEDS_PER_ROOM, i += 1) {
    const number = firstRoom + i
    if (i % ROOMS_PER_BUILDING === 0) {
      const row = place('building', {
        id: newId(),
        code: `${block.zone}N${number}`,
        name: `Nhà ${siblings.length + 1} khu ${block.zone}`,
        zoneId: zoneId(plan, block.zone),
        parentId: zoneId(plan, block.zone),
        sex: block.sex,
        createdAt,
      })
      rows.push({ ...row, sort: siblings.length + 1 })
      buildingId = row.id
    }
    const count = Math.min(BEDS_PER_ROOM, total - done)
    room(block.zone, buildingId, number, count, (bed) => (done + bed <= lanes ? 'home' : 'spare'))
  }
  for (const zone of SHARED_ZONES) {
    room(zone.code, zoneId(plan, zone.code), block.index + 1, zone.beds, () => zone.use)
  }
  return { rows, beds }
}

function roomsOf(block: SeedBlock): number {
  const lanes = block.present + block.away
  return Math.ceil((lanes + Math.max(1, Math.ceil(lanes * SPARE_SHARE))) / BEDS_PER_ROOM)
}

function place(
  kind: PlaceKind,
  facts: {
    id: string
    code: string
    fullCode?: string
    name: string
    zoneId: string
    parentId: string | null
    sex: Sex | null
    createdAt: Instant
  },
): PlaceRow {
  const fullCode = facts.fullCode ?? facts.code
  return {
    id: facts.id,
    parent_id: facts.parentId,
    kind,
    code: facts.code,
    full_code: fullCode,
    full_code_folded: fullCode.toLowerCase(),
    name: facts.name,
    zone_id: facts.zoneId,
    room_id: null,
    legal_kind: null,
    sex: facts.sex,
    age_group: null,
    infection_group: null,
    is_private: 0,
    capacity_max: null,
    capacity_use: null,
    sort: 0,
    retired_at: null,
    created_at: facts.createdAt,
    version: 1,
  }
}
