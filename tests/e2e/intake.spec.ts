import { expect, test, type Page } from '@playwright/test'
import { expectAccessible } from './_axe.ts'
import { goTo, openWindow, signIn, startSampleHub, type HubAtWork } from './_desk.ts'

const TWO_MINUTES = 120_000

interface Person {
  id: string
  name: string
  birth: string
  sex: 'male' | 'female'
  number: string
}

async function call<Answer>(page: Page, path: string, input: unknown): Promise<Answer> {
  const answer = await page.request.post(`/rpc/${path}`, { data: { json: input } })
  expect(answer.ok()).toBe(true)
  return ((await answer.json()) as { json: Answer }).json
}

/** Somebody who was here, left, and holds a citizen number. */
async function someoneGone(page: Page): Promise<Person> {
  const { rows } = await call<{ rows: { personId: string }[] }>(page, 'people/list', {
    group: 'past',
    sexes: ['male'],
    limit: 30,
  })
  for (const { personId } of rows) {
    const file = await call<Omit<Person, 'number'> & { papers: { kind: string; number: string }[] }>(
      page,
      'people/get',
      { id: personId },
    )
    const card = file.papers.find(({ kind, number }) => kind === 'citizen-card' && number.length === 12)
    if (card && file.birth?.length === 10) return { ...file, number: card.number }
  }
  throw new Error('nobody with a card among those who are gone')
}

/** What a scanner types of a card. */
function cardText(person: Omit<Person, 'id'>): string {
  const day = (text: string) => text.split('-').toReversed().join('')
  const sex = person.sex === 'male' ? 'Nam' : 'Nữ'
  const address = 'Thôn Nà Mỏ, Xã Mai Pha, Thành phố Lạng Sơn, Lạng Sơn'
  return [person.number, '', person.name, day(person.birth), sex, address, '12042021'].join('|')
}

const BETWEEN_KEYS_S = 0.008

/**
 * What a scanner does: keys a few milliseconds apart, however busy this machine is, Enter at the end.
 * @param keyless characters that come without a key, as an input method puts them
 */
async function scan(page: Page, text: string, keyless = ''): Promise<void> {
  const scanner = await page.context().newCDPSession(page)
  const keys = Array.from(`${text}\r`)
  const began = Date.now() / 1000 - keys.length * BETWEEN_KEYS_S
  await Promise.all(
    keys.flatMap((character, index) => {
      const key = character === '\r' ? 'Enter' : character
      const timestamp = began + index * BETWEEN_KEYS_S
      if (keyless.includes(character)) return [scanner.send('Input.insertText', { text: character })]
      return [
        scanner.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: character, timestamp }),
        scanner.send('Input.dispatchKeyEvent', { type: 'keyUp', key, timestamp }),
      ]
    }),
  )
  await scanner.detach()
}

/** As a person types: slower than any scanner. */
async function typeByHand(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, { delay: 60 })
}

async function openIntake(page: Page, house: HubAtWork): Promise<void> {
  await goTo(page, house, '/tiep-nhan')
  await expect(page.getByRole('textbox', { name: /Họ và tên/ })).toBeFocused()
}

/** From a field to the one that is meant, by keys only. */
async function tabTo(page: Page, target: ReturnType<Page['getByRole']>): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

