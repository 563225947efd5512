import { createHash, randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { findCampaignPhotoBytes } from '#db/queries/campaigns/reader.ts'
import { AppError } from '#domain/errors.ts'
import { deskMediaType, MOST_BYTES } from '#domain/files/desk-files.ts'
import type { Permission } from '#domain/permissions/permissions.ts'
import { refuseFileWhenFull } from '../health/disk-space.ts'
import type { Hub } from '../hub.ts'
import type { Actor } from '../use-case.ts'
import { authorize } from './authorize.ts'
import { identify } from './sessions.ts'

const LIMIT = MOST_BYTES.photo
const TOO_LARGE = 'Ảnh lớn hơn 1 MB. Chọn ảnh nhỏ hơn.'
const WRONG_KIND = 'Tệp này không phải ảnh JPEG hoặc WebP. Chọn tệp khác.'

const idParams = z.object({ id: z.uuid() })

/**
 * Photos of a campaign's activities: `POST /files/activity` with the bytes as body answers `{fileId}`,
 * `GET /files/activity/<photo id>` shows one.
 */
export function registerActivityPhotos(server: FastifyInstance, hub: Hub): void {
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      ['image/jpeg', 'image/webp', 'application/octet-stream'],
      { parseAs: 'buffer', bodyLimit: LIMIT },
      (_request, body, done) => done(null, body),
    )
    // Before anything of the body is read: a stranger, or too large a file, costs no memory.
    scope.addHook('onRequest', async (request) => {
      actorWith(hub, request, request.method === 'GET' ? 'care.read' : 'care.edit')
      if (Number(request.headers['content-length'] ?? 0) > LIMIT)
        throw new AppError('payload_too_large', TOO_LARGE)
      if (request.method === 'POST') refuseFileWhenFull(hub.diskSpace())
    })
    scope.post('/files/activity', { bodyLimit: LIMIT }, async (request, reply) => {
      const bytes = request.body
      const mediaType = bytes instanceof Buffer ? deskMediaType('photo', bytes) : undefined
      if (!(bytes instanceof Buffer) || mediaType === undefined)
        throw new AppError('invalid_input', WRONG_KIND)
      reply.header('cache-control', 'no-store')
      return hub.writer.internal('storeDeskFile', actorWith(hub, request, 'care.edit'), hub.now(), {
        id: randomUUID(),
        kind: 'photo',
        bytes,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        mediaType,
      })
    })
    scope.get('/files/activity/:id', async (request, reply) => {
      const params = idParams.safeParse(request.params)
      const file = params.success ? findCampaignPhotoBytes(hub.read, params.data.id) : undefined
      if (!file) throw new AppError('not_found')
      return reply
        .header('cache-control', 'no-store')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .type(file.media_type)
        .send(Buffer.from(file.bytes))
    })
  })
}

/** Who asks. @throws AppError `not_signed_in`, `forbidden` */
function actorWith(hub: Hub, request: FastifyRequest, access: Permission): Actor {
  const identified = identify(hub, request, true)
  authorize({ access, kind: 'call' }, identified)
  return identified.actor
}
