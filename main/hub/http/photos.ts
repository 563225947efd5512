import { createHash, randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { findPhotoBytes } from '#db/queries/files/photos.ts'
import { AppError } from '#domain/errors.ts'
import { MOST_PHOTO_BYTES, photoKind } from '#domain/information-sheet/photo-kind.ts'
import type { Permission } from '#domain/permissions/permissions.ts'
import type { Hub } from '../hub.ts'
import type { Actor } from '../use-case.ts'
import { authorize } from './authorize.ts'
import { identify } from './sessions.ts'

const TOO_LARGE = 'Ảnh lớn hơn 1 MB. Chụp lại hoặc chọn ảnh nhỏ hơn.'
const NO_PHOTO = 'Tệp này không phải ảnh JPEG hoặc WebP. Chụp lại hoặc chọn tệp khác.'

const photoParams = z.object({ id: z.uuid() })

/** Photos sent by the desk (`POST /files/photo`, the bytes as body) and shown to it (`GET /files/photo/<id>`). */
export function registerPhotos(server: FastifyInstance, hub: Hub): void {
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      ['image/jpeg', 'image/webp', 'application/octet-stream'],
      { parseAs: 'buffer', bodyLimit: MOST_PHOTO_BYTES },
      (_request, body, done) => done(null, body),
    )
    // Before anything of the body is read: a stranger, or too large a file, costs no memory.
    scope.addHook('onRequest', async (request) => {
      actorWith(hub, request, request.method === 'GET' ? 'people.read' : 'dossier.edit')
      if (Number(request.headers['content-length'] ?? 0) > MOST_PHOTO_BYTES)
        throw new AppError('payload_too_large', TOO_LARGE)
    })
    scope.post('/files/photo', { bodyLimit: MOST_PHOTO_BYTES }, async (request, reply) => {
      const bytes = request.body
      const mediaType = bytes instanceof Buffer ? photoKind(bytes) : undefined
      if (!(bytes instanceof Buffer) || mediaType === undefined) throw new AppError('invalid_input', NO_PHOTO)
      reply.header('cache-control', 'no-store')
      return hub.writer.internal('storePhoto', actorWith(hub, request, 'dossier.edit'), hub.now(), {
        id: randomUUID(),
        bytes,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        mediaType,
      })
    })
    scope.get('/files/photo/:id', async (request, reply) => {
      const params = photoParams.safeParse(request.params)
      const photo = params.success ? findPhotoBytes(hub.read, params.data.id) : undefined
      if (!photo) throw new AppError('not_found')
      return reply
        .header('cache-control', 'no-store')
        .header('content-security-policy', "default-src 'none'")
        .type(photo.media_type)
        .send(Buffer.from(photo.bytes))
    })
  })
}

/** Who asks. @throws AppError `not_signed_in`, `forbidden` */
function actorWith(hub: Hub, request: FastifyRequest, access: Permission): Actor {
  const identified = identify(hub, request, true)
  authorize({ access, kind: 'call' }, { ...identified, now: hub.now() })
  return identified.actor
}
