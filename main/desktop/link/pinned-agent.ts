import { createHash } from 'node:crypto'
import { Agent } from 'node:https'
import type { ClientRequestArgs } from 'node:http'
import type { Duplex } from 'node:stream'
import { connect, type TLSSocket } from 'node:tls'
import { HubKeyChanged, HubUnreachable } from './link-errors.ts'

const CONNECT_MS = 8_000

/** Whose key is taken: the one with this SHA-256, or the one that `agrees` finds right. */
type KeyCheck = { pin: string } | { agrees: (pin: string) => boolean }

export interface PinnedAgentOptions {
  key: KeyCheck
  /** This desk's certificate and key, PEM; without them while pairing. */
  device?: { certificate: string; key: string }
}

/** SHA-256 of the public key (SPKI, DER) a TLS peer has shown, 64 hex digits; empty when it has shown none. */
function pinOf(socket: TLSSocket): string {
  const certificate = socket.getPeerX509Certificate()
  if (!certificate) return ''
  return createHash('sha256')
    .update(certificate.publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
}

type OnSocket = (error: Error | null, socket: Duplex) => void

/**
 * Connections to the one hub whose key is known. The key is compared before the socket is handed over: to another
 * peer not one byte of a request is sent. Names, dates and issuers of the hub's certificate do not count, so a wrong
 * clock or a renewed certificate of the same key change nothing.
 */
export class PinnedAgent extends Agent {
  readonly #options: PinnedAgentOptions
  /** The key of the last connection that was taken. */
  seenPin = ''

  constructor(options: PinnedAgentOptions) {
    // A resumed session shows no certificate.
    super({ keepAlive: true, maxSockets: 48, maxFreeSockets: 6, maxCachedSessions: 0 })
    this.#options = options
  }

  override createConnection(options: ClientRequestArgs, onSocket?: OnSocket): undefined {
    const { device, key } = this.#options
    let answer = onSocket
    const tell = (error: Error | null) => {
      clearTimeout(slow)
      answer?.(error, socket)
      answer = undefined
    }
    const socket = connect({
      host: options.host ?? '127.0.0.1',
      port: Number(options.port),
      minVersion: 'TLSv1.3',
      // Checked below, by key: Node's own check is of issuer and name.
      rejectUnauthorized: false,
      ...(device ? { cert: device.certificate, key: device.key } : {}),
    })
    const slow = setTimeout(
      () => socket.destroy(new HubUnreachable('no answer to the handshake')),
      CONNECT_MS,
    )
    socket.once('error', (error) => tell(error))
    socket.once('close', () => tell(new HubUnreachable('closed while connecting')))
    socket.once('secureConnect', () => {
      const seen = pinOf(socket)
      const isRight = 'pin' in key ? seen === key.pin : key.agrees(seen)
      if (!isRight) {
        const error = new HubKeyChanged('pin' in key ? key.pin : '', seen)
        socket.destroy()
        tell(error)
        return
      }
      this.seenPin = seen
      tell(null)
    })
    return undefined
  }

  /** Gives way to another agent: what is being carried goes on, nothing new is kept open. */
  retire(): void {
    this.maxFreeSockets = 0
    for (const sockets of Object.values(this.freeSockets))
      for (const socket of sockets ?? []) socket.destroy()
  }
}
