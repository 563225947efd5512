// Before the library that asks for it.
import 'reflect-metadata'
import { createHash, randomBytes, webcrypto } from 'node:crypto'
import { isIP } from 'node:net'
import * as x509 from '@peculiar/x509'
import { AppError } from '#domain/errors.ts'
import { instantMs, type Instant } from '#domain/time/instant.ts'

const EC = { name: 'ECDSA', namedCurve: 'P-256' } as const
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const
const DAY_MS = 86_400_000
const YEARS_10_MS = 3653 * DAY_MS

/** Certificates are good from here on: a PC whose clock battery died wakes up years ago, and must still be let in. */
const LONG_AGO = new Date('2000-01-01T00:00:00Z')

const HUB_NAME = 'CN=Neo Ve'
const AUTHORITY_NAME = 'CN=Neo Ve Devices'

x509.cryptoProvider.set(webcrypto as Crypto)

/** A private key in PKCS#8 PEM beside the certificate of its public key. */
export interface KeyAndCertificate {
  key: string
  certificate: string
}

/** A certificate a device was given. Digests and numbers in small hex. */
export interface IssuedCertificate {
  certificate: string
  spki: string
  serial: string
  issuedAt: Instant
  expiresAt: Instant
}

/** A pair of keys as the library names it: its types are those of a browser's crypto. */
type LibraryKeys = x509.X509CertificateCreateSelfSignedParams['keys']

async function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(EC, true, ['sign', 'verify'])
}

async function readKeys({ key, certificate }: KeyAndCertificate): Promise<webcrypto.CryptoKeyPair> {
  const der = x509.PemConverter.decodeFirst(key)
  const privateKey = await webcrypto.subtle.importKey('pkcs8', der, EC, true, ['sign'])
  const publicKey = await new x509.X509Certificate(certificate).publicKey.export()
  return { privateKey: privateKey as CryptoKey, publicKey }
}

async function keyText(keys: webcrypto.CryptoKeyPair): Promise<string> {
  return x509.PemConverter.encode(
    await webcrypto.subtle.exportKey('pkcs8', keys.privateKey as webcrypto.CryptoKey),
    'PRIVATE KEY',
  )
}

/** SHA-256 of a public key (SPKI, DER) in small hex: who holds a certificate, whatever stands in it. */
export function spkiHash(spki: ArrayBuffer | Uint8Array): string {
  return createHash('sha256').update(new Uint8Array(spki)).digest('hex')
}

/** The bytes of a certificate or key in PEM. */
export function derOf(pem: string): ArrayBuffer {
  return x509.PemConverter.decodeFirst(pem)
}

/** A key made for a device that cannot make its own, with its private half in PKCS#8. */
export async function newDeviceKeys(): Promise<{
  spki: string
  publicKey: x509.PublicKey
  pkcs8: ArrayBuffer
}> {
  const { publicKey, privateKey } = await newKeys()
  const spki = await webcrypto.subtle.exportKey('spki', publicKey as webcrypto.CryptoKey)
  return {
    spki: spkiHash(spki),
    publicKey: new x509.PublicKey(spki),
    pkcs8: await webcrypto.subtle.exportKey('pkcs8', privateKey as webcrypto.CryptoKey),
  }
}

/** SHA-256 of the public key in a certificate. */
export function pinOf(certificate: string): string {
  return spkiHash(new x509.X509Certificate(certificate).publicKey.rawData)
}

/** When a certificate ends. */
export function endOfCertificate(certificate: string): Date {
  return new x509.X509Certificate(certificate).notAfter
}

/** Names and addresses a certificate was issued for. */
export function namesIn(certificate: string): string[] {
  const found = new x509.X509Certificate(certificate).getExtension(x509.SubjectAlternativeNameExtension)
  return found?.names.items.map(({ value }) => value) ?? []
}

/**
 * The hub's own certificate, ten years from `now`, for the names and addresses it is reached by. With `keys` the key
 * stays and only the certificate is new.
 */
export async function hubCertificate(
  names: readonly string[],
  now: Instant,
  kept?: KeyAndCertificate,
): Promise<KeyAndCertificate> {
  const keys = kept ? await readKeys(kept) : await newKeys()
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: newSerial(),
    name: HUB_NAME,
    notBefore: LONG_AGO,
    notAfter: new Date(instantMs(now) + YEARS_10_MS),
    signingAlgorithm: SIGNING,
    keys: keys as LibraryKeys,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        names.map((value) =>
          isIP(value) === 0 ? { type: 'dns' as const, value } : { type: 'ip' as const, value },
        ),
      ),
    ],
  })
  return { key: kept?.key ?? (await keyText(keys)), certificate: certificate.toString('pem') }
}

/** The authority that signs certificates of devices and nothing else. With `kept` the key and name stay. */
export async function deviceAuthority(now: Instant, kept?: KeyAndCertificate): Promise<KeyAndCertificate> {
  const keys = kept ? await readKeys(kept) : await newKeys()
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: newSerial(),
    name: AUTHORITY_NAME,
    notBefore: LONG_AGO,
    // Longer than any device it signs for until it is renewed itself.
    notAfter: new Date(instantMs(now) + 2 * YEARS_10_MS),
    signingAlgorithm: SIGNING,
    keys: keys as LibraryKeys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
    ],
  })
  return { key: kept?.key ?? (await keyText(keys)), certificate: certificate.toString('pem') }
}

/**
 * Reads a device's request: its own signature must hold and its key be EC P-256. What it says its name is does not
 * matter. Returns the SHA-256 of its public key.
 * @throws AppError `invalid_input`
 */
export async function readRequest(csr: string): Promise<{ spki: string; publicKey: x509.PublicKey }> {
  try {
    const request = new x509.Pkcs10CertificateRequest(csr)
    const { algorithm } = request.publicKey
    const isP256 = 'namedCurve' in algorithm && algorithm.namedCurve === EC.namedCurve
    if (isP256 && (await request.verify())) {
      return { spki: spkiHash(request.publicKey.rawData), publicKey: request.publicKey }
    }
  } catch {
    // What does not parse is refused like what does not verify.
  }
  throw new AppError(
    'invalid_input',
    'Yêu cầu chứng thư của máy trạm không đúng. Cập nhật Nẻo Về rồi ghép lại.',
  )
}

/** Signs a device's certificate: its id as name, its own key, `days` from `now`. */
export async function issueDeviceCertificate(
  authority: KeyAndCertificate,
  device: { id: string; spki: string; publicKey: x509.PublicKey },
  now: Instant,
  days: number,
): Promise<IssuedCertificate> {
  const { privateKey } = await readKeys(authority)
  const serial = newSerial()
  const notAfter = new Date(Math.floor((instantMs(now) + days * DAY_MS) / 1000) * 1000)
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serial,
    subject: `CN=${device.id}`,
    issuer: AUTHORITY_NAME,
    notBefore: LONG_AGO,
    notAfter,
    signingAlgorithm: SIGNING,
    publicKey: device.publicKey,
    signingKey: privateKey as LibraryKeys['privateKey'],
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.clientAuth]),
    ],
  })
  return {
    certificate: certificate.toString('pem'),
    spki: device.spki,
    serial,
    issuedAt: now,
    expiresAt: notAfter.toISOString(),
  }
}

/** Sixteen random bytes, positive and without a leading zero, as DER wants a number. */
function newSerial(): string {
  const bytes = randomBytes(16)
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40
  return bytes.toString('hex')
}
