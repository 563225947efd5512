/** Another key answered at the hub's address: nothing was sent to it. */
export class HubKeyChanged extends Error {
  override readonly name = 'HubKeyChanged'
  readonly expected: string
  readonly seen: string

  /** @param expected,seen SHA-256 of a public key, 64 hex digits; `seen` is empty when there was none */
  constructor(expected: string, seen: string) {
    super('another key answered at the address of the hub')
    this.expected = expected
    this.seen = seen
  }
}

/** The hub knows this desk's certificate no more, or refuses it. */
export class DeviceRevoked extends Error {
  override readonly name = 'DeviceRevoked'
}

/** No answer, or the connection ended in the middle of one. */
export class HubUnreachable extends Error {
  override readonly name = 'HubUnreachable'
}

/** The link stands still until a person has decided: another key, a revoked desk, a hub that moved. */
export class LinkHeld extends Error {
  override readonly name = 'LinkHeld'
}

/** Codes of Node's TLS for a peer that refused this side's certificate. */
const REFUSED_CERTIFICATE =
  /ALERT_(BAD_CERTIFICATE|CERTIFICATE_\w+|UNKNOWN_CA|UNSUPPORTED_CERTIFICATE|ACCESS_DENIED)/

/** What a failed connection means to the desk: one of the errors of this file. */
export function linkErrorOf(error: unknown): HubKeyChanged | DeviceRevoked | HubUnreachable {
  if (error instanceof HubKeyChanged || error instanceof DeviceRevoked || error instanceof HubUnreachable)
    return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (REFUSED_CERTIFICATE.test(code)) return new DeviceRevoked('the hub refused the certificate')
  return new HubUnreachable(code === '' ? 'no answer' : code, { cause: error })
}
