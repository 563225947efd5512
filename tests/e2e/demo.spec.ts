import { expect, test } from '@playwright/test'
import { DEMO_LOGINS } from '#hub/setup/demo-logins.ts'
import { ROLE_LABELS } from '#domain/permissions/roles.ts'
import { openWindow, startEmptyHub } from './_desk.ts'

test('the fictitious centre stands after one click, and every role comes in with another', async ({
  browser,
}) => {
  await using house = await startEmptyHub()
  const page = await openWindow(browser, house)
  await page.goto(house.url)
  await page.getByRole('button', { name: 'Dùng thử với dữ liệu mẫu' }).click()
  await expect(page.getByText('Dựng cơ sở dùng thử')).toBeVisible()
  await expect(page.getByText('Cơ sở dùng thử đã sẵn sàng.')).toBeVisible({ timeout: 60_000 })
  for (const { login, name, roles } of DEMO_LOGINS) {
    await page
      .getByRole('button', {
        name: new RegExp(`^${ROLE_LABELS[roles[0] ?? 'intake']}`.replace(/[()]/g, '.')),
      })
      .click()
    await expect(page.getByRole('heading', { level: 1 }), login).toBeVisible()
    await expect(page.getByText('Dữ liệu mẫu để dùng thử.')).toBeVisible()
    await page.getByRole('button', { name: new RegExp(name) }).click()
    await page.getByRole('menuitem', { name: /Đăng xuất/ }).click()
    await expect(page.getByRole('button', { name: 'Đăng nhập' })).toBeVisible()
  }
})
