import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { getRequestListener } from '@hono/node-server'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '#tests/browser-binary.ts'
import { aBrowser, aRegion, type Region, somebody } from './a-region.ts'
import { inviteAgain, inviteColleague } from './invite-colleague.ts'

const anja = somebody('anja-sleutelbos')
const kees = somebody('kees-sleutelgat')
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

/** A phone with its own authenticator, opened by its owner. */
async function aPhone(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await chromium.newContext({ locale: 'nl-NL' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { context, page }
}

async function invite(name: string, administrator = anja): Promise<string> {
  const { code } = await region.act(administrator, (work) =>
    inviteColleague(work, region.keyring, { profile: { name }, roles: ['mentor'] }),
  )
  region.acts()
  return `${region.origin}/uitnodiging/${code}`
}

/** Uses an invitation and arrives at the start, signed in. */
async function register(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: 'Passkey maken en beginnen' }).click()
  await page.waitForURL(`${region.origin}/`)
}

async function tokenOf(context: BrowserContext): Promise<string> {
  const cookies = await context.cookies()
  return cookies.find(({ name }) => name === 'oogmerk')?.value ?? ''
}

const whoIn = async (context: BrowserContext) => region.identity.findSession(await tokenOf(context))

async function signIn(page: Page): Promise<void> {
  await page.goto(`${region.origin}/inloggen`)
  await page.getByRole('button', { name: 'Inloggen met een passkey' }).click()
}

test('a person registers a passkey by invitation, signs out and signs in with it', async () => {
  const address = await invite('Sjors Sjabloon')
  const { context, page } = await aPhone()
  await register(page, address)
  assert.deepEqual(region.acts(), ['identity.accept-invitation', 'identity.sign-in'])
  const first = await whoIn(context)
  assert.equal(first?.name, 'Sjors Sjabloon')
  assert.deepEqual(first?.actor.roles, ['mentor'])

  await context.clearCookies()
  await signIn(page)
  await page.waitForURL(`${region.origin}/`)
  assert.deepEqual((await whoIn(context))?.actor, first?.actor)
  assert.deepEqual(region.acts(), ['identity.sign-in'])
  await context.close()
})

test('an invitation works once', async () => {
  const address = await invite('Evi Eenmalig')
  const { context, page } = await aPhone()
  await register(page, address)
  const answer = await page.goto(address)
  assert.equal(answer?.status(), 404)
  assert.match((await page.textContent('main')) ?? '', /werkt niet meer/)
  await context.close()
})

test('a passkey that nobody registered here opens nothing and gets a sentence', async () => {
  const { context, page } = await aPhone()
  await register(page, await invite('Otto Onbekend'))
  await context.clearCookies()
  await region.pool.query('delete from passkey where organisation_id = $1', [anja.organisationId])
  region.acts()
  await signIn(page)
  await page.getByText('Deze passkey opent hier niets').waitFor()
  assert.equal(await tokenOf(context), '')
  assert.deepEqual(region.acts(), [])
  await context.close()
})

test('an answer that was caught on the way cannot be sent again', async () => {
  const { context, page } = await aPhone()
  await register(page, await invite('Karel Kopie'))
  await context.clearCookies()
  const sent = page.waitForRequest('**/inloggen/passkey')
  await signIn(page)
  const request = await sent
  const body = request.postDataJSON()
  const cookies = (await request.allHeaders()).cookie ?? ''
  await page.waitForURL(`${region.origin}/`)

  const thief = aBrowser(region.app, region.origin)
  for (const pair of cookies.split('; ')) {
    const [name = '', value = ''] = pair.split('=')
    if (name !== 'oogmerk') thief.jar.set(name, { value, path: '/' })
  }
  assert.ok(thief.jar.has('oogmerk-challenge'))
  assert.equal((await thief.postJson('/inloggen/passkey', body)).status, 422)

  await thief.postJson('/inloggen/passkey/vraag', {})
  region.acts()
  assert.equal((await thief.postJson('/inloggen/passkey', body)).status, 422)
  assert.equal(thief.jar.has('oogmerk'), false)
  assert.deepEqual(region.acts(), ['identity.sign-in-failed'])
  await context.close()
})

