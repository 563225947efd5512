import { column, type Columns } from './column-facts.ts'

/** The hub's keys, in one row: a backup carries them, so that desks follow a restored hub. */
export interface HubIdentityTable {
  id: number
  tls_key: string
  tls_certificate: string
  ca_key: string
  ca_certificate: string
  pin: string
  made_at: string
  renewed_at: string
}

export const hubIdentityColumns = {
  id: column('none', 'Always 1'),
  tls_key: column('staff', 'Private key of the LAN listener, PKCS#8 PEM'),
  tls_certificate: column('none', 'Its self-signed certificate, PEM'),
  ca_key: column('staff', 'Private key that signs certificates of devices, PKCS#8 PEM'),
  ca_certificate: column('none', 'Its certificate, PEM'),
  pin: column('none', 'SHA-256 of the public key of the listener, hex'),
  made_at: column('none', 'When the keys were made'),
  renewed_at: column('none', 'When the certificate was last issued'),
} satisfies Columns<HubIdentityTable>
