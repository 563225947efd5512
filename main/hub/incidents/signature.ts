import { createHash } from 'node:crypto'
import type { Instant } from '#domain/time/instant.ts'

/** SHA-256 over a text, who signed it and when: what a signed account is held to. */
export function signatureOf(signed: { body: string; by: string; at: Instant }): string {
  return createHash('sha256')
    .update(JSON.stringify([signed.body, signed.by, signed.at]))
    .digest('hex')
}
