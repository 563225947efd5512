// Stands in for electron-updater as the worst case has it: it takes whatever lies there and finds every signature
// good. The real one is tried with checked files in main/desktop/update/electron-handover.test.ts.
import { existsSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ResolvedUpdateFileInfo, UpdateInfo } from 'electron-updater'
import { tellTest } from './messages.ts'

/** A file of this name in the PC's folder is what somebody puts in place of the installer that is taken. */
export const PUT_IN_PLACE = 'put-in-place'

const home = process.env['STAND_IN_HOME'] ?? ''

export class Provider {}

interface GivenRelease {
  getLatestVersion(): Promise<UpdateInfo>
  resolveFiles(update: UpdateInfo): ResolvedUpdateFileInfo[]
}

interface Feed {
  updateProvider: new (options: unknown, updater: unknown, runtime: unknown) => GivenRelease
}

class CarelessUpdater {
  #release: GivenRelease | undefined

  on(): this {
    return this
  }

  setFeedURL({ updateProvider }: Feed): void {
    this.#release = new updateProvider({}, this, {})
  }

  checkForUpdates(): Promise<{ isUpdateAvailable: boolean }> {
    return Promise.resolve({ isUpdateAvailable: true })
  }

  async downloadUpdate(): Promise<string[]> {
    if (!this.#release) throw new Error('no release was given')
    const [file] = this.#release.resolveFiles(await this.#release.getLatestVersion())
    if (!file) throw new Error('the release has no file')
    const copy = join(home, 'taken-installer')
    const other = join(home, PUT_IN_PLACE)
    await copyFile(existsSync(other) ? other : fileURLToPath(file.url), copy)
    tellTest({ type: 'did', what: 'installer-taken', detail: copy })
    return [copy]
  }

  quitAndInstall(): void {
    tellTest({ type: 'did', what: 'installer-run', detail: null })
  }
}

export class AppImageUpdater extends CarelessUpdater {}
export class DebUpdater extends CarelessUpdater {}
export class NsisUpdater extends CarelessUpdater {}
