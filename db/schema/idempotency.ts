import { column, type Columns } from './column-facts.ts'
export interface IdempotencyTable {
  key: string
  actor: string
  use_case: string
  request_hash: string
  answer: string
  at: string
}

export const idempotencyColumns = {
  key: column('none', "The client's key of one act"),
  actor: column('staff', 'Who sent it'),
  use_case: column('none', 'What was asked'),
  request_hash: column('none', 'SHA-256 of the request'),
  answer: column('personal', 'The answer given, as JSON'),
  at: column('none', 'When'),
} satisfies Columns<IdempotencyTable>
