import { basename } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { findDocument, findDocumentBytes } from '#db/queries/documents/reader.ts'
import { findTemplate } from '#db/queries/templates/reader.ts'
import { EDITION_IDS, editionOf } from '#domain/documents/form-editions.ts'
import { AppError } from '#domain/errors.ts'
import type { Permission } from '#domain/permissions/permissions.ts'
import { factoryTemplate } from '../documents/factory-templates.ts'
import { documentLines, mayOpenDocument } from '../documents/lines.ts'
import type { Hub } from '../hub.ts'
import { TEMPLATE_LIMIT } from '../templates/open-docx.ts'
import { replaceTemplate } from '../templates/replace-template.ts'
import type { Actor } from '../use-case.ts'
import { authorize } from './authorize.ts'
import { identify } from './sessions.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const documentParams = z.object({ file: z.string().regex(/^[0-9a-f-]{36}\.docx$/i) })
const documentQuery = z.object({ for: z.enum(['file', 'print']).default('file') })
const templateParams = z.object({ edition: z.enum(EDITION_IDS) })
const templateQuery = z.object({ id: z.uuid().optional() })
const uploadQuery = z.object({ name: z.string().min(1).max(255) })

/** Word files the hub hands out and takes: documents as they were made, and templates. */
export function registerDocumentFiles(server: FastifyInstance, hub: Hub): void {
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: TEMPLATE_LIMIT },
      (_request, body, done) => done(null, body),
    )
    scope.get('/files/document/:file', async (request, reply) => {
      const actor = permitted(hub, request, 'documents.read')
      const params = documentParams.safeParse(request.params)
      const query = documentQuery.safeParse(request.query)
      const id = params.data?.file.slice(0, 36).toLowerCase() ?? ''
      const row = findDocument(hub.read, id)
      const bytes = row && findDocumentBytes(hub.read, id)
      if (!query.success || !row || !bytes) throw new AppError('not_found')
      if (!mayOpenDocument(hub.read, actor, row))
        throw new AppError(row.incident_id === null ? 'forbidden' : 'not_found')
      const taken = { id, personId: row.person_id, incidentId: row.incident_id, how: query.data.for }
      await hub.writer.internal('recordDocumentTaken', actor, hub.now(), taken)
      const [line] = documentLines(hub.read, [row], actor)
      return sendDocx(reply, line?.fileName ?? `${id}.docx`, bytes)
    })
    scope.get('/files/template/:edition', async (request, reply) => {
      permitted(hub, request, 'templates.read')
      const params = templateParams.safeParse(request.params)
      const query = templateQuery.safeParse(request.query)
      if (!params.success || !query.success) throw new AppError('not_found')
      const { edition } = params.data
      const { id } = query.data
      if (id === undefined) return sendDocx(reply, `${edition}.docx`, factoryTemplate(edition).bytes)
      const own = findTemplate(hub.read, id)
      if (own?.edition !== edition) throw new AppError('not_found')
      return sendDocx(reply, own.file_name, own.bytes)
    })
    scope.post(
      '/files/template/:edition',
      {
        bodyLimit: TEMPLATE_LIMIT,
        // Before anything of the body is read: a stranger, or too large a file, costs no memory.
        onRequest: async (request) => {
          permitted(hub, request, 'templates.edit')
          if (Number(request.headers['content-length'] ?? 0) > TEMPLATE_LIMIT) {
            throw new AppError(
              'payload_too_large',
              'Biểu mẫu lớn hơn 2 MB. Thu nhỏ hình trong tệp rồi tải lên lại.',
            )
          }
        },
      },
      async (request) => {
        const actor = permitted(hub, request, 'templates.edit')
        const params = templateParams.safeParse(request.params)
        const query = uploadQuery.safeParse(request.query)
        const bytes = request.body
        if (!params.success) throw new AppError('not_found')
        if (!query.success || !(bytes instanceof Buffer) || bytes.length === 0)
          throw new AppError('invalid_input', 'Tệp rỗng hoặc thiếu tên tệp. Chọn lại tệp.')
        const fileName = basename(query.data.name.replaceAll('\\', '/')).replace(/\p{Cc}/gu, ' ')
        const edition = editionOf(params.data.edition).id
        return replaceTemplate(hub, actor, { edition, fileName, bytes })
      },
    )
  })
}

/** Who asks. @throws AppError `not_signed_in`, `forbidden` */
function permitted(hub: Hub, request: FastifyRequest, access: Permission): Actor {
  const identified = identify(hub, request, true)
  authorize({ access, kind: 'call' }, identified)
  return identified.actor
}

function sendDocx(reply: FastifyReply, name: string, bytes: Uint8Array): FastifyReply {
  return reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .type(DOCX)
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}
