import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { launchBrowser } from './browser-binary.ts'

let browser: Browser

before(async () => {
  browser = await launchBrowser()
})

after(() => browser.close())

test('the browser draws letters and runs scripts', async () => {
  const page = await browser.newPage()
  await page.setContent('<!doctype html><title>t</title><p id="word">Oogmerk</p>')
  const box = await page.locator('#word').boundingBox()
  const width = await page.evaluate(() => {
    const range = document.createRange()
    range.selectNodeContents(document.body)
    return range.getBoundingClientRect().width
  })
  const picture = await page.screenshot()
  await page.close()
  assert.ok((box?.height ?? 0) > 10, 'the line has a height')
  assert.ok(width > 30, 'the word has a width')
  assert.equal(picture.subarray(1, 4).toString(), 'PNG')
})
