import type { ReadDb, WriteDb } from '#db/connection/handles.ts'
import { readPersonMoney } from '#db/queries/deposit/ledger.ts'
import { findStayOwner } from '#db/queries/ledger/inside.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import { AppError, ruleViolated } from '#domain/errors.ts'
import { fullCitation } from '#domain/law/sources.ts'
import { addDays, formatDay } from '#domain/time/day.ts'
import { dayOf, type Instant } from '#domain/time/instant.ts'
import { writeMove } from '../deposit/write-move.ts'
import type { WriteContext } from '../use-case.ts'

interface Settlement {
  id: string
  stayId: string
  party: string
  note: string | null
}

const LAW = `DIS-06: ${fullCitation('D163 Điều 97.3, 118.2c, 123.3')}`

/** Everything is given back at the exit, not earlier. @throws AppError `not_found`, `rule_violated` */
function refuseBeforeExit(db: ReadDb, stayId: string, now: Instant, isGone: boolean): void {
  const owner = findStayOwner(db, stayId)
  if (!owner) throw new AppError('not_found')
  if (owner.state === 'ended') return
  if (isGone) {
    const message = `${owner.name} còn trong cơ sở: chỉ chuyển sang chờ trả sau khi đã ghi kết thúc đợt.`
    throw ruleViolated([{ code: 'owner-here', message, field: 'to' }])
  }
  const from = addDays(dayOf(now), readSetting(db, 'belongings.return-days'))
  if (owner.end_on !== null && owner.end_on <= from) return
  const until = owner.end_on === null ? 'chưa rõ ngày hết hạn' : `hết hạn ngày ${formatDay(owner.end_on)}`
  const message = `${owner.name} còn trong cơ sở (${until}). Tiền lưu ký, tiền lao động giữ lại được trả hết khi ra (${LAW}); trước đó dùng “Trả tiền” để trả một phần.`
  throw ruleViolated([{ code: 'owner-here', message, field: 'stayId' }])
}

/**
 * Gives everything back: the labour money joins the deposit money, and that is paid in one receipt or kept for somebody
 * who has left. The person's accounts are at nothing afterwards.
 * @throws AppError `not_found`, `rule_violated` before the exit, with nothing to give, or when the box is short
 */
export function settleMoney(
  db: WriteDb,
  context: WriteContext,
  input: Settlement & { to: 'person' | 'held' },
): { id: string; amount: number; receipt: string | null } {
  const { stayId, party, note } = input
  refuseBeforeExit(db, stayId, context.now, input.to === 'held')
  const { deposits, labour } = readPersonMoney(db, stayId)
  const amount = deposits + labour
  if (amount === 0) {
    throw ruleViolated([{ code: 'nothing-owed', message: 'Người này không còn tiền lưu ký để trả.' }])
  }
  const at = context.now
  if (labour > 0) {
    writeMove(db, context, 'labour-out', labour, { id: context.newId(), stayId, at, note: 'Trả khi ra' })
  }
  const kind = input.to === 'person' ? 'exit' : 'held'
  const receipt = writeMove(db, context, kind, amount, { id: input.id, stayId, at, party, note })
  context.audit({
    action: 'deposit.settled',
    subject: { kind: 'stay', id: stayId },
    facts: { amount, labour, to: input.to, receipt },
  })
  return { id: input.id, amount, receipt }
}

/** Pays out what was kept for somebody who has left. @throws AppError `rule_violated` when nothing was kept */
export function payHeldMoney(
  db: WriteDb,
  context: WriteContext,
  { id, stayId, party, note }: Settlement,
): { id: string; amount: number; receipt: string | null } {
  const { held } = readPersonMoney(db, stayId)
  if (held === 0) {
    throw ruleViolated([{ code: 'nothing-owed', message: 'Không có tiền chờ trả cho người này.' }])
  }
  const facts = { id, stayId, at: context.now, party, note }
  return { id, amount: held, receipt: writeMove(db, context, 'held-paid', held, facts) }
}
