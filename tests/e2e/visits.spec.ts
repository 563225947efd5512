import { expect, test } from '@playwright/test'
import { expectAccessible } from './_axe.ts'
import { goTo, openWindow, signIn, startSampleHub } from './_desk.ts'

test('a visit: number, clock, the head adds time, money, and the week is used up', async ({ browser }) => {
  await using house = await startSampleHub()
  const desk = await openWindow(browser, house)
  await signIn(desk, house, 'tiepnhan')
  await goTo(desk, house, '/tham-gap')
  const booked = desk.getByRole('list', { name: 'Đã hẹn hôm nay' }).getByRole('listitem').first()
  const name = (await booked.getByRole('link').first().textContent()) ?? ''

  await test.step('those who come get a number and begin', async () => {
    await booked.getByRole('button', { name: 'Đã đến, lấy số' }).click()
    const waiting = desk
      .getByRole('list', { name: 'Đang chờ theo số' })
      .getByRole('listitem')
      .filter({ hasText: name })
    await expect(waiting.getByText(/Số \d+/)).toBeVisible()
    await waiting.getByRole('button', { name: 'Bắt đầu gặp' }).click()
    await expect(waiting).toBeHidden()
  })

  const running = desk
    .getByRole('list', { name: /^Đang gặp ở/ })
    .getByRole('listitem')
    .filter({ hasText: name })
  await expect(running.getByText(/^còn 4[45] phút$/)).toBeVisible()

  await test.step('the head, at another desk, adds fifteen minutes', async () => {
    const head = await openWindow(browser, house)
    await signIn(head, house, 'truong')
    await goTo(head, house, '/tham-gap')
    const card = head.getByRole('listitem').filter({ hasText: name })
    await card.getByRole('button', { name: 'Cho thêm giờ' }).click()
    const dialog = head.getByRole('dialog')
    await dialog.getByLabel('Số phút thêm').fill('16')
    await dialog.getByLabel('Lý do').fill('Ở xa mới đến')
    await dialog.getByRole('button', { name: 'Cho thêm 16 phút' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Nghị định 163/2026/NĐ-CP Điều 120.1')
    await dialog.getByLabel('Số phút thêm').fill('15')
    await dialog.getByRole('button', { name: 'Cho thêm 15 phút' }).click()
    await expect(running.getByText(/được thêm 15 phút/)).toBeVisible()
  })

  await test.step('it ends with money in the deposit', async () => {
    await running.getByRole('button', { name: 'Kết thúc' }).click()
    const dialog = desk.getByRole('dialog')
    await dialog.getByLabel('Tiền gửi lưu ký').fill('200000')
    await dialog.getByRole('button', { name: 'Kết thúc lượt gặp' }).click()
    const row = desk.getByRole('row').filter({ hasText: name })
    await expect(row).toContainText('Đã xong')
    await expect(row).toContainText('200.000')
    await expectAccessible(desk)
  })

  await test.step('a second one in the week is refused before it is sent, with article and remedy', async () => {
    await desk.getByRole('row').filter({ hasText: name }).getByRole('link').click()
    await expect(desk.getByText('Còn 0 lần')).toBeVisible()
    await desk.getByRole('button', { name: 'Đăng ký thăm gặp' }).click()
    await desk.getByRole('dialog').getByRole('checkbox').first().check()
    const refusal = desk.getByRole('region', { name: 'Chưa thể cho thăm gặp' })
    await expect(refusal).toContainText('mỗi tuần không quá 1 lần')
    await expect(refusal).toContainText('Nghị định 163/2026/NĐ-CP Điều 120.1, áp dụng từ 01/07/2026')
    await expect(refusal).toContainText('Hẹn từ ngày')
  })

  await test.step('what was taken from the parcel of that visit is an exhibit that leads back to it', async () => {
    await goTo(desk, house, '/tham-gap?xem=qua')
    await desk.getByRole('button', { name: 'Ghi quà, đồ gửi' }).click()
    const parcel = desk.getByRole('dialog', { name: 'Ghi quà, đồ gửi' })
    await parcel.getByRole('combobox').first().fill(name)
    await desk.getByRole('option').first().click()
    await expect(parcel.getByText(/^Gửi ở lượt thăm lúc/)).toBeVisible()
    await parcel.getByLabel(/^Người gửi/).fill('Người nhà')
    await parcel.getByLabel('Tên đồ, món 1').fill('Gói mì có bột trắng')
    await parcel.getByLabel('Xử lý, món 1').click()
    await desk.getByRole('option', { name: 'Tạm giữ (vật cấm)' }).click()
    await parcel.getByLabel('Lý do, món 1').fill('Nghi ma túy')
    await desk.keyboard.press('Control+Enter')
    await desk.getByRole('link', { name: `Báo vụ việc: vật cấm trong quà của ${name}` }).click()
    const what = desk.getByRole('textbox', { name: 'Chuyện gì' })
    await what.fill('Bột trắng trong gói mì.')
    await what.press('Control+Enter')
    await expect(desk.getByRole('heading', { level: 1, name: /^VV-\d{4}-\d{4} · / })).toBeVisible()
    await desk.getByRole('tab', { name: 'Vật chứng' }).click()
    await desk.getByRole('button', { name: 'Ghi thu giữ: Gói mì có bột trắng' }).click()
    const thing = desk.getByRole('dialog', { name: 'Ghi thu giữ' })
    await thing.getByRole('combobox', { name: /^Loại vật/ }).click()
    await desk.getByRole('option', { name: 'Ma túy, nghi là ma túy' }).click()
    await thing.getByLabel('Chất', { exact: true }).click()
    await desk.getByRole('option', { name: 'Chưa rõ, chờ giám định' }).click()
    await thing.getByLabel('Số niêm phong').fill('NP-01')
    await expectAccessible(desk)
    await desk.context().setOffline(true)
    await desk.keyboard.press('Control+Enter')
    await expect(thing.getByText(/^Không liên lạc được với máy chủ/)).toBeVisible()
    await expect(thing.getByLabel('Số niêm phong')).toHaveValue('NP-01')
    await desk.context().setOffline(false)
    await expect(async () => {
      await desk.keyboard.press('Control+Enter')
      await expect(desk.getByText('niêm phong NP-01')).toBeVisible({ timeout: 1000 })
    }).toPass()
    await desk.getByRole('link', { name: /^Quà gửi \d\d\/\d\d\/\d{4}$/ }).click()
    const line = desk.locator('tr[aria-current]')
    await expect(line).toContainText(name)
    await expect(line.getByRole('link', { name: /^VV-\d{4}-\d{4}$/ })).toBeVisible()
  })

  await test.step('the visits of a day stand by hour and room', async () => {
    await goTo(desk, house, '/tham-gap?xem=lich')
    await desk
      .getByRole('button', { name: /^Theo giờ, phòng/ })
      .first()
      .click()
    await expect(desk.getByRole('table', { name: /^Lượt thăm theo giờ và phòng/ })).toBeVisible()
    await expectAccessible(desk)
  })
})
