import type { Generated } from 'kysely'
import { column, type Columns } from './column-facts.ts'
export interface SessionTable {
  id: string
  token_hash: string
  user_id: string
  desk: string
  device_id: Generated<string | null>
  created_at: string
  seen_at: string
  expires_at: string
  stepped_up_at: string | null
  ended_at: string | null
  end_reason: string | null
}

export const sessionColumns = {
  id: column('none', 'Record id'),
  token_hash: column('none', 'SHA-256 of the token'),
  user_id: column('staff', 'Whose session'),
  desk: column('none', 'At which desk'),
  device_id: column('none', 'The paired desk it was opened on; empty at the hub itself'),
  created_at: column('none', 'When it was opened'),
  seen_at: column('none', 'Last used'),
  expires_at: column('none', 'Ends at the latest'),
  stepped_up_at: column('none', 'Password confirmed again'),
  ended_at: column('none', 'When it ended'),
  end_reason: column('none', 'Why it ended'),
} satisfies Columns<SessionTable>
