import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, X509Certificate } from 'node:crypto'

/** A key of this desk and the request for a certificate over it. */
export interface DeviceRequest {
  /** PKCS#8 PEM; never leaves this PC. */
  key: string
  /** PKCS#10 PEM. */
  csr: string
}

const SEQUENCE = 0x30
const BIT_STRING = 0x03
const ECDSA_WITH_SHA256 = Buffer.from('300a06082a8648ce3d040302', 'hex')

function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const body = Buffer.concat(parts)
  const length =
    body.length < 0x80
      ? [body.length]
      : body.length < 0x100
        ? [0x81, body.length]
        : [0x82, body.length >> 8, body.length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}

/**
 * An EC P-256 key and its PKCS#10 request (RFC 2986) without a name: the hub names the device.
 * @param kept the key this desk has, PEM: to the hub a desk is its key, and only that one is renewed
 */
export function makeDeviceRequest(kept?: string): DeviceRequest {
  const privateKey =
    kept === undefined
      ? generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey
      : createPrivateKey(kept)
  const publicKey = createPublicKey(privateKey)
  const version = Buffer.from([0x02, 0x01, 0x00])
  const noAttributes = Buffer.from([0xa0, 0x00])
  const asked = der(
    SEQUENCE,
    version,
    der(SEQUENCE),
    publicKey.export({ type: 'spki', format: 'der' }),
    noAttributes,
  )
  const signature = der(BIT_STRING, Buffer.from([0]), sign('sha256', asked, privateKey))
  const text = der(SEQUENCE, asked, ECDSA_WITH_SHA256, signature).toString('base64')
  const lines = text.match(/.{1,64}/g) ?? []
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    csr: `-----BEGIN CERTIFICATE REQUEST-----\n${lines.join('\n')}\n-----END CERTIFICATE REQUEST-----\n`,
  }
}

/** True for a PEM certificate over the public half of this key. */
export function isCertificateOf(certificate: string, key: string): boolean {
  try {
    const spki = createPublicKey(createPrivateKey(key))
    return new X509Certificate(certificate).publicKey.equals(spki)
  } catch {
    return false
  }
}
