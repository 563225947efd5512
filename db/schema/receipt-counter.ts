import type { ReceiptRegister } from '#domain/deposit/ledger.ts'

export interface ReceiptCounterTable {
  register: ReceiptRegister
  year: number
  last: number
}
