import { countUsers } from '#db/queries/accounts/reader.ts'
import { AppError } from '#domain/errors.ts'
import { hashPassword } from '../auth/passwords.ts'
import type { Hub } from '../hub.ts'
import type { Actor } from '../use-case.ts'
import { DEMO_PASSWORD } from './demo-logins.ts'

/**
 * Fills an empty hub with the fictitious centre; a long work that `setup.status` tells about. Asked again while it
 * runs, it goes on. @throws AppError `already_set_up`
 */
export function createDemo(hub: Hub, actor: Actor): { started: true } {
  if (hub.jobs.latest('demo')?.state === 'running') return { started: true }
  if (countUsers(hub.read) > 0) throw new AppError('already_set_up')
  hub.jobs.start(hub, actor, 'demo', async (job) => {
    job.progress(0, null, 'Tạo cơ sở dùng thử')
    await hashPassword(DEMO_PASSWORD)
    return null
  })
  return { started: true }
}
