import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { faultsIn } from '#design/a-page.ts'
import { aBrowser, aRegion, type Region, somebody } from './a-region.ts'

const fenna = somebody('fenna-voorbeeld')
const anja = somebody('anja-sleutelbos')
const pieter = somebody('pieter-privaat')
let region: Region
before(async () => {
  region = await aRegion()
})
after(() => region.close())

const where = (response: Response): [number, string | null] => [
  response.status,
  response.headers.get('location'),
]

test('outside demo mode there is no page with fictional people and no way in by a click', async () => {
  const real = await aRegion({ demo: false })
  const browser = real.browser()
  assert.equal((await browser.get('/demo')).status, 404)
  assert.equal((await browser.signInAs(fenna)).status, 404)
  assert.equal((await browser.post('/sessie/bevestig/demo')).status, 404)
  assert.doesNotMatch(await (await browser.get('/inloggen')).text(), /\/demo/)
  await real.close()
})

test('a click opens nobody who is not in the fictional region', async () => {
  const stranger = { ...fenna, personId: '01900000-0000-7000-8000-000000000000' }
  assert.equal((await region.browser().signInAs(stranger)).status, 404)
  const elsewhere = { ...fenna, organisationId: somebody('rosa-regie').organisationId }
  assert.equal((await region.browser().signInAs(elsewhere)).status, 404)
  assert.deepEqual(region.acts(), [])
})

test('a form from another site signs nobody in', async () => {
  const { organisationId: organisation, personId: person } = fenna
  const response = await region.app.request(`${region.origin}/demo`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'https://elders.example',
    },
    body: new URLSearchParams({ organisation, person }).toString(),
  })
  assert.equal(response.status, 403)
  assert.deepEqual(response.headers.getSetCookie(), [])
})

test('after signing in, people go where they were going, on this site', async () => {
  assert.deepEqual(where(await region.browser().signInAs(fenna, '/sessies')), [303, '/sessies'])
  assert.deepEqual(where(await region.browser().signInAs(fenna, '//elders.example')), [303, '/'])
})

test('signing in again is a new session with a new cookie, and the old one is over', async () => {
  const browser = region.browser()
  await browser.signInAs(fenna)
  const first = browser.jar.get('oogmerk')?.value ?? ''
  region.acts()
  await browser.signInAs(anja)
  assert.deepEqual(region.acts(), ['identity.sign-in', 'identity.sign-out'])
  assert.notEqual(browser.jar.get('oogmerk')?.value, first)
  assert.equal(await region.identity.findSession(first), undefined)
})

test('a cookie that was planted in the browser before signing in opens nothing afterwards', async () => {
  const browser = region.browser()
  browser.jar.set('oogmerk', { value: 'planted-by-someone', path: '/' })
  await browser.signInAs(fenna)
  assert.notEqual(browser.jar.get('oogmerk')?.value, 'planted-by-someone')
  assert.equal(await region.identity.findSession('planted-by-someone'), undefined)
})

