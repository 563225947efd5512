import { expect, test, type Page } from '@playwright/test'
import { DEMO_PASSWORD } from '#hub/setup/demo-logins.ts'
import { expectAccessible } from './_axe.ts'
import { goTo, openWindow, signIn, startSampleHub } from './_desk.ts'

/** The box of a room by its place in the grid. */
const box = (page: Page, index: number) => page.locator('[data-count]').nth(index)

test('a zone is counted by keyboard at two desks, differences named, and both shifts sign', async ({
  browser,
}) => {
  await using house = await startSampleHub()
  const zone = await openWindow(browser, house)
  await signIn(zone, house, 'khu')
  // The hand-over at hand may be counted already: the hour decides. One zone is always left.
  await goTo(zone, house, '/diem-danh')
  await zone.getByRole('link', { name: 'Đếm', exact: true }).first().click()
  await expect(box(zone, 0)).toBeVisible()
  const grid = zone.getByRole('table', { name: 'Số đếm theo phòng' })
  const rooms = await zone.locator('[data-count]').count()
  expect(rooms).toBeGreaterThan(4)

  await test.step('Enter takes the number of the roll, minus and plus are one key each', async () => {
    await expect(box(zone, 0)).toBeFocused()
    for (let i = 0; i < rooms; i += 1) {
      if (i === 1) await zone.keyboard.press('+')
      await zone.keyboard.press('Enter')
    }
    await expect(grid.getByRole('row', { name: /^Cộng/ })).toContainText(`${rooms}/${rooms} phòng`)
    await expect(grid.getByText('Thừa 1, chưa giải trình')).toBeVisible()
    await expect(zone.getByRole('button', { name: 'Ký giao ca' })).toBeDisabled()
  })

  await test.step('another desk on the same room is shown the conflict and chooses', async () => {
    const head = await openWindow(browser, house)
    await signIn(head, house, 'truong')
    await head.goto(zone.url())
    const computed = Number(await box(head, 0).getAttribute('placeholder'))
    await expect(box(head, 0)).toHaveValue(String(computed))
    // Cut off from the news for a moment: both look at the same number, and each writes another.
    await head.route('**/rpc/headCount/grid', (route) => route.abort())
    await box(zone, 0).fill(String(computed + 3))
    await zone.keyboard.press('ArrowDown')
    await expect(grid.getByText('Thừa 3, chưa giải trình')).toBeVisible()
    await box(head, 0).fill(String(computed + 5))
    await head.keyboard.press('ArrowDown')
    const conflict = head.getByRole('alert').filter({ hasText: 'Hoàng Văn Sơn vừa ghi' })
    await expect(conflict).toContainText(`bạn ghi ${computed + 5}`)
    await head.unroute('**/rpc/headCount/grid')
    await conflict.getByRole('button', { name: `Giữ ${computed + 3}` }).click()
    await head.context().close()
    await box(zone, 0).focus()
    await zone.keyboard.press('Control+z')
    await expect(box(zone, 0)).toHaveValue(String(computed))
    await expect(grid.getByText('Thừa 3, chưa giải trình')).toBeHidden()
  })

  await test.step('the difference is explained, with its own reason', async () => {
    await box(zone, 1).focus()
    const form = zone.getByRole('form', { name: 'Giải trình một người lệch' })
    await form.getByRole('button', { name: 'Lưu giải trình' }).click()
    await expect(form.getByRole('alert')).toHaveText('Chọn lý do.')
    await form.getByRole('radio', { name: 'Đếm nhầm' }).click()
    await form.getByRole('button', { name: 'Lưu giải trình' }).click()
    await expect(zone.getByRole('list', { name: 'Giải trình' })).toContainText('đếm nhầm')
    await expectAccessible(zone)
  })

  await test.step('the receiving shift signs with its own password, not the same person', async () => {
    await zone.getByRole('button', { name: 'Ký giao ca' }).click()
    const dialog = zone.getByRole('dialog', { name: /^Ký giao ca/ })
    // The dialog gives the focus a moment after it opens: what is typed before would go there.
    await expect(dialog.getByLabel('Ca nhận: tên đăng nhập')).toBeFocused()
    await dialog.getByLabel('Nội dung bàn giao').fill('Đủ chìa khóa')
    await dialog.getByLabel('Ca nhận: tên đăng nhập').fill('khu')
    await dialog.getByLabel(/^Mật khẩu người nhận/).fill(DEMO_PASSWORD)
    await dialog.getByRole('button', { name: 'Hai ca ký và khóa phiếu' }).click()
    await expect(dialog.getByText('Người nhận ca phải là người khác').first()).toBeVisible()
    await dialog.getByLabel('Ca nhận: tên đăng nhập').fill('truong')
    await dialog.getByLabel(/^Mật khẩu người nhận/).fill(DEMO_PASSWORD)
    await dialog.getByRole('button', { name: 'Hai ca ký và khóa phiếu' }).click()
    await expect(zone).toHaveURL(/diem-danh\/phieu/)
    await expect(zone.getByText('Đúng như lúc hai ca ký')).toBeVisible()
    const sheet = zone.getByRole('article')
    await expect(sheet).toContainText('Trần Quốc Bảo')
    await expect(sheet).toContainText('Đủ chìa khóa')
    await expectAccessible(zone)
  })

  await test.step('the list of counts has it on top, and the grid is closed', async () => {
    await goTo(zone, house, '/diem-danh/lich-su')
    const list = zone.getByRole('grid', { name: 'Các lần điểm danh đã ký' })
    await expect(list.getByText('thừa 1').first()).toBeVisible()
    await zone.getByRole('button', { name: 'Xem bảng' }).click()
    await expect(zone.getByRole('columnheader', { name: 'Thiếu' })).toBeVisible()
  })

  await test.step('the other pages of shifts and counts are clean too', async () => {
    for (const path of [
      '/diem-danh',
      '/ca-truc',
      '/ca-truc?the=to',
      '/ca-truc?the=khu',
      '/ca-truc?the=gio',
    ]) {
      await goTo(zone, house, path)
      await expectAccessible(zone)
    }
  })
})
