import { CUSTODY_STATES, OUT_KINDS, type CustodyState, type OutKind } from '#domain/custody/event-kinds.ts'
import { TRACKS } from '#domain/stay/track.ts'
import type { PersonLineData } from '#ui/person-line.tsx'

/** The hour of the gallery: 14:32 on 22/11/2026. */
export const NOW = '2026-11-22T07:32:00.000Z'
export const TODAY = '2026-11-22'

const FAMILIES = ['NGUYỄN', 'TRẦN', 'HOÀNG', 'LÊ', 'VI', 'NÔNG', 'LÝ', 'ĐẶNG', 'HỨA', 'TRIỆU'] as const
const MIDDLES = ['VĂN', 'THỊ', 'ĐỨC', 'MINH', 'QUỐC', 'THANH', 'HỮU'] as const
const GIVEN = [
  'AN',
  'BÌNH',
  'CƯỜNG',
  'DŨNG',
  'ĐỊNH',
  'HƯƠNG',
  'KHÁNH',
  'LỘC',
  'PHƯƠNG ANH',
  'TUẤN',
  'ƯỚC',
  'VƯỢNG',
] as const
const ZONES = ['A', 'B', 'Nữ'] as const

/** A person nobody is, for the gallery. */
export interface InventedPerson extends PersonLineData {
  id: string
  dossier: string
}

function pick<Item>(list: readonly [Item, ...Item[]], n: number): Item {
  return list[n % list.length] ?? list[0]
}

function stateOf(n: number): CustodyState {
  if (n % 97 === 5) return 'escaped'
  if (n % 23 === 3) return 'out'
  return n % 131 === 7 ? pick(CUSTODY_STATES, 5) : 'inside'
}

function outKindOf(n: number): OutKind {
  return pick(OUT_KINDS, Math.floor(n / 23))
}

/** The invented person number `n`; the same one every time. */
export function inventedPerson(n: number): InventedPerson {
  const state = stateOf(n)
  const zone = pick(ZONES, Math.floor(n / 7))
  return {
    id: String(n),
    dossier: `HS-${String(2300 + n).padStart(5, '0')}`,
    fullName: `${pick(FAMILIES, n * 7)} ${pick(MIDDLES, n * 3)} ${pick(GIVEN, n * 5 + 1)}`,
    birthYear: 1968 + ((n * 13) % 40),
    track: pick(TRACKS, n % 11 === 0 ? 2 : n % 3 === 0 ? 1 : 0),
    zone: n % 19 === 4 ? null : zone,
    bed:
      n % 19 === 4
        ? null
        : `${zone === 'Nữ' ? 'N' : zone}${1 + (n % 4)}-${String(1 + (n % 24)).padStart(2, '0')}`,
    state,
    outKind: state === 'out' ? outKindOf(n) : null,
    overdue: state === 'out' && n % 2 === 1,
    daysLeft: n % 11 === 0 ? null : ((n * 37) % 720) - 4,
    alerts:
      n % 13 === 2
        ? [{ tone: 'late', text: 'Không xếp chung' }]
        : n % 17 === 6
          ? [{ tone: 'soon', text: 'Theo dõi cắt cơn' }]
          : [],
  }
}
