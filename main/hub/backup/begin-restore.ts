import { basename } from 'node:path'
import { AppError } from '#domain/errors.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Hub } from '../hub.ts'
import { maintain } from '../maintenance/maintenance.ts'
import type { Actor } from '../use-case.ts'
import { restoreBackup } from './restore.ts'

/**
 * Stops the hub, puts a copy in the place of the data, and starts it again on them. How it ended is told by
 * `waiting.state` afterwards.
 * @throws AppError `rule_violated` on a hub that nothing would start again
 */
export function beginRestore(
  hub: Hub,
  asked: { file: string; sheet: Uint8Array | null; actor: Actor; now: Instant },
): void {
  const { file, sheet, actor, now } = asked
  maintain(hub, 'Phục hồi từ bản sao lưu', async ({ folder: { dir, keyFile }, keeper, progress }) => {
    const outcome = await restoreBackup({ backup: file, dir, keyFile, keeper, sheet, actor, now, progress })
    if (outcome === 'hub-running') throw new AppError('busy')
    if ('refused' in outcome) throw new AppError('rule_violated', outcome.refused[0]?.message)
    return outcome.previous
      ? `Dữ liệu trước khi phục hồi được giữ trong thư mục dữ liệu: ${basename(outcome.previous.file)}.`
      : null
  })
}
