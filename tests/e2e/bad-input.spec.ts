import { writeFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import writeXlsxFile from 'write-excel-file/node'
import { goTo, openWindow, signIn, startSampleHub, type HubAtWork } from './_desk.ts'
import { DEMO_PASSWORD } from '#hub/setup/demo-logins.ts'

test.describe('bad input is answered in Vietnamese and nothing is lost', () => {
  let house: HubAtWork
  test.beforeAll(async () => {
    house = await startSampleHub()
  })
  test.afterAll(() => house[Symbol.asyncDispose]())

  /** The file of somebody of the list, with the identity form open; each test has its own: drafts stay. */
  async function openForm(page: Page, nth: number): Promise<void> {
    await goTo(page, house, '/nguoi')
    const list = page.getByRole('grid', { name: 'Danh sách học viên' })
    await expect(list.getByRole('row').nth(1)).toBeVisible()
    await list.focus()
    for (let i = 0; i < nth; i += 1) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/nguoi\/[0-9a-f-]{36}/)
    await page.getByRole('tab', { name: 'Hồ sơ' }).click()
    await page.getByRole('button', { name: 'Sửa: Nhân thân' }).click()
    await expect(page.getByLabel('Tên gọi khác')).toBeVisible()
  }

  test('a file that is no list is refused with what to do', async ({ browser }) => {
    const page = await openWindow(browser, house)
    await signIn(page, house, 'tiepnhan')
    await goTo(page, house, '/nhap-danh-sach')
    const file = page.getByLabel('Tệp danh sách')
    const send = (name: string, buffer: Buffer) =>
      file.setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
    const alert = page.getByRole('alert').filter({ hasText: 'Chưa đọc được tệp này.' })

    await send('danh sách.xlsx', Buffer.from('Nguyễn Văn An, 1990, Nam'))
    await expect(alert).toContainText(/Excel/)

    await send('trống.xlsx', await writeXlsxFile([[]]).toBuffer())
    await expect(alert).toContainText(/không có|trống|chưa có/i)

    const large = test.info().outputPath('lớn.xlsx')
    writeFileSync(large, Buffer.alloc(40 * 1024 * 1024, 1))
    await file.setInputFiles(large)
    await expect(alert).toContainText('Tệp lớn hơn 25 MB.')
    await page.context().close()
  })

  test('an impossible date and a name of 10.000 characters stay in the form with a sentence', async ({
    browser,
  }) => {
    const page = await openWindow(browser, house)
    await signIn(page, house, 'tiepnhan')
    await openForm(page, 0)
    await page.getByLabel('Ngày sinh').fill('31/02/1990')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(/31\/02\/1990|ngày .*không có|không đúng/i).first()).toBeVisible()
    await expect(page.getByLabel('Ngày sinh')).toHaveValue('31/02/1990')

    const name = page.getByRole('textbox', { name: /Họ và tên|Họ tên/ })
    await name.fill('Ằ'.repeat(10_000))
    expect((await name.inputValue()).length).toBeLessThanOrEqual(200)
    await page.context().close()
  })

  test('wrong passwords are slowed down with a countdown; the right one then opens', async ({ browser }) => {
    const page = await openWindow(browser, house)
    await page.goto(`${house.url}/dang-nhap`)
    const password = page.getByLabel('Mật khẩu', { exact: true })
    await page.getByLabel('Tên đăng nhập').fill('yte')
    for (let i = 0; i < 5; i += 1) {
      await password.fill(`sai lan thu ${i}`)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('alert').filter({ hasText: /không đúng|sai/i })).toBeVisible()
    }
    await password.fill(DEMO_PASSWORD)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert').filter({ hasText: /Chờ \d+ giây/ })).toBeVisible()
    await expect(page.getByRole('button', { name: /Thử lại sau \d+ giây/ })).toBeDisabled()
    await expect(page.getByRole('button', { name: 'Đăng nhập' })).toBeEnabled({ timeout: 15_000 })
    await password.fill(DEMO_PASSWORD)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('navigation', { name: 'Phân hệ' })).toBeVisible()
    await page.context().close()
  })

  test('the hub stopped during a save: nothing is lost, and the save happens once', async ({ browser }) => {
    const page = await openWindow(browser, house)
    await signIn(page, house, 'tiepnhan')
    await openForm(page, 1)
    await page.getByLabel('Tên gọi khác').fill('Ba Mất Điện')
    await expect(page.getByText(/đã lưu nháp/)).toBeVisible()
    await house.stop()
    await page.getByLabel('Nghề nghiệp').fill('Thợ điện')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(/Chưa nối được|mất kết nối|không trả lời/i).first()).toBeVisible({
      timeout: 30_000,
    })
    await expect(page.getByLabel('Tên gọi khác')).toHaveValue('Ba Mất Điện')
    await expect(page.getByLabel('Nghề nghiệp')).toHaveValue('Thợ điện')

    await house.startAgain()
    await expect(async () => {
      await page.keyboard.press('Control+Enter')
      await expect(page.getByText('Đã lưu: Nhân thân.')).toBeVisible({ timeout: 2000 })
    }).toPass({ timeout: 30_000 })
    await expect(page.getByRole('definition').filter({ hasText: 'Thợ điện' })).toBeVisible()
    await page.getByRole('tab', { name: 'Lịch sử' }).click()
    await expect(page.getByText('Thợ điện')).toHaveCount(1)
    await page.context().close()
  })

  // Last: it moves the hub's clock.
  test('a session that ends in the middle of a form leaves the form as it is', async ({ browser }) => {
    const page = await openWindow(browser, house)
    await signIn(page, house, 'tiepnhan')
    await openForm(page, 2)
    await page.getByLabel('Tên gọi khác').fill('Năm Hết Phiên')
    // A draft still on its way would be told of the end first, and cover the form before it is saved.
    await expect(page.getByText(/đã lưu nháp/)).toBeVisible()
    house.advance(13)
    await page.keyboard.press('Control+Enter')
    const cover = page.getByRole('dialog', { name: 'Đã khóa' })
    await expect(cover).toContainText('Phiên làm việc đã hết. Nội dung đang làm vẫn còn nguyên')
    await cover.getByLabel('Mật khẩu', { exact: true }).fill(DEMO_PASSWORD)
    await page.keyboard.press('Enter')
    await expect(cover).toBeHidden()
    await expect(page.getByText('Đã lưu: Nhân thân.')).toBeVisible()
    await expect(page.getByRole('definition').filter({ hasText: 'Năm Hết Phiên' })).toBeVisible()
    await page.context().close()
  })
})
