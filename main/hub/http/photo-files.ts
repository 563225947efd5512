import { createHash, randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { ReadDb } from '#db/connection/handles.ts'
import { findCampaignPhotoBytes } from '#db/queries/campaigns/reader.ts'
import { findVisitorPhotoBytes } from '#db/queries/visits/visitor-photos.ts'
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

/** What photos are kept of beside people: by the last part of their address, with who may see and send them. */
const PHOTO_PLACES: readonly {
  name: string
  read: Permission
  edit: Permission
  find: (db: ReadDb, id: string) => { bytes: Uint8Array; media_type: string } | undefined
}[] = [
  { name: 'activity', read: 'care.read', edit: 'care.edit', find: findCampaignPhotoBytes },
  { name: 'visitor', read: 'contacts.read', edit: 'contacts.edit', find: findVisitorPhotoBytes },
]

/**
 * Photos of a campaign's activities and of visitors: `POST /files/activity` with the bytes as body answers `{fileId}`,
 * `GET /files/activity/<photo id>` shows one; so for `/files/visitor`.
 */
export function registerPhotoFiles(server: FastifyInstance, hub: Hub): void {
  for (const place of PHOTO_PLACES) server.register(async (scope) => registerPlace(scope, hub, place))
}

function registerPlace(
  scope: FastifyInstance,
  hub: Hub,
  { name, read, edit, find }: (typeof PHOTO_PLACES)[number],
): void {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser(
    ['image/jpeg', 'image/webp', 'application/octet-stream'],
    { parseAs: 'buffer', bodyLimit: LIMIT },
    (_request, body, done) => done(null, body),
  )
  // Before anything of the body is read: a stranger, or too large a file, costs no memory.
  scope.addHook('onRequest', async (request) => {
    actorWith(hub, request, request.method === 'GET' ? read : edit)
    if (Number(request.headers['content-length'] ?? 0) > LIMIT)
      throw new AppError('payload_too_large', TOO_LARGE)
    if (request.method === 'POST') refuseFileWhenFull(hub.diskSpace())
  })
  scope.post(`/files/${name}`, { bodyLimit: LIMIT }, async (request, reply) => {
    const bytes = request.body
    const mediaType = bytes instanceof Buffer ? deskMediaType('photo', bytes) : undefined
    if (!(bytes instanceof Buffer) || mediaType === undefined) throw new AppError('invalid_input', WRONG_KIND)
    reply.header('cache-control', 'no-store')
    return hub.writer.internal('storeDeskFile', actorWith(hub, request, edit), hub.now(), {
      id: randomUUID(),
      kind: 'photo',
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      mediaType,
    })
  })
  scope.get(`/files/${name}/:id`, async (request, reply) => {
    const params = idParams.safeParse(request.params)
    const file = params.success ? find(hub.read, params.data.id) : undefined
    if (!file) throw new AppError('not_found')
    return reply
      .header('cache-control', 'no-store')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .type(file.media_type)
      .send(Buffer.from(file.bytes))
  })
}

/** Who asks. @throws AppError `not_signed_in`, `forbidden` */
function actorWith(hub: Hub, request: FastifyRequest, access: Permission): Actor {
  const identified = identify(hub, request, true)
  authorize({ access, kind: 'call' }, identified)
  return identified.actor
}
