import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { SecureVersion, TLSSocket } from 'node:tls'
import type { PairingRequest } from '#domain/contract/pairing.ts'
import {
  deviceAuthority,
  hubCertificate,
  issueDeviceCertificate,
  pinOf,
  readRequest,
  type KeyAndCertificate,
} from '#hub/lan/certificates.ts'
import { makeDeviceRequest } from '../../main/desktop/link/device-request.ts'
import type { PairedDesk } from '../../main/desktop/link/desk-store.ts'

/** A certificate that names this clock's next two years: tests run at real time. */
const DEVICE_DAYS = 730
const CENTRE = 'Cơ sở cai nghiện ma túy số 1'

/** Who the hub is: stays the same when it moves to another port or another PC. */
export interface FakeIdentity {
  installationId: string
  tls: KeyAndCertificate
  authority: KeyAndCertificate
  pin: string
}

/** What a fake hub does with a request; true when it has taken care of it. */
export type Handler = (request: IncomingMessage, response: ServerResponse, body: Buffer) => boolean

export interface FakeHub extends AsyncDisposable {
  host: string
  port: number
  /** Every request whose head arrived: method, path, headers. */
  requests: { method: string; path: string; headers: IncomingMessage['headers']; body: Buffer }[]
  /** Bytes of application data that arrived. */
  bytes: () => number
  greeting: { epoch: number; skewMs: number; isRefused: boolean; hubName: string }
  close: () => Promise<void>
}

export interface FakeHubOptions {
  host?: string
  port?: number
  epoch?: number
  handler?: Handler
  maxVersion?: SecureVersion
  minVersion?: SecureVersion
}

export async function fakeIdentity(now = new Date()): Promise<FakeIdentity> {
  const tls = await hubCertificate(['neo-ve.local', '127.0.0.1'], now.toISOString())
  return {
    installationId: randomUUID(),
    tls,
    authority: await deviceAuthority(now.toISOString()),
    pin: pinOf(tls.certificate),
  }
}

/** A desk that was paired with this identity: its certificate, good for `days` more. */
export async function pairedDesk(
  identity: FakeIdentity,
  hub: { host: string; port: number },
  days = DEVICE_DAYS,
): Promise<PairedDesk> {
  const { csr, key } = makeDeviceRequest()
  const id = randomUUID()
  const request = await readRequest(csr)
  const now = new Date().toISOString()
  const { certificate } = await issueDeviceCertificate(identity.authority, { id, ...request }, now, days)
  const { installationId, pin } = identity
  return {
    hub: { host: hub.host, lanPort: hub.port, pin, installationId, name: CENTRE, epoch: 1 },
    device: { id, certificate, key },
  }
}

/** The hub's answer to a pairing, as the real one gives it. */
export async function pairingAnswer(identity: FakeIdentity, body: Buffer, lanPort: number) {
  const asked = JSON.parse(body.toString('utf8')) as PairingRequest
  const deviceId = randomUUID()
  const request = await readRequest(asked.csr)
  const now = new Date().toISOString()
  const issued = await issueDeviceCertificate(
    identity.authority,
    { id: deviceId, ...request },
    now,
    DEVICE_DAYS,
  )
  return {
    deviceId,
    certificate: issued.certificate,
    caCertificate: identity.authority.certificate,
    hubPin: identity.pin,
    installationId: identity.installationId,
    hubName: CENTRE,
    lanPort,
    expiresAt: issued.expiresAt,
  }
}

/** The certificate a desk has shown. */
function pemOf(request: IncomingMessage): string {
  return (request.socket as TLSSocket).getPeerX509Certificate()?.toString() ?? ''
}

/** A hub as the desk meets it on the LAN: TLS 1.3 with client certificates, greeting, renewal, and what a test adds. */
export async function startFakeHub(identity: FakeIdentity, options: FakeHubOptions = {}): Promise<FakeHub> {
  const requests: FakeHub['requests'] = []
  const sockets = new Set<TLSSocket>()
  let bytes = 0
  const greeting = { epoch: options.epoch ?? 1, skewMs: 0, isRefused: false, hubName: CENTRE }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const entry = { method: request.method ?? '', path: request.url ?? '', headers: request.headers }
    const kept = { ...entry, body: Buffer.alloc(0) }
    requests.push(kept)
    const parts: Buffer[] = []
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
    kept.body = Buffer.concat(parts)
    if (options.handler?.(request, response, kept.body)) return
    if (request.url === '/rpc/devices/hello') {
      if (greeting.isRefused) {
        response.writeHead(403).end('{"json":{"code":"device_refused"}}')
        return
      }
      const { installationId } = identity
      const hubTime = new Date(Date.now() + greeting.skewMs).toISOString()
      const json = {
        installationId,
        epoch: greeting.epoch,
        hubName: greeting.hubName,
        hubTime,
        version: '0.1.0',
      }
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ json: { ...json, device: null } }))
    } else if (request.url === '/rpc/devices/renew') {
      const { json } = JSON.parse(kept.body.toString('utf8')) as { json: { csr: string } }
      const asked = await readRequest(json.csr)
      if (asked.spki !== pinOf(pemOf(request))) {
        response.writeHead(422).end('{"json":{"code":"rule_violated"}}')
        return
      }
      const device = { id: randomUUID(), ...asked }
      const now = new Date().toISOString()
      const issued = await issueDeviceCertificate(identity.authority, device, now, DEVICE_DAYS)
      const answered = { ...issued, caCertificate: identity.authority.certificate }
      response.end(JSON.stringify({ json: answered }))
    } else {
      response.setHeader('set-cookie', 'nv_12345678=bi-mat; Path=/; HttpOnly; Secure; SameSite=Strict')
      response.end(JSON.stringify({ json: { path: request.url, length: kept.body.length } }))
    }
  }

  const server: Server = createServer(
    {
      key: identity.tls.key,
      cert: identity.tls.certificate,
      ca: identity.authority.certificate,
      requestCert: true,
      rejectUnauthorized: false,
      minVersion: options.minVersion ?? 'TLSv1.3',
      ...(options.maxVersion === undefined ? {} : { maxVersion: options.maxVersion }),
    },
    (request, response) => {
      answer(request, response).catch(() => response.destroy())
    },
  )
  server.on('secureConnection', (socket) => {
    sockets.add(socket)
    socket.on('data', (part: Buffer) => {
      bytes += part.length
    })
    socket.once('close', () => sockets.delete(socket))
  })
  server.on('tlsClientError', () => {})
  const host = options.host ?? '127.0.0.1'
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, host, resolve))
  const { port } = server.address() as AddressInfo
  const close = async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return { host, port, requests, bytes: () => bytes, greeting, close, [Symbol.asyncDispose]: close }
}
