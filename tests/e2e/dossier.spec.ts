import { expect, test, type Page } from '@playwright/test'
import { goTo, openWindow, signIn, startSampleHub, type HubAtWork } from './_desk.ts'

/** The rows of the people list behind a filter, as the hub gives them to this desk. */
async function people(
  page: Page,
  house: HubAtWork,
  filter: Record<string, unknown>,
): Promise<{ personId: string; name: string }[]> {
  const answer = await page.request.post(`${house.url}/rpc/people/list`, { data: { json: filter } })
  expect(answer.ok()).toBe(true)
  const { json } = (await answer.json()) as { json: { rows: { personId: string; name: string }[] } }
  return json.rows
}

async function first(page: Page, house: HubAtWork, filter: Record<string, unknown> = {}) {
  const [person] = await people(page, house, { ...filter, limit: 1 })
  if (!person) throw new Error('nobody in the fictitious centre')
  return person
}

test.describe('what is kept around an intake', () => {
  let house: HubAtWork
  test.beforeAll(async () => {
    house = await startSampleHub()
  })
  test.afterAll(() => house[Symbol.asyncDispose]())

  test('somebody is announced, stands in the list of today and is called off with a reason', async ({
    page,
  }) => {
    await signIn(page, house, 'tiepnhan')
    await goTo(page, house, '/tiep-nhan/du-kien')
    await page.getByRole('button', { name: 'Ghi người dự kiến đến' }).click()
    const form = page.getByRole('form', { name: 'Ghi người dự kiến đến' })
    await expect(form.getByLabel('Họ và tên')).toBeFocused()
    await page.keyboard.type('Triệu Văn Páo')
    await page.keyboard.press('Enter')
    await page.keyboard.type('12/05/1988')
    await form.getByLabel('Bên giao').fill('Công an xã Tân Thanh')
    await page.keyboard.press('Control+Enter')
    const row = page.getByRole('listitem').filter({ hasText: 'Triệu Văn Páo' })
    await expect(row).toContainText('hôm nay')
    await expect(row).toContainText('12/05/1988')

    await goTo(page, house, '/')
    await expect(page.getByRole('region', { name: 'Dự kiến đến' })).toContainText('Triệu Văn Páo')
    await goTo(page, house, '/tiep-nhan/du-kien')
    await row.getByRole('button', { name: 'Tiếp nhận Triệu Văn Páo' }).click()
    await page.waitForURL(/\/tiep-nhan(\/[^/?]+)?\?den=/)

    await goTo(page, house, '/tiep-nhan/du-kien')
    await row.getByRole('button', { name: 'Hủy dự kiến đến của Triệu Văn Páo' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Hủy dự kiến này' }).click()
    await expect(dialog).toContainText('Ghi lý do')
    await dialog.getByLabel('Lý do').fill('Tòa hoãn phiên họp')
    await dialog.getByRole('button', { name: 'Hủy dự kiến này' }).click()
    await expect(row).toBeHidden()
    await page.getByText('Đã hủy', { exact: true }).click()
    await expect(row).toContainText('Tòa hoãn phiên họp')
  })

  test('a paper written at two desks shows both values and keeps the chosen one', async ({ browser }) => {
    const desk = await openWindow(browser, house)
    const other = await openWindow(browser, house)
    await signIn(desk, house, 'tiepnhan')
    await signIn(other, house, 'truong')
    const { personId } = await first(desk, house, { tracks: ['compulsory'] })
    await goTo(desk, house, `/nguoi/${personId}?the=giay-to`)
    await desk.getByRole('button', { name: 'Thêm giấy tờ' }).click()
    await desk.getByLabel('Tên giấy tờ').fill('Giấy xác nhận của gia đình')
    await desk.keyboard.press('Control+Enter')
    await expect(desk.getByText('Giấy xác nhận của gia đình', { exact: true })).toBeVisible()

    for (const page of [desk, other]) {
      await goTo(page, house, `/nguoi/${personId}?the=giay-to`)
      await page.getByRole('button', { name: 'Sửa: Giấy xác nhận của gia đình' }).click()
    }
    await other.getByLabel('Số văn bản').fill('09/XN')
    await other.keyboard.press('Control+Enter')
    await expect(other.getByText('09/XN')).toBeVisible()
    await desk.getByLabel('Số văn bản').fill('90/XN')
    await desk.keyboard.press('Control+Enter')
    const choice = desk.getByRole('radiogroup', { name: 'Số văn bản' })
    await expect(choice).toContainText('09/XN')
    await choice.getByRole('radio', { name: 'Bạn nhập: 90/XN' }).check()
    await desk.getByRole('button', { name: 'Lưu giá trị đã chọn' }).click()
    await expect(desk.getByText('90/XN')).toBeVisible()
    await expect(other.getByText('90/XN')).toBeVisible()
  })

  test('the scan of a paper is chosen, saved with it and opens', async ({ page }) => {
    await signIn(page, house, 'tiepnhan')
    const { personId } = await first(page, house, { tracks: ['compulsory'], sort: 'name', direction: 'desc' })
    await goTo(page, house, `/nguoi/${personId}?the=giay-to`)
    await page.getByRole('button', { name: 'Thêm giấy tờ' }).click()
    await page.getByLabel('Tên giấy tờ').fill('Giấy ra viện')
    await page.keyboard.press('Control+Enter')
    const edit = page.getByRole('button', { name: 'Sửa: Giấy ra viện' })
    await edit.click()
    const form = page.getByRole('form', { name: 'Giấy ra viện' })
    const box = form.locator('input[type=file]')

    await box.setInputFiles({ name: 'van-ban.docx', mimeType: 'image/jpeg', buffer: Buffer.from('PK words') })
    await expect(form.getByText('Không đọc được tệp này.')).toBeVisible()
    const pages = Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(8_388_608)])
    await box.setInputFiles({ name: 'dai.pdf', mimeType: 'application/pdf', buffer: pages })
    await expect(form.getByText('Tệp lớn hơn 8 MB.')).toBeVisible()

    const picture = await page.screenshot({ type: 'jpeg', clip: { x: 0, y: 0, width: 240, height: 320 } })
    await box.setInputFiles({ name: 'giay.jpg', mimeType: 'image/jpeg', buffer: picture })
    await expect(form.getByText('Đã gửi giay.jpg.')).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(form).toBeHidden()

    await edit.click()
    const link = form.getByRole('link', { name: 'Đã có bản chụp – mở: Giấy ra viện' })
    const answer = await page.request.get(new URL((await link.getAttribute('href')) ?? '', house.url).href)
    expect(answer.status()).toBe(200)
    expect((await answer.body()).equals(picture)).toBe(true)
    await link.click()
    const scan = page.getByRole('img', { name: 'Bản chụp Giấy ra viện' })
    await expect.poll(() => scan.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(240)
    await page.keyboard.press('Escape')
    await expect(scan).toBeHidden()
    await expect(form).toBeVisible()
  })

  test('money is taken, given back with a reason and never more than there is; a seal belongs to one bag', async ({
    page,
  }) => {
    await signIn(page, house, 'tiepnhan')
    const [one, two] = await people(page, house, { limit: 2 })
    await goTo(page, house, `/nguoi/${one?.personId ?? ''}?the=luu-ky`)
    const money = page.getByRole('region', { name: 'Tiền lưu ký' })
    const kept = async () => {
      const text = await money
        .getByText(/^[\d.]+ đ$/)
        .first()
        .innerText()
      return Number(text.replaceAll(/\D/g, ''))
    }
    const before = await kept()
    await money.getByRole('button', { name: 'Nhận tiền' }).click()
    await money.getByLabel('Số tiền').fill('1234000')
    await money.getByRole('button', { name: 'Nhận 1.234.000 đ' }).click()
    const newest = money.getByRole('row').nth(1)
    await expect(newest).toContainText('+1.234.000 đ')
    await expect(newest).toContainText(/PTLK \d+\/20\d\d/)
    await expect.poll(kept).toBe(before + 1_234_000)

    await money.getByRole('button', { name: 'Trả tiền' }).click()
    await money.getByLabel('Số tiền').fill('400000000')
    await money.getByRole('button', { name: 'Trả 400.000.000 đ' }).click()
    await expect(money.getByText(/^Chỉ còn [\d.]+ đ\.$/)).toBeVisible()
    await expect(money.getByText('Ghi lý do trả tiền.')).toBeVisible()
    await money.getByLabel('Số tiền').fill('234000')
    await money.getByLabel('Người nhận').fill('bà Lý, mẹ')
    await money.getByLabel('Lý do trả').fill('Gửi về cho mẹ')
    await money.getByRole('button', { name: 'Trả 234.000 đ' }).click()
    await expect(newest).toContainText('−234.000 đ')
    await expect(newest).toContainText(/PCLK \d+\/20\d\d/)
    await expect.poll(kept).toBe(before + 1_000_000)

    for (const person of [one, two]) {
      await goTo(page, house, `/nguoi/${person?.personId ?? ''}?the=luu-ky`)
      await page.getByRole('button', { name: 'Thêm túi niêm phong' }).click()
      const form = page.getByRole('form', { name: 'Thêm túi niêm phong' })
      await form.getByLabel('Số niêm phong').fill('THU-0145')
      await form.getByLabel('Tên đồ vật, món 1').fill('Điện thoại Samsung')
      await page.keyboard.press('Control+Enter')
      if (person === one) {
        await expect(page.getByRole('region', { name: 'Túi niêm phong THU-0145' })).toContainText('Samsung')
      } else {
        await expect(form.getByText(`đã dùng cho túi của ${one?.name ?? ''}`)).toBeVisible()
      }
    }
  })

  test('the information sheet survives as a draft and is saved; a photo and a mark go to the file', async ({
    page,
  }) => {
    await signIn(page, house, 'tiepnhan')
    const { personId, name } = await first(page, house, { sort: 'name', direction: 'desc' })
    await goTo(page, house, `/nguoi/${personId}?the=phieu`)
    await page
      .getByRole('button', { name: /phiếu thông tin$/ })
      .first()
      .click()
    await page.getByLabel('Nghề đã học').fill('Hàn điện')
    await page.getByRole('button', { name: 'Thêm chất' }).click()
    await expect(page.getByText(/đã lưu nháp/)).toBeVisible()
    await page.reload()
    await expect(page.getByLabel('Nghề đã học')).toHaveValue('Hàn điện')
    await page.keyboard.press('Control+Enter')
    await page.getByLabel('Nghề đã học').press('Control+Enter')
    await expect(page.getByText('Đã lưu phiếu thông tin.')).toBeVisible()
    await expect(page.getByRole('definition').filter({ hasText: 'Heroin' })).toBeVisible()

    await page.getByRole('tab', { name: 'Nhận dạng' }).click()
    await page.locator('input[type=file]').setInputFiles({
      name: 'anh.png',
      mimeType: 'image/png',
      buffer: await page.screenshot({ clip: { x: 0, y: 0, width: 240, height: 320 } }),
    })
    const photo = page.getByRole('img', { name: `Ảnh của ${name}` })
    await expect(photo).toBeVisible()
    await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(240)
    await page.getByRole('button', { name: 'Thêm đặc điểm' }).click()
    await page.getByLabel('Vị trí trên người').fill('Cánh tay trái')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('cell', { name: 'Cánh tay trái', exact: true })).toBeVisible()
  })

  test('somebody without a stable residence is written down, with the rule behind it', async ({ page }) => {
    await signIn(page, house, 'tiepnhan')
    const { personId } = await first(page, house)
    await goTo(page, house, `/nguoi/${personId}?the=phieu`)
    await page.getByRole('button', { name: /^(Ghi nơi về|Sửa nơi về khi ra cơ sở)$/ }).click()
    const form = page.getByRole('form', { name: 'Nơi về khi ra cơ sở' })
    await form.getByRole('combobox', { name: 'Nơi cư trú' }).click()
    await page.getByRole('option', { name: 'Không có nơi cư trú ổn định' }).click()
    await form.getByRole('button', { name: 'Ghi nơi về' }).click()
    await expect(page.getByText(/^DIS-11|DIS-11: Luật/)).toBeVisible()
  })

  test('the first health check is written by the nurse and closed to the intake desk', async ({
    browser,
  }) => {
    const nurse = await openWindow(browser, house)
    const desk = await openWindow(browser, house)
    await signIn(nurse, house, 'yte')
    await signIn(desk, house, 'tiepnhan')
    const { personId } = await first(desk, house)
    await goTo(desk, house, `/nguoi/${personId}?the=y-te`)
    await expect(desk.getByText('Phần này chỉ mở cho người làm y tế')).toBeVisible()

    await goTo(nurse, house, `/nguoi/${personId}?the=y-te`)
    await nurse.getByRole('button', { name: /Ghi kết quả khám|Sửa khám/ }).click()
    await nurse.getByLabel('Mạch', { exact: true }).fill('7')
    await nurse.keyboard.press('Control+Enter')
    await expect(nurse.getByText(/Mạch phải từ 30 đến 220/)).toBeVisible()
    await nurse.getByLabel('Mạch', { exact: true }).fill('78')
    await nurse.getByLabel('Kết luận').fill('Đủ sức khỏe ở buồng chung')
    await nurse.keyboard.press('Control+Enter')
    await expect(nurse.getByText('78 lần/phút')).toBeVisible()
    await expect(desk.getByText('78 lần/phút')).toBeHidden()
  })

  test('two records of one person become one, with the chosen name, and come apart again', async ({
    page,
  }) => {
    await signIn(page, house, 'tiepnhan')
    const kept = await first(page, house)
    const [, gone] = await people(page, house, { group: 'past', limit: 2 })
    if (!gone) throw new Error('nobody is gone')
    await goTo(page, house, `/nguoi/${kept.personId}`)
    await page.getByRole('button', { name: 'Việc khác' }).click()
    await page.getByRole('menuitem', { name: 'Gộp hồ sơ trùng…' }).click()
    await page.getByRole('combobox', { name: 'Tìm người kia' }).fill(gone.name)
    await page.getByRole('option', { name: gone.name }).first().click()
    await page.waitForURL(/voi=/)
    const other = new URL(page.url()).searchParams.get('voi') ?? ''
    await page.getByRole('radio', { name: `Họ và tên: ${gone.name}` }).check()
    await page.getByRole('button', { name: `Gộp vào hồ sơ ${kept.name}…` }).click()
    await expect(page.getByText('Ghi vì sao biết hai hồ sơ là một người.')).toBeVisible()
    await page.getByLabel('Lý do gộp').fill('Gia đình xác nhận')
    await page.getByRole('button', { name: `Gộp vào hồ sơ ${kept.name}…` }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: `Gộp vào hồ sơ ${kept.name}` })
      .click()
    await page.waitForURL(new RegExp(`/nguoi/${kept.personId}$`))
    await expect(page.getByRole('heading', { level: 1, name: gone.name })).toBeVisible()

    await goTo(page, house, `/nguoi/${other}`)
    await page.getByRole('link', { name: 'Mở hồ sơ được giữ' }).click()
    await page.waitForURL(new RegExp(`/nguoi/${kept.personId}$`))
    await page.getByRole('tab', { name: 'Lịch sử' }).click()
    await page.getByRole('button', { name: /^Tách lại hồ sơ/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Lý do tách').fill('Nhầm anh em họ')
    await dialog.getByRole('button', { name: 'Tách lại hai hồ sơ' }).click()
    await expect(page.getByText('đã tách lại')).toBeVisible()
    await goTo(page, house, `/nguoi/${other}`)
    await expect(page.getByRole('link', { name: 'Mở hồ sơ được giữ' })).toBeHidden()
  })

  test('somebody held goes on under the decision, the days held shown and deducted before saving', async ({
    page,
  }) => {
    await signIn(page, house, 'tiepnhan')
    const held = await first(page, house, { tracks: ['held'], states: ['inside'] })
    await goTo(page, house, `/nguoi/${held.personId}`)
    await page.getByRole('button', { name: 'Việc khác' }).click()
    await page.getByRole('menuitem', { name: /chuyển diện/ }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByLabel('Số quyết định')).toBeFocused()
    await page.keyboard.type('22/2026/QĐ-TA')
    const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format(Date.now())
    await dialog.getByLabel('Ngày quyết định', { exact: false }).first().fill(day)
    await dialog.getByLabel('Cơ quan ra quyết định').fill('Tòa án nhân dân khu vực 1')
    await dialog.getByLabel('Tính thời hạn từ').fill(day)
    const preview = dialog.getByRole('region', { name: 'Thời hạn sau khi chuyển diện' })
    await expect(preview).toContainText(/Trừ \d+ ngày đã ở cơ sở trong khi lập hồ sơ/)
    const end = /hết ngày (\d\d\/\d\d\/\d{4})/.exec(await preview.innerText())?.[1] ?? 'no end'
    await dialog.getByRole('button', { name: 'Chuyển sang diện bắt buộc' }).click()
    await expect(dialog).toBeHidden()
    const card = page.getByLabel('Tóm tắt')
    await expect(card).toContainText(`Hết thời hạn ngày ${end}`)
    await expect(card).toContainText('Bắt buộc')
  })
})
