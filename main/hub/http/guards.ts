import type { FastifyRequest } from 'fastify'

const LOOPBACK_HOSTS = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/

/**
 * True for a request that may have been forged by another page or another name for this address: a Host that is
 * not this listener (DNS rebinding), or an Origin or fetch site that is not our own page.
 */
export function isForeign(request: FastifyRequest): boolean {
  const host = request.headers.host ?? ''
  if (!LOOPBACK_HOSTS.test(host)) return true
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  const origin = request.headers.origin
  return origin !== undefined && origin !== `http://${host}`
}
