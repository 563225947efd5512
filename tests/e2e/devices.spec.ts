import { expect, test } from '@playwright/test'
import { readPairingCode } from '#domain/devices/pairing-code.ts'
import { DEMO_PASSWORD } from '#hub/setup/demo-logins.ts'
import { newDeskKey, sendPairing } from '../hub/_lan.ts'
import { openWindow, signIn, startSampleHub } from './_desk.ts'

test('an administrator opens the LAN, takes a desk in by its code, and shuts it out', async ({ browser }) => {
  await using house = await startSampleHub()
  const page = await openWindow(browser, house)
  await signIn(page, house, 'quantri')
  await page.getByRole('link', { name: 'Thiết bị' }).click()
  await expect(page.getByText('Đang đóng')).toBeVisible()
  await page.getByRole('button', { name: 'Mở mạng nội bộ' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Mở mạng nội bộ' }).click()
  await page.locator('input[type=password]').fill(DEMO_PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Đang mở cho máy trạm đã ghép')).toBeVisible()

  await page.getByRole('button', { name: 'Thêm máy trạm' }).click()
  await page.getByRole('button', { name: 'Cấp mã ghép máy' }).click()
  const slip = page.getByRole('region', { name: 'Phiếu ghép máy trạm' })
  await expect(slip.getByRole('timer')).toHaveText(/còn \d:\d\d/)
  const words = (await slip.getByLabel('Mã ghép máy:').getAttribute('aria-label')) ?? ''
  const code = readPairingCode(words.replace('Mã ghép máy:', ''))
  const secret = 'message' in code ? '' : code.secret
  const port = Number(await slip.locator('dd', { hasText: /^\d{4,5}$/ }).textContent())
  const { csr } = await newDeskKey()
  expect((await sendPairing(port, { secret, csr, deviceName: 'Lớp học nghề' })).status).toBe(200)

  await expect(page.getByText('Đã ghép Lớp học nghề')).toBeVisible()
  await page.getByRole('button', { name: 'Xem danh sách máy trạm' }).click()
  await page.getByRole('button', { name: 'Thu hồi Lớp học nghề' }).click()
  await page.getByRole('button', { name: 'Thu hồi máy trạm' }).click()
  await expect(page.getByRole('button', { name: 'Thu hồi Lớp học nghề' })).toBeHidden()
  await expect(page.getByText('Đã thu hồi Lớp học nghề.')).toBeVisible()

  await page.getByRole('button', { name: 'Cho phép', exact: true }).click()
  await page.getByRole('button', { name: 'Cho phép trình duyệt' }).click()
  await page.getByRole('button', { name: 'Cấp chứng thư' }).click()
  const making = page.getByRole('dialog')
  await making.getByLabel('Tên máy').fill('Phòng họp')
  await page.keyboard.press('Control+Enter')
  await expect(making.getByText(/^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/)).toBeVisible()
  const download = page.waitForEvent('download')
  await making.getByRole('button', { name: 'Tải neo-ve.p12' }).click()
  expect((await download).suggestedFilename()).toBe('neo-ve.p12')
  await making.getByRole('button', { name: 'Đã tải và chép xong' }).click()
  await expect(page.getByText('Phòng họp (trình duyệt)')).toBeVisible()
})
