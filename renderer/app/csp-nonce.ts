const PLACEHOLDER = '__CSP_NONCE__'

/** The nonce of this page's Content-Security-Policy; empty where the server sets none. */
export function styleNonce(): string {
  const value = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? ''
  return value === PLACEHOLDER ? '' : value
}

/** Hands the nonce to libraries that make style tags and look for it under webpack's global name (get-nonce). */
export function shareStyleNonce(): void {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() })
}
