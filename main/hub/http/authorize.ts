import type { RouteMeta } from '#domain/contract/route.ts'
import { AppError } from '#domain/errors.ts'
import { can } from '#domain/permissions/permissions.ts'
import type { Actor } from '../use-case.ts'

/** How long a confirmed password stays good for acts that ask for it. */
const STEP_UP_MS = 5 * 60_000

/**
 * Deny by default: a route opens to holders of its permission only.
 * @throws AppError `not_signed_in`, `forbidden`, `step_up_required`
 */
export function authorize(
  meta: RouteMeta,
  context: { actor: Actor; sinceStepUp: number | null; mustChangePassword: boolean },
): void {
  if (meta.access === 'public') return
  if (context.actor.userId === null) throw new AppError('not_signed_in')
  if (!can(context.actor.roles, meta.access)) throw new AppError('forbidden')
  if (context.mustChangePassword && meta.access !== 'sessions.own' && meta.access !== 'feed.read') {
    throw new AppError('forbidden', 'Đổi mật khẩu lần đầu trước khi làm việc khác.')
  }
  if (meta.stepUp && (context.sinceStepUp === null || context.sinceStepUp > STEP_UP_MS))
    throw new AppError('step_up_required')
}
