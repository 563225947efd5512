import { createHash, randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { findBatch, listImportRows } from '#db/queries/imports/batches.ts'
import { AppError } from '#domain/errors.ts'
import { refuseFileWhenFull } from '../health/disk-space.ts'
import type { Hub } from '../hub.ts'
import type { RefusedRow } from '../import/assess-workbook.ts'
import { badRowsWorkbook } from '../import/bad-rows.ts'
import { headersOf } from '../import/commit-import.ts'
import { getAssessment } from '../import/kept-assessments.ts'
import { readKeptRow } from '../import/kept-row.ts'
import type { Actor } from '../use-case.ts'
import { authorize } from './authorize.ts'
import { identify } from './sessions.ts'

const UPLOAD_LIMIT = 25 * 1024 * 1024
const TOO_LARGE = 'Tệp lớn hơn 25 MB. Xóa hình ảnh, chia nhỏ danh sách rồi thử lại.'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** More rows than a person will ever mend by hand. */
const MOST_BAD_ROWS = 100_000

const uploadQuery = z.object({ name: z.string().min(1).max(255) })
const badRowsQuery = z.union([z.object({ batch: z.uuid() }), z.object({ upload: z.uuid() })])

/** Files sent to the hub and made by it: lists to import, and their refused rows. */
export function registerUpload(server: FastifyInstance, hub: Hub): void {
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: UPLOAD_LIMIT },
      (_request, body, done) => done(null, body),
    )
    // Before anything of the body is read: a stranger, or too large a file, costs no memory.
    scope.addHook('onRequest', async (request) => {
      importer(hub, request)
      if (Number(request.headers['content-length'] ?? 0) > UPLOAD_LIMIT)
        throw new AppError('payload_too_large', TOO_LARGE)
      if (request.method === 'POST') refuseFileWhenFull(hub.diskSpace())
    })
    scope.post('/files/upload', { bodyLimit: UPLOAD_LIMIT }, async (request) => {
      const query = uploadQuery.safeParse(request.query)
      const bytes = request.body
      if (!query.success || !(bytes instanceof Buffer) || bytes.length === 0)
        throw new AppError('invalid_input', 'Tệp rỗng hoặc thiếu tên tệp. Chọn lại tệp.')
      return hub.writer.internal('storeUpload', importer(hub, request), hub.now(), {
        id: randomUUID(),
        name: basename(query.data.name.replaceAll('\\', '/')).replace(/\p{Cc}/gu, ' '),
        bytes,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      })
    })
    scope.get('/files/import-bad-rows', async (request, reply) => {
      const query = badRowsQuery.safeParse(request.query)
      if (!query.success) throw new AppError('not_found')
      const { fileName, headers, rows } = badRowsOf(hub, query.data)
      await hub.writer.internal('recordBadRowsTaken', importer(hub, request), hub.now(), {
        of: query.data,
        rows: rows.length,
      })
      const name = `Dòng lỗi - ${fileName.replace(/\.xlsx$/i, '')}.xlsx`
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .type(XLSX)
        .send(await badRowsWorkbook(headers, rows))
    })
  })
}

/** Who asks. @throws AppError `not_signed_in`, `forbidden` */
function importer(hub: Hub, request: FastifyRequest): Actor {
  const identified = identify(hub, request, true)
  authorize({ access: 'import.run', kind: 'call' }, identified)
  return identified.actor
}

function badRowsOf(
  hub: Hub,
  of: z.infer<typeof badRowsQuery>,
): { fileName: string; headers: string[]; rows: RefusedRow[] } {
  if ('upload' in of) {
    const { fileName, assessment } = getAssessment(hub, of.upload)
    return { fileName, headers: headersOf(assessment), rows: assessment.refused }
  }
  const batch = findBatch(hub.read, of.batch)
  if (!batch) throw new AppError('not_found')
  const page = { batchId: batch.id, verdict: 'rejected', offset: 0, limit: MOST_BAD_ROWS } as const
  const rows = listImportRows(hub.read, page).rows.map((row) => ({ row: row.row, ...readKeptRow(row) }))
  return { fileName: batch.file_name, headers: JSON.parse(batch.headers) as string[], rows }
}
