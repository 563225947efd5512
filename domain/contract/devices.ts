import { z } from 'zod'
import { DEVICE_KINDS, DEVICE_STATES } from '../devices/device.ts'
import { idField, versionField } from './fields.ts'
import { deviceNameField, pemField } from './pairing.ts'
import { route } from './route.ts'

const deviceShape = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(DEVICE_KINDS),
  state: z.enum(DEVICE_STATES),
  pairedAt: z.string(),
  pairedBy: z.string(),
  expiresAt: z.string(),
  lastSeenAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
  revokedBy: z.string().nullable(),
  version: z.number(),
})
export type DeviceLine = z.infer<typeof deviceShape>

const portField = z
  .int({ error: 'Cổng là một số từ 1024 đến 65535.' })
  .min(1024, { error: 'Cổng là một số từ 1024 đến 65535.' })
  .max(65_535, { error: 'Cổng là một số từ 1024 đến 65535.' })

const lanShape = z.object({
  enabled: z.boolean(),
  port: z.number(),
  pairingPort: z.number(),
  /** Whether desks can reach the hub now. */
  listening: z.boolean(),
  /** Why it does not listen although it is turned on. */
  problem: z.string().nullable(),
  /** Addresses of this PC in the LAN, and its name. */
  addresses: z.array(z.string()),
  /** SHA-256 of the hub's public key, 64 hex digits. */
  pin: z.string(),
  certificateExpiresAt: z.string(),
  /** Whether browsers that were given a certificate are let in. */
  browsers: z.boolean(),
})
export type LanState = z.infer<typeof lanShape>

const pairingShape = z.object({
  id: z.string(),
  state: z.enum(['waiting', 'used', 'expired', 'dead', 'cancelled']),
  expiresAt: z.string(),
  triesLeft: z.number(),
  deviceName: z.string().nullable(),
})
export type PairingState = z.infer<typeof pairingShape>

export const devicesContract = {
  list: route({ access: 'devices.manage', kind: 'read', summary: 'Every device that was ever paired' })
    .input(z.strictObject({}))
    .output(z.object({ devices: z.array(deviceShape) })),
  lan: route({
    access: 'devices.manage',
    kind: 'call',
    summary: 'Whether desks reach the hub over the LAN, where, and the fingerprint of its key',
  })
    .input(z.strictObject({}))
    .output(lanShape),
  setLan: route({
    access: 'devices.manage',
    kind: 'call',
    stepUp: true,
    summary: 'Open or close the hub to the LAN, or change its ports',
  })
    .input(z.strictObject({ enabled: z.boolean(), port: portField, pairingPort: portField }))
    .output(lanShape),
  setBrowsers: route({
    access: 'devices.manage',
    kind: 'call',
    stepUp: true,
    summary: 'Let browsers with a certificate in over the LAN, or keep them out',
  })
    .input(z.strictObject({ allowed: z.boolean() }))
    .output(lanShape),
  makeBrowserKey: route({
    access: 'devices.manage',
    kind: 'call',
    stepUp: true,
    summary: 'A certificate with its key for one browser, in a file under a password; shown once',
  })
    .input(z.strictObject({ name: deviceNameField }))
    .output(
      z.object({
        deviceId: z.string(),
        /** PKCS#12, in base64. */
        p12: z.string(),
        password: z.string(),
        /** The hub's own certificate, for the PC to trust. */
        hubCertificate: z.string(),
        expiresAt: z.string(),
      }),
    ),
  startPairing: route({
    access: 'devices.manage',
    kind: 'call',
    stepUp: true,
    summary: 'Make a one-time code that takes one desk in, good for ten minutes',
  })
    .input(z.strictObject({}))
    .output(
      z.object({
        id: z.string(),
        /** Seven groups of four; shown once, kept nowhere. */
        code: z.string(),
        expiresAt: z.string(),
        lan: lanShape,
      }),
    ),
  pairing: route({ access: 'devices.manage', kind: 'read', summary: 'What became of a one-time code' })
    .input(z.strictObject({ id: idField }))
    .output(pairingShape),
  cancelPairing: route({ access: 'devices.manage', kind: 'call', summary: 'Withdraw a one-time code' })
    .input(z.strictObject({ id: idField }))
    .output(pairingShape),
  rename: route({ access: 'devices.manage', kind: 'write', summary: 'Give a device another name' })
    .input(z.strictObject({ id: idField, version: versionField, name: deviceNameField }))
    .output(deviceShape),
  revoke: route({
    access: 'devices.manage',
    kind: 'write',
    stepUp: true,
    summary: 'Shut a device out at once and for good',
  })
    .input(z.strictObject({ id: idField, version: versionField }))
    .output(deviceShape),
  renew: route({
    access: 'public',
    kind: 'call',
    summary: 'A new certificate for the calling device and its same key, in the last 90 days of the old one',
  })
    .input(z.strictObject({ csr: pemField }))
    .output(z.object({ certificate: z.string(), caCertificate: z.string(), expiresAt: z.string() })),
  hello: route({
    access: 'public',
    kind: 'call',
    summary: 'Which hub this is, how often its data was restored, its clock, and who calls',
  })
    .input(z.strictObject({}))
    .output(
      z.object({
        installationId: z.string(),
        /** One more than the number of restores behind the data. */
        epoch: z.number(),
        /** Which restore was the last, or null: another value than before means the hub went back to older data. */
        lastRestore: z.string().nullable(),
        hubName: z.string(),
        hubTime: z.string(),
        version: z.string(),
        device: z.object({ id: z.string(), name: z.string(), expiresAt: z.string() }).nullable(),
      }),
    ),
}
