import { expect, test, type Page } from '@playwright/test'
import { incidentFilterOf } from '#renderer/features/incidents/incident-filters.ts'
import { expectAccessible } from './_axe.ts'
import { goTo, openWindow, signIn, startSampleHub, type HubAtWork } from './_desk.ts'

/** A picture of one point. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

interface Lodger {
  name: string
  bedCode: string
}

/** Asks the hub as the signed-in page would. */
async function ask<Answer>(page: Page, house: HubAtWork, path: string, json: unknown): Promise<Answer> {
  const response = await page.request.post(`${house.url}/rpc/${path}`, {
    data: { json },
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  expect(response.ok(), await response.text()).toBe(true)
  return ((await response.json()) as { json: Answer }).json
}

/** People in their beds, six of each of the first two zones that have them. */
async function lodgersOfTwoZones(page: Page, house: HubAtWork): Promise<Lodger[]> {
  const { zones } = await ask<{ zones: { id: string }[] }>(page, house, 'places/zones', {})
  const found: Lodger[][] = []
  for (const { id } of zones) {
    const filter = { zones: [id], states: ['inside'], limit: 40 }
    const { rows } = await ask<{ rows: { name: string; bedCode: string | null }[] }>(
      page,
      house,
      'people/list',
      filter,
    )
    const beds = rows.flatMap(({ name, bedCode }) => (bedCode === null ? [] : [{ name, bedCode }]))
    if (beds.length >= 6) found.push(beds.slice(0, 6))
    if (found.length === 2) break
  }
  return found.flat()
}

async function act(page: Page, action: string, comment: string): Promise<void> {
  await page.getByRole('button', { name: `${action}…` }).click()
  const dialog = page.getByRole('dialog', { name: new RegExp(`^${action}`) })
  await dialog.getByRole('textbox').last().fill(comment)
  await dialog.getByRole('button', { name: action }).click()
  await expect(dialog).toBeHidden()
}

test('a fight of twelve across two zones is reported, returned twice, called a duplicate and opened again', async ({
  browser,
}) => {
  await using house = await startSampleHub()
  const guard = await openWindow(browser, house)
  await signIn(guard, house, 'khu')
  const people = await lodgersOfTwoZones(guard, house)
  expect(people).toHaveLength(12)
  const hurt = people[0] ?? { name: '' }

  await test.step('the first report is written by keyboard alone', async () => {
    await guard.keyboard.press('Control+k')
    await guard.getByRole('combobox', { name: /Tìm người/ }).fill('báo vụ')
    await expect(guard.getByRole('option', { name: 'Báo vụ việc' })).toBeVisible()
    await guard.keyboard.press('Enter')
    await expect(guard.getByRole('radiogroup', { name: 'Loại vụ việc' })).toBeVisible()
    await guard.keyboard.press('2')
    const box = guard.getByRole('combobox', { name: 'Ai' })
    await expect(box).toBeFocused()
    const lines = guard.getByRole('list', { name: 'Người liên quan' }).getByRole('listitem')
    for (const [index, { bedCode }] of people.entries()) {
      await guard.keyboard.type(bedCode)
      await guard.keyboard.press('Enter')
      await expect(lines).toHaveCount(index + 1)
    }
    await guard.getByRole('textbox', { name: 'Chuyện gì' }).fill('Hai nhóm đánh nhau ở sân thể thao.')
    await expect(guard.getByText(/đã lưu nháp/)).toBeVisible()
    await guard.reload()
    await expect(lines).toHaveCount(12)
    await expect(guard.getByRole('textbox', { name: 'Chuyện gì' })).toHaveValue(/Hai nhóm/)
    await guard.getByRole('textbox', { name: 'Chuyện gì' }).press('Control+Enter')
    await expect(guard.getByRole('heading', { level: 1, name: /^VV-\d{4}-\d{4} · Đánh nhau/ })).toBeVisible()
  })
  const address = new URL(guard.url()).pathname

  await test.step('somebody hurt is for the medical staff alone to describe', async () => {
    await goTo(guard, house, `${address}?the=nguoi`)
    await guard.getByRole('button', { name: 'Ghi người bị thương' }).click()
    await guard.getByRole('combobox', { name: /^Ai/ }).click()
    await guard.getByRole('option', { name: hurt.name }).first().click()
    await guard.keyboard.press('Control+Enter')
    await expect(guard.getByText('chờ y tế khám')).toBeVisible()
    const medical = await openWindow(browser, house)
    await signIn(medical, house, 'yte')
    await goTo(medical, house, '/vu-viec/viec')
    await medical.getByRole('button', { name: `Ghi kết quả khám: ${hurt.name}` }).click()
    await medical.getByRole('combobox', { name: /Mức độ/ }).click()
    await medical.getByRole('option', { name: 'Nhẹ' }).click()
    await medical.getByRole('textbox', { name: /Tình trạng/ }).fill('Rách da trán 2 cm')
    await medical.keyboard.press('Control+Enter')
    await expect(medical.getByRole('dialog')).toBeHidden()
    await medical.context().close()
    await expect(guard.getByText('Y tế đã khám; chi tiết chỉ bộ phận y tế xem được.')).toBeVisible()
    await expect(guard.getByText('Rách da trán')).toHaveCount(0)
  })

  const officer = await openWindow(browser, house)
  await signIn(officer, house, 'vuviec')
  await goTo(officer, house, address)

  await test.step('a photo is sent, shown to who may see the incident, and stands in the audit', async () => {
    await goTo(officer, house, `${address}?the=vat-chung`)
    await officer.getByRole('button', { name: 'Thêm ảnh, bản quét' }).click()
    const dialog = officer.getByRole('dialog', { name: 'Thêm ảnh, bản quét' })
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: 'san.png', mimeType: 'image/png', buffer: DOT })
    await expect(dialog.getByText('Đã gửi san.png.')).toBeVisible()
    await dialog.getByRole('textbox', { name: /Là gì/ }).fill('Sân thể thao')
    await officer.keyboard.press('Control+Enter')
    const photo = officer.locator('img[src^="/files/incident-evidence/"]')
    await expect(photo).toHaveJSProperty('naturalWidth', 1)
    await goTo(officer, house, address)
  })

  await test.step('those who fought are kept apart with one click', async () => {
    await officer.getByRole('button', { name: /^Ghi \d+ cặp không xếp chung/ }).click()
    await expect(officer.getByRole('heading', { name: /^Nên xếp tách nhau/ })).toBeHidden()
  })

  await test.step('it is returned twice, each time with what is wanted', async () => {
    await act(officer, 'Nhận xem xét', '')
    await officer.getByRole('button', { name: 'Trả lại để bổ sung…' }).click()
    const dialog = officer.getByRole('dialog', { name: /^Trả lại/ })
    await dialog.getByRole('button', { name: 'Trả lại để bổ sung' }).click()
    await expect(dialog.getByText('Ghi: cần bổ sung gì.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Đóng' }).click()
    for (const wanted of ['Nguyên nhân', 'Ai khởi xướng']) {
      await act(officer, 'Trả lại để bổ sung', wanted)
      await expect(guard.getByRole('region', { name: 'Cần bổ sung gì' })).toContainText(wanted)
      await act(guard, 'Gửi lại sau khi bổ sung', `Đã ghi: ${wanted}`)
    }
    await goTo(guard, house, `${address}?the=cau-hoi`)
    await goTo(officer, house, `${address}?the=qua-trinh`)
    await expect(officer.getByRole('tabpanel').getByText('Đã ghi: Ai khởi xướng')).toBeVisible()
  })

  await test.step('questions lead from one to the next by number keys', async () => {
    await goTo(officer, house, `${address}?the=cau-hoi`)
    await expect(officer.getByRole('form', { name: 'Ai đánh ai?' })).toBeVisible()
    await officer.keyboard.press('1')
    await officer.keyboard.press('Enter')
    await expect(officer.getByRole('form', { name: 'Nguyên nhân ban đầu?' })).toBeVisible()
    await officer.keyboard.press('2')
    await officer.keyboard.press('Enter')
    await expect(officer.getByRole('form', { name: 'Có dùng hung khí không?' })).toBeVisible()
    await expectAccessible(officer)
  })

  await test.step('of two who act at once the second sees what the first wrote', async () => {
    const head = await openWindow(browser, house)
    await signIn(head, house, 'truong')
    await goTo(head, house, address)
    await officer.getByRole('button', { name: 'Trả lại để bổ sung…' }).click()
    const dialog = officer.getByRole('dialog', { name: /^Trả lại/ })
    await dialog.getByRole('textbox', { name: /Cần bổ sung gì/ }).fill('Lời khai')
    await act(head, 'Tạm dừng', 'Chờ giám định')
    await dialog.getByRole('button', { name: 'Trả lại để bổ sung' }).click()
    await expect(dialog.getByText('Tình trạng: Tạm dừng')).toBeVisible()
    await expect(dialog.getByRole('textbox', { name: /Cần bổ sung gì/ })).toHaveValue('Lời khai')
    await expect(dialog.getByRole('button', { name: /^Vẫn/ })).toHaveCount(0)
    await dialog.getByRole('button', { name: 'Giữ bản trong sổ' }).click()
    await act(head, 'Xem xét tiếp', '')
    await head.context().close()
  })

  await test.step('it is called a duplicate of another, and opened again', async () => {
    await goTo(officer, house, address)
    await officer.getByRole('button', { name: 'Đánh dấu trùng…' }).click()
    const dialog = officer.getByRole('dialog', { name: /^Đánh dấu trùng/ })
    await dialog.getByRole('combobox', { name: /Vụ việc gốc/ }).click()
    await officer.getByRole('option').first().click()
    await dialog.getByRole('button', { name: 'Đánh dấu trùng' }).click()
    await expect(dialog).toBeHidden()
    await expect(officer.getByText('Trùng với')).toBeVisible()
    await act(officer, 'Mở lại', 'Hai vụ khác nhau')
    await expect(officer.getByText(/^Mở lại · /)).toBeVisible()
  })

  await test.step('the book shows it by state', async () => {
    await goTo(officer, house, '/vu-viec')
    await expect(
      officer
        .getByRole('grid', { name: 'Sổ vụ việc' })
        .getByText(/^Mở lại/)
        .first(),
    ).toBeVisible()
  })

  await test.step('a figure opens its list, with as many in it', async () => {
    await goTo(officer, house, '/vu-viec/so-lieu')
    const map = officer.getByRole('table', { name: 'Số vụ theo khu và giờ trong ngày' })
    const cell = map.getByRole('link', { name: /giờ: \d+ vụ$/ }).first()
    const [, count] = /(\d+) vụ$/.exec((await cell.getAttribute('aria-label')) ?? '') ?? []
    await cell.press('Enter')
    await expect(officer.getByText(`${count} vụ việc khớp bộ lọc`)).toBeVisible()
  })

  await test.step('every number on the page opens a list of as many', async () => {
    await goTo(officer, house, '/vu-viec/so-lieu')
    await officer.getByRole('button', { name: 'Xem bảng' }).click()
    const links = await officer.locator('main a[href^="/vu-viec?"]').evaluateAll((all) =>
      all.map((link) => ({
        href: link.getAttribute('href') ?? '',
        count: Number(/: (\d+) vụ$/.exec(link.ariaLabel ?? '')?.[1] ?? link.querySelector('b')?.textContent),
      })),
    )
    expect(links.length).toBeGreaterThan(50)
    const asked = links.map(({ href }) => {
      const values = [...new URL(href, house.url).searchParams].map(([key, text]) => [key, text.split(',')])
      return { ...incidentFilterOf(Object.fromEntries(values)), limit: 1 }
    })
    const totals = await officer.evaluate(async (filters) => {
      const found: number[] = []
      for (const json of filters) {
        const body = JSON.stringify({ json })
        const headers = { 'content-type': 'application/json' }
        const answer = await fetch('/rpc/incidents/list', { method: 'POST', headers, body })
        found.push(((await answer.json()) as { json: { total: number } }).json.total)
      }
      return found
    }, asked)
    expect(links.map(({ href }, at) => [href, totals[at]])).toEqual(
      links.map(({ href, count }) => [href, count]),
    )
  })
})
