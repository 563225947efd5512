import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

function policy(nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' blob: data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ')
}

const NOT_BUILT = `<!doctype html><meta charset="utf-8"><title>Nẻo Về</title><p>Giao diện chưa được dựng. Chạy: npm run build`

/** Serves the built renderer: hashed assets for long, the page itself with a fresh style nonce each time. */
export async function registerStatic(
  server: FastifyInstance,
  rendererDir: string | null,
  newNonce: () => string,
): Promise<void> {
  const page = rendererDir === null ? null : join(rendererDir, 'index.html')
  const isBuilt = page !== null && existsSync(page)
  if (isBuilt && rendererDir !== null && existsSync(join(rendererDir, 'assets'))) {
    await server.register(fastifyStatic, {
      root: join(rendererDir, 'assets'),
      prefix: '/assets/',
      index: false,
      dotfiles: 'deny',
      immutable: true,
      maxAge: '365d',
    })
  }
  const template = isBuilt ? readFileSync(page, 'utf8') : NOT_BUILT
  const sendPage = (reply: FastifyReply) => {
    const nonce = newNonce()
    return reply
      .header('content-security-policy', policy(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(template.replaceAll('__CSP_NONCE__', nonce))
  }
  server.get('/', (_request, reply) => sendPage(reply))
  // Screens have addresses of their own; the page finds the screen.
  server.get('/*', (_request, reply) => sendPage(reply))
}
