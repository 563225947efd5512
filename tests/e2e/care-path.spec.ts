import { expect, test } from '@playwright/test'
import { expectAccessible } from './_axe.ts'
import { goTo, openWindow, signIn, startSampleHub } from './_desk.ts'

test('a stage is refused by its article, a session marked and a month rated by keyboard, then locked', async ({
  browser,
}) => {
  await using house = await startSampleHub()
  const zone = await openWindow(browser, house)
  await signIn(zone, house, 'khu')

  await test.step('ending stage 2 before ten days is refused, naming rule and article', async () => {
    await goTo(zone, house, '/quy-trinh?giai-doan=2')
    const list = zone.getByRole('grid', { name: /^Học viên: 2\./ })
    const early = list.getByRole('row').filter({ hasText: 'sớm nhất' }).last()
    await early.getByRole('button', { name: /^Kết thúc/ }).click()
    const form = zone.getByRole('form', { name: 'Kết thúc giai đoạn' })
    await form.getByRole('radio', { name: 'Đạt', exact: true }).check()
    await form.getByRole('button', { name: 'Kết thúc giai đoạn' }).click()
    await expect(form.getByRole('alert')).toContainText('ST-2, Nghị định 163/2026/NĐ-CP Điều 85')
    await form.getByRole('button', { name: 'Đóng' }).click()
    await zone.getByRole('button', { name: 'Bỏ nội dung' }).click()
    await expect(form).toBeHidden()
    await expectAccessible(zone)
  })

  await test.step('the month is rated by letters; another rating than proposed asks for its reason', async () => {
    await goTo(zone, house, '/quy-trinh/xep-loai')
    const rows = zone.getByRole('table', { name: 'Xếp loại tháng' }).locator('[data-grid-row]')
    await rows.first().focus()
    await zone.keyboard.press('b')
    await expect(zone.getByText(/^còn 1 người phải ghi lý do/)).toBeVisible()
    await rows.first().getByRole('textbox').fill('Đi muộn nhiều buổi')
    await zone.getByRole('button', { name: /^Lưu xếp loại 1 người/ }).click()
    await expect(rows.first()).toHaveAttribute('aria-label', /Trung bình$/)
    await expectAccessible(zone)
  })

  await test.step('the attendance of the open session is taken by keyboard and closed', async () => {
    const teacher = await openWindow(browser, house)
    await signIn(teacher, house, 'daynghe')
    await goTo(teacher, house, '/quy-trinh/buoi?xem=chua-chot')
    await teacher.getByRole('grid', { name: 'Các buổi' }).getByRole('link').last().click()
    const rows = teacher.getByRole('table', { name: 'Điểm danh' }).locator('[data-grid-row]')
    await rows.first().focus()
    const count = await rows.count()
    for (let at = 0; at < count; at += 1) await teacher.keyboard.press(at === 1 ? 'o' : 'c')
    // Those who are out take no letter: the arrow goes past them.
    for (const row of await rows.filter({ hasNotText: 'đang ở ngoài' }).all())
      if ((await row.locator('[aria-pressed="true"]').count()) === 0)
        await row.getByRole('button', { name: /: Có mặt$/ }).click()
    await teacher.getByRole('button', { name: 'Chốt điểm danh' }).click()
    await expect(teacher.getByText('đã chốt', { exact: true })).toBeVisible()
    await expectAccessible(teacher)
  })

  await test.step('the head of the centre cannot lock a month that is not finished', async () => {
    const director = await openWindow(browser, house)
    await signIn(director, house, 'truong')
    await goTo(director, house, '/quy-trinh/xep-loai')
    await director.getByRole('button', { name: 'Duyệt và khóa tháng' }).click()
    const dialog = director.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Duyệt và khóa tháng' }).click()
    await expect(dialog.getByRole('alert')).toContainText('người chưa xếp loại')
  })
})
