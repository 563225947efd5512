import { expect, test, type Page } from '@playwright/test'
import { DEMO_PASSWORD } from '#hub/setup/demo-logins.ts'
import { goTo, openWindow, signIn, startSampleHub } from './_desk.ts'

/** What has the focus: role or tag with its name. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return 'nothing'
    const name = element.getAttribute('aria-label') ?? element.textContent ?? ''
    return `${element.getAttribute('role') ?? element.tagName.toLowerCase()} ${name.trim().slice(0, 40)}`
  })
}

test.describe('all by keyboard', () => {
  test('a round through the program never loses the focus and is never trapped', async ({ browser }) => {
    await using house = await startSampleHub()
    const page = await openWindow(browser, house)
    await signIn(page, house, 'truong')

    await test.step('the first Tab skips to the content', async () => {
      await goTo(page, house, '/nguoi')
      await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()
      await page.keyboard.press('Tab')
      expect(await focused(page)).toBe('a Đến nội dung')
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('noi-dung')
    })

    await test.step('Tab goes through the frame and the page, round and back, without a trap', async () => {
      await page.reload()
      await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible()
      const stops: string[] = []
      for (let i = 0; i < 80 && !stops.includes('nothing'); i += 1) {
        await page.keyboard.press('Tab')
        stops.push(await focused(page))
      }
      expect(stops[0]).toBe('a Đến nội dung')
      for (const stop of [/Tìm người, việc, lệnh/, /^a Học viên/, /^a Khu/, /^grid Danh sách học viên/])
        expect(
          stops.some((text) => stop.test(text)),
          String(stop),
        ).toBe(true)
      expect(stops.at(-1)).toBe('nothing')
      const searchAt = stops.findIndex((text) => /Tìm người/.test(text))
      const listAt = stops.findIndex((text) => text.startsWith('grid'))
      expect(searchAt).toBeLessThan(listAt)
    })

    await test.step('arrows walk the list, Space ticks, Enter opens, the list is one stop', async () => {
      const list = page.getByRole('grid', { name: 'Danh sách học viên' })
      await list.focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Space')
      await expect(list.getByRole('row', { selected: true })).toHaveCount(1)
      await page.keyboard.press('Escape')
      await expect(list.getByRole('row', { selected: true })).toHaveCount(0)
      await expect(list).toBeFocused()
      const active = await list.getAttribute('aria-activedescendant')
      expect(active).toMatch(/-2$/)
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/nguoi\/[0-9a-f-]{36}/)
    })

    await test.step('Ctrl+K opens over any page, Esc gives the focus back', async () => {
      await page.getByRole('tab').first().focus()
      const before = await focused(page)
      await page.keyboard.press('Control+k')
      await expect(page.getByRole('combobox', { name: /Tìm người/ })).toBeFocused()
      await page.keyboard.type('nguyen van')
      await expect(page.getByRole('option').nth(1)).toBeVisible()
      await page.keyboard.press('ArrowDown')
      await expect(page.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true')
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null)).toBe(
        true,
      )
      await page.keyboard.press('Escape')
      await expect(page.getByRole('combobox', { name: /Tìm người/ })).toBeHidden()
      await expect(async () => expect(await focused(page)).toBe(before)).toPass({ timeout: 2000 })
    })

    await test.step('beds are walked by arrows, a menu opens by Enter and closes by Esc', async () => {
      await goTo(page, house, '/khu')
      await page.getByRole('row').nth(1).getByRole('link').press('Enter')
      await page.waitForURL(/\/khu\/.+/)
      const cells = page.locator('[data-cell]')
      await cells.first().focus()
      await page.keyboard.press('ArrowRight')
      await expect(cells.nth(1)).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(page.getByRole('menu')).toBeVisible()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Escape')
      await expect(page.getByRole('menu')).toBeHidden()
      await expect(cells.nth(1)).toBeFocused()
    })

    await test.step('a dialog keeps Tab inside, Esc closes it and the focus returns', async () => {
      await goTo(page, house, '/khu')
      const button = page.getByRole('button', { name: 'Thêm khu' })
      await button.press('Enter')
      const dialog = page.getByRole('dialog')
      await expect(dialog.getByRole('textbox', { name: 'Mã' })).toBeFocused()
      for (let i = 0; i < 12; i += 1) {
        await page.keyboard.press('Tab')
        expect(await page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null)).toBe(
          true,
        )
      }
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
      await expect(button).toBeFocused()
    })

    await test.step('Esc twice where the first closes a dialog does not lock, nor after unlocking over a page', async () => {
      const button = page.getByRole('button', { name: 'Thêm khu' })
      const lock = page.getByRole('dialog', { name: 'Đã khóa' })
      for (const _ of ['as opened', 'as unlocked']) {
        await button.press('Enter')
        await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Mã' })).toBeFocused()
        await page.keyboard.press('Escape')
        await page.keyboard.press('Escape')
        await expect(button).toBeFocused()
        await expect(lock).toBeHidden()
        await page.keyboard.press('Escape')
        await page.keyboard.press('Escape')
        await expect(lock).toBeVisible()
        await lock.getByLabel('Mật khẩu', { exact: true }).fill(DEMO_PASSWORD)
        await page.keyboard.press('Enter')
        await expect(lock).toBeHidden()
      }
    })

    await test.step('F1 opens the help of the page, Esc twice locks it', async () => {
      await page.keyboard.press('F1')
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Trợ giúp')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog', { name: 'Đã khóa' })).toBeVisible()
    })
  })
})
