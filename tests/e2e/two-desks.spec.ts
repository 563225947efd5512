import { expect, test, type Page } from '@playwright/test'
import { goTo, openWindow, signIn, startSampleHub, type HubAtWork } from './_desk.ts'

/** Opens the file of the first person of the list; its address. */
async function firstPerson(page: Page, house: HubAtWork): Promise<string> {
  await goTo(page, house, '/nguoi')
  const list = page.getByRole('grid', { name: 'Danh sách học viên' })
  await expect(list.getByRole('row').nth(1)).toBeVisible()
  await list.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/nguoi\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname
}

async function editIdentity(page: Page, house: HubAtWork, path: string): Promise<void> {
  await goTo(page, house, path)
  await page.getByRole('tab', { name: 'Hồ sơ' }).click()
  await page.getByRole('button', { name: 'Sửa: Nhân thân' }).click()
  await expect(page.getByLabel('Tên gọi khác')).toBeVisible()
}

test.describe('two desks at work on the same centre', () => {
  test('race for one bed: one gets it, the other is told who has it', async ({ browser }) => {
    await using house = await startSampleHub()
    const desks = [await openWindow(browser, house), await openWindow(browser, house)]
    const logins = ['khu', 'truong']
    for (const [i, page] of desks.entries()) await signIn(page, house, logins[i] ?? '')
    const [first, second] = desks
    if (!first || !second) throw new Error('two desks')

    await goTo(first, house, '/khu')
    await first.getByRole('row').nth(1).getByRole('link').click()
    await first.waitForURL(/\/khu\/.+/)
    const zone = new URL(first.url()).pathname
    // Two people leave their beds: two wait, and both are wanted in the one that came free first.
    const names: string[] = []
    for (let i = 0; i < 2; i += 1) {
      const cell = first.locator('[data-cell][data-state="held"]').first()
      names.push((await cell.locator('b').innerText()).trim())
      await cell.click()
      await first.getByRole('menuitem', { name: 'Cho rời giường…' }).click()
      await first.getByRole('dialog').getByRole('textbox', { name: /Lý do/ }).fill('Sửa phòng')
      await first
        .getByRole('dialog')
        .getByRole('button', { name: /^Cho rời giường/ })
        .click()
      await expect(first.getByRole('dialog')).toBeHidden()
    }
    const free = (cells: Element[]) => cells.findIndex((cell) => cell.getAttribute('data-state') === 'free')
    const index = await first.locator('[data-cell]').evaluateAll(free)
    await goTo(second, house, zone)
    for (const [i, page] of desks.entries()) {
      await page.locator('[data-cell]').nth(index).click()
      await page.getByRole('menuitem', { name: 'Xếp người đang chờ…' }).click()
      const list = page.getByRole('dialog').getByRole('grid')
      await page
        .getByRole('dialog')
        .getByPlaceholder('Lọc theo tên')
        .fill(names[i] ?? '')
      await list.focus()
      await page.keyboard.press('Enter')
      await expect(page.getByRole('dialog', { name: 'Chọn giường' })).toBeVisible()
    }
    const commit = (page: Page) => page.getByRole('dialog').getByRole('button', { name: /^Xếp .+ vào/ })
    for (const page of desks) {
      const reason = page.getByRole('textbox', { name: /Vì sao vẫn xếp/ })
      await expect(commit(page)).toBeVisible()
      if (await reason.isVisible()) await reason.fill('Giường gần nhất còn trống')
    }
    await Promise.all(desks.map((page) => commit(page).click()))
    await expect(async () => {
      const open = await Promise.all(desks.map((page) => page.getByRole('dialog').isVisible()))
      expect(open.filter(Boolean)).toHaveLength(1)
    }).toPass({ timeout: 10_000 })
    const [winner, loser, refused] = (await first.getByRole('dialog').isVisible())
      ? [names[1], names[0], first]
      : [names[0], names[1], second]
    // Refused on sending, with the name of who was to lie there, or warned by the news a moment before.
    await expect(refused.getByRole('dialog').getByRole('alert')).toContainText(
      new RegExp(`^(${loser}: )?Giường .+ đã có ${winner} từ .+ Chọn giường khác.`),
    )

    await test.step('race to swap the same person: one does, the other is told and chooses anew', async () => {
      for (const [i, page] of desks.entries()) {
        await goTo(page, house, zone)
        await page.locator('[data-cell][data-state="held"]').nth(i).click()
        await page.getByRole('menuitem', { name: 'Đổi chỗ với người khác…' }).click()
        await page.getByRole('combobox', { name: /Đổi với/ }).fill('5-0')
        await page.getByRole('option').first().click()
        await page.getByRole('textbox', { name: /Lý do/ }).fill('Gần cửa')
      }
      await Promise.all(
        desks.map((page) =>
          page
            .getByRole('dialog')
            .getByRole('button', { name: /^Đổi .+ với/ })
            .click(),
        ),
      )
      const told = (page: Page) =>
        page.getByRole('alert').filter({ hasText: 'Chọn lại hai người để đổi chỗ' })
      await expect(async () => {
        const refusedAt = await Promise.all(desks.map((page) => told(page).count()))
        expect(refusedAt.reduce((sum, count) => sum + count, 0)).toBe(1)
      }).toPass({ timeout: 10_000 })
      const loserDesk = (await told(first).count()) === 1 ? first : second
      await expect(loserDesk.getByRole('button', { name: 'Đổi chỗ', exact: true })).toBeDisabled()
    })
  })

  test('edit the same field: both values are shown and one is chosen; other fields merge', async ({
    browser,
  }) => {
    await using house = await startSampleHub()
    const intake = await openWindow(browser, house)
    const director = await openWindow(browser, house)
    await signIn(intake, house, 'tiepnhan')
    await signIn(director, house, 'truong')
    const path = await firstPerson(intake, house)

    await editIdentity(intake, house, path)
    await editIdentity(director, house, path)
    await intake.getByLabel('Tên gọi khác').fill('Sáu Lúa')
    await director.getByLabel('Tên gọi khác').fill('Bảy Đò')
    await director.getByLabel('Nghề nghiệp').fill('Chạy đò')
    await director.keyboard.press('Control+Enter')
    await expect(director.getByText('Đã lưu: Nhân thân.')).toBeVisible()

    await intake.keyboard.press('Control+Enter')
    await expect(intake.getByText(/vừa sửa ô này lúc/)).toContainText('Trần Quốc Bảo')
    await expect(intake.getByRole('radio', { name: 'Bạn nhập: Sáu Lúa' })).toBeVisible()
    await expect(intake.getByRole('radio', { name: 'Trần Quốc Bảo nhập: Bảy Đò' })).toBeVisible()
    await intake.getByRole('radio', { name: 'Bạn nhập: Sáu Lúa' }).check()
    await intake.getByRole('button', { name: 'Lưu giá trị đã chọn' }).click()
    await expect(intake.getByText('Đã lưu: Nhân thân.')).toBeVisible()

    // The other desk sees it without asking again, and kept what it wrote in the other field.
    await expect(director.getByRole('definition').filter({ hasText: 'Sáu Lúa' })).toBeVisible()
    await expect(director.getByRole('definition').filter({ hasText: 'Chạy đò' })).toBeVisible()
  })

  test('a form that is left keeps its draft until it is opened again', async ({ browser }) => {
    await using house = await startSampleHub()
    const page = await openWindow(browser, house)
    await signIn(page, house, 'tiepnhan')
    const path = await firstPerson(page, house)
    await editIdentity(page, house, path)
    await page.getByLabel('Tên gọi khác').fill('Tư Nháp')
    await expect(page.getByText(/đã lưu nháp/)).toBeVisible()

    await goTo(page, house, '/khu')
    await goTo(page, house, path)
    await page.getByRole('tab', { name: 'Hồ sơ' }).click()
    await expect(page.getByText(/Đang tiếp tục bản nháp/)).toBeVisible()
    await expect(page.getByLabel('Tên gọi khác')).toHaveValue('Tư Nháp')
  })
})
