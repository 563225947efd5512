import { isIP } from 'node:net'
import { hostname } from 'node:os'
import type { FastifyRequest } from 'fastify'

const LOOPBACK_HOSTS = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/

/**
 * True for a request that may have been forged by another page or another name for this address: a Host that is
 * not this listener (DNS rebinding), or an Origin or fetch site that is not our own page.
 */
export function isForeignToLoopback(request: FastifyRequest): boolean {
  const host = request.headers.host ?? ''
  return !LOOPBACK_HOSTS.test(host) || isFromElsewhere(request, `http://${host}`)
}

/** The same on the LAN, where desks come by address or by the name of this PC, with or without a domain. */
export function isForeignToLan(request: FastifyRequest): boolean {
  const host = request.headers.host ?? ''
  return !isLanHost(host) || isFromElsewhere(request, `https://${host}`)
}

function isLanHost(host: string): boolean {
  const name = host.replace(/:\d+$/, '').toLowerCase()
  if (isIP(name.replace(/^\[(.*)\]$/, '$1')) !== 0) return true
  const own = hostname().toLowerCase().split('.')[0] ?? ''
  return name === own || name.startsWith(`${own}.`)
}

function isFromElsewhere(request: FastifyRequest, ownOrigin: string): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  const { origin } = request.headers
  return origin !== undefined && origin !== ownOrigin
}
