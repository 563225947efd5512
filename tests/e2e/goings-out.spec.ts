import { expect, test } from '@playwright/test'
import { expectAccessible } from './_axe.ts'
import { goTo, openWindow, signIn, startSampleHub } from './_desk.ts'

test('a funeral leave is asked for, approved, left on and returned from; overdue ones escape together', async ({
  browser,
}) => {
  await using house = await startSampleHub()
  const head = await openWindow(browser, house)
  await signIn(head, house, 'truong')

  await test.step('what the law forbids is said before and on saving', async () => {
    await goTo(head, house, '/nguoi')
    await head.getByRole('grid', { name: 'Danh sách học viên' }).getByRole('link').nth(4).click()
    await head
      .getByRole('region', { name: 'Ra ngoài' })
      .getByRole('button', { name: 'Ghi đơn, yêu cầu' })
      .click()
    const form = head.getByRole('dialog', { name: 'Ghi đơn, yêu cầu cho ra ngoài' })
    await expect(form.getByRole('region', { name: 'Theo quy định' })).toContainText(
      'được tính vào thời hạn (TERM-12',
    )
    await form.getByRole('combobox', { name: /^Người chết là/ }).click()
    await head.getByRole('option', { name: 'Anh, chị, em' }).click()
    await expect(form.getByText('Không được về chịu tang anh, chị, em')).toBeVisible()
    await form.getByRole('combobox', { name: /^Người chết là/ }).click()
    await head.getByRole('option', { name: 'Mẹ', exact: true }).click()
    await form.getByRole('combobox', { name: 'Giấy tờ kèm đơn' }).click()
    await head.getByRole('option', { name: 'Giấy chứng tử' }).click()
    await form.getByRole('textbox', { name: 'Nơi đến' }).fill('Xã Cao Lộc')
    await form.getByRole('button', { name: 'Ghi đơn, yêu cầu' }).click()
    await expect(form.getByText(/Ghi ngày, giờ hẹn về/).first()).toBeVisible()
    const until = new Date(Date.now() + 2 * 86_400_000)
    const day = until.toLocaleDateString('vi-VN', {
      timeZone: 'Asia/Ho_Chi_Minh',
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
    })
    await form.getByRole('textbox', { name: 'Hẹn về lúc: ngày' }).fill(day)
    await form.getByRole('textbox', { name: 'Hẹn về lúc: giờ' }).fill('9h')
    await head.keyboard.press('Control+Enter')
    await expect(form).toBeHidden()
  })

  await test.step('it is approved and left on from the person’s page', async () => {
    await head
      .getByRole('button', { name: /^Mở: Về chịu tang/ })
      .first()
      .click()
    const dialog = head.getByRole('dialog', { name: 'Việc ra ngoài' })
    await expectAccessible(head)
    await dialog.getByRole('button', { name: 'Duyệt', exact: true }).click()
    await dialog.getByRole('textbox', { name: 'Số quyết định' }).fill('77/QĐ-DT')
    await dialog.getByRole('button', { name: 'Duyệt', exact: true }).click()
    await expect(dialog.getByText('Đã duyệt, chưa đi')).toBeVisible()
    await dialog.getByRole('button', { name: 'Ghi đi' }).click()
    await dialog.getByRole('button', { name: 'Ghi đi' }).click()
    await expect(dialog.getByText('Đang ra ngoài')).toBeVisible()
    await dialog.getByRole('button', { name: 'Ghi trở lại' }).click()
    const back = head.getByRole('dialog', { name: 'Ghi trở lại cơ sở' })
    await back.getByRole('textbox', { name: 'Kiểm tra khi về' }).fill('Không có đồ cấm')
    // Lists that are long in coming hold no dialog open.
    await head.route(/\/rpc\/goingsOut\/(?!comeBack)/, () => undefined)
    await back.getByRole('button', { name: 'Ghi trở lại' }).click()
    await expect(back).toBeHidden()
    await head.unroute(/\/rpc\/goingsOut\/(?!comeBack)/)
  })

  await test.step('the check of health and drug use is owed, and written down by the medical role', async () => {
    const medical = await openWindow(browser, house)
    await signIn(medical, house, 'yte')
    await goTo(medical, house, '/ra-ngoai?the=kiem-tra')
    await medical.getByRole('grid').getByRole('gridcell', { name: 'Về chịu tang' }).first().click()
    const dialog = medical.getByRole('dialog', { name: 'Việc ra ngoài' })
    await dialog.getByRole('button', { name: 'Ghi kiểm tra' }).click()
    await dialog.getByRole('textbox', { name: /^Tình trạng sức khỏe/ }).fill('Bình thường')
    await dialog.getByRole('button', { name: 'Ghi kiểm tra' }).click()
    await expect(dialog.getByText('Âm tính')).toBeVisible()
  })

  await test.step('those overdue are on the first screen, and escape in one act', async () => {
    await goTo(head, house, '/')
    await head
      .getByRole('region', { name: 'Quá hạn trở lại' })
      .getByRole('link', { name: /^Xem cả/ })
      .click()
    await expect(head).toHaveURL(/han=qua/)
    const list = head.getByRole('grid', { name: 'Người đang ra ngoài' })
    await expectAccessible(head)
    await list.getByRole('checkbox').first().check()
    await head.getByRole('button', { name: 'Báo bỏ trốn' }).click()
    const dialog = head.getByRole('dialog', { name: 'Báo bỏ trốn' })
    await expect(dialog.getByRole('list', { name: 'Việc phải làm theo quy định' })).toBeVisible()
    await expectAccessible(head)
    await dialog.getByRole('button', { name: /bỏ trốn$/ }).click()
    await expect(dialog).toBeHidden()
    await expect(head.getByRole('heading', { level: 1, name: /người bỏ trốn$/ })).toBeVisible()
    await goTo(head, house, '/ra-ngoai?han=qua')
    await expect(head.getByText('Không có ai khớp bộ lọc')).toBeVisible()
  })
})
