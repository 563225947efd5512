/** Headers of every answer, whoever gives it: the hub itself, or the desktop program for its own window. */
export const SAFE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'geolocation=(), microphone=(), usb=(), payment=()',
} as const

/** What a page may load: its own origin and nothing else. @param nonce of this answer, for styles made at run time */
export function pagePolicy(nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' blob: data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ')
}

/** The built page with the nonce of this answer in its place. */
export function pageWithNonce(template: string, nonce: string): string {
  return template.replaceAll('__CSP_NONCE__', nonce)
}
