import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { findCentre } from '#db/queries/centre/reader.ts'
import { listLiveCodes } from '#db/queries/devices/reader.ts'
import {
  pairingRequestShape,
  type PairingAnswer,
  type PairingRefusal,
  type PairingRequest,
} from '#domain/contract/pairing.ts'
import { DEVICE_DAYS, PAIRING_TRIES } from '#domain/devices/device.ts'
import { AppError, ERROR_SENTENCES } from '#domain/errors.ts'
import { dayOf } from '#domain/time/instant.ts'
import type { Hub } from '../hub.ts'
import { limitPeers } from '../http/limit-peers.ts'
import { SYSTEM_ACTOR } from '../system-actor.ts'
import { issueDeviceCertificate, readRequest } from './certificates.ts'
import type { HubIdentity } from './hub-identity.ts'

const BODY_LIMIT = 16_384
const CONNECTIONS = 50
/** Connections one address may hold: whoever pairs needs one. */
const CONNECTIONS_PER_PEER = 8
/** Requests one address may make while the listener is open, per minute. */
const PER_MINUTE = 10
const MINUTE_MS = 60_000

const REFUSED: PairingRefusal = {
  code: 'pairing_refused',
  message: 'Mã ghép máy không đúng, đã dùng hoặc hết hạn. Nhờ quản trị viên cấp mã mới.',
}
const TOO_MANY: PairingRefusal = {
  code: 'too_many_attempts',
  message: 'Thử quá nhiều lần. Chờ một phút rồi thử lại.',
}
const MALFORMED: PairingRefusal = {
  code: 'invalid_input',
  message: 'Yêu cầu ghép máy không đọc được. Cập nhật Nẻo Về trên máy trạm rồi thử lại.',
}
const BROKEN: PairingRefusal = { code: 'internal', message: ERROR_SENTENCES.internal }

type Answered = { status: 200; body: PairingAnswer } | { status: 400 | 403 | 429 | 500; body: PairingRefusal }

/**
 * Where a desk without a certificate may ask for one: TLS 1.3 with the hub's key, one route, and open only while a
 * one-time code lives.
 */
export class PairingListener {
  readonly #server: Server

  private constructor(server: Server) {
    this.#server = server
  }

  /**
   * @param lanPort where a desk goes once it is paired
   * @throws the system's error when the port cannot be had
   */
  static async open(
    hub: Hub,
    identity: HubIdentity,
    at: { host: string; port: number; lanPort: number },
  ): Promise<PairingListener> {
    const rate = new Map<string, { since: number; count: number }>()
    const server = createServer(
      {
        key: identity.tls.key,
        cert: identity.tls.certificate,
        minVersion: 'TLSv1.3',
        handshakeTimeout: 5_000,
        headersTimeout: 5_000,
        requestTimeout: 10_000,
        keepAliveTimeout: 1_000,
        connectionsCheckingInterval: 1_000,
      },
      (request, response) => void answer(hub, identity, at.lanPort, rate, request, response),
    )
    server.maxConnections = CONNECTIONS
    limitPeers(server, CONNECTIONS_PER_PEER)
    server.setTimeout(10_000)
    // Scanners and desks of another hub break handshakes off: nothing to tell.
    server.on('tlsClientError', () => {})
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen({ host: at.host, port: at.port }, () => {
        server.off('error', reject)
        resolve()
      })
    })
    return new PairingListener(server)
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  /** Takes nobody new; an answer on its way is still sent. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()))
    this.#server.closeIdleConnections()
    const forced = setTimeout(() => this.#server.closeAllConnections(), 1_000)
    await closed
    clearTimeout(forced)
  }
}

async function answer(
  hub: Hub,
  identity: HubIdentity,
  lanPort: number,
  rate: Map<string, { since: number; count: number }>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('connection', 'close')
  if (request.method !== 'POST' || request.url !== '/pair') {
    response.writeHead(404).end()
    return
  }
  const { status, body } = await pair(hub, identity, lanPort, rate, request)
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

async function pair(
  hub: Hub,
  identity: HubIdentity,
  lanPort: number,
  rate: Map<string, { since: number; count: number }>,
  request: IncomingMessage,
): Promise<Answered> {
  if (isTooOften(rate, request.socket.remoteAddress ?? '')) return { status: 429, body: TOO_MANY }
  try {
    const asked = pairingRequestShape.safeParse(await readJson(request))
    if (!asked.success) return { status: 400, body: MALFORMED }
    const paired = await takeIn(hub, identity, asked.data)
    if (!paired) return { status: 403, body: REFUSED }
    return { status: 200, body: { ...paired, lanPort } }
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid_input') return { status: 400, body: MALFORMED }
    hub.log.error('pairing failed', { detail: error instanceof Error ? String(error.stack) : '' })
    return { status: 500, body: BROKEN }
  }
}

/**
 * Takes a desk in for the right secret, once; undefined for a wrong, a used or an expired one.
 * @throws AppError `invalid_input` when its request for a certificate is none
 */
async function takeIn(
  hub: Hub,
  identity: HubIdentity,
  asked: PairingRequest,
): Promise<Omit<PairingAnswer, 'lanPort'> | undefined> {
  const now = hub.now()
  const { spki, publicKey } = await readRequest(asked.csr)
  const secretHash = createHash('sha256').update(asked.secret).digest('hex')
  const isRight = listLiveCodes(hub.read, now, PAIRING_TRIES).some((code) => code.secret_hash === secretHash)
  if (!isRight) {
    await hub.writer.internal('refusePairing', SYSTEM_ACTOR, now, null)
    return undefined
  }
  const deviceId = randomUUID()
  const issued = await issueDeviceCertificate(
    identity.authority,
    { id: deviceId, spki, publicKey },
    now,
    DEVICE_DAYS,
  )
  const { certificate, ...facts } = issued
  // Of two desks that send one code at the same moment the writer takes one.
  const { isPaired } = await hub.writer.internal('pairDevice', SYSTEM_ACTOR, now, {
    secretHash,
    device: { id: deviceId, name: asked.deviceName, ...facts },
  })
  if (!isPaired) return undefined
  return {
    deviceId,
    certificate,
    caCertificate: identity.authority.certificate,
    hubPin: identity.pin,
    installationId: hub.folder.installationId,
    hubName: findCentre(hub.read, dayOf(now))?.name ?? '',
    expiresAt: issued.expiresAt,
  }
}

/** The monotonic clock: a changed wall clock must not open the door. */
function isTooOften(rate: Map<string, { since: number; count: number }>, peer: string): boolean {
  const now = performance.now()
  const before = rate.get(peer)
  const current = before && now - before.since < MINUTE_MS ? before : { since: now, count: 0 }
  current.count += 1
  rate.set(peer, current)
  return current.count > PER_MINUTE
}

/** @throws AppError `invalid_input` for what is no JSON or too long */
async function readJson(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.length
    if (length > BODY_LIMIT) throw new AppError('invalid_input')
    pieces.push(piece)
  }
  try {
    return JSON.parse(Buffer.concat(pieces).toString('utf8'))
  } catch {
    throw new AppError('invalid_input')
  }
}
