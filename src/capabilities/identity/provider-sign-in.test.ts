import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { aProvider } from './a-provider.ts'
import { aRegion, type Browser, type Region, somebody } from './a-region.ts'
import { changeRoles, deactivateColleague } from './change-colleague.ts'
import { configureProvider } from './configure-provider.ts'
import { inviteColleague } from './invite-colleague.ts'

const anja = somebody('anja-sleutelbos')
const school = anja.organisationId
const elsewhere = somebody('kees-sleutelgat')
const home = 'voorbeeldcollege.example'
const accounts = {
  wim: { name: 'Wim Bedenksel', schac_home_organization: home, eduperson_affiliation: ['staff'] },
  tessa: { name: 'Tessa Zomaar', schac_home_organization: home, eduperson_affiliation: ['staff'] },
  gast: { name: 'Guus Gast', schac_home_organization: home, eduperson_affiliation: ['affiliate'] },
  leerling: { name: 'Lies Les', schac_home_organization: home, eduperson_affiliation: ['student'] },
  ander: {
    name: 'Arno Ander',
    schac_home_organization: 'elders.example',
    eduperson_affiliation: ['staff'],
  },
}
let region: Region
let provider: Awaited<ReturnType<typeof aProvider>>

before(async () => {
  region = await aRegion()
  provider = await aProvider(accounts, `${region.origin}/inloggen/terug`)
  await configure(provider.issuer)
  region.acts()
})
after(async () => {
  await region.close()
  await provider.close()
})

const configure = (
  issuer: string,
  admits: 'staff' | 'invited-only' = 'staff',
  actor = anja,
  where = region,
) =>
  where.act(actor, (work) =>
    configureProvider(work, where.keyring, {
      issuer,
      clientId: 'oogmerk',
      clientSecret: 'test-secret',
      homeClaim: 'schac_home_organization',
      homeValue: home,
      affiliationClaim: 'eduperson_affiliation',
      admits,
    }),
  )

const signInPath = `/inloggen/organisatie?organisatie=${school}&naar=/sessies`

async function toProvider(browser: Browser, path = signInPath): Promise<string> {
  const response = await browser.get(path)
  assert.equal(response.status, 303)
  return response.headers.get('location') ?? ''
}

/** All the way: to the provider, saying who one is, and back. */
async function signIn(browser: Browser, login: string, path = signInPath): Promise<Response> {
  return browser.get(await provider.visit(await toProvider(browser, path), login))
}

const whoIn = (browser: Browser) =>
  region.identity.findSession(browser.jar.get('oogmerk')?.value ?? '')

async function assertRefused(browser: Browser, response: Response, sentence: RegExp) {
  assert.equal(response.status, 403)
  assert.match(await response.text(), sentence)
  assert.equal(browser.jar.has('oogmerk'), false)
}

test('a pupil is refused with a sentence that points to help', async () => {
  const browser = region.browser()
  await assertRefused(browser, await signIn(browser, 'leerling'), /account van een leerling/)
  assert.deepEqual(region.acts(), [])
})

test('an account of another organisation is refused', async () => {
  const browser = region.browser()
  await assertRefused(browser, await signIn(browser, 'ander'), /hoort bij een andere organisatie/)
})

test('somebody who is not staff and not invited is refused', async () => {
  const browser = region.browser()
  await assertRefused(browser, await signIn(browser, 'gast'), /Vraag de beheerder/)
})

test('an answer with another state is refused', async () => {
  const browser = region.browser()
  const back = await provider.visit(await toProvider(browser), 'wim')
  const response = await browser.get(back.replace(/state=[^&]+/, 'state=another'))
  await assertRefused(browser, response, /hoort niet bij deze poging/)
})

test('an answer with another nonce is refused', async () => {
  const browser = region.browser()
  const address = (await toProvider(browser)).replace(/nonce=[^&]+/, 'nonce=another')
  const response = await browser.get(await provider.visit(address, 'wim'))
  await assertRefused(browser, response, /hoort niet bij deze poging/)
})

