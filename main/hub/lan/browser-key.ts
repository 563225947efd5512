import { randomInt, webcrypto } from 'node:crypto'
import { BmpString, OctetString } from 'asn1js'
import {
  Attribute,
  AuthenticatedSafe,
  CertBag,
  Certificate,
  CryptoEngine,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
  type ContentEncryptionAesCbcParams,
  type ICryptoEngine,
} from 'pkijs'
import type { Instant } from '#domain/time/instant.ts'
import {
  derOf,
  issueDeviceCertificate,
  newDeviceKeys,
  type IssuedCertificate,
  type KeyAndCertificate,
} from './certificates.ts'

const KEY_BAG = '1.2.840.113549.1.12.10.1.2'
const CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3'
const FRIENDLY_NAME = '1.2.840.113549.1.9.20'
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21'

/** The initialisation vector is made anew for each thing that is sealed. */
const AES_256: Omit<ContentEncryptionAesCbcParams, 'iv'> = { name: 'AES-CBC', length: 256 }
const ROUNDS = 100_000
const PASSWORD_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const PASSWORD_GROUPS = 4
const GROUP_LENGTH = 4

// The library's type lags behind the newest methods of a crypto object, none of which is used here.
const engine = new CryptoEngine({
  name: 'node',
  crypto: webcrypto as Crypto,
}) as Partial<ICryptoEngine> as ICryptoEngine

/** A certificate with its key for one browser, sealed under a password in the form that systems import. */
export interface BrowserKey {
  issued: IssuedCertificate
  p12: Buffer
  password: string
}

/**
 * Makes the key of a browser, its certificate for `days` from `now`, and the PKCS#12 file that carries both (AES-256,
 * PBKDF2 with SHA-256). The key is kept nowhere else; the password is as strong as 79 random bits.
 */
export async function makeBrowserKey(
  authority: KeyAndCertificate,
  deviceId: string,
  now: Instant,
  days: number,
): Promise<BrowserKey> {
  const keys = await newDeviceKeys()
  const issued = await issueDeviceCertificate(authority, { id: deviceId, ...keys }, now, days)
  const password = newPassword()
  const name = `Neo Ve ${deviceId.slice(0, 8)}`
  const p12 = await sealedFile({ key: keys.pkcs8, certificate: derOf(issued.certificate), password, name })
  return { issued, p12, password }
}

async function sealedFile(content: {
  key: ArrayBuffer
  certificate: ArrayBuffer
  password: string
  name: string
}): Promise<Buffer> {
  const password = new TextEncoder().encode(content.password).buffer
  const sealing = {
    password,
    contentEncryptionAlgorithm: AES_256 as ContentEncryptionAesCbcParams,
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: ROUNDS,
  }
  const keyBag = new PKCS8ShroudedKeyBag({ parsedValue: PrivateKeyInfo.fromBER(content.key) })
  await keyBag.makeInternalValues(sealing, engine)
  const certificateBag = new CertBag({ parsedValue: Certificate.fromBER(content.certificate) })
  const inBag = (bagId: string, bagValue: PKCS8ShroudedKeyBag | CertBag) =>
    new SafeContents({ safeBags: [new SafeBag({ bagId, bagValue, bagAttributes: labels(content.name) })] })
  const safe = new AuthenticatedSafe({
    parsedValue: {
      safeContents: [
        { privacyMode: 0, value: inBag(KEY_BAG, keyBag) },
        { privacyMode: 1, value: inBag(CERTIFICATE_BAG, certificateBag) },
      ],
    },
  })
  await safe.makeInternalValues({ safeContents: [{}, sealing] }, engine)
  const file = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe: safe } })
  const integrity = { password, iterations: ROUNDS, pbkdf2HashAlgorithm: { name: 'SHA-256' } }
  await file.makeInternalValues({ ...integrity, hmacHashAlgorithm: 'SHA-256' }, engine)
  return Buffer.from(file.toSchema().toBER(false))
}

/** What joins key and certificate for whoever imports them, and the name its list shows. */
function labels(name: string): Attribute[] {
  return [
    new Attribute({ type: FRIENDLY_NAME, values: [new BmpString({ value: name })] }),
    new Attribute({
      type: LOCAL_KEY_ID,
      values: [new OctetString({ valueHex: Uint8Array.of(1).buffer })],
    }),
  ]
}

/** Letters and digits that are not mistaken for one another, in groups. */
function newPassword(): string {
  const group = () =>
    Array.from({ length: GROUP_LENGTH }, () => PASSWORD_LETTERS[randomInt(PASSWORD_LETTERS.length)]).join('')
  return Array.from({ length: PASSWORD_GROUPS }, group).join('-')
}
