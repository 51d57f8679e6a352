import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

/** A page that is wider than its window makes a phone scroll sideways. */
export async function assertFits(page: Page): Promise<void> {
  const [width, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ])
  assert.equal(width, window, `${page.url()} is wider than the window`)
}

/** Does what opens another page, and is back when that page is there: never reads the page before it. */
export async function opens(page: Page, act: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForEvent('load'), act()])
}

/** Goes on with the Tab key until the focus is where the person wants to be. */
export async function tabTo(page: Page, selector: string, most = 60): Promise<void> {
  for (let count = 0; count < most; count++) {
    await page.keyboard.press('Tab')
    const there = await page.evaluate(
      (wanted) => document.activeElement?.matches(wanted) ?? false,
      selector,
    )
    if (there) return
  }
  assert.fail(`The Tab key does not reach ${selector}.`)
}
