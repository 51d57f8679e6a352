import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import type { Browser, Page } from 'playwright-core'
import { designAssets } from '#design/design-assets.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import { responder } from '#platform/http/respond.ts'
import { type Language, languages, link } from '#platform/language.ts'
import { launchBrowser } from '#tests/browser-binary.ts'
import { knowledgeRoutes, loadKnowledge } from './index.ts'

const knowledge = loadKnowledge(fileURLToPath(new URL('../../../knowledge', import.meta.url)))
const assets = designAssets()
const respond = responder({ assets, demo: false, roleNames: () => [] })
const routes = knowledgeRoutes(knowledge, respond, assets)

const speaking = (language: Language) =>
  new Hono<HouseEnv>()
    .use(async (c, next) => {
      c.set('language', language)
      await next()
    })
    .route('/', routes)
const apps = { nl: speaking('nl'), en: speaking('en') }

let browser: Browser
let page: Page

before(async () => {
  browser = await launchBrowser()
  const context = await browser.newContext({
    javaScriptEnabled: true,
    viewport: { width: 360, height: 740 },
  })
  page = await context.newPage()
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url())
    const asset = assets.find(url.pathname)
    if (asset) {
      return route.fulfill({ contentType: asset.contentType, body: Buffer.from(asset.body) })
    }
    const english = url.pathname.startsWith('/en/')
    const path = english ? url.pathname.slice('/en'.length) : url.pathname
    const response = await apps[english ? 'en' : 'nl'].request(path + url.search)
    return route.fulfill({
      status: response.status,
      contentType: 'text/html; charset=utf-8',
      body: await response.text(),
    })
  })
})

after(() => browser.close())

const open = (language: Language, path: string) =>
  page.goto(`http://oogmerk.test${link(language, path)}`)

const somePages = [
  '/kennis',
  '/kennis/signalen?zoek=geld',
  '/kennis/signalen?zoek=zeppelin',
  '/kennis/signalen/PHY-05',
  '/kennis/kaart/ouder',
  '/kennis/hulplijnen',
  '/kennis/woorden',
]

test('no page is wider than a small phone', async () => {
  for (const language of languages) {
    for (const path of somePages) {
      await open(language, path)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      assert.ok(width <= 360, `${language} ${path} is ${width} px wide`)
    }
  }
})

test('no page has a barrier that axe can find', async () => {
  const axe = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'))
  for (const language of languages) {
    for (const path of somePages) {
      await open(language, path)
      await page.addScriptTag({ path: axe })
      const found = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: typeof import('axe-core') }
        const { violations } = await axe.run()
        return violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
        )
      })
      assert.deepEqual(found, [], `${language} ${path}`)
    }
  }
})

test('the longest cards fit on one sheet of A4, in both languages', async () => {
  const longest = knowledge.observers
    .toSorted((a, b) => knowledge.signalsFor(b.id).length - knowledge.signalsFor(a.id).length)
    .slice(0, 5)
  for (const language of languages) {
    for (const { slug } of longest) {
      await open(language, `/kennis/kaart/${slug}`)
      const pdf = await page.pdf({ preferCSSPageSize: true })
      const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)
      assert.equal(sheets?.length, 1, `${language} ${slug}`)
    }
  }
})
