import { expect, test } from '@playwright/test'
import { expectAccessible } from './_axe.ts'
import { goTo, openWindow, signIn, startSampleHub } from './_desk.ts'

test('a pair is parted by a draft of the whole zone, and a room is closed once it is empty', async ({
  browser,
}) => {
  await using house = await startSampleHub()
  const zone = await openWindow(browser, house)
  await signIn(zone, house, 'khu')
  let first = ''
  let other = ''

  await test.step('two of one room are recorded as a pair, in the file of the first', async () => {
    await goTo(zone, house, '/khu')
    await zone.getByRole('link', { name: 'Khu A', exact: true }).click()
    await zone.getByRole('button', { name: 'Sắp xếp lại…' }).click()
    await zone.getByRole('button', { name: 'Lập bản nháp' }).click()
    await zone.getByLabel(/Tên bản nháp/).fill('Tách hai người')
    await zone.getByLabel(/Lý do/).fill('Hai người mâu thuẫn')
    await zone.getByRole('dialog').getByRole('button', { name: 'Lập bản nháp' }).click()
    const board = zone.getByRole('region', { name: 'Giường của khu theo bản nháp' })
    const beds = board.getByRole('button', { name: /^A3-0[12]/ })
    await expect(beds).toHaveCount(2)
    const names = await beds.allInnerTexts()
    const [one = '', second = ''] = names.map((text) => text.replace(/^A3-\d+\s*/, '').trim())
    first = one
    other = second
    await goTo(zone, house, '/nguoi')
    await zone.keyboard.press('Control+k')
    await zone.getByRole('combobox', { name: /Tìm người/ }).fill(one)
    await zone
      .getByRole('option', { name: new RegExp(one) })
      .first()
      .click()
    await zone.getByRole('button', { name: 'Thêm người' }).click()
    const dialog = zone.getByRole('dialog', { name: 'Không xếp chung với ai?' })
    await dialog
      .getByRole('combobox', { name: /Người kia/ })
      .first()
      .fill(second)
    await zone.getByRole('option', { name: /A3-02/ }).click()
    await dialog.getByRole('textbox', { name: /Lý do/ }).fill('Đánh nhau ở sân')
    await dialog.getByRole('button', { name: 'Không xếp chung hai người' }).click()
    await expect(zone.getByText('đang ở quá gần nhau')).toBeVisible()
  })

  await test.step('a bed beside the other is refused by name, for the first of them too', async () => {
    await goTo(zone, house, '/khu')
    await zone.getByRole('link', { name: 'Khu A', exact: true }).click()
    await zone.locator('[data-cell]').filter({ hasText: first }).click()
    await zone.getByRole('menuitem', { name: 'Chuyển giường…' }).click()
    const dialog = zone.getByRole('dialog', { name: 'Chọn giường' })
    await dialog.getByPlaceholder('Mã giường').fill('A3-')
    await expect(dialog.getByText(`Không xếp chung: ${other} đang ở phòng A3`).first()).toBeVisible()
    await zone.keyboard.press('Escape')
  })

  await test.step('the sweep finds them', async () => {
    await goTo(zone, house, '/khu/ra-soat')
    await zone.getByRole('button', { name: 'Rà soát ngay' }).click()
    await expect(zone.getByText('Không xếp chung, đang cùng phòng')).toBeVisible()
    await expectAccessible(zone)
  })

  await test.step('the draft proposes a way, moves everybody at once, and takes it back', async () => {
    await goTo(zone, house, '/khu')
    await zone.getByRole('link', { name: 'Khu A', exact: true }).click()
    await zone.getByRole('button', { name: 'Sắp xếp lại…' }).click()
    await zone.getByRole('link', { name: 'Tách hai người' }).click()
    await expect(zone.getByRole('heading', { name: /2 vi phạm/ })).toBeVisible()
    await zone.getByRole('button', { name: 'Đề xuất theo quy định' }).click()
    await expect(zone.getByRole('heading', { name: /0 vi phạm/ })).toBeVisible()
    await expect(zone.getByRole('heading', { name: 'Danh sách chuyển (1)' })).toBeVisible()
    await expectAccessible(zone)
    await zone.getByRole('button', { name: 'Chuyển 1 người' }).click()
    await zone.getByRole('dialog').getByRole('button', { name: 'Chuyển 1 người' }).click()
    await zone.getByRole('button', { name: 'Hoàn tác' }).click()
    await expect(zone.getByText('Đã hoàn tác').first()).toBeVisible()
  })

  await test.step('a room with people in it is not closed, and says who they are', async () => {
    await goTo(zone, house, '/khu/ngung-su-dung')
    await zone.getByRole('button', { name: 'Ngừng phòng, khu…' }).click()
    const dialog = zone.getByRole('dialog')
    await dialog.getByRole('combobox', { name: /^Khu/ }).click()
    await zone.getByRole('option', { name: 'Khu A', exact: true }).click()
    await dialog.getByRole('combobox', { name: /Nhà, phòng/ }).fill('A3')
    await zone.getByRole('option', { name: /A3$/ }).click()
    await expect(dialog.getByText(/người giữ giường ở đây/)).toContainText(other)
    await dialog.getByRole('button', { name: 'Ngừng sử dụng' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Chuyển họ sang chỗ khác trước')
  })
})

test('a grievance about staff is kept from the zone and answered by the head', async ({ browser }) => {
  await using house = await startSampleHub()
  const zone = await openWindow(browser, house)
  await signIn(zone, house, 'khu')

  await test.step('it is taken from the box and then closed to whoever wrote it in', async () => {
    await goTo(zone, house, '/don')
    await zone.getByRole('button', { name: 'Nhận đơn' }).click()
    const dialog = zone.getByRole('dialog')
    await dialog.getByText('Hộp thư, không ghi tên').click()
    await dialog.getByRole('combobox', { name: /Loại/ }).click()
    await zone.getByRole('option', { name: 'Bức xúc, phản ánh' }).click()
    await dialog.getByRole('textbox', { name: /Nội dung/ }).fill('Cán bộ ca đêm quát mắng')
    await dialog.getByRole('checkbox', { name: 'Đơn nói về cán bộ' }).check()
    await dialog.getByRole('button', { name: 'Ghi vào sổ' }).click()
    await expect(dialog).toBeHidden()
    await expect(zone.getByText('Cán bộ ca đêm quát mắng')).toHaveCount(0)
  })

  await test.step('the head answers, tells, and prints', async () => {
    const head = await openWindow(browser, house)
    await signIn(head, house, 'truong')
    await goTo(head, house, '/don')
    await head.getByText('Cán bộ ca đêm quát mắng').click()
    await head.getByRole('button', { name: 'Giao người giải quyết…' }).click()
    await head.getByRole('dialog').getByRole('combobox').fill('Trần Quốc Bảo')
    await head.getByRole('option', { name: /Trần Quốc Bảo/ }).click()
    await head.getByRole('dialog').getByRole('button', { name: 'Giao đơn' }).click()
    await head.getByRole('button', { name: 'Trả lời…' }).click()
    await head.getByRole('dialog').getByRole('textbox').fill('Đã làm việc với cán bộ ca đêm.')
    await head.getByRole('dialog').getByRole('button', { name: 'Ghi trả lời' }).click()
    await expectAccessible(head)
    await head.getByRole('button', { name: 'In trả lời' }).click()
    await expect(head.getByText('Độc lập - Tự do - Hạnh phúc')).toBeVisible()
    await expect(head.getByText(/^Số: \d+\/TL-/)).toBeVisible()
  })
})
