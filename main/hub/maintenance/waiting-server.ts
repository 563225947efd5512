import { randomBytes } from 'node:crypto'
import Fastify from 'fastify'
import { z } from 'zod'
import type { WaitingState } from '#domain/contract/waiting.ts'
import { AppError, ERROR_STATUS } from '#domain/errors.ts'
import { isForeignToLoopback } from '../http/guards.ts'
import { registerStatic } from '../http/static-files.ts'

export interface WaitingServer {
  url: string
  port: number
  close: () => Promise<void>
}

const sheetBody = z.object({ json: z.object({ text: z.string().min(1).max(400) }) })
/** Tries of a sheet within a minute: nobody mistypes faster, and a sheet is not to be guessed. */
const TRIES_PER_MINUTE = 10

/**
 * Answers on loopback while the data are not open: the same pages, the state, and the recovery sheet where it is
 * asked for. Everything else is told to wait.
 */
export async function startWaiting(
  port: number,
  rendererDir: string | null,
  state: () => WaitingState,
  openWithSheet?: (text: string) => Promise<void>,
): Promise<WaitingServer> {
  const server = Fastify({ bodyLimit: 4096, requestTimeout: 10_000, trustProxy: false })
  const tries: number[] = []
  server.addHook('onRequest', async (request) => {
    if (isForeignToLoopback(request)) throw new AppError('forbidden')
  })
  server.setErrorHandler((error, _request, reply) => {
    const known = error instanceof AppError ? error : new AppError('internal')
    const status = ERROR_STATUS[known.code]
    const body = { defined: true, code: known.code, status, message: known.message, data: known.details }
    return reply.code(status).header('cache-control', 'no-store').send({ json: body })
  })
  server.post('/rpc/waiting/state', (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ json: state() }),
  )
  server.post('/rpc/waiting/openWithSheet', async (request, reply) => {
    const body = sheetBody.safeParse(request.body)
    if (!body.success) throw new AppError('invalid_input')
    if (!openWithSheet) throw new AppError('busy')
    const now = performance.now()
    while (tries[0] !== undefined && now - tries[0] > 60_000) tries.shift()
    if (tries.length >= TRIES_PER_MINUTE) throw new AppError('too_many_attempts')
    tries.push(now)
    await openWithSheet(body.data.json.text)
    return reply.header('cache-control', 'no-store').send({ json: { opened: true } })
  })
  server.post('/*', () => {
    throw new AppError('busy', 'Máy chủ đang chờ hoặc đang làm việc trên toàn bộ dữ liệu. Chờ đến khi xong.')
  })
  await registerStatic(server, rendererDir, () => randomBytes(16).toString('base64'))
  await server.listen({ host: '127.0.0.1', port })
  const address = server.server.address()
  const taken = typeof address === 'object' && address !== null ? address.port : port
  return {
    url: `http://127.0.0.1:${taken}`,
    port: taken,
    close: async () => {
      server.server.closeAllConnections()
      await server.close()
    },
  }
}
