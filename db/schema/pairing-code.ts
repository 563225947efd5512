import type { Generated } from 'kysely'
import { column, type Columns } from './column-facts.ts'

export interface PairingCodeTable {
  id: string
  secret_hash: string
  made_at: string
  made_by: string | null
  expires_at: string
  tries: Generated<number>
  cancelled_at: string | null
  used_at: string | null
  device_id: string | null
}

export const pairingCodeColumns = {
  id: column('none', 'Record id'),
  secret_hash: column('none', 'SHA-256 of the one-time secret, hex'),
  made_at: column('none', 'When it was made'),
  made_by: column('staff', 'Who made it'),
  expires_at: column('none', 'When it ends'),
  tries: column('none', 'Wrong secrets while it lived'),
  cancelled_at: column('none', 'When it was withdrawn'),
  used_at: column('none', 'When it took a desk in'),
  device_id: column('none', 'Which desk'),
} satisfies Columns<PairingCodeTable>
