import { countUsers } from '#db/queries/accounts/reader.ts'
import { AppError } from '#domain/errors.ts'
import type { Instant } from '#domain/time/instant.ts'
import { beginRestore } from '../backup/begin-restore.ts'
import { previewRestore, sheetKey } from '../backup/preview.ts'
import type { Hub } from '../hub.ts'
import type { Actor } from '../use-case.ts'

/** Kind of the job that opens a copy for an empty hub. */
export const COPY_WORK = 'first-run-preview'

interface AskedCopy {
  file: string
  sheet: string | null
}

function requireEmpty(hub: Hub): void {
  const isFilling = hub.jobs.latest('demo')?.state === 'running'
  if (isFilling || countUsers(hub.read) > 0) throw new AppError('already_set_up')
}

/**
 * Opens a backup for an empty hub; `setup.status` tells what it holds. One at a time.
 * @throws AppError `already_set_up`; `invalid_input` naming the line of the sheet that is wrong
 */
export function lookIntoCopy(hub: Hub, actor: Actor, { file, sheet }: AskedCopy): { started: true } {
  requireEmpty(hub)
  if (hub.jobs.latest(COPY_WORK)?.state === 'running') throw new AppError('busy')
  const key = sheetKey(sheet)
  hub.jobs.start(hub, actor, COPY_WORK, (job) => previewRestore(hub, file, key, job))
  return { started: true }
}

/**
 * Takes the data of a backup in place of an empty hub: its accounts sign in afterwards.
 * @throws AppError as {@link lookIntoCopy}
 */
export function restoreFirst(
  hub: Hub,
  actor: Actor,
  now: Instant,
  { file, sheet }: AskedCopy,
): { started: true } {
  requireEmpty(hub)
  beginRestore(hub, { file, sheet: sheetKey(sheet), actor, now })
  return { started: true }
}
