import type { Page } from '@playwright/test'

type Act = (page: Page) => Promise<void>

/** A screen of the program and the account of the fictitious centre that looks at it. */
export interface Screen {
  /** Stem of its picture. */
  name: string
  /** Login of the fictitious centre; null for pages before the sign-in. */
  login: string | null
  /** An address, or `:person`, `:zone`, `:user` in it for the first of the list. */
  path: string
  /** What is done on the page before it is looked at. */
  act?: Act
}

/** The screen `name` as `login` sees it at `path`, once `act` is done. */
export function seen(name: string, login: string | null, path: string, act?: Act): Screen {
  return { name, login, path, ...(act ? { act } : {}) }
}

/** Opens a tab. */
export function openTab(name: string): Act {
  return async (page) => {
    await page.getByRole('tab', { name }).click()
  }
}

/** Presses a button and waits for its dialog; without a name, for any. */
export function openDialog(button: string, name?: string): Act {
  return async (page) => {
    await page.getByRole('button', { name: button }).click()
    await page.getByRole('dialog', name === undefined ? {} : { name }).waitFor()
  }
}

/** Opens the first row of the table and waits for the heading of what it opens. */
export function openFirstRow(heading: string | RegExp): Act {
  return async (page) => {
    await page.getByRole('row').nth(1).click()
    await page.getByRole('heading', { name: heading }).waitFor()
  }
}
