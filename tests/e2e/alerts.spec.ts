import { expect, test } from '@playwright/test'
import { expectAccessible } from './_axe.ts'
import { goTo, openWindow, signIn, startSampleHub } from './_desk.ts'

test('an alert raised at the gate asks at the bed, stands on every line, and is closed', async ({
  browser,
}) => {
  await using house = await startSampleHub()
  const intake = await openWindow(browser, house)
  await signIn(intake, house, 'tiepnhan')

  await test.step('the desk raises it by keyboard, and the bed asks why', async () => {
    await goTo(intake, house, '/tiep-nhan')
    await intake.getByRole('textbox', { name: /Họ và tên/ }).fill('Quan Văn Nạng')
    await intake.getByRole('radio', { name: 'Nam', exact: true }).check()
    await intake.getByRole('radio', { name: 'Tự nguyện' }).check()
    const section = intake.getByRole('region', { name: 'Cảnh báo' })
    await section.getByRole('button', { name: 'Cảnh báo' }).focus()
    await intake.keyboard.press('Enter')
    await expect(section.getByRole('combobox', { name: 'Loại cảnh báo' })).toBeFocused()
    // As a hand types: faster keys are a scanner's.
    await intake.keyboard.type('giường dưới', { delay: 50 })
    await intake.keyboard.press('Enter')
    await intake.keyboard.press('Tab')
    await intake.keyboard.type('Đi nạng', { delay: 50 })
    await intake.keyboard.press('Tab')
    await intake.keyboard.type('Gãy chân cũ, có giấy ra viện', { delay: 50 })
    await expect(section.getByText('Hiện trước khi: xếp giường')).toBeVisible()
    const bed = intake.getByRole('region', { name: /Giường$/ })
    const room = bed.getByRole('list', { name: 'Giường trống' }).getByRole('listitem').first()
    await expect(room).toContainText('Cần giường dưới (yếu, đi lại khó). Kiểm tra giường là giường dưới')
    await room.getByRole('radio').first().check()
    await expect(bed.getByRole('textbox', { name: /Lý do vẫn xếp/ })).toBeVisible()
  })

  const zone = await openWindow(browser, house)
  await signIn(zone, house, 'khu')
  await test.step('the list of active alerts keeps its filter in the address', async () => {
    await goTo(zone, house, '/khu')
    await zone.getByRole('navigation', { name: 'Khu, chỗ ở' }).getByRole('link', { name: 'Cảnh báo' }).click()
    await expect(zone.getByRole('heading', { name: 'Cảnh báo', level: 1 })).toBeVisible()
    await zone.getByRole('button', { name: 'Loại' }).click()
    await zone.getByRole('menuitemcheckbox', { name: 'Lưu ý y tế' }).click()
    await zone.keyboard.press('Escape')
    await expect(zone).toHaveURL(/loai=health/)
    await expect(zone.getByText('Hỏi y tế').first()).toBeVisible()
    await expectAccessible(zone)
  })

  await test.step('the zone raises one on a person and closes it with a reason', async () => {
    await goTo(zone, house, '/nguoi')
    await zone.getByRole('grid', { name: 'Danh sách học viên' }).getByRole('link').nth(3).click()
    await zone.getByRole('button', { name: 'Ghi cảnh báo' }).click()
    const dialog = zone.getByRole('dialog', { name: 'Ghi cảnh báo' })
    await dialog.getByRole('combobox', { name: /^Cảnh báo/ }).fill('Nguy cơ cất giấu')
    await zone.getByRole('option', { name: /^Nguy cơ cất giấu/ }).click()
    await dialog.getByRole('button', { name: 'Ghi cảnh báo' }).click()
    await expect(dialog.getByText('Ghi căn cứ: biểu hiện, giấy tờ hoặc lời kể của ai.')).toBeVisible()
    await dialog.getByRole('textbox', { name: /^Căn cứ/ }).fill('Giấu bật lửa trong chăn')
    await dialog.getByRole('button', { name: 'Ghi cảnh báo' }).click()
    await expect(dialog).toBeHidden()
    await expect(zone.getByRole('complementary', { name: 'Tóm tắt' })).toContainText('Vật cấm')
    await zone.getByRole('button', { name: 'Đóng: Nguy cơ cất giấu vật cấm, ma túy' }).click()
    await zone.getByRole('textbox', { name: 'Lý do' }).fill('Kiểm tra nhiều lần, không còn')
    await zone.getByRole('button', { name: 'Đóng cảnh báo' }).click()
    await expect(zone.getByRole('button', { name: /^Đã đóng \(/ })).toBeVisible()
  })
})
