import { expect, test } from '@playwright/test'
import { expectAccessible } from './_axe.ts'
import { goTo, openWindow, signIn, startSampleHub } from './_desk.ts'

test('a count of the box becomes minutes that can be printed, a place to return to names its rule, a day stands by hour', async ({
  browser,
}) => {
  await using house = await startSampleHub()
  const page = await openWindow(browser, house)
  await signIn(page, house, 'truong')

  await test.step('the minutes of the last count are made where the box is closed', async () => {
    await goTo(page, house, '/luu-ky/khoa-so')
    await page
      .getByRole('button', { name: /^Lập biên bản kiểm quỹ lưu ký/ })
      .first()
      .click()
    await page.getByRole('dialog').getByRole('button', { name: 'Lập văn bản' }).click()
    await expect(page.getByRole('heading', { name: /^Biên bản kiểm quỹ tiền mặt lưu ký số/ })).toBeVisible()
    await expect(page.getByRole('button', { name: 'In văn bản' })).toBeEnabled()
  })

  await test.step('somebody without a stable residence is written down, with the rule behind it', async () => {
    await goTo(page, house, '/nguoi')
    await page.getByRole('grid').getByRole('link').first().click()
    await page.waitForURL(/\/nguoi\//)
    await page.goto(`${page.url().split('?')[0]}?the=phieu`)
    await page.getByRole('button', { name: /^(Ghi nơi về|Sửa nơi về khi ra cơ sở)$/ }).click()
    const form = page.getByRole('form', { name: 'Nơi về khi ra cơ sở' })
    await form.getByRole('combobox', { name: 'Nơi cư trú' }).click()
    await page.getByRole('option', { name: 'Không có nơi cư trú ổn định' }).click()
    await form.getByRole('button', { name: 'Ghi nơi về' }).click()
    await expect(page.getByText(/^DIS-11|DIS-11: Luật/)).toBeVisible()
  })

  await test.step('the visits of a day stand by hour and room', async () => {
    await goTo(page, house, '/tham-gap?xem=lich')
    await page
      .getByRole('button', { name: /^Xem theo giờ/ })
      .first()
      .click()
    await expect(page.getByRole('table', { name: /^Lượt thăm theo giờ và phòng/ })).toBeVisible()
    await expectAccessible(page)
  })
})
