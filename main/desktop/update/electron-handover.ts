import { copyFile } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  AppImageUpdater,
  DebUpdater,
  NsisUpdater,
  Provider,
  type ResolvedUpdateFileInfo,
  type UpdateInfo,
} from 'electron-updater'
import type { DownloadExecutorTask, DownloadUpdateOptions } from 'electron-updater/out/AppUpdater.js'
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider.js'
import type { ReleasePlatform } from '#domain/releases/manifest.ts'
import type { CheckedInstaller, InstallerHandover } from './installer-handover.ts'

/** What electron-updater asks of the running program; without one it takes Electron's `app`. */
export type RunningProgram = NonNullable<ConstructorParameters<typeof NsisUpdater>[1]>

/** The release that was checked, in the words of electron-updater, which asks nobody else. */
class CheckedRelease extends Provider<UpdateInfo> {
  readonly #installer: CheckedInstaller

  constructor(installer: CheckedInstaller, runtime: ProviderRuntimeOptions) {
    super(runtime)
    this.#installer = installer
  }

  getLatestVersion(): Promise<UpdateInfo> {
    const { manifest, file } = this.#installer
    const sha512 = Buffer.from(file.sha512, 'hex').toString('base64')
    return Promise.resolve({
      version: manifest.version,
      files: [{ url: file.name, size: file.size, sha512 }],
      path: file.name,
      sha512,
      releaseDate: manifest.madeAt,
    })
  }

  resolveFiles(update: UpdateInfo): ResolvedUpdateFileInfo[] {
    return update.files.map((info) => ({ url: pathToFileURL(this.#installer.path), info }))
  }
}

/** Where others would fetch over the network: the file is here, and is copied as it is. */
function copyTask(options: DownloadUpdateOptions, fileExtension: string): DownloadExecutorTask {
  const { info, provider } = options.updateInfoAndProvider
  const [fileInfo] = provider.resolveFiles(info)
  if (!fileInfo) throw new Error('no installer was checked')
  return {
    fileExtension,
    fileInfo,
    downloadUpdateOptions: options,
    task: (destination) => copyFile(fileURLToPath(fileInfo.url), destination),
  }
}

class WindowsUpdater extends NsisUpdater {
  protected override doDownloadUpdate(options: DownloadUpdateOptions) {
    return this.executeDownload(copyTask(options, 'exe'))
  }
}

class LocalAppImageUpdater extends AppImageUpdater {
  protected override doDownloadUpdate(options: DownloadUpdateOptions) {
    return this.executeDownload(copyTask(options, 'AppImage'))
  }
}

class LocalDebUpdater extends DebUpdater {
  protected override doDownloadUpdate(options: DownloadUpdateOptions) {
    return this.executeDownload(copyTask(options, 'deb'))
  }
}

const UPDATERS = {
  windows: WindowsUpdater,
  'linux-appimage': LocalAppImageUpdater,
  'linux-deb': LocalDebUpdater,
} satisfies Record<ReleasePlatform, unknown>

/**
 * Hands checked installers to electron-updater. It finds nothing, fetches nothing and installs nothing by itself: it
 * is given one file and knows how this system runs it.
 */
export function electronHandover(platform: ReleasePlatform, program?: RunningProgram): InstallerHandover {
  const updater = new UPDATERS[platform](null, program)
  updater.autoDownload = false
  updater.autoInstallOnAppQuit = false
  updater.allowDowngrade = false
  updater.disableWebInstaller = true
  updater.disableDifferentialDownload = true
  updater.logger = null
  // A failure is answered by the call that failed; without a listener the event would end the program.
  updater.on('error', () => {})
  return {
    take: async (installer) => {
      updater.setFeedURL({
        provider: 'custom',
        updateProvider: class extends CheckedRelease {
          constructor(_options: unknown, _updater: unknown, runtime: ProviderRuntimeOptions) {
            super(installer, runtime)
          }
        },
      })
      const found = await updater.checkForUpdates()
      if (!found?.isUpdateAvailable) throw new Error('electron-updater takes no update here')
      const [taken] = await updater.downloadUpdate()
      if (taken === undefined) throw new Error('electron-updater took no file')
      return taken
    },
    // Shown, not silent: whoever asked sees the installer at work; the program starts again after it.
    install: () => updater.quitAndInstall(false, true),
  }
}

/** What this program was installed with; undefined where releases are not made for. */
export function installedWith(
  system: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): ReleasePlatform | undefined {
  if (system === 'win32') return 'windows'
  if (system !== 'linux') return undefined
  return environment['APPIMAGE'] === undefined ? 'linux-deb' : 'linux-appimage'
}