test('over https the cookie is for this host only and never for scripts', async () => {
  const secure = await aRegion({ origin: 'https://oogmerk.example' })
  const response = await secure.browser().signInAs(fenna)
  const cookies = response.headers.getSetCookie()
  const cookie = cookies.find((line) => line.startsWith('__Host-oogmerk=')) ?? ''
  for (const part of [/; Path=\//, /; HttpOnly/, /; Secure/, /; SameSite=Lax/]) {
    assert.match(cookie, part)
  }
  await secure.close()
})

test('signing out ends the session on the server too', async () => {
  const browser = region.browser()
  await browser.signInAs(fenna)
  const token = browser.jar.get('oogmerk')?.value ?? ''
  region.acts()
  assert.deepEqual(where(await browser.post('/uitloggen')), [303, '/'])
  assert.deepEqual(region.acts(), ['identity.sign-out'])
  assert.equal(browser.jar.has('oogmerk'), false)
  assert.equal(await region.identity.findSession(token), undefined)
})

test('somebody who works for two schools switches with a new session', async () => {
  const browser = region.browser()
  await browser.signInAs(pieter)
  const page = await (await browser.get('/kies-organisatie')).text()
  assert.match(page, /Werken voor Lyceum De Zandbak/)
  const first = browser.jar.get('oogmerk')?.value ?? ''
  const organisatie = somebody('kees-sleutelgat').organisationId
  await browser.post('/kies-organisatie', { organisatie })
  const second = await region.identity.findSession(browser.jar.get('oogmerk')?.value ?? '')
  assert.equal(second?.actor.organisationId, organisatie)
  assert.equal(await region.identity.findSession(first), undefined)
})

test('five minutes after signing in, switching asks for a new proof', async () => {
  const browser = region.browser()
  await browser.signInAs(pieter)
  region.pass({ minutes: 5, seconds: 1 })
  const organisatie = somebody('kees-sleutelgat').organisationId
  const response = await browser.post('/kies-organisatie', { organisatie })
  assert.deepEqual(where(response), [303, '/kies-organisatie'])
  assert.match(await (await browser.get('/kies-organisatie')).text(), /opnieuw zien wie je bent/)
})

test('whoever sits down at the same browser next cannot use the proof of the one before', async () => {
  const browser = region.browser()
  await browser.signInAs(pieter)
  const proof = browser.jar.get('oogmerk-proof') ?? assert.fail('there is a proof')
  await browser.signInAs(fenna)
  browser.jar.set('oogmerk-proof', proof)
  const organisatie = somebody('kees-sleutelgat').organisationId
  const answers = [await browser.post('/kies-organisatie', { organisatie })]
  browser.jar.delete('oogmerk')
  answers.push(await browser.post('/kies-organisatie', { organisatie }))
  for (const answer of answers) assert.deepEqual(where(answer), [303, '/kies-organisatie'])
})

test('switching is not a new proof of who you are', async () => {
  const browser = region.browser()
  await browser.signInAs(pieter)
  const proven = region.now()
  region.pass({ minutes: 4 })
  const organisatie = somebody('kees-sleutelgat').organisationId
  await browser.post('/kies-organisatie', { organisatie })
  const session = await region.identity.findSession(browser.jar.get('oogmerk')?.value ?? '')
  assert.equal(session?.steppedUpAt.toString(), proven.toString())
  region.pass({ minutes: 1 })
  const back = await browser.post('/kies-organisatie', { organisatie: pieter.organisationId })
  assert.deepEqual(where(back), [303, '/kies-organisatie'])
})

test('nobody chooses an organisation that their proof does not open', async () => {
  const browser = region.browser()
  await browser.signInAs(pieter)
  const organisatie = somebody('rosa-regie').organisationId
  assert.equal((await browser.post('/kies-organisatie', { organisatie })).status, 404)
})

test('people see where they are signed in and end one session or all others', async () => {
  const phone = region.browser()
  const laptop = region.browser()
  const other = region.browser()
  const lotte = somebody('lotte-doealsof')
  for (const browser of [phone, laptop, other]) await browser.signInAs(lotte)
  region.acts()
  const page = await (await phone.get('/sessies')).text()
  assert.deepEqual(region.acts(), ['identity.show-account'])
  assert.equal(page.match(/Firefox op Android/g)?.length, 6)
  assert.equal(page.match(/Deze sessie/g)?.length, 1)

  const token = laptop.jar.get('oogmerk')?.value ?? ''
  const session = await region.identity.findSession(token)
  await phone.post(`/sessies/${session?.sessionId}/beeindig`)
  assert.equal(await region.identity.findSession(token), undefined)
  await phone.post('/sessies/andere')
  assert.deepEqual(region.acts(), ['identity.end-session', 'identity.end-other-sessions'])
  assert.deepEqual(where(await other.get('/sessies')), [303, '/inloggen?naar=%2Fsessies'])
  assert.equal((await phone.get('/sessies')).status, 200)
})

test('nobody can end a session of a colleague', async () => {
  const browser = region.browser()
  await browser.signInAs(anja)
  const theirs = region.browser()
  await theirs.signInAs(fenna)
  const token = theirs.jar.get('oogmerk')?.value ?? ''
  const session = await region.identity.findSession(token)
  region.acts()
  assert.equal((await browser.post(`/sessies/${session?.sessionId}/beeindig`)).status, 404)
  assert.notEqual(await region.identity.findSession(token), undefined)
  assert.deepEqual(region.acts(), [])
})

test('a sensitive page asks again who you are after five minutes, and then goes on', async () => {
  const browser = region.browser()
  await browser.signInAs(anja)
  assert.equal((await browser.get('/organisatie/mensen/uitnodigen')).status, 200)
  region.pass({ minutes: 5 })
  const sent = await browser.get('/organisatie/mensen/uitnodigen')
  const confirm = '/sessie/bevestig?naar=%2Forganisatie%2Fmensen%2Fuitnodigen'
  assert.deepEqual(where(sent), [303, confirm])
  assert.match(await (await browser.get(confirm)).text(), /Laat nog eens zien dat jij het bent/)
  const before = browser.jar.get('oogmerk')?.value ?? ''
  const naar = '/organisatie/mensen/uitnodigen'
  assert.deepEqual(where(await browser.post('/sessie/bevestig/demo', { naar })), [303, naar])
  assert.notEqual(browser.jar.get('oogmerk')?.value, before)
  assert.equal(await region.identity.findSession(before), undefined)
  assert.equal((await browser.get(naar)).status, 200)
})

test('what an administrator typed is not lost when the proof grew too old', async () => {
  const browser = region.browser()
  await browser.signInAs(anja)
  region.pass({ minutes: 6 })
  const response = await browser.post('/organisatie/mensen/uitnodigen', {
    name: 'Nieuwe Verzinsel',
    roles: ['teacher', 'mentor'],
  })
  assert.equal(response.status, 403)
  assert.match(await response.text(), /value="Nieuwe Verzinsel"/)
})

test('an invitation without a name or with a strange role comes back with a sentence', async () => {
  const browser = region.browser()
  await browser.signInAs(anja)
  for (const fields of [
    { name: '  ', roles: 'teacher' },
    { name: 'Nieuwe Verzinsel' },
    { name: 'Nieuwe Verzinsel', roles: 'officer' },
    { name: 'Nieuwe Verzinsel', roles: 'teacher', mail: 'geen adres' },
  ]) {
    const response = await browser.post('/organisatie/mensen/uitnodigen', fields)
    const page = await response.text()
    assert.equal(response.status, 422)
    assert.match(page, /<div class="error-summary"/)
    await valid('an invitation with an error', page)
  }
})

test('an administrator sees the link of an invitation once, and it leads to the invited page', async () => {
  const browser = region.browser()
  await browser.signInAs(anja)
  const made = await browser.post('/organisatie/mensen/uitnodigen', {
    name: 'Nieuwe Verzinsel',
    roles: 'teacher',
  })
  const page = await made.text()
  const [, path = ''] = /http:\/\/localhost(\/uitnodiging\/[\w-]{24})/.exec(page) ?? []
  const invited = await (await region.browser().get(path)).text()
  assert.match(invited, /Deze uitnodiging is voor Nieuwe Verzinsel/)
  await valid('an invitation', invited)
  region.pass({ hours: 7 * 24 })
  assert.equal((await region.browser().get(path)).status, 404)
})

const hiddenIn = (body: string): Record<string, string[]> => {
  const fields: Record<string, string[]> = {}
  for (const [, name = '', value = ''] of body.matchAll(
    /<input type="(?:hidden|checkbox)" name="([^"]*)" value="([^"]*)"/g,
  )) {
    if (name !== 'naar') fields[name] = [...(fields[name] ?? []), value]
  }
  return fields
}

test('a change sent when the proof grew too old comes back whole, and goes through after proving', async () => {
  const browser = region.browser()
  await browser.signInAs(anja)
  region.pass({ minutes: 6 })
  region.acts()
  const path = `/organisatie/mensen/${fenna.personId}`
  const held = await browser.post(path, { roles: ['mentor', 'teacher'] })
  assert.equal(held.status, 403)
  const body = await held.text()
  await valid('a held form', body)
  assert.match(body, new RegExp(`action="${path}"`))
  assert.match(body, /href="\/sessie\/bevestig\?naar=%2Fsessie%2Fklaar" target="_blank"/)
  assert.deepEqual(hiddenIn(body), { roles: ['mentor', 'teacher'] })
  assert.deepEqual(region.acts(), [])

  const proven = await browser.post('/sessie/bevestig/demo', { naar: '/sessie/klaar' })
  assert.deepEqual(where(proven), [303, '/sessie/klaar'])
  assert.match(await (await browser.get('/sessie/klaar')).text(), /Ga terug naar het venster/)
  assert.deepEqual(where(await browser.post(path, hiddenIn(body))), [303, '/organisatie/mensen'])
  const acts = region.acts()
  assert.deepEqual([acts.at(0), acts.at(-1)], ['identity.confirm', 'identity.change-roles'])
})

test('what somebody typed while their session ended comes back to be sent again, but no secret', async () => {
  const browser = region.browser()
  await browser.signInAs(anja)
  region.pass({ minutes: 16 })
  const typed = { issuer: 'https://a.example', homeValue: 'twee woorden <b>' }
  for (const language of ['', '/en']) {
    const held = await browser.post(`${language}/organisatie/inloggen`, {
      ...typed,
      clientSecret: 'zeer geheim',
    })
    assert.equal(held.status, 403)
    const body = await held.text()
    await valid('a held form', body)
    assert.match(body, new RegExp(`href="${language}/inloggen\\?naar=%2Fsessie%2Fklaar"`))
    assert.deepEqual(hiddenIn(body), {
      issuer: [typed.issuer],
      homeValue: ['twee woorden &lt;b&gt;'],
    })
    assert.doesNotMatch(body, /zeer geheim|<b>/)
  }
})

test('a colleague who is no administrator cannot tell that the list of people exists', async () => {
  const browser = region.browser()
  await browser.signInAs(fenna)
  for (const path of ['', '/uitnodigen', `/${anja.personId}`]) {
    assert.equal((await browser.get(`/organisatie/mensen${path}`)).status, 404)
  }
  assert.equal((await browser.get('/organisatie/inloggen')).status, 404)
})

test('too many tries from one address have to wait', async () => {
  const busy = await aRegion()
  const browser = aBrowser(busy.app, busy.origin)
  const tries = await Promise.all(
    Array.from({ length: 301 }, () => browser.post('/inloggen/passkey/vraag')),
  )
  const refused = tries.filter(({ status }) => status === 429)
  assert.ok(refused.length >= 1)
  assert.ok(Number(refused[0]?.headers.get('retry-after')) > 0)
  await busy.close()
})

test('every page is valid HTML in both languages', async () => {
  const browser = region.browser()
  for (const path of [
    '/inloggen',
    '/inloggen?zoek=voorbeeld&naar=/sessies',
    '/demo',
    '/uitnodiging/niets',
  ]) {
    for (const language of ['', '/en']) {
      await valid(language + path, await (await browser.get(language + path)).text())
    }
  }
  await browser.signInAs(anja)
  for (const path of [
    '/sessies',
    '/kies-organisatie',
    '/sessie/bevestig?naar=/sessies',
    '/sessie/klaar',
    '/organisatie/mensen',
    '/organisatie/mensen/uitnodigen',
    `/organisatie/mensen/${fenna.personId}`,
    `/organisatie/mensen/${anja.personId}`,
    '/organisatie/inloggen',
    '/inloggen',
  ]) {
    for (const language of ['', '/en']) {
      const response = await browser.get(language + path)
      assert.equal(response.status, 200, language + path)
      await valid(language + path, await response.text())
    }
  }
})

async function valid(name: string, page: string): Promise<void> {
  assert.deepEqual(await faultsIn(page), [], name)
  assert.equal(page.match(/<h1/g)?.length, 1, name)
}

const languageOf = async ({ organisationId, personId }: typeof fenna): Promise<string> => {
  const { rows } = await region.pool.query(
    'select language from membership where organisation_id = $1 and person_id = $2',
    [organisationId, personId],
  )
  return rows[0].language
}

test('nobody who is not signed in chooses a language for anybody', async () => {
  const response = await region.browser().post('/en/sessie/taal', { naar: '/sessies' })
  assert.deepEqual(where(response), [303, '/en/inloggen?naar=%2F'])
})

test('a person works in the language of the page they signed in on, until they choose another', async () => {
  const browser = region.browser()
  const { organisationId: organisation, personId: person } = fenna
  await browser.post('/en/demo', { organisation, person })
  assert.equal(await languageOf(fenna), 'en')
  region.acts()
  const switched = await browser.post('/sessie/taal', { naar: '/sessies?a=b' })
  assert.deepEqual(where(switched), [303, '/sessies?a=b'])
  assert.equal(await languageOf(fenna), 'nl')
  assert.deepEqual(region.acts(), ['identity.choose-language'])
  const elsewhere = await browser.post('/en/sessie/taal', { naar: '//elders.example' })
  assert.deepEqual(where(elsewhere), [303, '/en'])
  assert.equal(await languageOf(anja), 'nl')
})
