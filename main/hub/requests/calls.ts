import { findRequest } from '#db/queries/requests/reader.ts'
import type { requestsContract } from '#domain/contract/requests.ts'
import { AppError } from '#domain/errors.ts'
import type { CallUseCases } from '../use-case.ts'
import { isShown, requestDetail } from './lines.ts'

export const requestsCalls: CallUseCases<typeof requestsContract> = {
  get: async (context, input) => {
    const { hub, actor, now } = context
    const row = findRequest(hub.read, input.id)
    if (!row || !isShown(context, row)) throw new AppError('not_found')
    await hub.writer.internal('recordRequestView', actor, now, { id: row.id, personId: row.person_id })
    return requestDetail(hub.read, context, row)
  },
}
