import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test, type Page } from '@playwright/test'
import { goTo, openWindow, signIn, startEmptyHub, type HubAtWork } from './_desk.ts'

const PASSWORD = 'con duong ve nha xanh'
const SAMPLE = fileURLToPath(new URL('../samples/danh-sach-cu-400.xlsx', import.meta.url))
const TRUTH = JSON.parse(
  readFileSync(new URL('../samples/danh-sach-cu-400.truth.json', import.meta.url), 'utf8'),
) as { rows: number; good: number; duplicates: number; problems: Record<string, number> }
const REFUSED = Object.entries(TRUTH.problems)
  .filter(([name]) => !name.startsWith('('))
  .reduce((sum, [, count]) => sum + count, 0)
const COMMANDS = fileURLToPath(new URL('../../main/hub/cli/index.ts', import.meta.url))

interface Roll {
  total: { onRoll: number; present: number; inZone: number; awaitingBed: number }
  byZone: { name: string; onRoll: number }[]
}

/** The roll as the command line prints it, beside the running hub. */
async function rollByCommand(house: HubAtWork, at?: string): Promise<Roll> {
  const asked = at === undefined ? [] : ['--at', at]
  const { stdout } = await promisify(execFile)(process.execPath, [
    COMMANDS,
    'roll',
    '--data',
    house.dir,
    '--json',
    ...asked,
  ])
  return JSON.parse(stdout) as Roll
}

/** Types what is asked for, moving on with Tab. */
async function typeInTurn(page: Page, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    if (text !== '') await page.keyboard.type(text)
    await page.keyboard.press('Tab')
  }
}

async function setUp(page: Page, house: HubAtWork): Promise<void> {
  await page.goto(house.url)
  await expect(page.getByRole('heading', { name: 'Thiết lập cơ sở' })).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: /Tên cơ sở/ })).toBeFocused()
  await page.keyboard.type('Cơ sở cai nghiện ma túy tỉnh Lạng Sơn')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Lạng')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: /Chức danh đứng đầu/ }).focus()
  await typeInTurn(page, ['', 'Trần Quốc Bảo', 'Công an tỉnh Lạng Sơn'])
  await expect(page.getByRole('radio', { name: /Hai người/ })).toBeFocused()
  await page.keyboard.press('Space')
  const names = page.getByRole('textbox', { name: /Họ và tên/ })
  const logins = page.getByRole('textbox', { name: /Tên đăng nhập/ })
  for (const [i, [name, login]] of [
    ['Lê Minh Tuấn', 'quantri'],
    ['Trần Quốc Bảo', 'truong'],
  ].entries()) {
    await names.nth(i).fill(name ?? '')
    await logins.nth(i).fill(login ?? '')
    await page
      .getByLabel(/^Mật khẩu/)
      .nth(i)
      .fill(PASSWORD)
    await page
      .getByLabel(/^Nhập lại mật khẩu/)
      .nth(i)
      .fill(PASSWORD)
  }
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('navigation', { name: 'Phân hệ' })).toBeVisible()
}

