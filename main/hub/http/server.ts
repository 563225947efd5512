import { randomBytes, randomUUID } from 'node:crypto'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { OpenAPIHandler } from '@orpc/openapi/fastify'
import { ORPCError } from '@orpc/server'
import { z } from 'zod'
import { RPCHandler } from '@orpc/server/fastify'
import { AppError, ERROR_STATUS } from '#domain/errors.ts'
import type { Hub } from '../hub.ts'
import type { CallerDevice } from '../use-case.ts'
import { registerDeskFiles } from './desk-files.ts'
import { registerDocumentFiles } from './document-files.ts'
import { registerIncidentFiles } from './incident-files.ts'
import { toHttpError } from './errors.ts'
import { inputSentence } from './input-sentences.ts'
import { limitPeers } from './limit-peers.ts'
import type { Listener } from './listener.ts'
import { openApiDocument } from './openapi.ts'
import { SAFE_HEADERS } from './page-policy.ts'
import { buildRouter, type RequestContext } from './router.ts'
import { registerPartUploads } from './part-uploads.ts'
import { registerReleaseFiles } from './release-files.ts'
import { identify, sessionCookie } from './sessions.ts'
import { registerStatic } from './static-files.ts'
import { registerUpload } from './uploads.ts'

// What a schema says by itself, where it has no sentence of its own, is Vietnamese too.
z.config({ localeError: inputSentence })

const BODY_LIMIT = 262_144
const MALFORMED = 'Yêu cầu không đọc được. Tải lại trang và làm lại.'
const CONNECTIONS = 500
/** Without `headersTimeout` below it, `requestTimeout` does nothing. */
const TIMEOUTS = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 72_000,
  connectionsCheckingInterval: 1_000,
}
/** A connection on which nothing moves for so long is closed. */
const SILENCE_MS = 15_000

declare module 'fastify' {
  interface FastifyRequest {
    /** The paired device that asks; null at the hub's own PC. */
    device: CallerDevice | null
  }
}

/** Requests the screen makes by itself; they must not keep an abandoned desk signed in. */
const BACKGROUND = new Set(['/rpc/feed/changes', '/rpc/jobs/get'])

/**
 * The hub's HTTP face: the typed API under /rpc, the same under /api for integrators with its OpenAPI document,
 * uploads, and the renderer's files. Limits close slow and greedy connections before they hurt anybody else.
 */
