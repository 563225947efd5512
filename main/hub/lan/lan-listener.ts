import { constants } from 'node:crypto'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { FastifyInstance } from 'fastify'
import { findDeviceByKey } from '#db/queries/devices/reader.ts'
import { readSetting } from '#db/queries/settings/settings.ts'
import { AppError } from '#domain/errors.ts'
import type { Hub } from '../hub.ts'
import { isForeignToLan } from '../http/guards.ts'
import type { Listener } from '../http/listener.ts'
import { buildServer } from '../http/server.ts'
import type { CallerDevice } from '../use-case.ts'
import { spkiHash } from './certificates.ts'
import type { HubIdentity } from './hub-identity.ts'

/** A desk keeps up to 48 connections: one for each open stream and a handful for requests. */
const CONNECTIONS_PER_PEER = 64
const HANDSHAKE_MS = 8_000

const REVOKED =
  'Quản trị viên đã thu hồi máy trạm này. Nhờ quản trị viên cấp mã ghép máy mới nếu máy còn được dùng.'
const EXPIRED = 'Chứng thư của máy trạm này đã hết hạn. Nhờ quản trị viên cấp mã ghép máy mới rồi ghép lại.'
const NO_BROWSERS =
  'Quản trị viên chưa cho phép dùng trình duyệt trong mạng. Dùng máy trạm Nẻo Về hoặc hỏi quản trị viên.'
const UNKNOWN = 'Máy chủ không biết máy trạm này. Nhờ quản trị viên cấp mã ghép máy rồi ghép lại.'

/**
 * The hub's door to the LAN: TLS 1.3, only for devices with a certificate of this hub's own authority. Browsers among
 * them come in, and get the pages, while an administrator allows it. Whoever has none
 * ends in the handshake; whoever was shut out since is told so on the next request, and its open connections end.
 */
export class LanListener {
  readonly #hub: Hub
  readonly #server: FastifyInstance
  readonly #sockets: Map<TLSSocket, string>

  private constructor(hub: Hub, server: FastifyInstance, sockets: Map<TLSSocket, string>) {
    this.#hub = hub
    this.#server = server
    this.#sockets = sockets
  }

  /** @throws the system's error when the port cannot be had */
  static async open(
    hub: Hub,
    identity: HubIdentity,
    at: { host: string; port: number },
    rendererDir: string | null,
  ): Promise<LanListener> {
    const sockets = new Map<TLSSocket, string>()
    const server = await buildServer(hub, lanDoor(identity, sockets), rendererDir)
    try {
      await server.listen(at)
    } catch (error) {
      await server.close()
      throw error
    }
    return new LanListener(hub, server, sockets)
  }

  get port(): number {
    return (this.#server.server.address() as AddressInfo).port
  }

  /** Ends every connection of a device that was shut out or whose certificate ran out, open streams included. */
  dropShutOut(): void {
    for (const [socket, spki] of this.#sockets) {
      if (typeof admit(this.#hub, spki) === 'string') socket.destroy()
    }
  }

  async close(): Promise<void> {
    this.#server.server.closeAllConnections()
    for (const socket of this.#sockets.keys()) socket.destroy()
    await this.#server.close()
  }
}

function lanDoor(identity: HubIdentity, sockets: Map<TLSSocket, string>): Listener {
  return {
    connectionsPerPeer: CONNECTIONS_PER_PEER,
    servesPagesTo: (request) => request.device?.kind === 'browser',
    isForeign: isForeignToLan,
    createServer: (options, handler) => {
      const server = createServer(
        {
          ...options,
          key: identity.tls.key,
          cert: identity.tls.certificate,
          ca: identity.authority.certificate,
          requestCert: true,
          rejectUnauthorized: true,
          minVersion: 'TLSv1.3',
          // A resumed connection would skip the certificate.
          secureOptions: constants.SSL_OP_NO_TICKET,
          handshakeTimeout: HANDSHAKE_MS,
        },
        handler,
      )
      server.on('secureConnection', (socket) => {
        const key = socket.getPeerX509Certificate()?.publicKey.export({ type: 'spki', format: 'der' })
        if (!key) {
          socket.destroy()
          return
        }
        sockets.set(socket, spkiHash(key))
        socket.once('close', () => sockets.delete(socket))
      })
      return server
    },
    deviceOf: (hub, request) => {
      const { socket } = request.raw
      const spki = socket instanceof TLSSocket ? sockets.get(socket) : undefined
      const device = spki === undefined ? UNKNOWN : admit(hub, spki)
      if (typeof device === 'string') throw new AppError('device_refused', device)
      hub.lan.seen(device.id, hub.now())
      return device
    },
  }
}

/** The device that holds a key, or why it is not let in. */
function admit(hub: Hub, spki: string): CallerDevice | string {
  const device = findDeviceByKey(hub.read, spki)
  if (!device) return UNKNOWN
  if (device.revoked_at !== null) return REVOKED
  if (device.expires_at <= hub.now()) return EXPIRED
  if (device.kind === 'browser' && !readSetting(hub.read, 'lan.browsers')) return NO_BROWSERS
  return { id: device.id, name: device.name, kind: device.kind, expiresAt: device.expires_at }
}