/** Track, papers, decision, start and bed, with nothing but the keyboard. */
async function fillIn(page: Page): Promise<void> {
  await expect(page.getByRole('radio', { name: 'Bắt buộc' })).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await typeByHand(page, 'Công an phường Đông Kinh')
  await tabTo(page, page.getByRole('button', { name: 'Đã nhận đủ giấy bắt buộc' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('textbox', { name: 'Số quyết định' }))
  await typeByHand(page, '15/2026/QĐ-TA')
  await page.keyboard.press('Enter')
  await typeByHand(page, '20112026')
  await page.keyboard.press('Enter')
  await typeByHand(page, 'Tòa án nhân dân khu vực 1')
  await tabTo(page, page.getByRole('button', { name: /^Từ ngày tiếp nhận/ }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status', { name: 'Thời hạn' })).toContainText('36 tháng')
  for (let part = 0; part < 7; part += 1) await page.keyboard.press('Alt+PageDown')
  await tabTo(page, page.getByRole('radio', { name: /^[A-Z]+\d*-\d+$/ }).first())
  await page.keyboard.press('Space')
}

test('scan, match to an earlier stay, bed, record: by keyboard in under two minutes', async ({ browser }) => {
  await using house = await startSampleHub()
  const desk = await openWindow(browser, house)
  await signIn(desk, house, 'tiepnhan')
  const person = await someoneGone(desk)
  await openIntake(desk, house)
  const began = Date.now()

  await test.step('the burst leaves the field it landed in and fills the form', async () => {
    await scan(desk, cardText(person))
    await expect(desk.getByRole('textbox', { name: /Họ và tên/ })).toHaveValue(person.name)
    await expect(desk.getByText('từ thẻ').first()).toBeVisible()
    await expect(desk.getByText(/Nay là Phường Đông Kinh/)).toBeVisible()
  })

  await test.step('the earlier stay is found and confirmed, with the ordinal', async () => {
    await expect(desk.getByRole('button', { name: 'Cùng một người', exact: true }).first()).toBeFocused()
    await desk.keyboard.press('Enter')
    await expect(desk.getByRole('button', { name: /^Xác nhận lần thứ \d+$/ })).toBeFocused()
    await desk.keyboard.press('Enter')
  })

  await fillIn(desk)

  await test.step('one act receives the person into the bed', async () => {
    await expect(
      desk.getByRole('button', { name: new RegExp(`^Tiếp nhận ${person.name} vào giường`) }),
    ).toBeVisible()
    await desk.keyboard.press('Control+Enter')
    await expect(desk.getByText(`Đã tiếp nhận ${person.name} vào giường`)).toBeVisible()
  })

  await test.step('the hand-over record is made', async () => {
    await expect(desk.getByRole('button', { name: 'Lập biên bản giao nhận' })).toBeFocused()
    await desk.keyboard.press('Enter')
    const make = desk.getByRole('button', { name: 'Lập văn bản' })
    await expect(make).toBeEnabled()
    await tabTo(desk, make)
    await desk.keyboard.press('Enter')
    await expect(desk).toHaveURL(/\/in\/document\//)
  })
  expect(Date.now() - began).toBeLessThan(TWO_MINUTES)
})

test('two desks that scan one person at once end as one stay', async ({ browser }) => {
  await using house = await startSampleHub()
  const desks = [await openWindow(browser, house), await openWindow(browser, house)] as const
  for (const [index, desk] of desks.entries()) {
    await signIn(desk, house, index === 0 ? 'tiepnhan' : 'truong')
  }
  const [first, second] = desks
  const person = await someoneGone(first)
  for (const desk of desks) {
    await openIntake(desk, house)
    await scan(desk, cardText(person))
    await expect(desk.getByRole('button', { name: 'Cùng một người', exact: true }).first()).toBeFocused()
    await desk.keyboard.press('Enter')
    await expect(desk.getByRole('button', { name: /^Xác nhận lần thứ/ })).toBeFocused()
    await desk.keyboard.press('Enter')
    await fillIn(desk)
  }
  await Promise.all(desks.map((desk) => desk.keyboard.press('Control+Enter')))
  const done = (desk: Page) => desk.getByText(`Đã tiếp nhận ${person.name}`)
  const told = (desk: Page) => desk.getByRole('alert').filter({ hasText: 'đang trong cơ sở' }).first()
  const ends = () => Promise.all(desks.map((desk) => done(desk).isVisible()))
  await expect.poll(ends).toContain(true)
  const [isFirst] = await ends()
  const late = isFirst === true ? second : first
  await expect(told(late)).toBeVisible()
  await late
    .getByRole('link', { name: /Mở hồ sơ|mở hồ sơ đang có/ })
    .first()
    .focus()
  await late.keyboard.press('Enter')
  await expect(late).toHaveURL(new RegExp(person.id))
  const file = await call<{ stays: { state: string }[] }>(first, 'people/get', { id: person.id })
  expect(file.stays.filter(({ state }) => state !== 'ended')).toHaveLength(1)
})

test('a scan on its way is waited for; one that failed is sent again before saving', async ({ browser }) => {
  await using house = await startSampleHub()
  const desk = await openWindow(browser, house)
  await signIn(desk, house, 'tiepnhan')
  const person = await someoneGone(desk)
  await openIntake(desk, house)
  await scan(desk, cardText(person))
  await expect(desk.getByRole('button', { name: 'Cùng một người', exact: true }).first()).toBeFocused()
  await desk.keyboard.press('Enter')
  await expect(desk.getByRole('button', { name: /^Xác nhận lần thứ \d+$/ })).toBeFocused()
  await desk.keyboard.press('Enter')
  await fillIn(desk)
  const papers = desk.getByRole('list', { name: 'Danh mục giấy tờ' })
  const choose = papers.getByRole('button', { name: /^Chọn bản chụp/ }).first()
  const file = { name: 'ly-lich.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 lý lịch') }
  const chooseFile = async () => {
    const [chooser] = await Promise.all([desk.waitForEvent('filechooser'), choose.click()])
    await chooser.setFiles(file)
  }

  await desk.route('**/files/scan', (route) => route.abort())
  await chooseFile()
  const again = papers.getByRole('button', { name: /^Gửi lại/ })
  await expect(again).toBeVisible()
  await desk.keyboard.press('Control+Enter')
  await expect(desk.getByText(/^Chưa gửi được tệp/)).toBeVisible()

  await desk.unroute('**/files/scan')
  const isAsked = Promise.withResolvers<void>()
  await desk.route('**/files/scan', async (route) => {
    await isAsked.promise
    await route.continue()
  })
  await again.click()
  await desk.keyboard.press('Control+Enter')
  isAsked.resolve()
  await expect(desk.getByText(`Đã tiếp nhận ${person.name}`)).toBeVisible()
  await goTo(desk, house, `/nguoi/${person.id}?the=giay-to`)
  await expect(desk.getByRole('link', { name: /^Bản chụp/ })).toHaveCount(1)
})

test('what was typed survives a reload, a hub restart and is listed as unfinished', async ({ browser }) => {
  await using house = await startSampleHub()
  const desk = await openWindow(browser, house)
  await signIn(desk, house, 'tiepnhan')
  await openIntake(desk, house)
  await typeByHand(desk, 'Lộc Văn Thử Nghiệm')
  await expect(desk.getByText(/đã lưu nháp/)).toBeVisible()
  await house.stop()
  await house.startAgain()
  await desk.reload()
  await expect(desk.getByRole('textbox', { name: /Họ và tên/ })).toHaveValue('Lộc Văn Thử Nghiệm')
  await desk.keyboard.press('Alt+n')
  await expect(desk.getByRole('textbox', { name: /Họ và tên/ })).toHaveValue('')
  await expect(desk.getByRole('link', { name: /Lộc Văn Thử Nghiệm/ })).toBeVisible()
})

test('a mangled burst is explained, another barcode stays in its field, both without a mouse', async ({
  browser,
}) => {
  await using house = await startSampleHub()
  const desk = await openWindow(browser, house)
  await signIn(desk, house, 'tiepnhan')
  await openIntake(desk, house)
  await scan(desk, '02009001|082123456|Lộc Văn Đức|05031990|Nam|Mai Pha|12042021')
  await expect(desk.getByText(/Số định danh đọc được 8 chữ số/)).toBeVisible()
  await expect(desk.getByRole('textbox', { name: /Họ và tên/ })).toHaveValue('')
  await desk.getByRole('button', { name: 'Túi niêm phong' }).click()
  await desk.getByRole('textbox', { name: 'Số niêm phong' }).focus()
  await scan(desk, 'NP-2026-000123')
  await expect(desk.getByRole('textbox', { name: 'Số niêm phong' })).toHaveValue('NP-2026-000123')
  await desk.getByRole('textbox', { name: 'Số niêm phong' }).fill('số ')
  await scan(desk, 'Túi đỏ-2026', 'úđỏ')
  await expect(desk.getByRole('textbox', { name: 'Số niêm phong' })).toHaveValue('số Túi đỏ-2026')
})

test('nothing that may follow stops the reception, what must come is named at its field', async ({
  browser,
}) => {
  await using house = await startSampleHub()
  const desk = await openWindow(browser, house)
  await signIn(desk, house, 'tiepnhan')
  await openIntake(desk, house)
  await typeByHand(desk, 'Vi Văn Mới Đến')
  await desk.keyboard.press('Control+Enter')
  await expect(desk.getByRole('radio', { name: 'Nam', exact: true })).toBeFocused()
  await expect(desk.getByText('Chọn giới tính.')).toBeVisible()
  await expect(desk.getByText('Xác nhận đây là lần cai nghiện thứ mấy.')).toBeVisible()
  await expectAccessible(desk)
})
