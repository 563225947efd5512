import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type {} from '#renderer/api/desk-bridge.ts'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { DEMO_PASSWORD } from '#hub/setup/demo-logins.ts'
import { startSampleHub } from '../e2e/_desk.ts'
import { Desktop } from './_desktop.ts'
import { testSealer } from './_sealer.ts'
import { KEYRING } from './electron-stand-in/keyring.ts'

/** Puts the fictitious centre on the PC, with its key wrapped by the PC's keyring and nowhere else. */
async function putCentre(home: string): Promise<void> {
  const house = await startSampleHub(home)
  await house.stop()
  const keyFile = join(home, 'data.neo-ve-key')
  const hex = readFileSync(keyFile, 'utf8').trim()
  writeFileSync(join(home, 'data-key.sealed'), await testSealer(KEYRING).seal(hex))
  rmSync(keyFile)
}

/** The person at the PC of the hub chooses what it is; the window that is opened then. */
async function chooseHub(pc: Desktop): Promise<Page> {
  const first = await pc.page()
  await expect(first.getByRole('heading', { name: 'Máy này là máy gì?' })).toBeVisible()
  const opened = pc.nextWindow()
  await first.getByRole('button', { name: 'Dùng làm máy chủ' }).click()
  return opened
}

test('first run as hub: a real hub starts, and its key lies on the disk only wrapped', async ({
  browser,
}) => {
  await using pc = await Desktop.start(browser)
  const page = await chooseHub(pc)
  await expect(page.getByRole('heading', { name: 'Thiết lập cơ sở' })).toBeVisible({ timeout: 30_000 })
  const sealed = readFileSync(join(pc.home, 'data-key.sealed'))
  const hex = await testSealer(KEYRING).open(sealed)
  expect(hex).toMatch(/^[0-9a-f]{64}$/)
  const files = readdirSync(pc.home, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
  for (const file of files) {
    const bytes = readFileSync(join(file.parentPath, file.name))
    for (const key of [hex, Buffer.from(hex, 'hex')]) expect(bytes.includes(key)).toBe(false)
  }
})

test('the hub of this PC: killed and back under an open page, closed with a question', async ({
  browser,
}) => {
  await using pc = await Desktop.start(browser, {}, putCentre)
  const page = await chooseHub(pc)
  await expect(page.getByLabel('Tên đăng nhập')).toBeVisible({ timeout: 30_000 })
  await page.getByLabel('Tên đăng nhập').fill('truong')
  await page.getByLabel('Mật khẩu', { exact: true }).fill(DEMO_PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Phân hệ' })).toBeVisible()
  await page.getByRole('link', { name: 'Học viên' }).first().click()
  const list = page.getByRole('grid', { name: 'Danh sách học viên' })
  await expect(list.getByRole('row').nth(1)).toBeVisible()
  const someone = (await list.getByRole('row').nth(1).locator('b, strong, a').first().innerText()).trim()

  const killed = pc.hubPid
  process.kill(killed, 'SIGKILL')
  await expect.poll(() => pc.hubPid, { timeout: 20_000 }).not.toBe(killed)
  await expect(list.getByRole('row').nth(1)).toContainText(someone)
  const ask = () =>
    page.evaluate(async () => {
      const body = JSON.stringify({ json: {} })
      const headers = { 'content-type': 'application/json' }
      return fetch('/rpc/auth/me', { method: 'POST', headers, body }).then(
        (answer) => answer.status,
        () => 0,
      )
    })
  await expect.poll(ask, { timeout: 30_000 }).toBe(200)
  expect(await page.evaluate(() => globalThis.neoVe?.hub.state())).toMatchObject({ kind: 'connected' })

  pc.tell({ type: 'dialog', savePath: null, button: 0 })
  pc.tell({ type: 'close', window: pc.window })
  await expect.poll(() => pc.did('minimize')).toHaveLength(1)
  expect(pc.did('message-box')).toMatchObject([
    { buttons: ['Thu nhỏ cửa sổ', 'Tắt máy chủ', 'Không làm gì'] },
  ])

  await pc.stop()
  const files = readdirSync(pc.home, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
  expect(files.map((file) => file.name)).toContain('neo-ve.db')
  for (const file of files)
    expect(readFileSync(join(file.parentPath, file.name)).includes(someone)).toBe(false)
})
