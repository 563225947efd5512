export interface IdempotencyTable {
  key: string
  actor: string
  use_case: string
  request_hash: string
  answer: string
  at: string
}
