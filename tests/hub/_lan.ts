import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import { once } from 'node:events'
import { request, type RequestOptions } from 'node:https'
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls'
import * as x509 from '@peculiar/x509'
import { pairingAnswerShape, type PairingAnswer } from '#domain/contract/pairing.ts'
import { readPairingCode } from '#domain/devices/pairing-code.ts'
import { startTestHub, TEST_PASSWORD, type TestDesk, type TestHub, type TestHubOptions } from './_test-hub.ts'

const EC = { name: 'ECDSA', namedCurve: 'P-256' }

/** A key in PEM with a signed request for a certificate. */
export interface DeskKey {
  key: string
  csr: string
}

export async function newDeskKey(): Promise<DeskKey> {
  const keys = (await webcrypto.subtle.generateKey(EC, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair
  const csr = await x509.Pkcs10CertificateRequestGenerator.create({
    name: 'CN=whatever',
    keys: keys as x509.Pkcs10CertificateRequestCreateParams['keys'],
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
  })
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)
  return { key: x509.PemConverter.encode(pkcs8, 'PRIVATE KEY'), csr: csr.toString('pem') }
}

/** A hub whose LAN is turned on at 127.0.0.1, with an administrator who confirmed the password. */
export interface LanHouse extends AsyncDisposable {
  house: TestHub
  admin: TestDesk
  port: number
}

export async function startLanHouse(options: TestHubOptions = {}): Promise<LanHouse> {
  const house = await startTestHub({ ...options, lan: { host: '127.0.0.1', port: 0, pairingPort: 0 } })
  const admin = await house.signIn('administrator')
  await admin.hub.auth.stepUp({ password: TEST_PASSWORD })
  const lan = await admin.hub.devices.setLan({ enabled: true, port: 7443, pairingPort: 7444 })
  return { house, admin, port: lan.port, [Symbol.asyncDispose]: () => house.close() }
}

export interface LanAnswer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: unknown
}

/** One HTTPS request on a connection of its own, whatever key the other side shows. */
export function askTls(
  port: number,
  path: string,
  options: RequestOptions = {},
  body = '',
): Promise<LanAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, method: 'POST', agent: false, rejectUnauthorized: false, ...options },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (piece: string) => (text += piece))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: text === '' ? null : (JSON.parse(text) as unknown),
          }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

/** A fresh code: the port that takes it, and the secret in it. */
export async function startPairing(admin: TestDesk): Promise<{ id: string; port: number; secret: string }> {
  const { id, code, lan } = await admin.hub.devices.startPairing({})
  const read = readPairingCode(code)
  if ('message' in read) throw new Error(read.message)
  return { id, port: lan.pairingPort, secret: read.secret }
}

export function sendPairing(
  port: number,
  asked: { secret: string; csr: string; deviceName?: string },
): Promise<LanAnswer> {
  const text = JSON.stringify({ deviceName: 'Bàn trực', program: '0.1.0', ...asked })
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
  return askTls(port, '/pair', { headers }, text)
}

/** A desk that was taken in, with a way to ask the LAN listener. */
export interface PairedDesk {
  answer: PairingAnswer
  key: DeskKey
  /** `ask('devices/hello', {})` with its certificate; cookies are given by hand. */
  ask: (path: string, input?: unknown, cookie?: string) => Promise<LanAnswer>
}

export async function pairDesk({ admin, port }: LanHouse, deviceName = 'Bàn trực'): Promise<PairedDesk> {
  const pairing = await startPairing(admin)
  const key = await newDeskKey()
  const sent = await sendPairing(pairing.port, { secret: pairing.secret, csr: key.csr, deviceName })
  const answer = pairingAnswerShape.parse(sent.body)
  return {
    answer,
    key,
    ask: (path, input = {}, cookie = '') =>
      askRpc(port, path, input, { key: key.key, cert: answer.certificate }, cookie),
  }
}

/** A call of the typed API over the LAN. */
export function askRpc(
  port: number,
  path: string,
  input: unknown,
  certificate: { key?: string; cert?: string },
  cookie = '',
): Promise<LanAnswer> {
  const text = JSON.stringify({ json: input })
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...(cookie === '' ? {} : { cookie }),
  }
  return askTls(port, `/rpc/${path}`, { headers, ...certificate }, text)
}

/** Connects as a pinning desk does: any certificate, then the key in it. */
export async function meet(port: number, options: ConnectionOptions = {}): Promise<TLSSocket> {
  const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false, ...options })
  await once(socket, 'secureConnect')
  socket.on('error', () => {})
  return socket
}
