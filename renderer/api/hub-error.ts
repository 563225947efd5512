import { ORPCError } from '@orpc/client'
import { ERROR_CODES, ERROR_SENTENCES, type ErrorCode, type ErrorDetails } from '#domain/errors.ts'

/** The hub could not be asked at all: cable, power, or the hub is not running. */
export const UNREACHABLE =
  'Không liên lạc được với máy chủ. Nội dung đang nhập vẫn còn trên màn hình; thử lại sau ít giây.'

export interface HubError {
  code: ErrorCode | 'unreachable'
  /** A sentence that says what to do. */
  message: string
  details: ErrorDetails
}

function isErrorCode(code: string): code is ErrorCode {
  return (ERROR_CODES as readonly string[]).includes(code)
}

/** What went wrong with a call, in the one shape that screens show. */
export function toHubError(error: unknown): HubError {
  if (error instanceof ORPCError) {
    const code = isErrorCode(error.code) ? error.code : 'internal'
    const details: ErrorDetails = typeof error.data === 'object' && error.data !== null ? error.data : {}
    return { code, message: error.message || ERROR_SENTENCES[code], details }
  }
  return { code: 'unreachable', message: UNREACHABLE, details: {} }
}

/** The address names nothing there is: gone, or never a record's id. */
export function isNowhere({ code }: HubError): boolean {
  return code === 'not_found' || code === 'invalid_input'
}

/** Why what was asked for is not shown; null while it is. */
export function refusalOf({ error }: { error: unknown }): HubError | null {
  return error ? toHubError(error) : null
}

/** Sentences for the boxes of a form, by the path of the field. */
export function fieldErrors(error: HubError): Record<string, string> {
  const found: Record<string, string> = {}
  for (const problem of error.details.problems ?? []) {
    if (problem.field !== undefined && problem.field !== '') found[problem.field] ??= problem.message
  }
  return found
}
