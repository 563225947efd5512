import { randomBytes, randomUUID } from 'node:crypto'
import { Agent } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MOST_UPLOAD_BYTES, UPLOAD_HEADER, UPLOAD_PART_BYTES } from '#domain/files/part-upload.ts'
import { PartUploads } from '#hub/files/part-uploads.ts'
import { Carrier } from '../../main/desktop/link/carrier.ts'
import { startTestHub, TEST_PASSWORD, type TestHub } from './_test-hub.ts'

/** A scan of 4 MB: a PDF by its first bytes. */
const SCAN = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(4 * 1024 * 1024)])

let house: TestHub
const agent = new Agent({ keepAlive: true })
beforeAll(async () => {
  house = await startTestHub()
})
afterAll(async () => {
  agent.destroy()
  await house.close()
})

/** A desk as the desktop program carries it. */
async function desk(): Promise<Carrier> {
  const { hostname: host, port } = new URL(house.url)
  const carrier = new Carrier({ route: () => ({ host, port: Number(port), agent, isSecure: false }) })
  const { login } = await house.addUser('intake')
  const body = JSON.stringify({ json: { login, password: TEST_PASSWORD, desk: 'Máy thử' } })
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() }
  await carrier.carry(new Request('app://neo-ve/rpc/auth/signIn', { method: 'POST', body, headers }))
  return carrier
}

interface Answer {
  uploadId?: string
  received?: number
  fileId?: string
  json?: { code: string; data: { current?: { received: number } } }
}

async function ask(
  carrier: Carrier,
  method: string,
  path: string,
  body?: Buffer,
  headers: Record<string, string> = {},
) {
  const type: Record<string, string> = body ? { 'content-type': 'application/octet-stream' } : {}
  const init = { method, headers: { ...type, ...headers }, ...(body ? { body: new Uint8Array(body) } : {}) }
  const response = await carrier.carry(new Request(`app://neo-ve${path}`, init))
  return { status: response.status, answer: (await response.json()) as Answer }
}

function partOf(from: number): Buffer {
  return SCAN.subarray(from, from + UPLOAD_PART_BYTES)
}

describe('a scan of 4 MB sent in parts', () => {
  it('arrives whole, tells how far it is, and goes on after a cut where it stopped', async () => {
    const carrier = await desk()
    const begun = await ask(carrier, 'POST', `/uploads?size=${SCAN.length}`)
    const path = `/uploads/${begun.answer.uploadId}`
    const progress: number[] = []
    const afterCut: (number | undefined)[] = []
    for (let from = 0; from < SCAN.length;) {
      if (progress.length === 5) {
        // The answer was lost: the hub is asked how far it is, and takes a part it has as it is.
        const before = from - UPLOAD_PART_BYTES
        afterCut.push((await ask(carrier, 'GET', path)).answer.received)
        afterCut.push((await ask(carrier, 'PUT', `${path}?from=${before}`, partOf(before))).answer.received)
      }
      from = (await ask(carrier, 'PUT', `${path}?from=${from}`, partOf(from))).answer.received ?? 0
      progress.push(from)
    }
    expect(afterCut).toEqual([5 * UPLOAD_PART_BYTES, 5 * UPLOAD_PART_BYTES])
    expect(progress).toHaveLength(17)
    expect(progress.at(-1)).toBe(SCAN.length)
    const kept = await ask(carrier, 'POST', '/files/scan', undefined, {
      [UPLOAD_HEADER]: begun.answer.uploadId ?? '',
    })
    expect(kept.status).toBe(200)
    const stored = house.hub.read.rows<{ bytes: Buffer }>(
      'select bytes from file where id = ?',
      kept.answer.fileId ?? '',
    )
    expect(stored[0]?.bytes.equals(SCAN)).toBe(true)
    expect((await ask(carrier, 'GET', path)).status).toBe(404)
  })

  it('is refused with a hole, before its end, over its size, and where somebody else sent it', async () => {
    const carrier = await desk()
    const { uploadId = '' } = (await ask(carrier, 'POST', `/uploads?size=${SCAN.length}`)).answer
    const path = `/uploads/${uploadId}`
    const hole = await ask(carrier, 'PUT', `${path}?from=${UPLOAD_PART_BYTES}`, partOf(0))
    expect(hole.answer.json).toMatchObject({ code: 'conflict', data: { current: { received: 0 } } })
    expect((await ask(carrier, 'POST', '/files/scan', undefined, { [UPLOAD_HEADER]: uploadId })).status).toBe(
      409,
    )
    expect((await ask(carrier, 'PUT', `${path}?from=${SCAN.length - 5}`, partOf(0))).status).toBe(413)
    const other = await desk()
    expect((await ask(other, 'GET', path)).status).toBe(404)
    expect((await ask(other, 'PUT', `${path}?from=0`, partOf(0))).status).toBe(404)
    expect((await ask(other, 'POST', '/files/scan', undefined, { [UPLOAD_HEADER]: uploadId })).status).toBe(
      404,
    )
  })

  it('is given up by its desk', async () => {
    const carrier = await desk()
    const { uploadId = '' } = (await ask(carrier, 'POST', `/uploads?size=${SCAN.length}`)).answer
    await ask(carrier, 'DELETE', `/uploads/${uploadId}`)
    expect((await ask(carrier, 'GET', `/uploads/${uploadId}`)).status).toBe(404)
  })

  it('keeps to what its kind may weigh: a photo of 4 MB is refused', async () => {
    const carrier = await desk()
    const { uploadId = '' } = (await ask(carrier, 'POST', `/uploads?size=${SCAN.length}`)).answer
    for (let from = 0; from < SCAN.length; from += UPLOAD_PART_BYTES)
      await ask(carrier, 'PUT', `/uploads/${uploadId}?from=${from}`, partOf(from))
    expect(
      (await ask(carrier, 'POST', '/files/photo', undefined, { [UPLOAD_HEADER]: uploadId })).status,
    ).toBe(413)
  })

  it('is for those who are signed in', async () => {
    const response = await fetch(`${house.url}/uploads?size=10`, { method: 'POST' })
    expect(response.status).toBe(401)
  })
})

describe('what uploads hold in memory', () => {
  it('is bounded for one person and for all, and forgotten after ten quiet minutes', () => {
    let elapsed = 0
    const uploads = new PartUploads(() => elapsed)
    expect(() => uploads.begin('a', MOST_UPLOAD_BYTES + 1)).toThrow('quá lớn')
    for (let count = 0; count < 6; count += 1) uploads.begin('a', 10)
    expect(() => uploads.begin('a', 10)).toThrow('đang bận')
    for (let count = 0; count < 7; count += 1) uploads.begin(`b${count}`, MOST_UPLOAD_BYTES)
    expect(() => uploads.begin('c', MOST_UPLOAD_BYTES)).toThrow('đang bận')
    elapsed = 11 * 60_000
    expect(uploads.begin('a', 10)).toHaveLength(36)
  })

  it('is not all taken by one person', () => {
    const uploads = new PartUploads(() => 0)
    uploads.begin('a', MOST_UPLOAD_BYTES)
    uploads.begin('a', MOST_UPLOAD_BYTES)
    expect(() => uploads.begin('a', MOST_UPLOAD_BYTES)).toThrow('đang bận')
    for (let count = 0; count < 6; count += 1)
      expect(uploads.begin(`b${count}`, MOST_UPLOAD_BYTES)).toHaveLength(36)
  })
})
