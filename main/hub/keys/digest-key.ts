import { hkdfSync } from 'node:crypto'
import { findDigestSecret, keepDigestSecret } from '#db/queries/keys/secrets.ts'
import { openDatabase, type Connection } from '#db/connection/open-database.ts'
import { rekeyDatabase } from '#db/connection/rekey.ts'

/** The key of the audit's field digests, from the data key: nobody without the data can forge them. */
export function digestKeyOf(key: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, '', 'neo-ve audit field digest', 32))
}

/** The key of the audit's field digests of these data: the kept one, else the one that follows from the data key. */
export function digestKeyIn(db: Connection, key: Uint8Array): Uint8Array {
  return findDigestSecret(db) ?? digestKeyOf(key)
}

/**
 * Puts a private copy of the data under another key. The key of the audit's digests is written down first: it
 * followed from the old one.
 */
export function rekeyCopy(file: string, from: Uint8Array, to: Uint8Array, now: string): void {
  const copy = openDatabase({ file, key: from, mode: 'write' })
  try {
    keepDigestSecret(copy, digestKeyIn(copy, from), now)
    rekeyDatabase(copy, to)
  } finally {
    copy.close()
  }
}
