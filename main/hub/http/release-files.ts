import { constants, createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { findRelease } from '#db/queries/releases/reader.ts'
import { RELEASE_PART_BYTES } from '#domain/contract/releases.ts'
import { AppError } from '#domain/errors.ts'
import type { Permission } from '#domain/permissions/permissions.ts'
import { installerName } from '#domain/releases/manifest.ts'
import { isOfferedTo } from '#domain/releases/staging.ts'
import type { Hub } from '../hub.ts'
import { incomingDir, readIncoming, releaseDir, sizeOf } from '../releases/release-folder.ts'
import { manifestOf, stagedOf } from '../releases/release-lines.ts'
import { readSignedManifest } from '../releases/signed-manifest.ts'
import type { Actor } from '../use-case.ts'
import { authorize } from './authorize.ts'
import { identify } from './sessions.ts'

const fileParams = z.object({ id: z.uuid(), name: installerName })
const partQuery = z.object({ offset: z.coerce.number().pipe(z.int().min(0)) })

/**
 * Installers: `POST /files/release-part/<upload>/<name>?offset=` takes a part and answers how much is there;
 * `GET /files/release/<release>/<name>` gives a desk what it is offered, from any byte on.
 */
export function registerReleaseFiles(server: FastifyInstance, hub: Hub): void {
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: RELEASE_PART_BYTES },
      (_request, body, done) => done(null, body),
    )
    scope.post(
      '/files/release-part/:id/:name',
      {
        bodyLimit: RELEASE_PART_BYTES,
        // Before anything of the body is read: a stranger costs no memory.
        onRequest: async (request) => void permitted(hub, request, 'releases.manage'),
      },
      async (request, reply) => {
        const params = fileParams.safeParse(request.params)
        const query = partQuery.safeParse(request.query)
        if (!params.success || !query.success || !(request.body instanceof Buffer))
          throw new AppError('invalid_input', 'Phần tệp gửi lên không đọc được. Gửi lại tệp.')
        reply.header('cache-control', 'no-store')
        return { received: await storePart(hub, params.data, query.data.offset, request.body) }
      },
    )
    scope.get('/files/release/:id/:name', async (request, reply) => {
      const actor = permitted(hub, request, 'feed.read')
      const params = fileParams.safeParse(request.params)
      const row = params.success ? findRelease(hub.read, params.data.id) : undefined
      if (!params.success || !row || !isOfferedTo(stagedOf(row), actor.desk, hub.now()))
        throw new AppError('not_found')
      const file = manifestOf(row).files.find(({ name }) => name === params.data.name)
      const path = join(releaseDir(hub.folder, row.id), params.data.name)
      if (!file || sizeOf(path) !== file.size) throw new AppError('not_found')
      return sendFrom(reply, path, file, request.headers.range)
    })
  })
}

/** Adds a part where the file ends so far. @throws AppError `not_found`, `invalid_input`, `conflict`, `disk_full` */
async function storePart(
  hub: Hub,
  part: z.infer<typeof fileParams>,
  offset: number,
  bytes: Buffer,
): Promise<number> {
  const { bytes: manifest, signature } = readIncoming(hub.folder, part.id)
  const read = readSignedManifest(manifest, signature, hub.releaseKeys)
  const file =
    'signed' in read ? read.signed.manifest.files.find(({ name }) => name === part.name) : undefined
  if (!file) throw new AppError('not_found')
  const path = join(incomingDir(hub.folder, part.id), part.name)
  if (offset !== sizeOf(path))
    throw new AppError('conflict', 'Phần tệp này không nối tiếp phần đã nhận. Gửi tiếp từ chỗ đã nhận.', {
      current: { received: sizeOf(path) },
    })
  if (offset + bytes.length > file.size)
    throw new AppError('invalid_input', `Tệp ${part.name} lớn hơn tệp đã ký. Xin lại bản phát hành.`)
  try {
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND
    await using handle = await open(path, flags, 0o600)
    await handle.appendFile(bytes)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') throw new AppError('disk_full')
    throw error
  }
  return offset + bytes.length
}

/** The whole file, or the rest of it from the byte asked for (`Range: bytes=N-`). */
function sendFrom(
  reply: FastifyReply,
  path: string,
  file: { size: number; sha512: string },
  range: string | undefined,
): FastifyReply {
  const start = Number(/^bytes=(\d{1,12})-$/.exec(range ?? '')?.[1] ?? 0)
  if (start >= file.size) return reply.code(416).header('content-range', `bytes */${file.size}`).send()
  if (start > 0) reply.code(206).header('content-range', `bytes ${start}-${file.size - 1}/${file.size}`)
  return reply
    .header('accept-ranges', 'bytes')
    .header('cache-control', 'no-store')
    .header('content-disposition', 'attachment')
    .header('content-length', file.size - start)
    .header('etag', `"${file.sha512.slice(0, 32)}"`)
    .type('application/octet-stream')
    .send(createReadStream(path, { start }))
}

/** Who asks. Parts and desks ask by themselves: that keeps nobody signed in. @throws AppError `not_signed_in`, `forbidden` */
function permitted(hub: Hub, request: FastifyRequest, access: Permission): Actor {
  const identified = identify(hub, request, access === 'releases.manage')
  authorize({ access, kind: 'call' }, identified)
  return identified.actor
}
