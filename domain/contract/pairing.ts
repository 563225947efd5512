import { z } from 'zod'
import { instantField, lineField } from './fields.ts'

/** PEM text of one certificate or request: a P-256 one is under 1 KB. */
export const pemField = z.string().max(8_000)

export const deviceNameField = lineField(60, 'Tên máy trạm')

/** What a desk posts to `/pair` on the pairing listener. */
export const pairingRequestShape = z.strictObject({
  /** The second half of the code, as `readPairingCode` gives it. */
  secret: z.string().max(40),
  /** PKCS#10 request with the desk's own EC P-256 key; the name in it is ignored. */
  csr: pemField,
  deviceName: deviceNameField,
  /** Version of the desk's program. */
  program: z.string().max(40),
})
export type PairingRequest = z.input<typeof pairingRequestShape>

/** What a hub answers a desk that it took in. */
export const pairingAnswerShape = z.object({
  deviceId: z.uuid(),
  certificate: pemField,
  caCertificate: pemField,
  /** SHA-256 of the hub's public key, 64 hex digits. */
  hubPin: z.string().regex(/^[0-9a-f]{64}$/),
  installationId: z.uuid(),
  hubName: z.string(),
  lanPort: z.int().min(1).max(65_535),
  expiresAt: instantField,
})
export type PairingAnswer = z.output<typeof pairingAnswerShape>

const PAIRING_REFUSALS = ['invalid_input', 'pairing_refused', 'too_many_attempts', 'internal'] as const

/** What a hub answers otherwise. A wrong, a used and an expired code are refused alike. */
export const pairingRefusalShape = z.object({ code: z.enum(PAIRING_REFUSALS), message: z.string() })
export type PairingRefusal = z.infer<typeof pairingRefusalShape>
