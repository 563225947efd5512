import { AppError } from '#domain/errors.ts'
import type { Hub } from '../hub.ts'
import type { KeyKeeper } from '../keys/key-keeper.ts'
import type { DataFolder } from '../storage/data-folder.ts'

/** What work on the data as a whole may use, while no hub runs on them. */
interface MaintenanceTools {
  folder: DataFolder
  keeper: KeyKeeper
  /** The key that opened the data before. */
  key: Uint8Array
  progress: (done: number, total: number | null, step: string) => void
}

/** Work for which the hub stops and comes back. */
export interface Maintenance {
  title: string
  /** Returns what people should know of it, or null. */
  run: (tools: MaintenanceTools) => Promise<string | null>
}

/** How such work ended. */
interface LastAct {
  title: string
  problem: string | null
  note: string | null
}

/** What lets a hub ask for it; held by what starts the hub. */
export interface MaintenanceDesk {
  begin: (work: Maintenance) => void
  last: LastAct | null
}

/**
 * Asks for work on the data as a whole. The answer to the caller goes out first; then the hub stops, the work runs
 * and the hub comes back at the same address.
 * @throws AppError `rule_violated` on a hub that nothing would start again; `busy` when other such work begins
 */
export function maintain(hub: Hub, title: string, run: Maintenance['run']): void {
  if (!hub.maintenance) {
    throw new AppError(
      'rule_violated',
      'Máy chủ này không tự chạy lại được. Tắt máy chủ và làm việc này bằng dòng lệnh.',
    )
  }
  hub.maintenance.begin({ title, run })
}
