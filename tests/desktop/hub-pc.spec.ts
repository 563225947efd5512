import { expect, test } from '@playwright/test'
import { Desktop } from './_desktop.ts'

test.describe('the PC that keeps the data', () => {
  test('first run as hub: chooses, starts a real hub, sets the centre up', async ({ browser }) => {
    await using pc = await Desktop.start(browser)
    const first = await pc.page()
    await expect(first.getByRole('heading', { name: 'Máy này là máy gì?' })).toBeVisible()
    const opened = pc.nextWindow()
    await first.getByRole('button', { name: 'Dùng làm máy chủ' }).click()
    const page = await opened
    await expect(page.getByRole('heading', { name: 'Thiết lập cơ sở' })).toBeVisible({ timeout: 30_000 })
  })
})
