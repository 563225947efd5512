import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { openScreen, SCREENS, SIZES } from './_screens.ts'
import { signIn, startEmptyHub, startSampleHub, type HubAtWork } from './_desk.ts'

// Traces of so many looks would cost more than the looks.
test.use({ trace: 'off' })

type Scheme = 'light' | 'dark'

/** Between two sizes only the room differs, between the schemes only the colours: each is looked at once. */
const LOOKS = [
  [SIZES[0], 'light'],
  [SIZES[1], 'dark'],
] as const

/** What the rows of lists lose at the right: dates, numbers and beds ever, other words unless the pointer says them whole. */
function cutWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isCut = (element: Element) =>
      element.children.length === 0 &&
      (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 2) &&
      getComputedStyle(element).overflowX === 'hidden'
    return [...document.querySelectorAll('[role="gridcell"], [role="gridcell"] *')]
      .filter(isCut)
      .filter(
        (element) =>
          element.closest('[title]') === null ||
          /(\d\d\/\d\d\/\d{4}|[A-Z]+[\d-]*\d)$/.test(element.textContent ?? ''),
      )
      .map((element) => element.textContent ?? '')
  })
}

/** What is wrong with a page as it stands: rules of axe it breaks, sideways scrolling, facts cut from its lists. */
async function faults(page: Page, scheme: Scheme): Promise<string[]> {
  // Nothing but colours differs between the schemes.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await (scheme === 'dark' ? axe.withRules('color-contrast') : axe).analyze()
  const sideways = await page.evaluate(() => {
    const main = document.querySelector('main')
    const wide = (element: Element) => element.scrollWidth > element.clientWidth
    return wide(document.documentElement) || (main !== null && wide(main))
  })
  return [
    ...violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
    ),
    ...(sideways ? ['scrolls sideways'] : []),
    ...(await cutWords(page)).map((words) => `cut: ${words}`),
  ]
}

/** Looks at the page in light at 1366×768 by all rules, and in dark at 150 % for its colours. */
async function look(page: Page, name: string): Promise<string[]> {
  const found: string[] = []
  for (const [size, scheme] of LOOKS) {
    await page.setViewportSize(size.viewport)
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    // Colours on their way from one scheme to the other are no fault.
    await page.waitForFunction(
      (asked) => document.documentElement.getAttribute('data-mantine-color-scheme') === asked,
      scheme,
    )
    await page.waitForTimeout(100)
    let seen = await faults(page, scheme)
    if (seen.length > 0) {
      // On a busy machine a colour may still be on its way: a fault stays.
      await page.waitForTimeout(1000)
      seen = await faults(page, scheme)
    }
    for (const fault of seen) found.push(`${name} ${size.name} ${scheme}: ${fault}`)
  }
  return found
}

test.describe('no screen breaks a rule of axe or scrolls sideways, light at 1366×768 and dark at 150 %', () => {
  // Each role has its own hub; the machine decides how many look at once.
  test.describe.configure({ mode: 'parallel' })
  let house: HubAtWork
  test.beforeAll(async () => {
    house = await startSampleHub()
  })
  test.afterAll(() => house[Symbol.asyncDispose]())

  for (const login of new Set(SCREENS.map((screen) => screen.login))) {
    const screens = SCREENS.filter((screen) => screen.login === login)
    test(`what ${login ?? 'nobody yet'} sees`, async ({ page }) => {
      // Each screen is looked at twice; on a machine under load that takes its while.
      test.setTimeout(60_000 + screens.length * 20_000)
      const found: string[] = []
      page.on('pageerror', (error) => found.push(`${page.url()}: ${error.message}`))
      if (login !== null) await signIn(page, house, login)
      for (const screen of screens) {
        await page.setViewportSize(SIZES[0].viewport)
        await openScreen(page, house.url, screen)
        found.push(...(await look(page, screen.name)))
      }
      expect(found).toEqual([])
    })
  }

  test('the first run', async ({ page }) => {
    await using empty = await startEmptyHub()
    await page.goto(empty.url)
    await page.getByRole('heading', { name: 'Thiết lập cơ sở' }).waitFor()
    const found = await look(page, 'choices')
    await page.getByRole('button', { name: 'Thiết lập cơ sở' }).click()
    await page.getByRole('radio', { name: /Hai người/ }).check()
    expect([...found, ...(await look(page, 'form'))]).toEqual([])
  })
})
