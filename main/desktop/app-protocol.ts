import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pagePolicy, pageWithNonce, SAFE_HEADERS } from '#hub/http/page-policy.ts'
import { listBundle } from './bundle-files.ts'
import { isOwnAddress } from './origin.ts'

/** Addresses that belong to the hub; everything else is a file of the bundle or the page. */
const CARRIED = ['/rpc/', '/api/', '/files/', '/uploads', '/openapi.json'] as const

const NONCE_BYTES = 16

/** Takes a request of the page to the hub. */
export type Carry = (request: Request) => Promise<Response>

/**
 * Answers requests for `app://neo-ve`: the built renderer with the same policy as the hub gives it, and everything
 * of the hub through {@link Carry}. Never throws: a page is told in a status what went wrong.
 * @param rendererDir the built renderer
 */
export function appProtocol(rendererDir: string, carry: Carry): Carry {
  const files = listBundle(rendererDir)
  const template = readFileSync(join(rendererDir, 'index.html'), 'utf8')
  return async (request) => {
    if (!isOwnAddress(request.url)) return refusal(403)
    const { pathname } = new URL(request.url)
    if (CARRIED.some((prefix) => pathname.startsWith(prefix))) {
      try {
        return await carry(request)
      } catch {
        // The page sees what a browser sees when the hub does not answer.
        return Response.error()
      }
    }
    if (request.method !== 'GET') return refusal(405)
    const file = files.get(pathname)
    if (file) {
      const headers = { 'content-type': file.mediaType, 'cache-control': 'no-cache' }
      return new Response(await readFile(file.path), { headers: { ...SAFE_HEADERS, ...headers } })
    }
    // A name with an ending was meant as a file; the rest are addresses of screens, which the page finds.
    if (pathname.startsWith('/assets/') || /\.\w{1,5}$/.test(pathname)) return refusal(404)
    const nonce = randomBytes(NONCE_BYTES).toString('base64')
    return new Response(pageWithNonce(template, nonce), {
      headers: {
        ...SAFE_HEADERS,
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': pagePolicy(nonce),
      },
    })
  }
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: SAFE_HEADERS })
}
