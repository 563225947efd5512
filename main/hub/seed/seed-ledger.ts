import type { Insertable } from 'kysely'
import type { WriteDb } from '#db/connection/handles.ts'
import { qb } from '#db/connection/query-builder.ts'
import type { LedgerEntryTable } from '#db/schema/ledger-entry.ts'
import type { ReceiptCounterTable } from '#db/schema/receipt-counter.ts'
import { sidesOf, type LedgerMove, type ReceiptRegister } from '#domain/deposit/ledger.ts'
import { addHours, dayOf, instantFromMs, instantMs, type Instant } from '#domain/time/instant.ts'
import { insertRows } from './insert-rows.ts'
import type { SeedPlan } from './seed-plan.ts'
import { FILED_DAYS } from './seed-taken.ts'
import { recorderKey } from './seed-users.ts'
import { SeededRandom, uuidMaker } from './seeded-random.ts'

/** Ids of entries grow in blocks of their own, past those of people. */
const FIRST_ID_BLOCK = 60_000
const IDS_PER_BLOCK = 50_000

interface Move {
  stayId: string
  at: Instant
  kind: LedgerEntryTable['kind']
  move: LedgerMove
  note: string | null
  /** The move of the same stay that this one cancels. */
  reverses: Move | null
}

/**
 * Writes the money kept for those on the roll and those who left within {@link FILED_DAYS}, in the order in which it
 * moved, so that receipts are numbered as they were given. Needs the states of the stays.
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
  const moves = stays
    .flatMap(({ stay_id: stayId, received_at: receivedAt, ended_at: endedAt }) =>
      receivedAt === null ? [] : inventMoves(plan, stayId, receivedAt, endedAt),
    )
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const by = recorderKey(plan, 'tiepnhan')
  const random = new SeededRandom(plan.seed, 'ledger')
  const counters = new Map<string, ReceiptCounterTable>()
  const ids = new Map<Move, string>()
  let newId = uuidMaker(random, FIRST_ID_BLOCK)
  const entries = moves.map((entry, i): Insertable<LedgerEntryTable> => {
    if (i % IDS_PER_BLOCK === 0) newId = uuidMaker(random, FIRST_ID_BLOCK + i / IDS_PER_BLOCK)
    const { stayId, at, kind, move, note, reverses } = entry
    const id = newId()
    ids.set(entry, id)
    const register = move.debit === 'cash' ? 'PTLK' : 'PCLK'
    return {
      id,
      stay_id: stayId,
      kind,
      ...move,
      at,
      note,
      ...takeNumber(counters, register, Number(dayOf(at).slice(0, 4))),
      reverses: reverses === null ? null : (ids.get(reverses) ?? null),
      recorded_at: at,
      recorded_by: by,
    }
  })
  insertRows(db, 'ledger_entry', entries)
  insertRows(db, 'receipt_counter', [...counters.values()])
}

function takeNumber(counters: Map<string, ReceiptCounterTable>, register: ReceiptRegister, year: number) {
  const key = `${register} ${year}`
  const number = (counters.get(key)?.last ?? 0) + 1
  counters.set(key, { register, year, last: number })
  return { register, year, number }
}

/** What came in and went out for one stay, never more out than in; nothing is left when the person is gone. */
function inventMoves(plan: SeedPlan, stayId: string, receivedAt: Instant, endedAt: Instant | null): Move[] {
  const random = new SeededRandom(plan.seed, 'money', stayId)
  if (!random.chance(0.8)) return []
  const end = endedAt ?? plan.asOf
  const moves: Move[] = []
  let balance = 0
  const add = (kind: 'deposit' | 'withdrawal', at: Instant, amount: number, note: string | null) => {
    moves.push({ stayId, at, kind, move: { ...sidesOf(kind), amount }, note, reverses: null })
    balance += kind === 'deposit' ? amount : -amount
  }
  const firstAt = addHours(receivedAt, 0.5)
  if (firstAt >= end) return []
  add('deposit', firstAt, 50_000 * random.whole(2, 40), 'Mang theo khi vào')
  const againAt = addHours(firstAt, 0.2)
  const [first] = moves
  if (first && againAt < end && random.chance(0.02)) {
    const { debit, credit, amount } = first.move
    moves.push({
      stayId,
      at: addHours(firstAt, 0.1),
      kind: 'reversal',
      move: { debit: credit, credit: debit, amount },
      note: 'Ghi nhầm số tiền',
      reverses: first,
    })
    balance = 0
    add('deposit', againAt, amount + 100_000, 'Mang theo khi vào')
  }
  const days = Math.floor((instantMs(end) - instantMs(firstAt)) / 86_400_000)
  const later = days < 20 ? [] : Array.from({ length: random.whole(0, 2) }, () => random.whole(5, days - 5))
  for (const day of later.toSorted((a, b) => a - b)) {
    const at = instantFromMs(instantMs(firstAt) + day * 86_400_000 + random.whole(0, 9000) * 1000)
    if (at <= (moves.at(-1)?.at ?? '')) continue
    const spent = 50_000 * random.whole(1, 6)
    if (balance >= spent && random.chance(0.5)) add('withdrawal', at, spent, 'Mua đồ dùng thiết yếu')
    else add('deposit', at, 100_000 * random.whole(2, 10), 'Gia đình gửi')
  }
  if (endedAt !== null && balance > 0) add('withdrawal', endedAt, balance, 'Trả lại khi kết thúc đợt')
  return moves
}
