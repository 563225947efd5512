import { z } from 'zod'
import { BAG_EVENT_KINDS, BAG_STATES } from '../deposit/bag-events.ts'
import { DESK_KINDS, LEDGER_ACCOUNTS, LEDGER_KINDS, MONEY_WAYS } from '../deposit/ledger.ts'
import { idField, instantField, lineField, optionalLine } from './fields.ts'
import { amountField, bagFields } from './intake-fields.ts'
import { route } from './route.ts'

const entryShape = z.object({
  id: z.string(),
  kind: z.enum(LEDGER_KINDS),
  debit: z.enum(LEDGER_ACCOUNTS),
  credit: z.enum(LEDGER_ACCOUNTS),
  amount: z.number(),
  /** What is owed to the person after this entry. */
  balance: z.number(),
  at: z.string(),
  way: z.enum(MONEY_WAYS).nullable(),
  /** Who gave or took it. */
  party: z.string().nullable(),
  note: z.string().nullable(),
  /** `PTLK 12/2026`; null where none was given out. */
  receipt: z.string().nullable(),
  isReversed: z.boolean(),
  recordedBy: z.string(),
})
export type DepositEntry = z.infer<typeof entryShape>

const statementShape = z.object({
  stayId: z.string(),
  /** What may be spent. */
  balance: z.number(),
  /** Labour money kept until the exit. */
  labour: z.number(),
  /** What waits for somebody who has left. */
  held: z.number(),
  entries: z.array(entryShape),
})
export type DepositStatement = z.infer<typeof statementShape>

const lineShape = z.object({
  id: z.string(),
  description: z.string(),
  quantity: z.number(),
  condition: z.string().nullable(),
})
const belongingsShape = z.object({
  stayId: z.string(),
  bags: z.array(
    z.object({
      id: z.string(),
      sealNumber: z.string(),
      storedAt: z.string().nullable(),
      sealedAt: z.string(),
      sealedBy: z.string(),
      lines: z.array(lineShape),
      state: z.enum(BAG_STATES),
      /** Each time it was opened before two people and sealed anew, oldest first. */
      seals: z.array(
        z.object({
          id: z.string(),
          oldSeal: z.string(),
          newSeal: z.string(),
          reason: z.string(),
          witness: z.string(),
          at: z.string(),
          changedBy: z.string(),
        }),
      ),
      /** Oldest first; those cancelled stand with what cancelled them. */
      events: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(BAG_EVENT_KINDS),
          at: z.string(),
          signedBy: z.string(),
          note: z.string().nullable(),
          reverses: z.string().nullable(),
          minutes: z.string().nullable(),
          /** Who signed for the centre. */
          secondSigner: z.string().nullable(),
          /** Compensation to the owner, in đồng. */
          compensation: z.number().nullable(),
          isReversed: z.boolean(),
          recordedBy: z.string(),
        }),
      ),
    }),
  ),
  kept: z.array(lineShape),
})
export type Belongings = z.infer<typeof belongingsShape>

export const depositContract = {
  statement: route({
    access: 'deposit.read',
    kind: 'read',
    summary: 'Money kept for a person, entry by entry',
  })
    .input(z.strictObject({ stayId: idField }))
    .output(statementShape),
  record: route({ access: 'deposit.edit', kind: 'write', summary: 'Take or give back money, with a receipt' })
    .input(
      z.strictObject({
        id: idField,
        stayId: idField,
        kind: z.enum(DESK_KINDS),
        amount: amountField,
        at: instantField.nullable().default(null),
        way: z.enum(MONEY_WAYS).nullable().default(null),
        party: optionalLine(160, 'Người gửi, người nhận'),
        note: optionalLine(200, 'Ghi chú'),
      }),
    )
    .output(statementShape),
  reverse: route({ access: 'deposit.edit', kind: 'write', summary: 'Cancel an entry by its opposite' })
    .input(z.strictObject({ id: idField, entryId: idField, reason: lineField(300, 'Lý do hủy') }))
    // Null for an entry of the house, which is nobody's.
    .output(statementShape.nullable()),
  belongings: route({
    access: 'deposit.read',
    kind: 'read',
    summary: 'Sealed bags and things left with a person',
  })
    .input(z.strictObject({ stayId: idField }))
    .output(belongingsShape),
  addBag: route({ access: 'deposit.edit', kind: 'write', summary: 'Seal a bag' })
    .input(z.strictObject({ stayId: idField, bag: bagFields }))
    .output(belongingsShape),
  recordBag: route({
    access: 'deposit.edit',
    kind: 'write',
    summary: 'A bag was given back, lost, damaged… with who signed; or the last record is cancelled',
  })
    .input(
      z.strictObject({
        id: idField,
        bagId: idField,
        kind: z.enum(BAG_EVENT_KINDS),
        /** Null: now. */
        at: instantField.nullable().default(null),
        signedBy: lineField(120, 'Người ký nhận'),
        note: optionalLine(300, 'Ghi chú'),
        minutes: optionalLine(60, 'Số biên bản'),
        secondSigner: optionalLine(120, 'Người ký của cơ sở'),
        compensation: amountField.nullable().default(null),
        reverses: idField.nullable().default(null),
      }),
    )
    .output(belongingsShape),
}
