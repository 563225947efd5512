import { oc } from '@orpc/contract'
import { z } from 'zod'
import { ERROR_CODES, ERROR_SENTENCES, ERROR_STATUS, type ErrorCode } from '../errors.ts'
import type { Permission } from '../permissions/permissions.ts'

/**
 * How the hub carries a route out: `read` on a read-only connection at once, `report` in the report worker,
 * `write` in the writer's transaction under an idempotency key, `call` by a function of its own.
 */
type RouteKind = 'read' | 'report' | 'write' | 'call'

/** Who may call: holders of one permission of the table, or anybody (first run, sign-in). */
type RouteAccess = Permission | 'public'

export interface RouteMeta {
  access: RouteAccess
  kind: RouteKind
  /** Asks for the password again if the last time is more than a few minutes ago. */
  stepUp?: boolean
}

const problem = z.object({ code: z.string(), message: z.string(), field: z.string().optional() })

/** What every refusal carries beside its code and sentence. */
const errorData = z.object({
  problems: z.array(problem).optional(),
  current: z.record(z.string(), z.unknown()).optional(),
  changedBy: z.string().optional(),
  changedAt: z.string().optional(),
  retryAfterSeconds: z.number().optional(),
  requestId: z.string().optional(),
})

type ErrorMap = Record<ErrorCode, { status: number; message: string; data: typeof errorData }>

const errors = Object.fromEntries(
  ERROR_CODES.map((code) => [
    code,
    { status: ERROR_STATUS[code], message: ERROR_SENTENCES[code], data: errorData },
  ]),
) as ErrorMap

/** The one way to declare a route: it does not exist without saying who may call it. */
export function route(options: RouteMeta & { summary: string }) {
  const { summary, ...meta } = options
  return oc.$meta<RouteMeta>(meta).errors(errors).route({ summary })
}
