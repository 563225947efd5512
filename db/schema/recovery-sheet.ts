import { column, type Columns } from './column-facts.ts'

export interface RecoverySheetTable {
  id: string
  public_key: Uint8Array
  made_at: string
  made_by: string
  state: 'unconfirmed' | 'active' | 'replaced'
  confirmed_at: string | null
  confirmed_by: string | null
  replaced_at: string | null
}

export const recoverySheetColumns = {
  id: column('none', 'Number of the sheet: the first 8 hex digits of SHA-256 of its public key'),
  public_key: column('none', 'X25519 public key; its private half is on paper only'),
  made_at: column('none', 'When it was made'),
  made_by: column('staff', 'Who made it'),
  state: column('none', 'Not confirmed yet, the one in use, or replaced'),
  confirmed_at: column('none', 'When two lines were typed back from paper'),
  confirmed_by: column('staff', 'Who typed them'),
  replaced_at: column('none', 'When another sheet took its place'),
} satisfies Columns<RecoverySheetTable>
