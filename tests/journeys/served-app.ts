import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { listen } from '#platform/listen.ts'
import { anApp, type TestApp } from '#tests/an-app.ts'
import { assertFits, barriersOn } from './explorer.ts'

/** The whole program with the demo region, on a port of this machine. */
export async function aServedApp(): Promise<TestApp> {
  const port = await aFreePort()
  const app = await anApp({ origin: `http://localhost:${port}`, demoRegion: true })
  const server = await listen({ app: app.app.routes, port, host: 'localhost' })
  return {
    ...app,
    async close() {
      await server.close()
      await app.close()
    },
  }
}

async function aFreePort(): Promise<number> {
  const probe = createServer().listen(0, 'localhost')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

export const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
}
export const desk: BrowserContextOptions = { viewport: { width: 1280, height: 900 } }
export const withoutScripts: BrowserContextOptions = { ...phone, javaScriptEnabled: false }

/** One person at a device, signed in on the demo page; the story fails when the page complains. */
export async function asPerson(
  browser: Browser,
  { origin }: TestApp,
  name: string,
  device: BrowserContextOptions,
  story: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ baseURL: origin, ...device })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  try {
    await page.goto('/demo')
    await page.getByRole('button', { name }).first().click()
    await page.waitForURL((url) => !url.pathname.endsWith('/demo'))
    await story(page)
    assert.deepEqual(complaints, [])
  } finally {
    await context.close()
  }
}

/** Fits the window and has nothing that keeps somebody out. */
export async function assertSound(page: Page): Promise<void> {
  await assertFits(page)
  assert.deepEqual(await barriersOn(page), [], page.url())
}

/** Chooses an answer as a thumb does: on its words. */
export const choose = (page: Page, words: string): Promise<void> =>
  page.locator('label', { hasText: words }).first().click()
