import type { DeviceKind } from '#domain/devices/device.ts'
import type { Generated } from 'kysely'
import { column, type Columns } from './column-facts.ts'

export interface DeviceTable {
  id: string
  name: string
  spki_sha256: string
  serial: string
  issued_at: string
  expires_at: string
  paired_at: string
  paired_by: string | null
  last_seen_at: string | null
  revoked_at: string | null
  revoked_by: string | null
  version: Generated<number>
  kind: Generated<DeviceKind>
}

export const deviceColumns = {
  id: column('none', 'Record id, and the name in the certificate'),
  name: column('none', 'What people call the desk'),
  spki_sha256: column('none', 'SHA-256 of its public key, hex'),
  serial: column('none', 'Serial number of its last certificate, hex'),
  issued_at: column('none', 'When that certificate was issued'),
  expires_at: column('none', 'When it ends'),
  paired_at: column('none', 'When the desk was taken in'),
  paired_by: column('staff', 'Who made the code that took it in'),
  last_seen_at: column('none', 'Its last request'),
  revoked_at: column('none', 'When it was shut out'),
  revoked_by: column('staff', 'Who shut it out'),
  version: column('none', 'Count of edits'),
  kind: column('none', 'The program on a desk, or a browser'),
} satisfies Columns<DeviceTable>