test('a passkey whose count goes back was copied, and opens nothing', async () => {
  const { context, page } = await aPhone()
  await register(page, await invite('Kloontje Kopie'))
  const personId = (await whoIn(context))?.actor.personId
  await region.pool.query('update passkey set counter = 5000 where person_id = $1', [personId])
  await context.clearCookies()
  region.acts()
  await signIn(page)
  await page.getByText('Deze passkey opent hier niets').waitFor()
  assert.deepEqual(region.acts(), ['identity.sign-in-failed'])
  await context.close()
})

test('rubbish instead of a passkey is an answer, never a defect', async () => {
  const browser = aBrowser(region.app, region.origin)
  for (const rubbish of [null, 1, 'x', {}, { response: { id: 'a' } }, { response: { id: '💥' } }]) {
    await browser.postJson('/inloggen/passkey/vraag', {})
    const response = await browser.postJson('/inloggen/passkey', rubbish)
    assert.equal(response.status, 422)
    assert.match((await response.json()).error, /opent hier niets/)
  }
})

test('a passkey that its owner revokes opens nothing any more', async () => {
  const { context, page } = await aPhone()
  await register(page, await invite('Ira Intrekker'))
  await page.goto(`${region.origin}/sessies`)
  region.acts()
  await page.getByRole('button', { name: /^Intrekken/ }).click()
  await page.getByText('Je hebt hier geen passkey').waitFor()
  assert.ok(region.acts().includes('identity.revoke-passkey'))
  await context.clearCookies()
  await signIn(page)
  await page.getByText('Deze passkey opent hier niets').waitFor()
  await context.close()
})

test('after five minutes a passkey confirms who it is, and somebody else’s does not', async () => {
  const { context, page } = await aPhone()
  await register(page, await invite('Bo Bevestiger'))
  const other = await aPhone()
  await register(other.page, await invite('Dirk Dubbel'))
  region.pass({ minutes: 6 })
  await page.goto(`${region.origin}/sessie/bevestig?naar=/sessies`)
  await page.getByRole('button', { name: 'Bevestigen met een passkey' }).click()
  await page.waitForURL(`${region.origin}/sessies`)
  const confirmed = await whoIn(context)
  assert.equal(confirmed?.steppedUpAt.toString(), region.now().toString())

  // The cookie of the one in the browser of the other, whose authenticator then answers.
  const [cookie] = (await context.cookies()).filter(({ name }) => name === 'oogmerk')
  region.pass({ minutes: 6 })
  await other.context.addCookies([cookie ?? assert.fail('signed in')])
  await other.page.goto(`${region.origin}/sessie/bevestig`)
  await other.page.getByRole('button', { name: 'Bevestigen met een passkey' }).click()
  await other.page.getByText('Deze passkey opent hier niets').waitFor()
  assert.equal((await whoIn(context))?.steppedUpAt.toString(), confirmed?.steppedUpAt.toString())
  await context.close()
  await other.context.close()
})

test('what one organisation hands out never opens another, until that one accepts it', async () => {
  const { context, page } = await aPhone()
  await register(page, await invite('Tweeke Huizen'))
  const atFirst = (await whoIn(context))?.actor

  await page.goto(await invite('Tweeke Huizen', kees))
  await page.getByRole('button', { name: 'Mijn passkey gebruiken' }).click()
  await page.waitForURL(`${region.origin}/`)
  const atSecond = (await whoIn(context))?.actor
  assert.equal(atSecond?.personId, atFirst?.personId)
  assert.equal(atSecond?.organisationId, kees.organisationId)

  await context.clearCookies()
  await signIn(page)
  await page.getByRole('button', { name: /Werken voor Lyceum De Zandbak/ }).click()
  await page.waitForURL(`${region.origin}/`)
  assert.equal((await whoIn(context))?.actor.organisationId, kees.organisationId)
  await context.close()

  // The first school makes a new link for this person: it opens the first school only.
  const { code } = await region.act(anja, (work) => inviteAgain(work, atFirst?.personId ?? ''))
  const thief = await aPhone()
  await register(thief.page, `${region.origin}/uitnodiging/${code}`)
  await thief.context.clearCookies()
  await signIn(thief.page)
  await thief.page.waitForURL(`${region.origin}/`)
  assert.equal((await whoIn(thief.context))?.actor.organisationId, anja.organisationId)
  await thief.context.close()
})

test('without scripts the page says what to do instead', async () => {
  const context = await chromium.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${region.origin}/inloggen`)
  assert.equal(await page.getByRole('button', { name: 'Inloggen met een passkey' }).count(), 0)
  await page.getByText('Een passkey werkt alleen als je browser scripts uitvoert').waitFor()
  await context.close()
})
