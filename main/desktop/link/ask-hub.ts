import { request as plainRequest, type Agent, type IncomingMessage } from 'node:http'
import { request as secureRequest } from 'node:https'
import { HubUnreachable, linkErrorOf } from './link-errors.ts'

/** Where a hub listens, and the connections to it. */
export interface HubRoute {
  host: string
  port: number
  agent: Agent
  /** TLS; plain HTTP is for the hub on this PC. */
  isSecure: boolean
}

const ASK_MS = 10_000
const MOST_ANSWER_BYTES = 65_536

/**
 * Posts a small JSON question and reads the small JSON answer, for the link's own affairs.
 * @throws HubKeyChanged, DeviceRevoked, HubUnreachable
 */
export async function askHub(
  route: HubRoute,
  path: string,
  question: unknown,
): Promise<{ status: number; answer: unknown }> {
  const body = JSON.stringify(question)
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const send = route.isSecure ? secureRequest : plainRequest
      const request = send({
        host: route.host,
        port: route.port,
        agent: route.agent,
        method: 'POST',
        path,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        signal: AbortSignal.timeout(ASK_MS),
      })
      request.once('response', resolve)
      request.once('error', reject)
      request.end(body)
    })
    const parts: Buffer[] = []
    let length = 0
    for await (const part of response as AsyncIterable<Buffer>) {
      length += part.length
      if (length > MOST_ANSWER_BYTES) throw new HubUnreachable('the answer is too long')
      parts.push(part)
    }
    return { status: response.statusCode ?? 0, answer: readJson(Buffer.concat(parts).toString('utf8')) }
  } catch (error) {
    throw linkErrorOf(error)
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
