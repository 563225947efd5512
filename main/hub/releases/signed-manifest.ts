import { createPublicKey, verify } from 'node:crypto'
import type { Problem } from '#domain/errors.ts'
import {
  manifestShape,
  MOST_MANIFEST_BYTES,
  SIGNATURE_BYTES,
  type Manifest,
} from '#domain/releases/manifest.ts'
import type { TrustedKey } from '#domain/releases/trusted-keys.ts'

/** A manifest whose signature is good, and the key that made it. */
interface SignedManifest {
  manifest: Manifest
  keyName: string
}

const UNSIGNED: Problem = {
  code: 'release_unsigned',
  message:
    'Bản cập nhật không có chữ ký của nơi phát hành Nẻo Về. Không dùng tệp này; xin lại từ nơi phát hành.',
}
const UNREADABLE: Problem = {
  code: 'release_unreadable',
  message: 'Tệp mô tả bản cập nhật không đọc được với chương trình này. Xin lại bản phát hành.',
}

/**
 * Reads a manifest only after one of the trusted keys has been found to have signed exactly these bytes: nothing of
 * an unsigned one is even parsed.
 */
export function readSignedManifest(
  bytes: Uint8Array,
  signature: Uint8Array,
  keys: readonly TrustedKey[],
): { signed: SignedManifest } | { problem: Problem } {
  if (bytes.length > MOST_MANIFEST_BYTES || signature.length !== SIGNATURE_BYTES) return { problem: UNSIGNED }
  const signer = keys.find((key) => isSignedBy(key, bytes, signature))
  if (signer === undefined) return { problem: UNSIGNED }
  const parsed = manifestShape.safeParse(jsonOf(bytes))
  if (!parsed.success) return { problem: UNREADABLE }
  return { signed: { manifest: parsed.data, keyName: signer.name } }
}

function isSignedBy(key: TrustedKey, bytes: Uint8Array, signature: Uint8Array): boolean {
  const publicKey = createPublicKey({
    key: Buffer.from(key.publicKey, 'base64'),
    format: 'der',
    type: 'spki',
  })
  return publicKey.asymmetricKeyType === 'ed25519' && verify(null, bytes, publicKey, signature)
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