test('an answer that was meant for another browser is refused', async () => {
  const mine = region.browser()
  const back = await provider.visit(await toProvider(mine), 'wim')
  const other = region.browser()
  await assertRefused(other, await other.get(back), /hoort niet bij deze poging/)
  await toProvider(other)
  await assertRefused(other, await other.get(back), /hoort niet bij deze poging/)
})

test('an answer that was used before is refused, also with a copied cookie', async () => {
  const browser = region.browser()
  const back = await provider.visit(await toProvider(browser), 'wim')
  const thief = region.browser()
  for (const [name, value] of browser.jar) thief.jar.set(name, value)
  assert.equal((await browser.get(back)).status, 303)
  await assertRefused(thief, await thief.get(back), /hoort niet bij deze poging/)
})

test('an answer that comes after ten minutes is refused', async () => {
  const browser = region.browser()
  const back = await provider.visit(await toProvider(browser), 'wim')
  region.pass({ minutes: 10 })
  await assertRefused(browser, await browser.get(back), /hoort niet bij deze poging/)
})

test('a provider that cannot be reached gets a sentence, at the start and on return', async () => {
  await configure('http://127.0.0.1:9', 'staff', elsewhere)
  const browser = region.browser()
  const start = `/inloggen/organisatie?organisatie=${elsewhere.organisationId}`
  const response = await browser.get(start)
  assert.equal(response.status, 502)
  assert.match(await response.text(), /reageert niet/)

  const shortLived = await aProvider(accounts, `${region.origin}/inloggen/terug`)
  await configure(shortLived.issuer, 'staff', elsewhere)
  const back = await shortLived.visit(await toProvider(browser, start), 'wim')
  await shortLived.close()
  assert.equal((await browser.get(back)).status, 502)
})

test('without a choice the sign-in page comes back', async () => {
  const browser = region.browser()
  const response = await browser.get('/inloggen/organisatie?organisatie=&naar=/sessies')
  const again = '/inloggen?naar=%2Fsessies'
  assert.equal(response.headers.get('location'), again)
  assert.match(await (await browser.get(again)).text(), /Via je organisatie/)
})

test('an organisation without a provider is not found', async () => {
  const { organisationId } = somebody('rosa-regie')
  const response = await region.browser().get(`/inloggen/organisatie?organisatie=${organisationId}`)
  assert.equal(response.status, 404)
})

test('staff begin as a teacher, and are the same person the next time', async () => {
  region.acts()
  const browser = region.browser()
  const response = await signIn(browser, 'tessa')
  assert.equal(response.headers.get('location'), '/sessies')
  const first = await whoIn(browser)
  assert.equal(first?.name, 'Tessa Zomaar')
  assert.deepEqual(first?.actor.roles, ['teacher'])
  assert.deepEqual(region.acts(), ['identity.admit', 'identity.sign-in'])

  const again = region.browser()
  await signIn(again, 'tessa')
  assert.equal((await whoIn(again))?.actor.personId, first?.actor.personId)
  assert.deepEqual(region.acts(), ['identity.sign-in'])
})

test('the account at the provider is not kept, only a hash that nobody else can make', async () => {
  const { rows } = await region.pool.query('select subject_hash from provider_link')
  assert.ok(rows.length > 0)
  for (const { subject_hash } of rows) assert.equal(subject_hash.length, 32)
  const text = JSON.stringify(rows.map((row) => row.subject_hash.toString('latin1')))
  assert.doesNotMatch(text, /tessa|wim/)
})

test('who stopped working here is refused, and the organisation can see that they tried', async () => {
  const browser = region.browser()
  await signIn(browser, 'wim')
  const personId = (await whoIn(browser))?.actor.personId ?? ''
  await region.act(anja, (work) => deactivateColleague(work, personId))
  region.acts()
  const back = region.browser()
  await assertRefused(back, await signIn(back, 'wim'), /niet meer inloggen/)
  const [entry] = region.trail.splice(0)
  assert.equal(entry?.act, 'identity.sign-in-failed')
  assert.equal(entry?.subject, personId)
  assert.deepEqual(entry?.actor, { kind: 'system', name: 'sign-in', organisationId: school })
})

