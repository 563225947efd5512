// npm run screenshots: pictures of every screen in both schemes and sizes into out/screenshots, and the pictures of the
// user guide into docs/huong-dan/hinh. The centre shown is fictitious and comes from one seed.
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import buildFirst from '#tests/build-first.ts'
import { openScreen, SCREENS, SIZES } from '#tests/e2e/_screens.ts'
import { signIn, startEmptyHub, startSampleHub } from '#tests/e2e/_desk.ts'
import { findOrInstallChromium } from './find-chromium.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const everyScreen = join(root, 'out/screenshots')
const guide = join(root, 'docs/huong-dan/hinh')
const dataParent = join(tmpdir(), 'neo-ve')
const oldList = join(root, 'tests/samples/danh-sach-cu-400.xlsx')

/** Screens whose light picture at 1366×768 stands in the guide. */
const IN_GUIDE = new Set([
  'dang-nhap',
  'hom-nay-truong',
  'hoc-vien',
  'ho-so',
  'ho-so-sua',
  'tim',
  'khu',
  'khu-giuong',
  'xep-giuong',
  'quan-so',
  'du-kien-den',
  'tiep-nhan-den',
  'hoc-vien-giay-to',
  'hoc-vien-luu-ky',
  'hoc-vien-van-ban-lap',
  'bieu-mau',
  'nguoi-dung-them',
  'co-so',
  'may-chu',
  'sao-luu',
  'nhat-ky',
  'vu-viec',
  'vu-viec-so-lieu',
  'bo-tron-mot',
  'ky-luat-mot',
  'diem-danh-phong',
  'ra-ngoai',
  'tham-gap',
  'viec',
  'quy-trinh',
  'luu-ky-quy',
])

async function take(page: Page, folder: string, name: string): Promise<void> {
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' })
}

/** The page in both schemes and both sizes; the first of them also for the guide. */
async function takeAll(page: Page, name: string, isInGuide: boolean): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size.viewport)
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme })
      await page.waitForTimeout(150)
      await take(page, everyScreen, `${name}-${size.name}-${scheme}`)
      if (isInGuide && scheme === 'light' && size === SIZES[0]) await take(page, guide, name)
    }
  }
  await page.setViewportSize(SIZES[0].viewport)
  await page.emulateMedia({ colorScheme: 'light' })
}

const executablePath = findOrInstallChromium()
if (executablePath === undefined) {
  console.error('Không có Chromium. Cài Chromium hoặc Chrome, hoặc đặt CHROME_PATH, rồi chạy lại.')
  process.exit(1)
}
buildFirst()
if (existsSync(dataParent)) {
  console.error(`Thư mục ${dataParent} đã có. Dời nó đi rồi chạy lại.`)
  process.exit(1)
}
for (const folder of [everyScreen, guide]) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
}
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const browser = await chromium.launch({ executablePath, args })
const newPage = async () => {
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' })
  return context.newPage()
}

{
  await using empty = await startEmptyHub()
  const page = await newPage()
  await page.goto(empty.url)
  await page.getByRole('heading', { name: 'Thiết lập cơ sở' }).waitFor()
  await takeAll(page, 'bat-dau', true)
  await page.getByRole('button', { name: 'Thiết lập cơ sở' }).click()
  await page.getByRole('textbox', { name: /Tên cơ sở/ }).fill('Cơ sở cai nghiện ma túy tỉnh Lạng Sơn')
  await takeAll(page, 'thiet-lap', true)
  await page.context().close()
}

// The same folder each time: screens show its name.
const house = await startSampleHub(dataParent)
for (const login of new Set(SCREENS.map((screen) => screen.login))) {
  const page = await newPage()
  await page.setViewportSize(SIZES[0].viewport)
  if (login !== null) await signIn(page, house, login)
  for (const screen of SCREENS.filter((one) => one.login === login)) {
    console.error(screen.name)
    await openScreen(page, house.url, screen)
    await takeAll(page, screen.name, IN_GUIDE.has(screen.name))
  }
  await page.context().close()
}

{
  // The import from its file to its result, in this order: it changes the centre.
  const page = await newPage()
  await page.setViewportSize(SIZES[0].viewport)
  await signIn(page, house, 'tiepnhan')
  await page.goto(`${house.url}/nhap-danh-sach`)
  await page.getByLabel('Tệp danh sách').setInputFiles(oldList)
  await page.getByRole('grid', { name: 'Kết quả chạy thử từng dòng' }).getByRole('row').nth(1).waitFor()
  await takeAll(page, 'nhap-chay-thu', true)
  await page.getByRole('button', { name: /^Nhập \d+ người/ }).click()
  await page.getByRole('heading', { name: /^Đã nhập/ }).waitFor({ timeout: 120_000 })
  await takeAll(page, 'nhap-ket-qua', true)
  await page.goto(`${house.url}/khu`)
  await page.getByRole('grid', { name: 'Chờ xếp giường' }).getByRole('row').nth(1).waitFor()
  await takeAll(page, 'cho-xep-giuong', true)
  await page.context().close()
}

await house[Symbol.asyncDispose]()
await browser.close()
console.error(`pictures in ${everyScreen} and ${guide}`)
