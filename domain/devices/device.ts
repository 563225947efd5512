import { instantMs, type Instant } from '../time/instant.ts'

/** What is let in over the LAN: the program on a desk, or a browser that was given a certificate. */
export const DEVICE_KINDS = ['desk', 'browser'] as const
export type DeviceKind = (typeof DEVICE_KINDS)[number]

export const DEVICE_KIND_LABELS: Record<DeviceKind, string> = {
  desk: 'Máy trạm',
  browser: 'Trình duyệt',
}

/** How a device stands with the hub. */
export const DEVICE_STATES = ['active', 'expiring', 'expired', 'revoked'] as const
export type DeviceState = (typeof DEVICE_STATES)[number]

export const DEVICE_STATE_LABELS: Record<DeviceState, string> = {
  active: 'Đang dùng',
  expiring: 'Sắp hết hạn',
  expired: 'Hết hạn',
  revoked: 'Đã thu hồi',
}

/** How long a pairing code lives, in milliseconds. */
export const PAIRING_CODE_MS = 10 * 60_000

/** Wrong secrets after which a code is dead. */
export const PAIRING_TRIES = 5

/** Validity of a device's certificate, in days. */
export const DEVICE_DAYS = 730

/** Validity of a browser's certificate, in days: it cannot renew itself, and its key left the hub in a file. */
export const BROWSER_DAYS = 365

/** A device may ask for a new certificate in the last days of the old one. */
const RENEWAL_DAYS = 90
const DAY_MS = 86_400_000

/** True in the last 90 days of a certificate that is still good. */
export function isRenewalDue(expiresAt: Instant, now: Instant): boolean {
  return now < expiresAt && instantMs(expiresAt) - instantMs(now) <= RENEWAL_DAYS * DAY_MS
}

/** How a device stands at `now`. */
export function deviceState(
  device: { expiresAt: Instant; revokedAt: Instant | null },
  now: Instant,
): DeviceState {
  if (device.revokedAt !== null) return 'revoked'
  if (device.expiresAt <= now) return 'expired'
  return isRenewalDue(device.expiresAt, now) ? 'expiring' : 'active'
}
