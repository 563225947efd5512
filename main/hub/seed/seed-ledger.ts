import type { Insertable } from 'kysely'
import type { WriteDb } from '#db/connection/handles.ts'
import { qb } from '#db/connection/query-builder.ts'
import type { LedgerMoveTable } from '#db/schema/ledger-move.ts'
import type { ReceiptCounterTable } from '#db/schema/receipt-counter.ts'
import {
  registerOf,
  reversedRegister,
  sidesOf,
  type LedgerKind,
  type LedgerMove,
  type MoneyWay,
  type MoveKind,
  type ReceiptRegister,
} from '#domain/deposit/ledger.ts'
import { labourShareOn } from '#domain/deposit/money-rules.ts'
import { addHours, dayOf, instantFromMs, instantMs, type Instant } from '#domain/time/instant.ts'
import { insertRows } from './insert-rows.ts'
import { fillCloses } from './seed-closes.ts'
import type { SeedPlan } from './seed-plan.ts'
import { FILED_DAYS } from './seed-taken.ts'
import { recorderKey } from './seed-users.ts'
import { SeededRandom, uuidMaker } from './seeded-random.ts'

/** Ids of entries grow in blocks of their own, past those of people. */
const FIRST_ID_BLOCK = 60_000
const IDS_PER_BLOCK = 50_000
/** Of the people who left in the last days, those whose money has not been fetched. */
const UNFETCHED_SHARE = 0.08
const UNFETCHED_DAYS = 40
/** Shares of labour money are credited when they are worked out: at the end of a quarter. */
const LABOUR_DAYS = ['2026-09-30', '2026-12-31', '2027-03-31'] as const

interface Move {
  stayId: string | null
  at: Instant
  kind: LedgerKind
  move: LedgerMove
  way: MoneyWay | null
  party: string | null
  note: string | null
  /** The move of the same stay that this one cancels. */
  reverses: Move | null
}

/**
 * Writes the money kept for those on the roll and those who left within {@link FILED_DAYS}, in the order in which it
 * moved, so that receipts are numbered as they were given; then the days on which the cash box was closed. Needs the
 * states of the stays.
 */
export function fillLedger(db: WriteDb, plan: SeedPlan): void {
  const since = addHours(plan.asOf, -24 * FILED_DAYS)
  const stays = db.all(
    qb
      .selectFrom('stay_state')
      .select(['stay_id', 'received_at', 'ended_at'])
      .where((e) => e.or([e('ended_at', 'is', null), e('ended_at', '>=', since)]))
      .orderBy('stay_id'),
  )
  const ofPeople = stays.flatMap(({ stay_id: stayId, received_at: receivedAt, ended_at: endedAt }) =>
    receivedAt === null ? [] : inventMoves(plan, stayId, receivedAt, endedAt),
  )
  const moves = [...ofPeople, ...houseMoves(plan, ofPeople)].toSorted((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
  )
  const by = recorderKey(plan, 'tiepnhan')
  const random = new SeededRandom(plan.seed, 'ledger')
  const counters = new Map<string, ReceiptCounterTable>()
  const ids = new Map<Move, string>()
  let newId = uuidMaker(random, FIRST_ID_BLOCK)
  const entries = moves.map((entry, i): Insertable<LedgerMoveTable> => {
    if (i % IDS_PER_BLOCK === 0) newId = uuidMaker(random, FIRST_ID_BLOCK + i / IDS_PER_BLOCK)
    const { stayId, at, kind, move, note, reverses } = entry
    const id = newId()
    ids.set(entry, id)
    return {
      id,
      kind,
      ...move,
      stay_id: stayId,
      at,
      day: dayOf(at),
      way: entry.way,
      party: entry.party,
      note,
      ...takeNumber(counters, registerOfMove(entry), Number(dayOf(at).slice(0, 4))),
      reverses: reverses === null ? null : (ids.get(reverses) ?? null),
      recorded_at: at,
      recorded_by: by,
    }
  })
  insertRows(db, 'ledger_move', entries)
  insertRows(db, 'receipt_counter', [...counters.values()])
  fillCloses(db, plan, entries)
}

function registerOfMove({ kind, reverses }: Move): ReceiptRegister | null {
  if (kind !== 'reversal') return registerOf(kind)
  return reverses === null ? null : reversedRegister(registerOfMove(reverses))
}

function takeNumber(
  counters: Map<string, ReceiptCounterTable>,
  register: ReceiptRegister | null,
  year: number,
): Pick<LedgerMoveTable, 'register' | 'year' | 'number'> {
  if (register === null) return { register, year: null, number: null }
  const key = `${register} ${year}`
  const number = (counters.get(key)?.last ?? 0) + 1
  counters.set(key, { register, year, last: number })
  return { register, year, number }
}

/** The canteen is paid at the turn of each month for what was bought in it. */
function houseMoves(plan: SeedPlan, moves: readonly Move[]): Move[] {
  const owed = new Map<string, number>()
  for (const { kind, at, move } of moves) {
    if (kind === 'canteen') {
      const month = dayOf(at).slice(0, 7)
      owed.set(month, (owed.get(month) ?? 0) + move.amount)
    }
  }
  return [...owed].flatMap(([month, amount]): Move[] => {
    const [year = 0, number = 1] = month.split('-').map(Number)
    const next = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10)
    const at = `${next}T09:00:00.000Z`
    if (at > plan.asOf) return []
    const note = `Tiền hàng tháng ${month.slice(5)}/${month.slice(0, 4)}`
    return [newMove(null, 'canteen-paid', at, amount, { party: 'Căng-tin cơ sở', note })]
  })
}

