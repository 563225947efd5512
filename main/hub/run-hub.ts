import { StorageError } from '#db/connection/open-database.ts'
import type { WaitingState } from '#domain/contract/waiting.ts'
import { AppError } from '#domain/errors.ts'
import type { KeyKeeper } from './keys/key-keeper.ts'
import { keyThatOpens } from './keys/key-that-opens.ts'
import { recoverKey } from './keys/recover.ts'
import { stderrLog } from './log.ts'
import type { Maintenance, MaintenanceDesk } from './maintenance/maintenance.ts'
import { startWaiting } from './maintenance/waiting-server.ts'
import { startHub, type HubConfig, type RunningHub } from './start-hub.ts'
import { DataFolderError, openDataFolder, sealedKeyOf } from './storage/data-folder.ts'

export interface HubRun {
  config: Omit<HubConfig, 'key' | 'maintenance'>
  keeper: KeyKeeper
  /** Told where the hub answers: with its data open, or waiting for the recovery sheet. */
  tell: (state: 'ready' | 'recovery', url: string) => void
  /** Resolves when the hub is to end. */
  stop: Promise<unknown>
}

/**
 * Runs a hub until it is stopped: asks for the recovery sheet when no key opens the data, stops for work on the data
 * as a whole and comes back at the same address.
 */
export async function runHub({ config, keeper, tell, stop }: HubRun): Promise<void> {
  let { folder, port } = config
  let isStopped = false
  const stopped = stop.then(() => {
    isStopped = true
    return null
  })
  const opened = await openData({ config, keeper, tell, stop: stopped })
  if (!opened) return
  let { key } = opened
  port = opened.port
  let work: Maintenance | null = null
  let ask: ((work: Maintenance) => void) | null = null
  const desk: MaintenanceDesk = {
    begin: (wanted) => {
      const start = ask
      // One at a time: whoever comes second is told, not forgotten.
      if (!start) throw new AppError('busy')
      ask = null
      setTimeout(() => start(wanted), ANSWER_MS)
    },
    last: null,
  }
  let isTold = false
  for (;;) {
    const asked = new Promise<Maintenance>((resolve) => {
      ask = resolve
    })
    const running: RunningHub = await startHub({ ...config, folder, port, key, maintenance: desk })
    port = Number(new URL(running.url).port)
    if (!isTold) tell('ready', running.url)
    isTold = true
    work = await Promise.race([stopped, asked])
    await running.close()
    if (!work || isStopped) return
    desk.last = await carryOut(work, port, config.rendererDir, async (progress) => {
      const note = await work?.run({ folder, keeper, key, progress })
      return note ?? null
    })
    folder = openDataFolder(folder.dir, folder.keyFile)
    key = await keyThatOpens(folder, keeper)
  }
}

/** Time for the answer to the call that asked to reach its desk, in milliseconds. */
const ANSWER_MS = 200

type Progress = (done: number, total: number | null, step: string) => void

async function carryOut(
  { title }: Maintenance,
  port: number,
  rendererDir: string | null,
  run: (progress: Progress) => Promise<string | null>,
): Promise<MaintenanceDesk['last']> {
  let state: WaitingState = { kind: 'busy', title, done: 0, total: null, step: 'Bắt đầu' }
  const waiting = await startWaiting(port, rendererDir, () => state)
  try {
    const note = await run((done, total, step) => {
      state = { kind: 'busy', title, done, total, step }
    })
    return { title, problem: null, note }
  } catch (error) {
    const known = error instanceof AppError || error instanceof DataFolderError
    if (!known) {
      stderrLog.error('maintenance failed', { detail: error instanceof Error ? String(error.stack) : '' })
    }
    return { title, problem: known ? error.message : 'Việc này gặp lỗi; dữ liệu giữ như trước.', note: null }
  } finally {
    await waiting.close()
  }
}

/** The key of the data: at hand, or by the recovery sheet typed on the page served meanwhile. Null when stopped. */
async function openData({
  config: { folder, port, rendererDir },
  keeper,
  tell,
  stop,
}: Pick<HubRun, 'config' | 'keeper' | 'tell' | 'stop'>): Promise<{ key: Uint8Array; port: number } | null> {
  let reason: string
  try {
    return { key: await keyThatOpens(folder, keeper), port }
  } catch (error) {
    const sheet = sealedKeyOf(folder)
    if (!sheet) throw error
    if (error instanceof DataFolderError) reason = 'Không thấy khóa dữ liệu trên máy này.'
    else if (error instanceof StorageError && error.kind === 'wrong-key') {
      reason = 'Khóa trên máy này không mở được dữ liệu.'
    } else throw error
  }
  let open: (key: Uint8Array) => void = () => {}
  const opened = new Promise<Uint8Array>((resolve) => {
    open = resolve
  })
  const state: WaitingState = {
    kind: 'locked',
    sheet: sealedKeyOf(folder)?.sheet ?? null,
    dataFolder: folder.dir,
    reason,
  }
  const waiting = await startWaiting(
    port,
    rendererDir,
    () => state,
    async (text) => {
      const outcome = await recoverKey(folder, keeper, text)
      if ('problems' in outcome) {
        const { problems } = outcome
        throw new AppError('invalid_input', problems[0]?.message, { problems })
      }
      setTimeout(() => open(outcome.key), ANSWER_MS)
    },
  )
  tell('recovery', waiting.url)
  try {
    const key = await Promise.race([opened, stop.then(() => null)])
    return key ? { key, port: waiting.port } : null
  } finally {
    await waiting.close()
  }
}
