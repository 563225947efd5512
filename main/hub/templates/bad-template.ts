import { AppError } from '#domain/errors.ts'

/** A refusal of a file that is no usable template. */
export function badTemplate(message: string, cause?: unknown): AppError {
  return new AppError('invalid_input', message, {}, cause === undefined ? {} : { cause })
}
