import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { after, before } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { type Language, link } from '#platform/language.ts'
import { listen } from '#platform/listen.ts'
import { anApp, type TestApp } from '#tests/an-app.ts'
import { barriersOn, withAxe } from '#tests/axe.ts'
import { launchBrowser } from '#tests/browser-binary.ts'
import { assertFits } from './explorer.ts'

/** The whole program with the demo region, on a port of this machine. */
async function aServedApp(): Promise<TestApp> {
  const port = await aFreePort()
  const app = await anApp({ origin: `http://localhost:${port}`, demoRegion: true })
  const server = await listen({ app: withAxe(app.app.routes), port, host: 'localhost' })
  return {
    ...app,
    async close() {
      await server.close()
      await app.close()
    },
  }
}

/** What a journey is told on: the program and a browser. */
export type Stage = { readonly app: TestApp; readonly browser: Browser }

/** There before the stories of a file, with what they begin with, and gone after them. */
export function aStage(prepare?: (app: TestApp) => Promise<void>): Stage {
  let app: TestApp
  let browser: Browser
  before(async () => {
    app = await aServedApp()
    browser = await launchBrowser()
    await prepare?.(app)
  })
  after(async () => {
    await browser.close()
    await app.close()
  })
  return {
    get app() {
      return app
    },
    get browser() {
      return browser
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

// Nothing moves: a hand would wait for it to stand still.
export const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  reducedMotion: 'reduce',
}
export const desk: BrowserContextOptions = {
  viewport: { width: 1280, height: 900 },
  reducedMotion: 'reduce',
}
export const withoutScripts: BrowserContextOptions = { ...phone, javaScriptEnabled: false }

export type Seat = { readonly page: Page; leave(): Promise<void> }

/** Somebody at a device of their own, signed in on the demo page; leaving fails when the page complained. */
export async function sitDown(
  { browser, app }: Stage,
  name: string,
  device: BrowserContextOptions,
  language: Language = 'nl',
): Promise<Seat> {
  const context = await browser.newContext({ baseURL: app.origin, ...device })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(link(language, '/demo'))
  const button = new RegExp(`^(Inloggen als|Sign in as)\\s+${name}`)
  await page.getByRole('button', { name: button }).click()
  await page.waitForURL((url) => !url.pathname.endsWith('/demo'))
  return {
    page,
    async leave() {
      await context.close()
      assert.deepEqual(complaints, [], name)
    },
  }
}

/** One person and their story. */
export async function asPerson(
  stage: Stage,
  name: string,
  device: BrowserContextOptions,
  story: (page: Page) => Promise<void>,
): Promise<void> {
  const { page, leave } = await sitDown(stage, name, device)
  try {
    await story(page)
  } catch (error) {
    await page.context().close()
    throw error
  }
  await leave()
}

/** Fits the window and has nothing that keeps somebody out. */
export async function assertSound(page: Page): Promise<void> {
  await assertFits(page)
  assert.deepEqual(await barriersOn(page), [], page.url())
}

/** Chooses an answer as a thumb does: on its words. */
export const choose = (page: Page, words: string): Promise<void> =>
  page.locator('label', { hasText: words }).first().click()
