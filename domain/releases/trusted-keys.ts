/** A public key whose signature makes a release good. */
export interface TrustedKey {
  /** Spoken name, as it is written on the envelope of the private key. */
  name: string
  /** `release`: made in the ceremony of docs/releasing.md; `development`: on a developer's PC. */
  purpose: 'release' | 'development'
  /** Ed25519 public key, SPKI DER in base64. */
  publicKey: string
}

/**
 * The two keys releases are signed with: one in use, one in the safe. A key is replaced by shipping a release, signed
 * with the other one, whose program trusts the new one.
 */
export const TRUSTED_KEYS: readonly TrustedKey[] = [
  {
    name: 'dev-a',
    purpose: 'development',
    publicKey: 'MCowBQYDK2VwAyEAQdEqhwlP5kShKUzGod67Y4+nsjmSzCN18OqsnEnZFVc=',
  },
  {
    name: 'dev-b',
    purpose: 'development',
    publicKey: 'MCowBQYDK2VwAyEABX9ffqncLbguv0Pes3xnXyF72F9nNek1+2p2sb2PzRQ=',
  },
]
