import { column, type Columns } from './column-facts.ts'

export interface HubSecretTable {
  name: 'audit-digest'
  value: Uint8Array
  made_at: string
}

export const hubSecretColumns = {
  name: column('none', 'What the secret is for'),
  value: column('staff', 'The secret; kept when the data key is changed'),
  made_at: column('none', 'When it was written down'),
} satisfies Columns<HubSecretTable>
