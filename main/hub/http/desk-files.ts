import { createHash, randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { findPhotoBytes, findScanBytes } from '#db/queries/files/desk-files.ts'
import { AppError } from '#domain/errors.ts'
import { DESK_FILE_KINDS, deskMediaType, MOST_BYTES, type DeskFileKind } from '#domain/files/desk-files.ts'
import type { Permission } from '#domain/permissions/permissions.ts'
import { refuseFileWhenFull } from '../health/disk-space.ts'
import type { Hub } from '../hub.ts'
import type { Actor } from '../use-case.ts'
import { authorize } from './authorize.ts'
import { identify } from './sessions.ts'

const TOO_LARGE: Record<DeskFileKind, string> = {
  photo: 'Ảnh lớn hơn 1 MB. Chụp lại hoặc chọn ảnh nhỏ hơn.',
  scan: 'Bản quét lớn hơn 8 MB. Quét ở độ phân giải thấp hơn.',
}
const WRONG_KIND: Record<DeskFileKind, string> = {
  photo: 'Tệp này không phải ảnh JPEG hoặc WebP. Chụp lại hoặc chọn tệp khác.',
  scan: 'Tệp này không phải PDF, JPEG hoặc WebP. Quét lại hoặc chọn tệp khác.',
}
const READ_ACCESS: Record<DeskFileKind, Permission> = { photo: 'people.read', scan: 'dossier.read' }

const idParams = z.object({ id: z.uuid() })

/**
 * Files of the desk: `POST /files/photo` and `/files/scan` with the bytes as body answer `{fileId}`;
 * `GET /files/photo/<photo id>` and `/files/scan/<dossier item id>` show them.
 */
export function registerDeskFiles(server: FastifyInstance, hub: Hub): void {
  for (const kind of DESK_FILE_KINDS) server.register(async (scope) => registerKind(scope, hub, kind))
}

function registerKind(scope: FastifyInstance, hub: Hub, kind: DeskFileKind): void {
  const limit = MOST_BYTES[kind]
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser(
    ['image/jpeg', 'image/webp', 'application/pdf', 'application/octet-stream'],
    { parseAs: 'buffer', bodyLimit: limit },
    (_request, body, done) => done(null, body),
  )
  // Before anything of the body is read: a stranger, or too large a file, costs no memory.
  scope.addHook('onRequest', async (request) => {
    actorWith(hub, request, request.method === 'GET' ? READ_ACCESS[kind] : 'dossier.edit')
    if (Number(request.headers['content-length'] ?? 0) > limit)
      throw new AppError('payload_too_large', TOO_LARGE[kind])
    if (request.method === 'POST') refuseFileWhenFull(hub.diskSpace())
  })
  scope.post(`/files/${kind}`, { bodyLimit: limit }, async (request, reply) => {
    const bytes = request.body
    const mediaType = bytes instanceof Buffer ? deskMediaType(kind, bytes) : undefined
    if (!(bytes instanceof Buffer) || mediaType === undefined)
      throw new AppError('invalid_input', WRONG_KIND[kind])
    reply.header('cache-control', 'no-store')
    return hub.writer.internal('storeDeskFile', actorWith(hub, request, 'dossier.edit'), hub.now(), {
      id: randomUUID(),
      kind,
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      mediaType,
    })
  })
  scope.get(`/files/${kind}/:id`, async (request, reply) => {
    const params = idParams.safeParse(request.params)
    const find = kind === 'photo' ? findPhotoBytes : findScanBytes
    const file = params.success ? find(hub.read, params.data.id) : undefined
    if (!file) throw new AppError('not_found')
    return show(reply, file)
  })
}

/** A scan may be a PDF: it is taken down, never shown inside the program's page. */
function show(reply: FastifyReply, file: { bytes: Uint8Array; media_type: string }): FastifyReply {
  if (file.media_type === 'application/pdf') {
    reply.header('content-disposition', 'attachment; filename="ban-quet.pdf"')
  }
  return reply
    .header('cache-control', 'no-store')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .type(file.media_type)
    .send(Buffer.from(file.bytes))
}

/** Who asks. @throws AppError `not_signed_in`, `forbidden` */
function actorWith(hub: Hub, request: FastifyRequest, access: Permission): Actor {
  const identified = identify(hub, request, true)
  authorize({ access, kind: 'call' }, identified)
  return identified.actor
}
