import { createHash, randomBytes } from 'node:crypto'

/** A new opaque session token: 256 bits, known to the client alone. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the hub keeps of a token. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
