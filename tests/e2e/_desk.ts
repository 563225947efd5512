import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, type Browser, type Page } from '@playwright/test'
import { hashPassword } from '#hub/auth/passwords.ts'
import { drawPapers } from '#hub/seed/seed-papers.ts'
import { planSeed, seedMoment } from '#hub/seed/seed-plan.ts'
import { DEMO_PASSWORD } from '#hub/setup/demo-logins.ts'
import { startHub, type RunningHub } from '#hub/start-hub.ts'
import { createDataFolder, openDataFolder } from '#hub/storage/data-folder.ts'
import { SYSTEM_ACTOR } from '#hub/system-actor.ts'
import { instantFromMs } from '#domain/time/instant.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const rendererDir = join(root, 'out/renderer')
const SILENT = { info: () => {}, error: () => {} }

/** A real hub over a folder of its own, with the built screens. */
export interface HubAtWork extends AsyncDisposable {
  url: string
  /** The data folder, for commands beside the running hub. */
  dir: string
  /** Moves the hub's clock on: open sessions come to their end. */
  advance: (hours: number) => void
  stop: () => Promise<void>
  /** On the same folder and port. */
  startAgain: () => Promise<void>
}

/** A hub nobody has set up yet. */
export async function startEmptyHub(): Promise<HubAtWork> {
  const parent = mkdtempSync(join(tmpdir(), 'neo-ve-e2e-'))
  createDataFolder(join(parent, 'data'))
  return startOn(parent)
}

let sample: Promise<string> | undefined

/**
 * A hub with the fictitious centre: 320 present, every role, {@link DEMO_PASSWORD}. Filled once, copied for each.
 * @param parent where its folders lie when their names are to be seen
 */
export async function startSampleHub(
  parent = mkdtempSync(join(tmpdir(), 'neo-ve-e2e-')),
): Promise<HubAtWork> {
  sample ??= fillSample()
  cpSync(await sample, parent, { recursive: true })
  const marker = join(parent, 'data', 'hub.json')
  const { installationId } = JSON.parse(readFileSync(marker, 'utf8')) as { installationId: string }
  writeFileSync(marker, JSON.stringify({ installationId, keyFile: join(parent, 'data.neo-ve-key') }))
  return startOn(parent)
}

async function fillSample(): Promise<string> {
  const parent = mkdtempSync(join(tmpdir(), 'neo-ve-e2e-sample-'))
  process.once('exit', () => rmSync(parent, { recursive: true, force: true }))
  const folder = createDataFolder(join(parent, 'data'))
  await using running = await startHub({ folder, port: 0, rendererDir: null, log: SILENT })
  const now = instantFromMs(Date.now())
  const plan = planSeed(320, 'dung-thu', seedMoment(now))
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const { hub } = running
  await hub.writer.internal('fillSample', SYSTEM_ACTOR, now, { plan, passwordHash })
  await hub.writer.internal('storePapers', SYSTEM_ACTOR, now, { papers: await drawPapers(hub.read, plan) })
  return parent
}

async function startOn(parent: string): Promise<HubAtWork> {
  const folder = openDataFolder(join(parent, 'data'))
  let ahead = 0
  const now = () => instantFromMs(Date.now() + ahead)
  const elapsed = () => performance.now() + ahead
  const lan = { host: '127.0.0.1', port: 0, pairingPort: 0 }
  const start = (port: number) => startHub({ folder, port, lan, rendererDir, log: SILENT, now, elapsed })
  let running: RunningHub | undefined = await start(0)
  const { url } = running
  const stop = async () => {
    await running?.close()
    running = undefined
  }
  return {
    url,
    dir: folder.dir,
    stop,
    startAgain: async () => {
      running ??= await start(Number(new URL(url).port))
    },
    advance: (hours) => {
      ahead += hours * 3_600_000
    },
    [Symbol.asyncDispose]: async () => {
      await stop()
      rmSync(parent, { recursive: true, force: true })
    },
  }
}

/** Opens a window of its own, as another desk: it shares nothing with the others. */
export async function openWindow(browser: Browser, house: HubAtWork): Promise<Page> {
  const context = await browser.newContext({ baseURL: house.url })
  return context.newPage()
}

/** Signs in through the page that asks for it and waits for the first screen. */
export async function signIn(
  page: Page,
  house: HubAtWork,
  login: string,
  password: string = DEMO_PASSWORD,
): Promise<void> {
  await page.goto(`${house.url}/dang-nhap`)
  await page.getByLabel('Tên đăng nhập').fill(login)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Phân hệ' })).toBeVisible()
}

/** Opens an address of the program as one who types it, and waits for its page. */
export async function goTo(page: Page, house: HubAtWork, path: string): Promise<void> {
  await page.goto(house.url + path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}
