import { z } from 'zod'
import { LEDGER_ACCOUNTS, LEDGER_KINDS, MONEY_WAYS } from '../deposit/ledger.ts'
import { BIRTH_PRECISIONS } from '../people/sex.ts'
import { dayField, idField } from './fields.ts'

export const ledgerPersonShape = z.object({
  personId: z.string(),
  stayId: z.string(),
  name: z.string(),
  birthOn: z.string().nullable(),
  birthPrecision: z.enum(BIRTH_PRECISIONS).nullable(),
})

export const moveShape = z.object({
  id: z.string(),
  kind: z.enum(LEDGER_KINDS),
  debit: z.enum(LEDGER_ACCOUNTS),
  credit: z.enum(LEDGER_ACCOUNTS),
  amount: z.number(),
  at: z.string(),
  way: z.enum(MONEY_WAYS).nullable(),
  party: z.string().nullable(),
  note: z.string().nullable(),
  receipt: z.string().nullable(),
  batchId: z.string().nullable(),
  isReversed: z.boolean(),
  /** Null: between accounts of the house. */
  person: ledgerPersonShape.nullable(),
  recordedBy: z.string(),
})
export type LedgerMoveLine = z.infer<typeof moveShape>

export const moveFilter = {
  from: dayField.nullable().default(null),
  to: dayField.nullable().default(null),
  kinds: z.array(z.enum(LEDGER_KINDS)).max(LEDGER_KINDS.length).default([]),
  /** Entries that name one of these on either side. */
  accounts: z.array(z.enum(LEDGER_ACCOUNTS)).max(LEDGER_ACCOUNTS.length).default([]),
  stayId: idField.nullable().default(null),
  batchId: idField.nullable().default(null),
}
export const moveFilterShape = z.strictObject(moveFilter)
export type LedgerFilter = z.infer<typeof moveFilterShape>

/** Whose money: people on the roll, or those who have left and to whom something is owed. */
const BALANCE_GROUPS = ['here', 'left'] as const

export const balanceShape = z.object({
  ...ledgerPersonShape.shape,
  zoneName: z.string().nullable(),
  bedCode: z.string().nullable(),
  endedAt: z.string().nullable(),
  deposits: z.number(),
  labour: z.number(),
  held: z.number(),
  lastAt: z.string().nullable(),
})
export type BalanceLine = z.infer<typeof balanceShape>

export const balanceFilter = {
  group: z.enum(BALANCE_GROUPS).default('here'),
  zones: z.array(z.string().max(64)).max(60).default([]),
  /** Only those with less than this to spend. */
  below: z.int().min(1).max(500_000_000).nullable().default(null),
  /** Only those with something. */
  withMoney: z.boolean().default(false),
}
export const balanceFilterShape = z.strictObject(balanceFilter)
export type BalanceFilter = z.infer<typeof balanceFilterShape>

export const closeShape = z.object({
  id: z.string(),
  day: z.string(),
  opening: z.number(),
  received: z.number(),
  paid: z.number(),
  counted: z.number(),
  difference: z.number(),
  explanation: z.string().nullable(),
  witness: z.string(),
  closedAt: z.string(),
  closedBy: z.string(),
})
export type CashClose = z.infer<typeof closeShape>

/** The cash box since it was last closed. */
export const boxShape = z.object({
  opening: z.number(),
  received: z.number(),
  paid: z.number(),
  computed: z.number(),
  moves: z.number(),
  /** First day with cash that is not closed; null when nothing moved. */
  since: z.string().nullable(),
  /** Days before today that were left open with cash moving in them. */
  isOverdue: z.boolean(),
  last: closeShape.nullable(),
})
export type CashBox = z.infer<typeof boxShape>

export const accountShape = z.object({ account: z.enum(LEDGER_ACCOUNTS), balance: z.number() })

export const itemShape = z.object({
  id: z.string(),
  name: z.string(),
  price: z.number(),
  isRetired: z.boolean(),
  version: z.number(),
})
export type CanteenItem = z.infer<typeof itemShape>

export const purseShape = z.object({
  stayId: z.string(),
  deposits: z.number(),
  spentToday: z.number(),
  /** False for somebody who is not in the centre now. */
  isInside: z.boolean(),
})

export const limitsShape = z.object({
  /** Most a person may spend at the canteen in a day, in đồng; 0 for none. */
  dailyLimit: z.number(),
  /** Days before the end of the term from which a bag is prepared. */
  returnDays: z.number(),
  /** Calendar days after which things nobody fetched may be disposed of. */
  unclaimedDays: z.number(),
})

export const receiptShape = z.object({
  id: z.string(),
  receipt: z.string(),
  isPayment: z.boolean(),
  kind: z.enum(LEDGER_KINDS),
  amount: z.number(),
  inWords: z.string(),
  at: z.string(),
  way: z.enum(MONEY_WAYS).nullable(),
  party: z.string().nullable(),
  note: z.string().nullable(),
  isReversed: z.boolean(),
  person: ledgerPersonShape
    .extend({ dossierNumber: z.string().nullable(), bedCode: z.string().nullable() })
    .nullable(),
  balanceAfter: z.number().nullable(),
  recordedBy: z.string(),
  centre: z.object({ name: z.string(), superiorBody: z.string().nullable() }),
})