function newMove(
  stayId: string | null,
  kind: MoveKind,
  at: Instant,
  amount: number,
  said: { way?: MoneyWay; party?: string; note?: string | null },
): Move {
  const { way = null, party = null, note = null } = said
  return { stayId, at, kind, move: { ...sidesOf(kind), amount }, way, party, note, reverses: null }
}

/** What came in and went out for one stay, never more out than in; seldom is something left when the person is gone. */
function inventMoves(plan: SeedPlan, stayId: string, receivedAt: Instant, endedAt: Instant | null): Move[] {
  const random = new SeededRandom(plan.seed, 'money', stayId)
  if (!random.chance(0.8)) return []
  const end = endedAt ?? plan.asOf
  const moves: Move[] = []
  let balance = 0
  let labour = 0
  const add = (kind: MoveKind, at: Instant, amount: number, said: Parameters<typeof newMove>[4]) => {
    moves.push(newMove(stayId, kind, at, amount, said))
    const { debit, credit } = sidesOf(kind)
    balance += credit === 'deposits' ? amount : debit === 'deposits' ? -amount : 0
    labour += credit === 'labour' ? amount : debit === 'labour' ? -amount : 0
  }
  const firstAt = addHours(receivedAt, 0.5)
  if (firstAt >= end) return []
  add('deposit', firstAt, 50_000 * random.whole(2, 40), { way: 'brought' })
  const againAt = addHours(firstAt, 0.2)
  const [first] = moves
  if (first && againAt < end && random.chance(0.02)) {
    const { debit, credit, amount } = first.move
    moves.push({
      ...first,
      at: addHours(firstAt, 0.1),
      kind: 'reversal',
      move: { debit: credit, credit: debit, amount },
      way: null,
      note: 'Ghi nhầm số tiền',
      reverses: first,
    })
    balance = 0
    add('deposit', againAt, amount + 100_000, { way: 'brought' })
  }
  const days = Math.floor((instantMs(end) - instantMs(firstAt)) / 86_400_000)
  const later = days < 20 ? [] : Array.from({ length: random.whole(1, 5) }, () => random.whole(5, days - 5))
  for (const day of later.toSorted((a, b) => a - b)) {
    const at = instantFromMs(instantMs(firstAt) + day * 86_400_000 + random.whole(0, 9000) * 1000)
    if (at <= (moves.at(-1)?.at ?? '')) continue
    const spent = 5_000 * random.whole(2, 28)
    const said = random.whole(1, 10)
    if (balance >= spent && said <= 6) {
      add('canteen', at, spent, { note: random.pick(BOUGHT) })
    } else if (balance >= 20_000 && said === 7) {
      add('post', at, 5_000 * random.whole(1, 4), { note: 'Gọi điện về nhà' })
    } else if (balance >= 300_000 && said === 8) {
      add('sent-home', at, 100_000 * random.whole(1, 2), { party: 'Mẹ', note: 'Gửi về gia đình' })
    } else {
      const way = random.pick(['visit', 'visit', 'post'] as const)
      add('deposit', at, 100_000 * random.whole(2, 10), { way, party: 'Gia đình' })
    }
  }
  const labourDay = LABOUR_DAYS.find((day) => day >= dayOf(firstAt) && day < dayOf(end))
  if (labourDay !== undefined && labourShareOn(labourDay) && random.chance(0.3)) {
    const at = `${labourDay}T08:00:00.000Z`
    if (at > firstAt) add('labour-share', at, 10_000 * random.whole(3, 20), { note: 'Quý III/2026' })
  }
  if (endedAt === null) return moves
  const isUnfetched = endedAt > addHours(plan.asOf, -24 * UNFETCHED_DAYS) && random.chance(UNFETCHED_SHARE)
  if (isUnfetched) return moves
  if (labour > 0) add('labour-out', endedAt, labour, {})
  if (balance > 0) add('exit', endedAt, balance, { note: 'Trả lại khi kết thúc đợt' })
  return moves
}

const BOUGHT = [
  'Mì tôm, sữa',
  'Xà phòng, kem đánh răng',
  'Bánh, sữa hộp',
  'Đồ dùng vệ sinh',
  'Giấy, bút, tem thư',
] as const
