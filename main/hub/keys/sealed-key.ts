import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'
import { z } from 'zod'

const base64 = z.base64().max(200)

/** The data key, closed so that only the private key on the recovery sheet opens it. Says which sheet that is. */
export const sealedKeyShape = z.strictObject({
  version: z.literal(1),
  sheet: z.string().regex(/^[0-9A-F]{8}$/),
  ephemeral: base64,
  nonce: base64,
  box: base64,
})
export type SealedKey = z.infer<typeof sealedKeyShape>

const INFO = 'neo-ve sealed data key v1'
const KEY_BYTES = 32
const TAG_BYTES = 16

/** A new pair for a recovery sheet, as raw bytes. The private half goes to paper and nowhere else. */
export function makeSheetPair(): { privateKey: Uint8Array; publicKey: Uint8Array } {
  const { privateKey, publicKey } = generateKeyPairSync('x25519')
  const jwk = privateKey.export({ format: 'jwk' })
  return { privateKey: bytesOf(jwk.d), publicKey: rawPublic(publicKey) }
}

/** The public key that belongs to a sheet. */
export function publicKeyOf(privateKey: Uint8Array): Uint8Array {
  return rawPublic(createPublicKey(privateObject(privateKey)))
}

/** The number of a sheet: what tells two sheets apart without saying anything of either. */
export function sheetNumber(publicKey: Uint8Array): string {
  return createHash('sha256').update(publicKey).digest('hex').slice(0, 8).toUpperCase()
}

/** Seals a 32-byte data key to a sheet: X25519 with a key of its own, HKDF-SHA-256, AES-256-GCM. */
export function sealKey(dataKey: Uint8Array, publicKey: Uint8Array): SealedKey {
  const own = generateKeyPairSync('x25519')
  const ephemeral = rawPublic(own.publicKey)
  const secret = diffieHellman({ privateKey: own.privateKey, publicKey: publicObject(publicKey) })
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', boxKey(secret, ephemeral, publicKey), nonce)
  const box = Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()])
  return {
    version: 1,
    sheet: sheetNumber(publicKey),
    ephemeral: Buffer.from(ephemeral).toString('base64'),
    nonce: nonce.toString('base64'),
    box: box.toString('base64'),
  }
}

/** The data key, or null when the sheet is another one or the sealed key was changed. */
export function unsealKey(sealed: SealedKey, privateKey: Uint8Array): Uint8Array | null {
  try {
    const ephemeral = Buffer.from(sealed.ephemeral, 'base64')
    const publicKey = publicKeyOf(privateKey)
    const secret = diffieHellman({
      privateKey: privateObject(privateKey),
      publicKey: publicObject(ephemeral),
    })
    const box = Buffer.from(sealed.box, 'base64')
    const nonce = Buffer.from(sealed.nonce, 'base64')
    const decipher = createDecipheriv('aes-256-gcm', boxKey(secret, ephemeral, publicKey), nonce, {
      authTagLength: TAG_BYTES,
    })
    decipher.setAuthTag(box.subarray(KEY_BYTES))
    const key = Buffer.concat([decipher.update(box.subarray(0, KEY_BYTES)), decipher.final()])
    return key.length === KEY_BYTES ? Uint8Array.from(key) : null
  } catch {
    return null
  }
}

function boxKey(secret: Uint8Array, ephemeral: Uint8Array, publicKey: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, Buffer.concat([ephemeral, publicKey]), INFO, KEY_BYTES))
}

/** PKCS#8 of a raw X25519 private key: a fixed prefix and the 32 bytes. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b656e04220420', 'hex')
const SPKI_PREFIX = Buffer.from('302a300506032b656e032100', 'hex')

function privateObject(raw: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, raw]), format: 'der', type: 'pkcs8' })
}

function publicObject(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: 'der', type: 'spki' })
}

function rawPublic(key: KeyObject): Uint8Array {
  return bytesOf(key.export({ format: 'jwk' }).x)
}

function bytesOf(text: string | undefined): Uint8Array {
  return Uint8Array.from(Buffer.from(text ?? '', 'base64url'))
}