test('an invited person links their account, and keeps the roles of the invitation', async () => {
  await configure(provider.issuer, 'invited-only')
  const { code } = await region.act(anja, (work) =>
    inviteColleague(work, region.keyring, {
      profile: { name: 'Guusje Gast' },
      roles: ['safety-coordinator'],
    }),
  )
  region.acts()
  const browser = region.browser()
  await signIn(browser, 'gast', `/uitnodiging/${code}/organisatie`)
  const found = await whoIn(browser)
  assert.equal(found?.name, 'Guusje Gast')
  assert.deepEqual(found?.actor.roles, ['safety-coordinator'])
  assert.deepEqual(region.acts(), ['identity.accept-invitation', 'identity.sign-in'])

  assert.equal((await region.browser().get(`/uitnodiging/${code}/organisatie`)).status, 404)
  const again = region.browser()
  await signIn(again, 'gast')
  assert.equal((await whoIn(again))?.actor.personId, found?.actor.personId)
  await configure(provider.issuer)
})

test('an invitation does not let a pupil in, and stays open for whom it was meant', async () => {
  const { code } = await region.act(anja, (work) =>
    inviteColleague(work, region.keyring, {
      profile: { name: 'Iemand Anders' },
      roles: ['mentor'],
    }),
  )
  const browser = region.browser()
  const path = `/uitnodiging/${code}/organisatie`
  await assertRefused(browser, await signIn(browser, 'leerling', path), /account van een leerling/)
  assert.equal((await region.browser().get(`/uitnodiging/${code}`)).status, 200)
})

test('a sensitive act asks the provider again, and another account does not count', async () => {
  const browser = region.browser()
  await signIn(browser, 'tessa')
  const personId = (await whoIn(browser))?.actor.personId ?? ''
  await region.act(anja, (work) => changeRoles(work, { personId, roles: ['administrator'] }))
  region.pass({ minutes: 6 })
  assert.equal((await browser.get('/organisatie/inloggen')).status, 303)

  const confirm = '/sessie/bevestig/organisatie?naar=/organisatie/inloggen'
  const address = await toProvider(browser, confirm)
  assert.match(address, /prompt=login/)
  assert.match(address, /max_age=0/)
  const wrong = await signIn(browser, 'gast', confirm)
  assert.equal(wrong.status, 403)
  assert.match(await wrong.text(), /als iemand anders/)
  assert.equal((await browser.get('/organisatie/inloggen')).status, 303)

  region.acts()
  const right = await signIn(browser, 'tessa', confirm)
  assert.equal(right.headers.get('location'), '/organisatie/inloggen')
  assert.deepEqual(region.acts(), ['identity.confirm'])
  assert.equal((await browser.get('/organisatie/inloggen')).status, 200)
})

test('one account that is tried again and again has to wait', async () => {
  let last = 0
  for (let tries = 0; tries < 12; tries += 1)
    last = (await signIn(region.browser(), 'ander')).status
  assert.equal(last, 429)
})

test('a provider on this machine or in its network is not asked, unless the operator allows it', async () => {
  const strict = await aRegion({ innerProviders: false })
  let asked = 0
  const inside = createServer().on('connection', (socket) => {
    asked += 1
    socket.destroy()
  })
  await new Promise<void>((ready) => inside.listen(0, '127.0.0.1', ready))
  const { port } = inside.address() as AddressInfo
  try {
    for (const issuer of [`http://127.0.0.1:${port}`, `https://localhost:${port}`]) {
      await configure(issuer, 'staff', anja, strict)
      assert.equal((await strict.browser().get(signInPath)).status, 502)
    }
    assert.equal(asked, 0)
  } finally {
    inside.close()
    await strict.close()
  }
})
