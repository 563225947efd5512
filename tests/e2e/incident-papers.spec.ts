import { expect, test } from '@playwright/test'
import { expectAccessible } from './_axe.ts'
import { goTo, openWindow, signIn, startSampleHub } from './_desk.ts'

test('papers of an incident are made on its page, statements for all at once, and printed as made', async ({
  browser,
}) => {
  await using house = await startSampleHub()
  const page = await openWindow(browser, house)
  await signIn(page, house, 'truong')
  const response = await page.request.post(`${house.url}/rpc/incidents/list`, {
    data: { json: { kinds: ['fight'], states: ['reported', 'under-review', 'decided', 'closed'] } },
  })
  const { json } = (await response.json()) as { json: { rows: { id: string; residents: number }[] } }
  // The newest that is closed has its papers already.
  const fight = json.rows.findLast(({ residents }) => residents > 1)
  await goTo(page, house, `/vu-viec/${fight?.id}?the=van-ban`)

  await test.step('the minutes take their number and are shown ready for the printer', async () => {
    await expect(page.getByText('Chưa lập văn bản nào')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Lập Biên bản vụ việc' }).click()
    const dialog = page.getByRole('dialog', { name: 'Biên bản vụ việc' })
    await dialog.getByLabel('Biện pháp đã làm, xử lý').fill('Tách hai bên, đưa về phòng riêng')
    await expectAccessible(page)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: /^Biên bản vụ việc số/ })).toBeVisible()
    await expect(page.getByText('Tách hai bên, đưa về phòng riêng')).toBeVisible()
    await page.getByRole('link', { name: 'Văn bản' }).click()
    await expect(page.getByRole('link', { name: 'Biên bản vụ việc' })).toBeVisible()
  })

  await test.step('statements of everybody are made and printed together', async () => {
    await page.getByRole('button', { name: /^Lập \d+ bản còn lại$/ }).click()
    await page.getByRole('button', { name: /^In \d+ bản$/ }).click()
    await expect(page.getByRole('button', { name: 'In tất cả' })).toBeEnabled()
    await expect(page.getByText('Ghi lời khai', { exact: true }).first()).toBeVisible()
  })
})
