import { expect, test } from '@playwright/test'
import { expectAccessible } from './_axe.ts'
import { goTo, openWindow, signIn, startSampleHub } from './_desk.ts'

test('discipline: proposed in the zone, heard, decided by the head, carried out, with what follows from it', async ({
  browser,
}) => {
  await using house = await startSampleHub()
  const head = await openWindow(browser, house)
  await signIn(head, house, 'truong')
  await goTo(head, house, '/ky-luat')
  await expect(head.getByText(/chờ họp, chờ quyết định · \d+ đang thi hành/)).toBeVisible()

  await test.step('the one the council has heard is opened from the book', async () => {
    await head.getByText('Đã họp, chờ quyết định').first().dblclick()
    await expect(head.getByRole('heading', { name: 'Hội đồng' })).toBeVisible()
    await expect(head.getByText(/Không thăm gặp, gọi điện khi đang bị xem xét/)).toBeVisible()
    await expectAccessible(head)
  })

  const decided = /^Quyết định kỷ luật người cai nghiện số (\d+\/\S+)/
  await test.step('the decision is made as a paper, which gives its number', async () => {
    await head.getByRole('button', { name: 'Lập quyết định kỷ luật…' }).click()
    await head.getByRole('dialog').getByRole('button', { name: 'Lập văn bản', exact: true }).click()
    await expect(head.getByRole('link', { name: decided })).toBeVisible()
  })

  await test.step('the head decides with it', async () => {
    await head.getByRole('button', { name: 'Ra quyết định…' }).click()
    const dialog = head.getByRole('dialog')
    const paper = (await head.getByRole('link', { name: decided, includeHidden: true }).textContent()) ?? ''
    const number = decided.exec(paper)?.[1] ?? 'none'
    await expect(dialog.getByLabel('Số quyết định')).toHaveValue(number)
    await expect(dialog.getByLabel('Số quyết định')).toBeFocused()
    // A day that does not exist is never sent as no day at all, and what was typed is not lost by Esc.
    const last = dialog.getByRole('textbox', { name: 'Đến hết ngày' })
    await last.fill('31/11/2026')
    await last.press('Control+Enter')
    await expect(dialog.getByText('Không có ngày 31/11/2026. Kiểm tra lại.')).toBeVisible()
    await last.press('Escape')
    await head
      .getByRole('dialog', { name: 'Bỏ nội dung đang nhập?' })
      .getByRole('button', { name: 'Thôi' })
      .click()
    await last.fill('')
    await dialog.getByRole('button', { name: 'Ra quyết định', exact: true }).click()
    await expect(dialog).toBeHidden()
    await expect(head.getByRole('heading', { name: `Quyết định số ${number}` })).toBeVisible()
  })

  await test.step('it is read out and done with', async () => {
    await head.getByRole('button', { name: 'Thi hành…' }).click()
    await head.getByRole('dialog').getByRole('button', { name: 'Công bố, thi hành' }).click()
    await expect(head.getByText('Đã thi hành xong').first()).toBeVisible()
  })

  await test.step('a special zone says that no text limits its days', async () => {
    await goTo(head, house, '/ky-luat?tinh-trang=thi-hanh')
    await head
      .getByText(/^Còn 6 ngày/)
      .first()
      .dblclick()
    await expect(head.getByText(/Chưa tìm thấy văn bản quy định số ngày tối đa/).first()).toBeVisible()
  })
})
