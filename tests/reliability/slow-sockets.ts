import { connect, type Socket } from 'node:net'
import type { Harness, HarnessReport, HarnessRun } from './harness.ts'
import { post, signIn, startHubProcess } from './hub-process.ts'
import { openRoom } from './room.ts'

const PEOPLE = 30
const DRIP_MS = 500
/** A request that does not come to its end is cut off after at most so many milliseconds. */
const CUT_WITHIN_MS = 12_000
/** From more than one address: each may hold only its share of the connections. */
const SOCKETS_PER_ADDRESS = 100
const READ_P95_MS = 500

/** A connection that sends one byte now and then; resolves with how long the hub bore it. */
function drip(port: number, localAddress: string, kind: 'headers' | 'body'): Promise<number> {
  return new Promise((resolve) => {
    const begun = performance.now()
    const socket: Socket = connect({ port, host: '127.0.0.1', localAddress })
    const timer = setInterval(() => socket.write(kind === 'headers' ? 'x' : ' '), DRIP_MS)
    socket.once('connect', () => {
      const head = 'POST /rpc/auth/me HTTP/1.1\r\nHost: 127.0.0.1\r\n'
      socket.write(
        kind === 'headers'
          ? `${head}X-Slow: `
          : `${head}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`,
      )
    })
    socket.on('error', () => {})
    socket.on('data', () => {})
    // The hub's end of the stream: what it will not read any more, it need not be sent.
    socket.once('end', () => socket.destroy())
    socket.once('close', () => {
      clearInterval(timer)
      resolve(performance.now() - begun)
    })
  })
}

async function holdSockets({ rounds }: HarnessRun): Promise<HarnessReport> {
  using room = await openRoom('sockets', PEOPLE)
  const hub = await startHubProcess(room.data)
  const cookie = await signIn(hub.url, 'khu')
  const port = Number(new URL(hub.url).port)
  let isOver = false
  const dripping = Promise.all(
    Array.from({ length: rounds }, (_, i) =>
      drip(port, `127.0.0.${2 + Math.floor(i / SOCKETS_PER_ADDRESS)}`, i % 2 === 0 ? 'headers' : 'body'),
    ),
  )
  const reads: number[] = []
  const problems: string[] = []
  const reader = (async () => {
    while (!isOver) {
      const begun = performance.now()
      const { status } = await post(hub.url, 'people/list', {}, { cookie })
      if (status !== 200) problems.push(`somebody else was answered ${status}`)
      reads.push(performance.now() - begun)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })()
  const longest = Math.max(...(await dripping))
  isOver = true
  await reader
  if (longest > CUT_WITHIN_MS) problems.push(`a dripping socket lived for ${Math.round(longest)} ms`)
  const p95 = reads.toSorted((a, b) => a - b)[Math.floor(reads.length * 0.95)] ?? Number.NaN
  problems.push(...(await sendTooMuch(hub.url, cookie)))
  await hub.stop()
  return {
    figures: [
      `${rounds} dripping sockets (half of them headers, half bodies) from ${Math.ceil(rounds / SOCKETS_PER_ADDRESS)} ` +
        `addresses: all closed by the hub, the last after ${(longest / 1000).toFixed(1)} s; beside them ${reads.length} ` +
        `reads, p95 ${p95.toFixed(0)} ms (wanted below ${READ_P95_MS})`,
    ],
    problems,
  }
}

/** Bodies that are too large, as said or in truth. */
async function sendTooMuch(url: string, cookie: string): Promise<string[]> {
  const big = { form: 'a', value: { text: 'x'.repeat(400_000) } }
  const declared = await post(url, 'drafts/save', big, { cookie })
  const pieces = await fetch(`${url}/rpc/drafts/save`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: new Blob([JSON.stringify({ json: big })]).stream(),
    // Without a length: in pieces.
    duplex: 'half',
  } as RequestInit)
  return [declared.status, pieces.status]
    .filter((status) => status !== 413)
    .map((status) => `a body that is too large was answered ${status}`)
}

export const slowSockets: Harness = {
  summary: 'connections that send a byte now and then, while others work; bodies that are too large',
  unit: 'sockets',
  rounds: 400,
  run: holdSockets,
}
