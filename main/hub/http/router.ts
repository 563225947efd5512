import { isContractProcedure, type AnyContractProcedure } from '@orpc/contract'
import { implement } from '@orpc/server'
import { contract } from '#domain/contract/index.ts'
import type { RouteMeta } from '#domain/contract/route.ts'
import { AppError } from '#domain/errors.ts'
import { contractCalls } from '../calls.ts'
import { KEY_MISSING } from '../key-missing.ts'
import { contractReads } from '../reads.ts'
import { contractWrites } from '../writes.ts'
import type { CallContext } from '../use-case.ts'
import { holdToZones } from '../shifts/zone-reach.ts'
import { authorize } from './authorize.ts'
import { viewRecorder } from './views.ts'

/** What the HTTP layer hands to every procedure. */
export type RequestContext = Omit<CallContext, 'signal'> & {
  sinceStepUp: number | null
  mustChangePassword: boolean
}

type Handler = (context: CallContext, input: unknown) => unknown

/** Every procedure of the contract with what carries it out. @throws when one has none, or more than one */
export function buildRouter() {
  const router: Record<string, Record<string, unknown>> = {}
  for (const [feature, procedures] of Object.entries(contract)) {
    router[feature] = {}
    for (const [name, procedure] of Object.entries(procedures as Record<string, AnyContractProcedure>)) {
      if (!isContractProcedure(procedure)) throw new Error(`${feature}.${name} is no procedure`)
      const meta = procedure['~orpc'].meta as RouteMeta
      const handler = handlerFor(feature, name, meta)
      const guarded = implement({ procedure })
        .$context<RequestContext>()
        // On the level above the procedure, so that a stranger is refused before the input is even looked at.
        .use(({ context, next }) => {
          authorize(meta, context)
          return next()
        })
      router[feature][name] = guarded.procedure.handler(({ context, input, signal }) =>
        handler(
          { ...context, signal },
          holdToZones(context.hub.read, context.actor, `${feature}.${name}`, input),
        ),
      )
    }
  }
  return router as never
}

function handlerFor(feature: string, name: string, meta: RouteMeta): Handler {
  const found = {
    read: pick(contractReads, feature, name),
    write: pick(contractWrites, feature, name),
    call: pick(contractCalls, feature, name),
  }
  const kinds = Object.entries(found).filter(([, fn]) => fn !== undefined)
  const expected = meta.kind === 'report' ? 'read' : meta.kind
  if (kinds.length !== 1 || kinds[0]?.[0] !== expected) {
    throw new Error(
      `${feature}.${name} is declared ${meta.kind} but implemented as ${kinds.map(([k]) => k).join(' and ') || 'nothing'}`,
    )
  }
  const path = `${feature}.${name}`
  switch (meta.kind) {
    case 'read':
      return (context, input) => found.read?.(context.hub.read, viewRecorder(context), input)
    case 'report':
      return (context, input) =>
        context.hub.reports.run(
          'read',
          { path, input, actor: context.actor, now: context.now },
          context.signal ? { signal: context.signal } : {},
        )
    case 'write':
      return (context, input) => {
        if (context.idempotencyKey === null) {
          throw new AppError('invalid_input', KEY_MISSING)
        }
        return context.hub.writer.execute(path, context.actor, context.now, input, context.idempotencyKey)
      }
    case 'call':
      return (context, input) => found.call?.(context, input)
  }
}

type Implementation = (...args: unknown[]) => unknown

function pick(groups: object, feature: string, name: string): Implementation | undefined {
  const group: unknown = (groups as Record<string, unknown>)[feature]
  if (typeof group !== 'object' || group === null || !Object.hasOwn(group, name)) return undefined
  const found: unknown = (group as Record<string, unknown>)[name]
  return typeof found === 'function' ? (found as Implementation) : undefined
}
