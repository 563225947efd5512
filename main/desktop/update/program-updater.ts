import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { DeskAnswer, UpdateState } from '#domain/desk/desk-bridge.ts'
import type { Problem } from '#domain/errors.ts'
import { fileFor, judgeManifest, type SeenRelease } from '#domain/releases/judge-manifest.ts'
import { installerName, type ReleasePlatform } from '#domain/releases/manifest.ts'
import type { TrustedKey } from '#domain/releases/trusted-keys.ts'
import type { Instant } from '#domain/time/instant.ts'
import { isInstaller } from '#hub/releases/installer-file.ts'
import { readSignedManifest } from '#hub/releases/signed-manifest.ts'
import { writeDurably } from '../durable-file.ts'
import type { UpdateSource } from '../update-source.ts'
import { fetchInstaller, WrongInstaller } from './fetch-installer.ts'
import { HubReleases, type Carry, type OfferedRelease } from './hub-releases.ts'
import type { CheckedInstaller, InstallerHandover } from './installer-handover.ts'

export interface UpdaterOptions {
  /** Version that runs now. */
  version: string
  platform: ReleasePlatform
  /** Where installers and the memory of releases lie: of this user, not of the data. */
  folder: string
  keys: readonly TrustedKey[]
  carry: Carry
  handover: InstallerHandover
  now: () => Instant
}

const CHECK_EVERY_MS = 5 * 60_000
/** The one that runs, and the one before to repair with. */
const INSTALLERS_KEPT = 2

const seenShape = z.object({ version: z.string(), madeAt: z.string() })

const NOTHING: Problem = { code: 'no-update', message: 'Không có bản mới nào chờ cài trên máy này.' }
const WRONG_FILE: Problem = {
  code: 'release_file_wrong',
  message: 'Tệp cài đặt không đúng như nơi phát hành đã ký nên không cài. Báo quản trị viên.',
}
const NOT_TAKEN: Problem = {
  code: 'installer_not_taken',
  message: 'Máy này chưa nhận tệp cài đặt. Đóng bớt chương trình, kiểm tra chỗ trống rồi thử lại.',
}

/**
 * Finds newer programs on the hub, checks them, fetches them, and installs one when asked. Nothing is believed of
 * the hub: the manifest is checked before the download and again before the install, the file after the download,
 * before it is handed over, and as it was handed over. A refusal leaves the running program as it is.
 */
export class ProgramUpdater implements UpdateSource {
  readonly #options: UpdaterOptions
  readonly #hub: HubReleases
  readonly #listeners = new Set<(state: UpdateState) => void>()
  #state: UpdateState
  #offer: OfferedRelease | null = null
  #checking: Promise<void> | null = null
  #told = ''

  constructor(options: UpdaterOptions) {
    this.#options = options
    this.#hub = new HubReleases(options.carry)
    this.#state = { kind: 'current', version: options.version, checkedAt: null }
  }

  get state(): UpdateState {
    return this.#state
  }

