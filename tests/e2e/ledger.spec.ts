import { expect, test } from '@playwright/test'
import { goTo, openWindow, signIn, startSampleHub } from './_desk.ts'

test('money comes in, is spent by keyboard, the box is counted, and the statement adds up', async ({
  browser,
}) => {
  await using house = await startSampleHub()
  const page = await openWindow(browser, house)
  await signIn(page, house, 'tiepnhan')
  await goTo(page, house, '/luu-ky/so-du')
  const balances = page.getByRole('grid', { name: 'Số dư lưu ký' })
  const name = (await balances.getByRole('link').first().innerText()).trim()

  await test.step('the family sends money, and a receipt is printed', async () => {
    await balances.getByRole('link').first().click()
    await page.getByRole('button', { name: 'Nhận tiền' }).click()
    const form = page.getByRole('form', { name: 'Nhận tiền lưu ký' })
    await form.getByRole('textbox', { name: /Số tiền/ }).fill('300000')
    await form.getByRole('textbox', { name: 'Người gửi' }).fill('Chị gái')
    await page.keyboard.press('Control+Enter')
    const entries = page.getByRole('table', { name: 'Các khoản thu, chi' })
    await expect(entries.getByRole('row').nth(1)).toContainText('+300.000 đ')
    await entries.getByRole('row').nth(1).getByRole('link').click()
    await expect(page.getByText('Ba trăm nghìn đồng')).toBeVisible()
    await expect(page.getByText('Người gửi tiền').first()).toBeVisible()
  })

  await test.step('a purchase is typed without the mouse', async () => {
    await goTo(page, house, '/luu-ky/cang-tin')
    await page
      .getByRole('combobox', { name: 'Học viên' })
      .or(page.getByRole('textbox', { name: 'Học viên' }))
      .first()
      .focus()
    await page.keyboard.type(name)
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await expect(page.getByText(/được chi thêm/)).toBeVisible()
    await page.keyboard.type('35000')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('table', { name: 'Các dòng chờ ghi' })).toContainText('35.000 đ')
    await page.getByRole('button', { name: 'Ghi 1 dòng, 35.000 đ' }).press('Enter')
    await expect(page.getByText('Đã ghi 1 khoản mua hàng, cộng 35.000 đ.')).toBeVisible()
  })

  await test.step('the box is closed only with the difference explained', async () => {
    await goTo(page, house, '/luu-ky/khoa-so')
    await page.getByRole('textbox', { name: /Tiền đếm được/ }).fill('1000')
    await page.getByRole('textbox', { name: /Người cùng kiểm/ }).fill('Lê Thị Bình')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Ghi giải thích chênh lệch trước khi khóa.')).toBeVisible()
    await page
      .getByRole('textbox', { name: /Giải thích chênh lệch/ })
      .fill('Tiền đã nộp kho bạc, chưa ghi sổ')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(/Đã khóa sổ quỹ/)).toBeVisible()
    await expect(page.getByText(/^thiếu/).first()).toBeVisible()
  })

  await test.step('the count becomes numbered minutes that can be printed', async () => {
    await page
      .getByRole('button', { name: /^Lập biên bản kiểm quỹ lưu ký/ })
      .first()
      .click()
    await page.getByRole('dialog').getByRole('button', { name: 'Lập văn bản' }).click()
    await expect(page.getByRole('heading', { name: /^Biên bản kiểm quỹ tiền mặt lưu ký số/ })).toBeVisible()
    await expect(page.getByRole('button', { name: 'In văn bản' })).toBeEnabled()
  })
})
