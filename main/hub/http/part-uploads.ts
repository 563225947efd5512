import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError } from '#domain/errors.ts'
import { UPLOAD_HEADER, UPLOAD_PART_BYTES } from '#domain/files/part-upload.ts'
import { PartUploads } from '../files/part-uploads.ts'
import type { Hub } from '../hub.ts'
import { authorize } from './authorize.ts'
import { identify } from './sessions.ts'

const sizeQuery = z.object({ size: z.coerce.number().pipe(z.int().min(1)) })
const partQuery = z.object({ from: z.coerce.number().pipe(z.int().min(0)) })
const idParams = z.object({ id: z.uuid() })

/**
 * Files in parts: `POST /uploads?size=` begins, `PUT /uploads/<id>?from=` adds a part, `GET` tells how much has come,
 * `DELETE` gives it up. A `POST /files/…` that names the upload in a header then has the whole as its body.
 */
export function registerPartUploads(server: FastifyInstance, hub: Hub): void {
  const uploads = new PartUploads()
  server.addHook('preHandler', async (request) => {
    const id = request.headers[UPLOAD_HEADER]
    if (typeof id !== 'string' || !request.url.startsWith('/files/')) return
    const bytes = uploads.take(sender(hub, request), id)
    if (bytes.length > request.routeOptions.bodyLimit) throw new AppError('payload_too_large')
    request.body = bytes
  })
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: UPLOAD_PART_BYTES },
      (_request, body, done) => done(null, body),
    )
    // Before anything of the body is read: a stranger costs no memory.
    scope.addHook('onRequest', async (request, reply) => {
      sender(hub, request)
      reply.header('cache-control', 'no-store')
    })
    scope.post('/uploads', async (request) => {
      const query = sizeQuery.safeParse(request.query)
      if (!query.success) throw new AppError('invalid_input')
      return { uploadId: uploads.begin(sender(hub, request), query.data.size) }
    })
    scope.put('/uploads/:id', { bodyLimit: UPLOAD_PART_BYTES }, async (request) => {
      const query = partQuery.safeParse(request.query)
      if (!query.success || !(request.body instanceof Buffer)) throw new AppError('invalid_input')
      return { received: uploads.add(sender(hub, request), uploadId(request), query.data.from, request.body) }
    })
    scope.get('/uploads/:id', async (request) => ({
      received: uploads.received(sender(hub, request), uploadId(request)),
    }))
    scope.delete('/uploads/:id', async (request) => {
      uploads.drop(sender(hub, request), uploadId(request))
      return { dropped: true }
    })
  })
}

function uploadId(request: FastifyRequest): string {
  const params = idParams.safeParse(request.params)
  if (!params.success) throw new AppError('not_found')
  return params.data.id
}

/** Whoever is signed in; what the file is for asks for its own permission. @throws AppError `not_signed_in` */
function sender(hub: Hub, request: FastifyRequest): string {
  const identified = identify(hub, request, true)
  authorize({ access: 'feed.read', kind: 'call' }, identified)
  return identified.actor.userId ?? ''
}