  onState(listener: (state: UpdateState) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Looks now and every five minutes. */
  start(): void {
    void this.check()
    setInterval(() => void this.check(), CHECK_EVERY_MS).unref()
  }

  /** Looks for a release and brings it here. Resolves when there is nothing more to do for now; never rejects. */
  check(): Promise<void> {
    this.#checking ??= this.#look().finally(() => {
      this.#checking = null
    })
    return this.#checking
  }

  /** Installs the release that is ready. The program ends when it succeeds. */
  async install(): Promise<DeskAnswer<null>> {
    await this.#checking
    const offer = this.#offer
    if (this.#state.kind !== 'ready' || !offer) return { ok: false, problem: NOTHING }
    const { version } = this.#state
    const judged = await this.#judge(offer)
    if ('problem' in judged) return this.#refuse(version, judged.problem)
    const { installer } = judged
    if (!(await isInstaller(installer.path, installer.file))) {
      await rm(installer.path, { force: true })
      return this.#refuse(version, WRONG_FILE)
    }
    const { handover } = this.#options
    let taken: string
    try {
      taken = await handover.take(installer)
    } catch {
      return { ok: false, problem: NOT_TAKEN }
    }
    // Whatever was said of its signature on the way: only these bytes are run.
    if (!(await isInstaller(taken, installer.file))) return this.#refuse(version, WRONG_FILE)
    handover.install()
    return { ok: true, value: null }
  }

  async #look(): Promise<void> {
    try {
      const offer = await this.#hub.offer(this.#options.version)
      if (offer === null) this.#nothing()
      else await this.#bring(offer)
    } catch {
      // The hub is away, or nobody is signed in: what is known stays, and the next look goes on from there.
      if (this.#state.kind === 'downloading')
        this.#become({ kind: 'available', version: this.#state.version })
    }
    await this.#tell()
  }

  #nothing(): void {
    const { version, now } = this.#options
    this.#offer = null
    this.#become({ kind: 'current', version, checkedAt: now() })
  }

  async #bring(offer: OfferedRelease): Promise<void> {
    const judged = await this.#judge(offer)
    if ('problem' in judged) {
      this.#refuse(judged.version, judged.problem)
      return
    }
    const { installer } = judged
    const { version, madeAt } = installer.manifest
    await this.#remember({ version, madeAt })
    if (this.#state.kind === 'ready' && this.#state.version === version) return
    this.#offer = offer
    this.#become({ kind: 'available', version })
    try {
      await fetchInstaller({
        folder: this.#installers,
        file: installer.file,
        from: (start) => this.#hub.installer(offer.id, installer.file.name, start),
        progress: (bytes) => this.#progress(version, bytes, installer.file.size),
      })
    } catch (error) {
      if (!(error instanceof WrongInstaller)) throw error
      this.#refuse(version, WRONG_FILE)
      return
    }
    await this.#dropOldInstallers()
    this.#become({ kind: 'ready', version })
  }

  /** The installer of a release that may be installed here and now, or why not. */
  async #judge(
    offer: OfferedRelease,
  ): Promise<{ installer: CheckedInstaller } | { version: string; problem: Problem }> {
    const { version: installed, platform, keys, now } = this.#options
    const read = readSignedManifest(offer.manifest, offer.signature, keys)
    if ('problem' in read) return { version: installed, problem: read.problem }
    const { manifest } = read.signed
    const [problem] = judgeManifest(manifest, { installed, seen: await this.#seen(), now: now(), platform })
    const file = fileFor(manifest, platform)
    if (problem || !file) return { version: manifest.version, problem: problem ?? WRONG_FILE }
    return { installer: { path: join(this.#installers, file.name), manifest, file } }
  }

  #refuse(version: string, problem: Problem): { ok: false; problem: Problem } {
    this.#offer = null
    this.#become({ kind: 'refused', version, message: problem.message })
    return { ok: false, problem }
  }

  #progress(version: string, bytes: number, size: number): void {
    const percent = Math.floor((bytes / size) * 100)
    const isNew = this.#state.kind !== 'downloading' || this.#state.percent !== percent
    if (isNew) this.#become({ kind: 'downloading', version, percent })
  }

  #become(state: UpdateState): void {
    this.#state = state
    for (const listener of this.#listeners) listener(state)
  }

  /** Once for each thing worth knowing; not to reach the hub is no fault. */
  async #tell(): Promise<void> {
    const state = this.#state
    const { version, platform } = this.#options
    const word = {
      version,
      platform,
      state: state.kind,
      releaseVersion: state.kind === 'current' ? null : state.version,
      problem: state.kind === 'refused' ? state.message : null,
    }
    if (this.#told === JSON.stringify(word)) return
    try {
      await this.#hub.tell(word)
      this.#told = JSON.stringify(word)
    } catch {
      // Told at the next look.
    }
  }

  get #installers(): string {
    return join(this.#options.folder, 'installers')
  }

  get #memory(): string {
    return join(this.#options.folder, 'newest-release.json')
  }

  async #seen(): Promise<SeenRelease | null> {
    try {
      return seenShape.parse(JSON.parse(await readFile(this.#memory, 'utf8')))
    } catch {
      return null
    }
  }

  async #remember(release: SeenRelease): Promise<void> {
    if (JSON.stringify(await this.#seen()) === JSON.stringify(release)) return
    await writeDurably(this.#memory, Buffer.from(JSON.stringify(release)))
  }

  async #dropOldInstallers(): Promise<void> {
    const names = (await readdir(this.#installers)).filter((name) => installerName.safeParse(name).success)
    const dated = await Promise.all(
      names.map(async (name) => ({ name, at: (await stat(join(this.#installers, name))).mtimeMs })),
    )
    for (const { name } of dated.toSorted((a, b) => b.at - a.at).slice(INSTALLERS_KEPT))
      await rm(join(this.#installers, name), { force: true })
  }
}
