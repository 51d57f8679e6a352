import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** What axe finds wrong with the page as it stands, in one line each. */
export async function barriersOn(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const { violations, incomplete } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run({
      // Nothing is left out of the look: only of what would be told of pages that are right.
      resultTypes: ['violations', 'incomplete'],
      selectors: false,
    }),
  )
  // Words exactly as light as their ground axe takes for hidden on purpose; here nothing is.
  const unseen = incomplete.map((found) => ({
    ...found,
    nodes: found.nodes.filter(({ any }) =>
      any.some(({ data }) => data?.messageKey === 'equalRatio'),
    ),
  }))
  return [...violations, ...unseen.filter(({ nodes }) => nodes.length > 0)].map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
  )
}

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