export async function buildServer(
  hub: Hub,
  listener: Listener,
  rendererDir: string | null,
): Promise<FastifyInstance> {
  const server = Fastify({
    bodyLimit: BODY_LIMIT,
    trustProxy: false,
    exposeHeadRoutes: false,
    genReqId: () => randomUUID().slice(0, 8),
    serverFactory: (handler) => {
      const raw = listener.createServer(TIMEOUTS, handler)
      raw.setTimeout(SILENCE_MS)
      raw.maxConnections = CONNECTIONS
      limitPeers(raw, listener.connectionsPerPeer)
      return raw
    },
  })
  server.decorateRequest('device', null)

  server.addHook('onRequest', async (request, reply) => {
    reply.headers(SAFE_HEADERS)
    if (listener.isForeign(request)) return refuse(reply, new AppError('forbidden'), request.id)
    try {
      request.device = listener.deviceOf(hub, request)
    } catch (error) {
      // The body is not waited for: the connection ends with the answer.
      return refuse(reply.header('connection', 'close'), error, request.id, hub)
    }
    return undefined
  })
  server.setErrorHandler((error, request, reply) => refuse(reply, fromFastify(error), request.id, hub))
  server.setNotFoundHandler((request, reply) => refuse(reply, new AppError('not_found'), request.id))

  const router = buildRouter()
  const options = {
    // Around the decoding of the body: what is thrown here and is no answer yet was not JSON.
    interceptors: [
      async ({ next }: { next: () => Promise<unknown> }) => {
        try {
          return (await next()) as never
        } catch (error) {
          if (error instanceof ORPCError) throw error
          throw toHttpError(new AppError('invalid_input', MALFORMED), '', hub.log)
        }
      },
    ],
    // Around the procedure, its checks of input and output included.
    clientInterceptors: [
      async ({ next, context }: { next: () => Promise<unknown>; context: RequestContext }) => {
        try {
          return await next()
        } catch (error) {
          throw toHttpError(error, context.requestId, hub.log)
        }
      },
    ],
    eventIteratorKeepAliveInterval: 4_000,
  }
  const rpc = new RPCHandler<RequestContext>(router, options)
  const api = new OpenAPIHandler<RequestContext>(router, options)

  // oRPC reads the body itself; Fastify must leave it on the wire.
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { bodyLimit: BODY_LIMIT }, (_request, _payload, done) =>
      done(null, undefined),
    )
    scope.post('/rpc/*', async (request, reply) => {
      checkLength(request)
      reply.header('cache-control', 'no-store')
      const { matched } = await rpc.handle(request, reply, {
        prefix: '/rpc',
        context: contextOf(hub, request, reply),
      })
      if (!matched) return refuse(reply, new AppError('not_found'), request.id)
      return reply
    })
    scope.post('/api/*', async (request, reply) => {
      checkLength(request)
      reply.header('cache-control', 'no-store')
      const { matched } = await api.handle(request, reply, {
        prefix: '/api',
        context: contextOf(hub, request, reply),
      })
      if (!matched) return refuse(reply, new AppError('not_found'), request.id)
      return reply
    })
  })
  server.get('/openapi.json', async () => openApiDocument())
  registerPartUploads(server, hub)
  registerUpload(server, hub)
  registerDocumentFiles(server, hub)
  registerDeskFiles(server, hub)
  registerIncidentFiles(server, hub)
  registerReleaseFiles(server, hub)
  await server.register(async (scope) => {
    scope.addHook('onRequest', async (request) => {
      if (!listener.servesPagesTo(request)) throw new AppError('not_found')
    })
    await registerStatic(scope, rendererDir, () => randomBytes(16).toString('base64'))
  })
  return server
}

function contextOf(hub: Hub, request: FastifyRequest, reply: FastifyReply): RequestContext {
  const path = request.url.split('?')[0] ?? ''
  const identified = identify(
    hub,
    request,
    !BACKGROUND.has(path) && request.headers['x-background'] === undefined,
  )
  const key = request.headers['idempotency-key']
  return {
    hub,
    ...identified,
    now: hub.now(),
    requestId: request.id,
    peer: request.device ? `device:${request.device.id}` : request.ip,
    device: request.device,
    idempotencyKey: typeof key === 'string' && key.length >= 8 && key.length <= 100 ? key : null,
    setSession: (token) => reply.header('set-cookie', sessionCookie(hub.folder.installationId, token)),
  }
}

/** The body is read outside Fastify's parsers, so its size is refused here, before anything is read. */
function checkLength(request: FastifyRequest): void {
  const length = Number(request.headers['content-length'] ?? Number.NaN)
  if (!(length <= BODY_LIMIT)) throw new AppError('payload_too_large')
}

function fromFastify(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new AppError('payload_too_large')
  if (typeof code === 'string' && code.startsWith('FST_ERR_CTP')) return new AppError('invalid_input')
  return error
}

function refuse(reply: FastifyReply, error: unknown, requestId: string, hub?: Hub): FastifyReply {
  const known = error instanceof AppError ? error : new AppError('internal')
  if (known !== error)
    hub?.log.error('request failed', { requestId, detail: error instanceof Error ? String(error.stack) : '' })
  return reply.code(ERROR_STATUS[known.code]).send({
    json: {
      defined: true,
      code: known.code,
      status: ERROR_STATUS[known.code],
      message: known.message,
      data: { ...known.details, requestId },
    },
  })
}
