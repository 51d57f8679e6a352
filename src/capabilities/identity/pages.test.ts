import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { getRequestListener } from '@hono/node-server'
import axe from 'axe-core'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '#tests/browser-binary.ts'
import { aRegion, type Region, somebody } from './a-region.ts'
import { inviteColleague } from './invite-colleague.ts'

const anja = somebody('anja-sleutelbos')
let server: Server
let chromium: Browser
let region: Region

before(async () => {
  server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  region = await aRegion({ origin })
  server.on('request', getRequestListener(region.app.fetch))
  chromium = await launchBrowser()
})
after(async () => {
  await chromium?.close()
  server.closeAllConnections()
  server.close()
  await region.close()
})

test('every page is accessible and fits a small phone', async () => {
  const { code } = await region.act(anja, (work) =>
    inviteColleague(work, region.keyring, {
      profile: { name: 'Lang Achternaam' },
      roles: ['mentor'],
    }),
  )
  const context = await chromium.newContext({ viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  const look = async (path: string) => {
    await page.goto(region.origin + path)
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    assert.ok(tooWide <= 0, `${path} is ${tooWide} pixels too wide`)
    await page.evaluate(axe.source)
    const found = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run()
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)
    })
    assert.deepEqual(found, [], path)
  }
  for (const path of ['/inloggen', '/demo', `/uitnodiging/${code}`]) await look(path)
  await page.goto(`${region.origin}/demo?naar=/sessies`)
  await page.getByRole('button', { name: 'Anja Sleutelbos' }).click()
  await page.waitForURL(`${region.origin}/sessies`)
  for (const path of [
    '/sessies',
    '/en/sessies',
    '/kies-organisatie',
    '/sessie/bevestig',
    '/organisatie/mensen',
    '/organisatie/mensen/uitnodigen',
    `/organisatie/mensen/${somebody('fenna-voorbeeld').personId}`,
    '/organisatie/inloggen',
  ]) {
    await look(path)
  }
  await context.close()
})

test('an administrator invites a colleague with the keyboard and without scripts', async () => {
  const context = await chromium.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${region.origin}/demo?naar=/organisatie/mensen`)
  await page.getByRole('button', { name: 'Anja Sleutelbos' }).press('Enter')
  await page.getByRole('link', { name: 'Collega uitnodigen' }).press('Enter')
  await page.getByRole('button', { name: 'Uitnodiging maken' }).press('Enter')
  await page.getByRole('link', { name: 'Vul de naam van je collega in.' }).press('Enter')
  await page.getByLabel('Naam', { exact: true }).fill('Nina Nieuwkomer')
  await page.getByLabel('mentor').press('Space')
  await page.getByRole('button', { name: 'Uitnodiging maken' }).press('Enter')
  assert.match((await page.textContent('code')) ?? '', /\/uitnodiging\/[\w-]{24}$/)
  await page.getByRole('link', { name: 'Terug naar mensen' }).press('Enter')
  await page.getByRole('rowheader', { name: 'Nina Nieuwkomer' }).waitFor()
  await context.close()
})
