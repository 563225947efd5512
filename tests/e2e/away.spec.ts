import { expect, test } from '@playwright/test'
import { goTo, openWindow, signIn, startSampleHub } from './_desk.ts'

test.describe('a desk whose hub goes away', () => {
  test('says so, keeps what is typed on this PC, and brings it to the hub once it is back', async ({
    browser,
  }) => {
    await using house = await startSampleHub()
    const page = await openWindow(browser, house)
    // The desktop program's drafts, in the window's own storage: they outlive a page that is loaded anew.
    await page.addInitScript(() => {
      type Kept = { owner: string; form: string; value: unknown; keptAt: string }
      const read = (): Kept[] => JSON.parse(localStorage.getItem('kept-here') ?? '[]') as Kept[]
      const write = (kept: Kept[]) => localStorage.setItem('kept-here', JSON.stringify(kept))
      const others = (key: Kept) =>
        read().filter(({ owner, form }) => owner !== key.owner || form !== key.form)
      const never = () => () => undefined
      const state = { kind: 'connected', hubName: 'Máy chủ' }
      Object.assign(globalThis, {
        neoVe: {
          version: '0.1.0',
          mode: 'desk',
          hub: { state: async () => state, onState: never },
          drafts: {
            keep: async (draft: Kept) => {
              const keptAt = new Date().toISOString()
              write([...others(draft), { ...draft, keptAt }])
              return { keptAt }
            },
            list: async ({ owner }: Kept) => read().filter((draft) => draft.owner === owner),
            drop: async (key: Kept) => write(others(key)),
          },
          clock: async () => ({ deskTime: new Date().toISOString(), aheadMs: 0 }),
          update: {
            state: async () => ({ kind: 'current', version: '0.1.0', checkedAt: null }),
            onState: never,
          },
          startup: { state: async () => ({ isOn: false, isPossible: false }) },
          lock: { onScreenLock: never },
          screen: { protect: async () => null },
        },
      })
    })
    await signIn(page, house, 'tiepnhan')
    await page.goto(`${house.url}/tiep-nhan`)
    const name = page.getByRole('textbox', { name: /Họ và tên/ }).first()
    await name.fill('Nguyễn Văn')
    await expect(page.getByText(/đã lưu nháp/)).toBeVisible()
    const zone = await openWindow(browser, house)
    await signIn(zone, house, 'khu')
    await goTo(zone, house, '/nguoi')
    await zone.getByRole('grid', { name: 'Danh sách học viên' }).getByRole('link').nth(3).click()
    await zone.getByRole('button', { name: 'Ghi cảnh báo' }).click()
    const alert = zone.getByRole('dialog', { name: 'Ghi cảnh báo' })
    await alert.getByRole('combobox', { name: /^Cảnh báo/ }).fill('Nguy cơ cất giấu')
    await zone.getByRole('option', { name: /^Nguy cơ cất giấu/ }).click()
    await alert.getByRole('textbox', { name: /^Căn cứ/ }).fill('Giấu bật lửa trong chăn')
    await house.stop()
    await alert.getByRole('button', { name: 'Ghi cảnh báo' }).click()
    await expect(alert.getByText(/^Không liên lạc được với máy chủ/)).toBeVisible()
    await expect(page.getByText(/Mất kết nối với máy chủ từ/)).toContainText('giữ mã hóa trên máy này')
    await expect(page.getByText(/Chưa gửi được: máy chủ mất kết nối/)).toBeVisible()
    await name.fill('Nguyễn Văn An')
    await expect(page.getByText(/nháp giữ trên máy này/)).toBeVisible()
    await house.startAgain()
    await expect(page.getByText(/Đã nối lại lúc/)).toBeVisible({ timeout: 20_000 })
    await expect(page.getByText(/đã lưu nháp/)).toBeVisible()
    await expect(alert.getByText(/^Không liên lạc được với máy chủ/)).toBeHidden()
    await alert.getByRole('button', { name: 'Ghi cảnh báo' }).click()
    await expect(alert).toBeHidden()
    await expect(zone.getByRole('complementary', { name: 'Tóm tắt' })).toContainText('Vật cấm')
    expect(await page.evaluate(() => localStorage.getItem('kept-here'))).toBe('[]')
    await page.reload()
    await expect(name).toHaveValue('Nguyễn Văn An')
  })
})
