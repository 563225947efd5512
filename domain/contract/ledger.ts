import { z } from 'zod'
import { HOUSE_KINDS, LEDGER_KINDS } from '../deposit/ledger.ts'
import { pageOf } from './answers.ts'
import { dayField, idField, lineField, optionalLine, pageFields } from './fields.ts'
import { amountField } from './intake-fields.ts'
import {
  accountShape,
  balanceFilter,
  balanceFilterShape,
  balanceShape,
  boxShape,
  closeShape,
  itemShape,
  ledgerPersonShape,
  limitsShape,
  moveFilter,
  moveFilterShape,
  moveShape,
  purseShape,
  receiptShape,
} from './ledger-shapes.ts'
import { route } from './route.ts'

export const ledgerContract = {
  position: route({ access: 'deposit.read', kind: 'read', summary: 'What every account holds or owes now' })
    .input(z.strictObject({}))
    .output(
      z.object({
        accounts: z.array(accountShape),
        /** Zero, or the book is broken. */
        trialBalance: z.number(),
        box: boxShape,
        limits: limitsShape,
      }),
    ),
  moves: route({ access: 'deposit.read', kind: 'read', summary: 'A page of entries, the newest first' })
    .input(z.strictObject({ ...moveFilter, ...pageFields(500, 100) }))
    .output(pageOf(moveShape)),
  sums: route({ access: 'deposit.read', kind: 'read', summary: 'What the entries behind a filter come to' })
    .input(moveFilterShape)
    .output(z.object({ moves: z.number(), cashIn: z.number(), cashOut: z.number(), spent: z.number() })),
  exportMoves: route({
    access: 'exports.run',
    kind: 'call',
    summary: 'The filtered entries as an Excel file',
  })
    .input(moveFilterShape)
    .output(z.file()),
  balances: route({ access: 'deposit.read', kind: 'read', summary: 'A page of what people have' })
    .input(z.strictObject({ ...balanceFilter, ...pageFields(500, 100) }))
    .output(pageOf(balanceShape)),
  balanceSums: route({
    access: 'deposit.read',
    kind: 'read',
    summary: 'How many people that is, and how much',
  })
    .input(balanceFilterShape)
    .output(z.object({ people: z.number(), deposits: z.number(), labour: z.number(), held: z.number() })),
  exportBalances: route({
    access: 'exports.run',
    kind: 'call',
    summary: 'The filtered balances as an Excel file',
  })
    .input(balanceFilterShape)
    .output(z.file()),
  month: route({
    access: 'deposit.read',
    kind: 'read',
    summary: 'A month account by account: before, in, out, after; and kind by kind',
  })
    .input(z.strictObject({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'Chọn tháng.' }) }))
    .output(
      z.object({
        accounts: z.array(
          accountShape.extend({ opening: z.number(), debits: z.number(), credits: z.number() }),
        ),
        kinds: z.array(z.object({ kind: z.enum(LEDGER_KINDS), moves: z.number(), amount: z.number() })),
      }),
    ),
  recordHouse: route({
    access: 'deposit.edit',
    kind: 'write',
    summary: 'Move money between accounts of the house',
  })
    .input(
      z.strictObject({
        id: idField,
        kind: z.enum(HOUSE_KINDS),
        amount: amountField,
        party: optionalLine(160, 'Người giao, người nhận'),
        note: lineField(200, 'Nội dung'),
      }),
    )
    .output(z.object({ id: z.string(), receipt: z.string().nullable() })),
  settle: route({
    access: 'deposit.edit',
    kind: 'write',
    summary:
      'Give everything back at the exit, or keep it for somebody who has left; the balance goes to zero',
  })
    .input(
      z.strictObject({
        id: idField,
        stayId: idField,
        to: z.enum(['person', 'held']),
        party: lineField(160, 'Người nhận'),
        note: optionalLine(200, 'Ghi chú'),
      }),
    )
    .output(z.object({ id: z.string(), amount: z.number(), receipt: z.string().nullable() })),
  payHeld: route({
    access: 'deposit.edit',
    kind: 'write',
    summary: 'Pay what was kept for somebody who has left',
  })
    .input(
      z.strictObject({
        id: idField,
        stayId: idField,
        party: lineField(160, 'Người nhận'),
        note: optionalLine(200, 'Ghi chú'),
      }),
    )
    .output(z.object({ id: z.string(), amount: z.number(), receipt: z.string().nullable() })),
  purses: route({ access: 'deposit.read', kind: 'read', summary: 'What people may spend today' })
    .input(z.strictObject({ stayIds: z.array(idField).min(1).max(200) }))
    .output(z.object({ purses: z.array(purseShape), dailyLimit: z.number() })),
  spend: route({
    access: 'deposit.edit',
    kind: 'write',
    summary: 'A list of purchases at the canteen, whole or not at all',
  })
    .input(
      z.strictObject({
        batchId: idField,
        lines: z
          .array(
            z.strictObject({
              id: idField,
              stayId: idField,
              /** Null: the sum of the items. */
              amount: amountField.nullable().default(null),
              items: z
                .array(z.strictObject({ itemId: idField, quantity: z.int().min(1).max(100) }))
                .max(30)
                .default([]),
              note: optionalLine(200, 'Ghi chú'),
            }),
          )
          .min(1)
          .max(500),
      }),
    )
    .output(z.object({ moves: z.number(), amount: z.number() })),
  items: route({ access: 'deposit.read', kind: 'read', summary: 'What the canteen sells' })
    .input(z.strictObject({}))
    .output(z.object({ items: z.array(itemShape) })),
  setItem: route({ access: 'deposit.edit', kind: 'write', summary: 'Add or change what the canteen sells' })
    .input(
      z.strictObject({
        id: idField,
        name: lineField(80, 'Tên hàng'),
        price: amountField,
        isRetired: z.boolean().default(false),
        /** Null: new. */
        version: z.int().min(1).nullable().default(null),
      }),
    )
    .output(z.object({ items: z.array(itemShape) })),
  setLimits: route({
    access: 'centre.edit',
    kind: 'write',
    summary: 'The limits of the house: no text fixes them',
  })
    .input(
      z.strictObject({
        dailyLimit: z.int().min(0).max(10_000_000),
        returnDays: z.int().min(0).max(90),
        unclaimedDays: z.int().min(1).max(3650),
      }),
    )
    .output(limitsShape),
  closes: route({
    access: 'deposit.read',
    kind: 'read',
    summary: 'The last days on which the box was closed',
  })
    .input(z.strictObject({ limit: z.int().min(1).max(400).default(60) }))
    .output(z.object({ closes: z.array(closeShape) })),
  close: route({ access: 'deposit.edit', kind: 'write', summary: 'Count the cash box and close the day' })
    .input(
      z.strictObject({
        id: idField,
        /** What the desk saw the box should hold: refused when money moved meanwhile. */
        computed: z.int(),
        counted: z.int().min(0).max(1_000_000_000_000),
        explanation: optionalLine(400, 'Giải thích chênh lệch'),
        witness: lineField(120, 'Người cùng kiểm'),
      }),
    )
    .output(closeShape),
  receipt: route({ access: 'deposit.read', kind: 'read', summary: 'A receipt as it is printed' })
    .input(z.strictObject({ id: idField }))
    .output(receiptShape),
  period: route({ access: 'deposit.read', kind: 'read', summary: 'A person’s statement for a period' })
    .input(z.strictObject({ stayId: idField, from: dayField, to: dayField }))
    .output(
      z.object({
        person: ledgerPersonShape.extend({ dossierNumber: z.string().nullable() }),
        centre: z.object({ name: z.string(), superiorBody: z.string().nullable() }),
        opening: z.number(),
        closing: z.number(),
        paidIn: z.number(),
        paidOut: z.number(),
        inWords: z.string(),
        rows: z.array(moveShape.extend({ balance: z.number() })),
      }),
    ),
  exportPeriod: route({ access: 'exports.run', kind: 'call', summary: 'The same as an Excel file' })
    .input(z.strictObject({ stayId: idField, from: dayField, to: dayField }))
    .output(z.file()),
}
