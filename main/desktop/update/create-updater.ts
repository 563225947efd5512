import { join } from 'node:path'
import { TRUSTED_KEYS } from '#domain/releases/trusted-keys.ts'
import { instantFromMs } from '#domain/time/instant.ts'
import { noUpdates, type UpdateSource } from '../update-source.ts'
import { electronHandover, installedWith } from './electron-handover.ts'
import type { Carry } from './hub-releases.ts'
import { ProgramUpdater } from './program-updater.ts'

/**
 * The updates of an installed program; of one that runs from its sources there are none.
 * @param program.userData folder of this user; installers lie in `updates` below it
 * @param program.carry brings a request to the hub this program belongs to
 */
export function createUpdater(program: {
  version: string
  isPackaged: boolean
  userData: string
  carry: Carry
}): UpdateSource {
  const platform = installedWith(process.platform, process.env)
  if (!program.isPackaged || platform === undefined) return noUpdates(program.version)
  const updater = new ProgramUpdater({
    version: program.version,
    platform,
    folder: join(program.userData, 'updates'),
    keys: TRUSTED_KEYS,
    carry: program.carry,
    handover: electronHandover(platform),
    now: () => instantFromMs(Date.now()),
  })
  updater.start()
  return updater
}
