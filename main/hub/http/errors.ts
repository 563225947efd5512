import { ORPCError, ValidationError } from '@orpc/server'
import { AppError, ERROR_SENTENCES, ERROR_STATUS, type Problem } from '#domain/errors.ts'
import type { Log } from '../log.ts'

/**
 * What leaves the hub for anything thrown inside it: a code of the closed union with its sentence, or `internal`
 * with a request id and nothing else. The details of an unknown error go to the log only.
 */
export function toHttpError(error: unknown, requestId: string, log: Log): ORPCError<string, unknown> {
  if (error instanceof AppError) return fromAppError(error, requestId)
  if (error instanceof ORPCError) {
    if (error.code === 'BAD_REQUEST') {
      return fromAppError(
        new AppError('invalid_input', undefined, { problems: problemsOf(error.cause) }),
        requestId,
      )
    }
    if (error.code in ERROR_STATUS) return error
    if (error.code === 'NOT_FOUND') return fromAppError(new AppError('not_found'), requestId)
  }
  log.error('request failed', {
    requestId,
    detail: error instanceof Error ? String(error.stack) : 'unknown',
    cause:
      error instanceof Error && error.cause instanceof ValidationError ? issuePaths(error.cause) : undefined,
  })
  return fromAppError(
    new AppError('internal', `${ERROR_SENTENCES.internal} Mã yêu cầu: ${requestId}.`),
    requestId,
  )
}

function fromAppError(error: AppError, requestId: string): ORPCError<string, unknown> {
  return new ORPCError(error.code, {
    status: ERROR_STATUS[error.code],
    message: error.message,
    data: { ...error.details, requestId },
    defined: true,
  })
}

/** Where and why the input did not fit the contract; sentences come from the schema, values never leave. */
function problemsOf(cause: unknown): Problem[] {
  if (!(cause instanceof ValidationError)) return []
  return cause.issues.slice(0, 50).map((issue) => ({
    code: 'shape',
    field: pathText(issue.path ?? []),
    message: issue.message,
  }))
}

function issuePaths(error: ValidationError): string[] {
  return error.issues.map((issue) => pathText(issue.path ?? []))
}

function pathText(path: readonly (PropertyKey | { key: PropertyKey })[]): string {
  return path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.')
}
