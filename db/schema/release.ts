import type { ReleaseState } from '#domain/releases/staging.ts'
import { column, type Columns } from './column-facts.ts'

export interface ReleaseTable {
  id: string
  version: string
  made_at: string
  expires_at: string
  manifest: Uint8Array
  signature: Uint8Array
  key_name: string
  added_at: string
  added_by: string
  state: ReleaseState
  trial_desk: string | null
  trial_at: string | null
  staged_at: string | null
  staged_by: string | null
  reason: string | null
  row_version: number
}

export const releaseColumns = {
  id: column('none', 'Record id; name of its folder under releases/'),
  version: column('none', 'Version of the program in it; never used twice'),
  made_at: column('none', 'When it was made and signed'),
  expires_at: column('none', 'Not installed from then on'),
  manifest: column('none', 'The exact bytes that are signed'),
  signature: column('none', 'Ed25519 signature over them'),
  key_name: column('none', 'Which trusted key signed'),
  added_at: column('none', 'When the hub took it in'),
  added_by: column('staff', 'Who put it on the hub'),
  state: column('none', 'Held, on trial at one desk, open to all, withdrawn'),
  trial_desk: column('none', 'Desk that tries it'),
  trial_at: column('none', 'Since when'),
  staged_at: column('none', 'Last change of the state'),
  staged_by: column('staff', 'Who changed it'),
  reason: column('none', 'Why it was opened early or withdrawn'),
  row_version: column('none', 'Counts changes of the row'),
} satisfies Columns<ReleaseTable>
