import { expect, test } from '@playwright/test'
import { expectAccessible } from './_axe.ts'
import { goTo, openWindow, signIn, startSampleHub } from './_desk.ts'

test('a notice is sent from the work list, and a rule shows whom it moves before it is saved', async ({
  browser,
}) => {
  await using house = await startSampleHub()
  const intake = await openWindow(browser, house)
  await signIn(intake, house, 'tiepnhan')

  await test.step('a notice asks for proof of sending and is then done with its number', async () => {
    await goTo(intake, house, '/viec?viec=DIS-01')
    await expect(intake.getByRole('heading', { name: 'Việc của tôi', level: 1 })).toBeVisible()
    const boxes = intake.getByRole('checkbox')
    await boxes.nth(1).check()
    await expectAccessible(intake)
    await intake.getByRole('button', { name: /Ghi đã làm, không phải làm \(1\)/ }).click()
    const form = intake.getByRole('dialog')
    await form.getByRole('button', { name: 'Ghi đã làm' }).click()
    await expect(form.getByText('Chọn cách gửi thông báo.')).toBeVisible()
    await form.getByLabel('Số', { exact: true }).fill('12/TB-CSCN')
    await form.getByRole('combobox', { name: /Cách gửi/ }).click()
    await intake.getByRole('option', { name: /Bưu điện/ }).click()
    await form.getByRole('button', { name: 'Ghi đã làm' }).click()
    await expect(form).toBeHidden()
    await goTo(intake, house, '/viec?viec=DIS-01&trang-thai=da-xong')
    await expect(intake.getByText('Đã làm').first()).toBeVisible()
  })

  const head = await openWindow(browser, house)
  await signIn(head, house, 'truong')
  await test.step('a rule is looked at before it is saved', async () => {
    await goTo(head, house, '/quan-tri/quy-dinh?nhom=dong-ho')
    await head.getByRole('button', { name: /^Sửa CLK-06/ }).click()
    const form = head.getByRole('dialog')
    await form.getByLabel('Giá trị mới').fill('30')
    await form.getByLabel('Lý do thay đổi').fill('Thống nhất với Tòa án')
    await form.getByRole('button', { name: 'Lưu thay đổi' }).click()
    await expect(form.getByText(/Xem trước điều gì thay đổi/)).toBeVisible()
    await form.getByRole('button', { name: /Xem điều gì thay đổi/ }).click()
    await expect(form.getByText(/người thay đổi/)).toBeVisible({ timeout: 20_000 })
    await expectAccessible(head)
    await form.getByRole('button', { name: 'Lưu thay đổi' }).click()
    await expect(form).toBeHidden()
    await expect(head.getByText('Cơ sở đã đổi')).toBeVisible()
  })
})