async function addZone(
  page: Page,
  zone: { code: string; name: string; sex: string; rooms: { code: string; beds: string }[] },
): Promise<void> {
  await page.getByRole('link', { name: 'Khu', exact: true }).click()
  await page
    .getByRole('button', { name: /^Thêm khu( đầu tiên)?$/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Mã' }).fill(zone.code)
  await dialog.getByRole('textbox', { name: 'Tên' }).fill(zone.name)
  await dialog.getByRole('combobox', { name: 'Dành cho' }).click()
  await page.getByRole('option', { name: zone.sex, exact: true }).click()
  await dialog.getByRole('button', { name: 'Thêm khu' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('link', { name: zone.name }).click()
  for (const [i, room] of zone.rooms.entries()) {
    await page.getByRole('button', { name: i === 0 ? 'Thêm phòng đầu tiên' : 'Thêm phòng' }).click()
    await dialog.getByRole('textbox', { name: 'Mã' }).fill(room.code)
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await page.getByRole('button', { name: `Sửa Phòng ${room.code}` }).click()
    await page.getByRole('menuitem', { name: /Thêm giường/ }).click()
    await dialog.getByRole('textbox', { name: /Mã giường/ }).fill(room.beds)
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
  }
}

test('a centre goes in and knows where everyone is, at two desks', async ({ browser }) => {
  await using house = await startEmptyHub()
  const administrator = await openWindow(browser, house)
  const director = await openWindow(browser, house)

  await test.step('the first run sets the centre up by keyboard and signs in', async () => {
    await setUp(administrator, house)
  })

  await test.step('zones, rooms and beds are made on the screen, beds many at once', async () => {
    await addZone(administrator, {
      code: 'A',
      name: 'Khu nam A',
      sex: 'Nam',
      rooms: [
        { code: 'A1', beds: '01-10' },
        { code: 'A2', beds: '01-10' },
      ],
    })
    await addZone(administrator, {
      code: 'N',
      name: 'Khu nữ',
      sex: 'Nữ',
      rooms: [{ code: 'N1', beds: '01-06' }],
    })
    await administrator.getByRole('link', { name: 'Khu', exact: true }).click()
    await expect(administrator.getByRole('row', { name: /Khu nam A/ })).toContainText('0/20')
    await expect(administrator.getByRole('row', { name: /Khu nữ/ })).toContainText('0/6')
  })

  await test.step('the dry run of the old list counts as its makers do', async () => {
    await signIn(director, house, 'truong', PASSWORD)
    await director.getByRole('link', { name: 'Nhập danh sách', exact: true }).click()
    await director.getByLabel('Tệp danh sách').setInputFiles(SAMPLE)
    await expect(director.getByRole('grid', { name: 'Kết quả chạy thử từng dòng' })).toBeVisible()
    const counts = director.getByRole('group', { name: 'Nhóm dòng' })
    await expect(counts.getByRole('button', { name: `Không nhập được ${REFUSED}` })).toBeVisible()
    await expect(counts.getByRole('button', { name: `Trùng ${TRUTH.duplicates}` })).toBeVisible()
    expect((await rollByCommand(house)).total.onRoll).toBe(0)
  })

  await test.step('the import puts the good rows in and tells how far it is', async () => {
    await director.getByRole('button', { name: `Nhập ${TRUTH.good} người` }).click()
    await expect(director.getByRole('heading', { name: `Đã nhập ${TRUTH.good} người` })).toBeVisible({
      timeout: 60_000,
    })
    expect((await rollByCommand(house)).total).toMatchObject({
      onRoll: TRUTH.good,
      awaitingBed: TRUTH.good,
    })
  })

  await test.step('the other desk, already on the zones, sees them without reloading', async () => {
    await expect(administrator.getByRole('row', { name: /Khu nam A/ })).toContainText('0/20')
    await director.getByRole('link', { name: /Xếp giường cho/ }).click()
    const list = director.getByRole('grid', { name: 'Chờ xếp giường' })
    await list.focus()
    for (let i = 0; i < 20; i += 1) {
      await director.keyboard.press('Space')
      await director.keyboard.press('ArrowDown')
    }
    await director.getByRole('button', { name: 'Xếp 20 người' }).click()
    const dialog = director.getByRole('dialog')
    await expect(dialog.getByRole('list', { name: 'Ai vào giường nào' }).getByRole('button')).toHaveCount(20)
    const mixed = dialog.getByRole('button', { name: /Cần lý do/ })
    if ((await mixed.count()) > 0) {
      await mixed.first().click()
      await dialog
        .getByRole('textbox', { name: /Vì sao vẫn xếp/ })
        .fill('Mới chuyển khu, sẽ xếp lại theo diện')
      const spread = dialog.getByRole('button', { name: 'Dùng lý do này cho những người còn thiếu' })
      if ((await mixed.count()) > 0) await spread.click()
    }
    await dialog.getByRole('button', { name: 'Xếp 20 người' }).click()
    await expect(dialog).toBeHidden()
    await expect(administrator.getByRole('row', { name: /Khu nam A/ })).toContainText('20/20', {
      timeout: 3000,
    })
  })

  await test.step('Ctrl+K finds a name typed without tones, by its letters and by its bed', async () => {
    const field = director.getByRole('combobox', { name: /Tìm người/ })
    for (const words of ['dang huu an', 'DHA', 'ĐẶNG hữu']) {
      await director.keyboard.press('Control+k')
      await field.fill(words)
      const found = director.getByRole('option', { name: /Đặng Hữu An/ })
      await expect(found.first(), words).toBeVisible()
      await director.keyboard.press('Escape')
      // Closing gives the focus back a moment later; opening again within it would be no person's doing.
      await expect(field).toBeHidden()
    }
    await director.keyboard.press('Control+k')
    await expect(field).toBeFocused()
    await director.keyboard.type('hua huu binh', { delay: 40 })
    await expect(director.getByRole('option').first()).toContainText('Hứa Hữu Bình')
    await director.keyboard.press('Enter')
    await expect(director.getByRole('heading', { level: 1 })).toContainText('Hứa Hữu Bình')
  })

  await test.step('the roll now agrees with the people behind it and with the command line', async () => {
    const roll = await rollByCommand(house)
    expect(roll.total).toMatchObject({ onRoll: TRUTH.good, inZone: TRUTH.good, awaitingBed: TRUTH.good - 20 })
    expect(roll.byZone.find(({ name }) => name === 'Khu nam A')?.onRoll).toBe(20)
    await goTo(director, house, '/quan-so')
    await countBehind(director, 'Tổng số, trong danh sách', TRUTH.good)
    await goTo(director, house, '/quan-so')
    await countBehind(director, 'Khu nam A, trong danh sách', 20)
  })

  await test.step('so does the roll of a past day', async () => {
    const past = (await rollByCommand(house, '2026-01-01T08:00+07:00')).total.onRoll
    expect(past).toBeGreaterThan(0)
    expect(past).toBeLessThan(TRUTH.good)
    await goTo(director, house, '/quan-so')
    await director.getByRole('textbox', { name: 'Thời điểm: ngày' }).fill('01/01/2026')
    await director.getByRole('textbox', { name: 'Thời điểm: giờ' }).fill('8:00')
    await director.keyboard.press('Enter')
    await expect(director.getByText('lúc 08:00 01/01/2026')).toBeVisible()
    await countBehind(director, 'Tổng số, trong danh sách', past)
  })
})

/** Opens the list behind a number of the roll and counts who is in it, to the last page. */
async function countBehind(page: Page, name: string, people: number): Promise<void> {
  await page.getByRole('link', { name: `${name}: ${people} người` }).click()
  const list = page.getByRole('grid')
  await expect(list.getByRole('row').nth(1)).toBeVisible()
  await list.focus()
  await expect(async () => {
    await page.keyboard.press('End')
    await expect(list).toHaveAttribute('aria-rowcount', String(people + 1), { timeout: 500 })
  }).toPass({ timeout: 10_000 })
}
