import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { pagePolicy, pageWithNonce } from './page-policy.ts'

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
      .header('content-security-policy', pagePolicy(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(pageWithNonce(template, nonce))
  }
  server.get('/', (_request, reply) => sendPage(reply))
  // Screens have addresses of their own; the page finds the screen.
  server.get('/*', (_request, reply) => sendPage(reply))
}
