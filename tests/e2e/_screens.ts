import type { Page } from '@playwright/test'
import { ADMINISTRATION_SCREENS } from './screens/administration.ts'
import { CARE_PATH_SCREENS } from './screens/care-path.ts'
import { GOINGS_OUT_SCREENS } from './screens/goings-out.ts'
import { HEAD_COUNT_SCREENS } from './screens/head-count.ts'
import { FRONT_SCREENS } from './screens/front.ts'
import { INCIDENT_SCREENS } from './screens/incidents.ts'
import { INTAKE_SCREENS } from './screens/intake.ts'
import { LEDGER_SCREENS } from './screens/ledger.ts'
import { LODGING_SCREENS } from './screens/lodging.ts'
import { PEOPLE_SCREENS } from './screens/people.ts'
import { VISIT_SCREENS } from './screens/visits.ts'
import type { Screen } from './screens/screen.ts'

/** Every screen of the fictitious centre. */
export const SCREENS: readonly Screen[] = [
  ...FRONT_SCREENS,
  ...PEOPLE_SCREENS,
  ...INTAKE_SCREENS,
  ...LODGING_SCREENS,
  ...INCIDENT_SCREENS,
  ...GOINGS_OUT_SCREENS,
  ...VISIT_SCREENS,
  ...HEAD_COUNT_SCREENS,
  ...CARE_PATH_SCREENS,
  ...LEDGER_SCREENS,
  ...ADMINISTRATION_SCREENS,
]

/** A window at the size of an office screen and at 150 %. */
export const SIZES = [
  { name: '1366', viewport: { width: 1366, height: 768 }, deviceScaleFactor: 1 },
  { name: '150', viewport: { width: 910, height: 512 }, deviceScaleFactor: 1.5 },
] as const

/** Opens a screen and waits until nothing more comes in. */
export async function openScreen(page: Page, url: string, screen: Screen): Promise<void> {
  await page.goto(url + (await addressOf(page, url, screen.path)))
  await settle(page)
  if (screen.act) {
    await screen.act(page)
    await settle(page)
  }
}

async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  // Parts of a page that are still on their way say so.
  await page
    .getByText(/^Đang (mở (?!hôm nay)|tải|tính|tìm)/)
    .first()
    .waitFor({ state: 'detached' })
  await page.locator('[aria-busy="true"], output[aria-label^="Đang"]').first().waitFor({ state: 'detached' })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.waitForTimeout(150)
}

const FOUND = new Map<string, string>()

/** Puts an id that exists into the address: the first one the list of its kind links to. */
async function addressOf(page: Page, url: string, path: string): Promise<string> {
  const asked = /:(person|zone|user)/.exec(path)?.[1]
  if (asked === undefined) return path
  const key = `${url} ${asked}`
  let id = FOUND.get(key)
  if (id === undefined) {
    const list = { person: '/nguoi', zone: '/khu', user: '/quan-tri/nguoi-dung' }[asked] ?? '/'
    await page.goto(url + list)
    // Beside the rows of the list stand links to the other pages of its module.
    const found = await page.waitForFunction(
      (start) =>
        [...document.querySelectorAll('main a')]
          .map((link) => link.getAttribute('href') ?? '')
          .find((href) => href.startsWith(start) && /^[0-9a-f-]{36}$/.test(href.slice(start.length))),
      `${list}/`,
    )
    id = (await found.jsonValue())?.slice(list.length + 1) ?? ''
    FOUND.set(key, id)
  }
  return path.replace(`:${asked}`, id)
}
