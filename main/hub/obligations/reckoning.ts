import { createHash } from 'node:crypto'
import { DUTIES } from '#domain/law/duties.ts'
import { DEFAULT_RULES } from '#domain/law/rules/default-rules.ts'
import { PROGRAM_VERSION } from '../version.ts'

const shipped = createHash('sha256')
  .update(JSON.stringify([DUTIES, DEFAULT_RULES]))
  .digest('hex')

/**
 * Names the duties and rules this program reckons by: what another one reckoned is reckoned anew once the hub has
 * started, so that an update with a new duty reaches those already here.
 */
export const RECKONING = `${PROGRAM_VERSION} ${shipped.slice(0, 16)}`
