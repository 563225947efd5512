import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http'
import type { FastifyRequest } from 'fastify'
import type { Hub } from '../hub.ts'
import type { CallerDevice } from '../use-case.ts'
import { isForeignToLoopback } from './guards.ts'

/** One door of the hub: how it is opened, and what it knows about who comes through. */
export interface Listener {
  /** Connections one address may hold at a time. */
  connectionsPerPeer: number
  /** Whether the renderer's files are served to who asks: desks bring their own. */
  servesPagesTo: (request: FastifyRequest) => boolean
  createServer: (options: ServerOptions, handler: RequestListener) => Server
  /** A request that another page, or another name for this address, may have made a browser send. */
  isForeign: (request: FastifyRequest) => boolean
  /**
   * The paired device that asks; null where none is needed.
   * @throws AppError `device_refused` for one that was shut out
   */
  deviceOf: (hub: Hub, request: FastifyRequest) => CallerDevice | null
}

/** Plain HTTP on 127.0.0.1, for the hub's own PC. */
export const LOOPBACK: Listener = {
  connectionsPerPeer: 128,
  servesPagesTo: () => true,
  createServer,
  isForeign: isForeignToLoopback,
  deviceOf: () => null,
}
