import { createHash, randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError } from '#domain/errors.ts'
import { deskMediaType, MOST_BYTES, type DeskFileKind } from '#domain/files/desk-files.ts'
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

const idParams = z.object({ id: z.uuid() })

/** An address files of the desk are sent to, with the bytes as body; the answer is `{fileId}`. */
export interface FilePlace {
  path: string
  kind: DeskFileKind
  /** Who may send one. @throws AppError when the asker may not */
  sender: (request: FastifyRequest) => Actor
}

/** Takes files in a scope of its own: its parsers are for bytes only. */
export function takeFiles(scope: FastifyInstance, hub: Hub, { path, kind, sender }: FilePlace): void {
  const limit = MOST_BYTES[kind]
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser(
    ['image/jpeg', 'image/webp', 'application/pdf', 'application/octet-stream'],
    { parseAs: 'buffer', bodyLimit: limit },
    (_request, body, done) => done(null, body),
  )
  // Before anything of the body is read: a stranger, or too large a file, costs no memory.
  const onRequest = async (request: FastifyRequest) => {
    sender(request)
    if (Number(request.headers['content-length'] ?? 0) > limit)
      throw new AppError('payload_too_large', TOO_LARGE[kind])
    refuseFileWhenFull(hub.diskSpace())
  }
  scope.post(path, { bodyLimit: limit, onRequest }, async (request, reply) => {
    const bytes = request.body
    const mediaType = bytes instanceof Buffer ? deskMediaType(kind, bytes) : undefined
    if (!(bytes instanceof Buffer) || mediaType === undefined)
      throw new AppError('invalid_input', WRONG_KIND[kind])
    reply.header('cache-control', 'no-store')
    return hub.writer.internal('storeDeskFile', sender(request), hub.now(), {
      id: randomUUID(),
      kind,
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      mediaType,
    })
  })
}

/**
 * Sends a kept file to the page. A scan may be a PDF: it is taken down, never shown inside the program's page.
 * @throws AppError `not_found` without one
 */
export function showFile(
  reply: FastifyReply,
  file: { bytes: Uint8Array; media_type: string } | undefined,
): FastifyReply {
  if (!file) throw new AppError('not_found')
  if (file.media_type === 'application/pdf') {
    reply.header('content-disposition', 'attachment; filename="ban-quet.pdf"')
  }
  return reply
    .header('cache-control', 'no-store')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .type(file.media_type)
    .send(Buffer.from(file.bytes))
}

/** The id at the end of an address. @throws AppError `not_found` */
export function idOf(request: FastifyRequest): string {
  const params = idParams.safeParse(request.params)
  if (!params.success) throw new AppError('not_found')
  return params.data.id
}

/** Who asks. @throws AppError `not_signed_in`, `forbidden` */
export function actorWith(hub: Hub, request: FastifyRequest, access: Permission): Actor {
  const identified = identify(hub, request, true)
  authorize({ access, kind: 'call' }, identified)
  return identified.actor
}
