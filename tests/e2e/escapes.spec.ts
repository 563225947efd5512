import { expect, test } from '@playwright/test'
import { expectAccessible } from './_axe.ts'
import { goTo, openWindow, signIn, startSampleHub } from './_desk.ts'

/** A day so long ago, as it is typed. */
function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toLocaleDateString('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  })
}

test('an escape at night is reported from the search and explained after the return; a failed count is one act', async ({
  browser,
}) => {
  await using house = await startSampleHub()
  const head = await openWindow(browser, house)
  await signIn(head, house, 'truong')
  const dialog = head.getByRole('dialog', { name: 'Báo bỏ trốn' })

  await test.step('from anywhere by keyboard: who, when, what the law asks for', async () => {
    await head.keyboard.press('Control+k')
    await expect(head.getByRole('combobox', { name: /Tìm người/ })).toBeFocused()
    await head.keyboard.type('bao bo tron')
    await head.getByRole('option', { name: 'Báo bỏ trốn' }).click()
    await dialog
      .getByLabel(/^Ai bỏ trốn/)
      .first()
      .fill('Nguyễn')
    await head.getByRole('option').first().click()
    await dialog.getByRole('button', { name: 'Tiếp' }).click()
    await expect(dialog.getByRole('list', { name: 'Việc phải làm theo quy định' })).toContainText('TERM-09')
    await expectAccessible(head)
    await dialog.getByRole('textbox', { name: 'Bỏ trốn lúc: ngày' }).fill(daysAgo(9))
    await dialog.getByRole('textbox', { name: 'Bỏ trốn lúc: giờ' }).fill('23:30')
    await dialog.getByRole('textbox', { name: 'Trang phục' }).fill('Áo xanh')
    await dialog.getByRole('button', { name: 'Ghi bỏ trốn' }).click()
    await expect(head.getByRole('heading', { level: 1, name: /^Bỏ trốn: Nguyễn/ })).toBeVisible()
    await expect(head.getByText('Áo xanh')).toBeVisible()
  })

  await test.step('the return says by how many days the end moved, and why', async () => {
    await head.getByRole('button', { name: 'Đã đưa trở lại' }).first().click()
    const back = head.getByRole('dialog', { name: 'Đã đưa trở lại' })
    await back.getByRole('textbox', { name: 'Ai đưa về' }).fill('Công an xã')
    await back.getByRole('button', { name: 'Ghi đã trở lại' }).click()
    const effect = head.getByRole('region', { name: /^Thời hạn của/ })
    await expect(effect).toContainText('sau 9 ngày bỏ trốn')
    await expect(effect).toContainText('TERM-09')
    await expectAccessible(head)
  })

  await test.step('a zone that came out empty: everybody not counted, in one act', async () => {
    await goTo(head, house, '/diem-danh')
    await head.getByRole('link', { name: 'Đếm', exact: true }).first().click()
    const box = head.locator('[data-count]').first()
    await box.fill('0')
    await head.keyboard.press('ArrowDown')
    await head.getByRole('button', { name: 'Báo bỏ trốn' }).click()
    const missing = head.getByRole('dialog', { name: 'Báo bỏ trốn từ lần điểm danh này' })
    await expectAccessible(head)
    await missing.getByRole('button', { name: /^Tiếp: báo \d+ người$/ }).click()
    await expect(missing.getByRole('textbox', { name: 'Diễn biến' })).toBeFocused()
    await head.keyboard.press('Control+Enter')
    await expect(head.getByRole('heading', { level: 1, name: /^\d+ người bỏ trốn$/ })).toBeVisible()
  })

  await test.step('who was in the kitchen is taken back; the others keep their papers', async () => {
    await head.getByRole('button', { name: /^Lập phiếu ảnh cho \d+ người$/ }).click()
    await expect(head.getByText(/^Đã lập \d+ bản\.$/)).toBeVisible()
    await head
      .getByRole('button', { name: /^Ghi nhầm: / })
      .first()
      .click()
    const back = head.getByRole('dialog', { name: /^Rút việc ghi .+ bỏ trốn\?$/ })
    await back.getByRole('textbox', { name: 'Lý do' }).fill('Đang ở bếp')
    await back.getByRole('button', { name: 'Đính chính là ghi nhầm' }).click()
    await expect(head.getByText('Ghi nhầm, đã đính chính', { exact: true })).toBeVisible()
    await expectAccessible(head)
  })

  await test.step('the sheets and the roster print', async () => {
    await head.getByRole('button', { name: 'In phiếu ảnh' }).click()
    await expect(head.getByRole('button', { name: /^In \d+ bản$/ })).toBeEnabled()
    await expect(head.getByText('PHIẾU ẢNH TRUY TÌM NGƯỜI BỎ TRỐN').first()).toBeVisible()
    await goTo(head, house, '/in/danh-sach-anh')
    await head.getByRole('button', { name: 'Lập danh sách' }).click()
    await expect(head.getByRole('button', { name: /^In \d+ người$/ })).toBeEnabled()
  })
})
