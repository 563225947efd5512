import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, expect, test } from '@playwright/test'
import type {} from '#renderer/api/desk-bridge.ts'
import { findElectron } from '../../scripts/find-electron.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The installed program, where one is to be tried; otherwise the built one under the Electron of node_modules. */
const installed = process.env['NEO_VE_PROGRAM']
const electron = installed ?? (await findElectron(root))
const WHY_NOT =
  'no Electron binary here: node_modules/electron fetches it from GitHub, or NEO_VE_PROGRAM names an installed one'

test('in a real Electron: first run as hub, sandbox, scheme, live stream, restart', async () => {
  test.info().skip(electron === undefined, WHY_NOT)
  const home = mkdtempSync(join(tmpdir(), 'neo-ve-electron-'))
  const args = [
    ...(installed === undefined ? [join(root, 'out/main/desktop.js')] : []),
    `--user-data-dir=${home}`,
  ]
  const launch = () =>
    _electron.launch({ args, ...(electron === undefined ? {} : { executablePath: electron }), cwd: root })
  try {
    const app = await launch()
    const first = await app.firstWindow()
    await expect(first.getByRole('heading', { name: 'Máy này là máy gì?' })).toBeVisible()
    expect(new URL(first.url()).protocol).toBe('app:')
    expect(
      await first.evaluate(() => ({ require: typeof Reflect.get(globalThis, 'require'), isSecureContext })),
    ).toEqual({ require: 'undefined', isSecureContext: true })
    const opened = app.waitForEvent('window')
    await first.getByRole('button', { name: 'Dùng làm máy chủ' }).click()
    const page = await opened
    await expect(page.getByRole('heading', { name: 'Thiết lập cơ sở' })).toBeVisible({ timeout: 60_000 })
    await page.getByRole('button', { name: 'Dùng thử với dữ liệu mẫu' }).click()
    await expect(page.getByText('Cơ sở dùng thử đã sẵn sàng')).toBeVisible({ timeout: 180_000 })
    await page
      .getByRole('button', { name: /Trưởng cơ sở/ })
      .first()
      .click()
    await expect(page.getByRole('navigation', { name: 'Phân hệ' })).toBeVisible()
    // The stream of changes comes through the scheme, from the shared worker.
    await expect(page.getByText('Mất liên lạc')).toBeHidden()
    expect(await page.evaluate(() => globalThis.neoVe?.hub.state())).toMatchObject({ kind: 'connected' })
    await page.evaluate(() => {
      globalThis.location.href = 'https://example.com/'
    })
    expect(new URL(page.url()).protocol).toBe('app:')
    await app.evaluate(({ app: program }) => program.quit())
    const again = await launch()
    const after = await again.firstWindow()
    await expect(after.getByLabel('Tên đăng nhập')).toBeVisible({ timeout: 60_000 })
    await again.evaluate(({ app: program }) => program.quit())
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
})
