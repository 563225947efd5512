import { countUsers } from '#db/queries/accounts/reader.ts'
import { AppError } from '#domain/errors.ts'
import { hashPassword } from '../auth/passwords.ts'
import type { Hub } from '../hub.ts'
import { drawPapers } from '../seed/seed-papers.ts'
import { planSeed, seedMoment } from '../seed/seed-plan.ts'
import type { Actor } from '../use-case.ts'
import { DEMO_PASSWORD } from './demo-logins.ts'

const DEMO_PEOPLE = 320
const DEMO_SEED = 'dung-thu'

/**
 * Fills an empty hub with the fictitious centre; a long work that `setup.status` tells about. Asked again while it
 * runs, it goes on. People and history are one transaction: a centre half filled could be set up as a real one.
 * @throws AppError `already_set_up`
 */
export function createDemo(hub: Hub, actor: Actor): { started: true } {
  if (hub.jobs.latest('demo')?.state === 'running') return { started: true }
  if (countUsers(hub.read) > 0) throw new AppError('already_set_up')
  hub.jobs.start(hub, actor, 'demo', async (job) => {
    job.progress(0, null, 'Tạo 320 học viên hư cấu và mười năm lịch sử')
    const passwordHash = await hashPassword(DEMO_PASSWORD)
    const now = hub.now()
    const plan = planSeed(DEMO_PEOPLE, DEMO_SEED, seedMoment(now))
    await hub.writer.internal('fillSample', actor, now, { plan, passwordHash })
    await hub.writer.internal('storePapers', actor, now, { papers: await drawPapers(hub.read, plan) })
  })
  return { started: true }
}
