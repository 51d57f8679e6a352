import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { faultsIn } from '#design/a-page.ts'
import { aRegion, type Region } from './a-region.ts'

let region: Region
before(async () => {
  region = await aRegion({ demo: false })
})
after(() => region.close())

/** Fictional schools, each with a sign-in page of its own. */
const open = (from: number, to: number) =>
  region.pool.query(
    `with made as (
       insert into organisation (id, kind, name, municipality)
       select gen_random_uuid(), 'secondary-school', 'Verzonnen Lyceum ' || n,
         case when n % 100 = 0 then 'Sint-Verzonnen' else 'Fantasiestad' end
       from generate_series($1::int, $2::int) n returning id)
     insert into sign_in_provider
     select id, 'https://inloggen.voorbeeld.example', 'oogmerk', '\\x01', 'home', 'x', 'rol', 'staff', now()
     from made`,
    [from, to],
  )

const page = async (query = ''): Promise<string> =>
  (await region.browser().get(`/inloggen${query}`)).text()
const namesOn = (body: string): string[] =>
  [...body.matchAll(/link-list__link" href="[^"]*">([^<]*)</g)].map(([, name = '']) => name)

test('when no organisation has a sign-in page of its own, the page says so', async () => {
  assert.match(await page(), /nog geen organisatie/)
  assert.doesNotMatch(await page(), /type="search"/)
})

test('a handful of organisations stands there at once, each one click away', async () => {
  await open(1, 3)
  const body = await page('?naar=/wachtrij')
  assert.deepEqual(
    namesOn(body),
    [1, 2, 3].map((n) => `Verzonnen Lyceum ${n}`),
  )
  assert.match(body, /inloggen\/organisatie\?organisatie=[0-9a-f-]{36}&amp;naar=%2Fwachtrij"/)
  assert.doesNotMatch(body, /type="search"/)
})

test('of a thousand organisations nobody has to read a list: people search, and the page stays small', async () => {
  await open(4, 1000)
  const body = await page('?naar=/wachtrij')
  assert.deepEqual(namesOn(body), [])
  assert.match(body, /type="search"/)
  assert.match(body, /<input type="hidden" name="naar" value="\/wachtrij">/)
  assert.ok(body.length < 20_000)
})

test('a part of the name or the place is enough, whatever the case, the order or the accents', async () => {
  assert.deepEqual(namesOn(await page('?zoek=lyc%C3%A9um+777')), ['Verzonnen Lyceum 777'])
  assert.deepEqual(namesOn(await page('?zoek=777%20verZONNEN')), ['Verzonnen Lyceum 777'])
  const inPlace = namesOn(await page('?zoek=sint-verzonnen'))
  assert.equal(inPlace.length, 10)
  assert.ok(inPlace.includes('Verzonnen Lyceum 300'))
})

test('too many finds show the first twenty and say how to go on', async () => {
  const body = await page('?zoek=lyceum')
  assert.equal(namesOn(body).length, 20)
  assert.match(body, /Typ meer van de naam of de plaats/)
})

test('a question that finds nothing says what else to try, and no sign in it means anything special', async () => {
  for (const question of ['bestaatniet', '%25_777', "'; drop table organisation", '<script>']) {
    const body = await page(`?zoek=${encodeURIComponent(question)}`)
    assert.deepEqual(namesOn(body), [], question)
    assert.match(body, /Niets gevonden/, question)
    assert.doesNotMatch(body, /<script>/)
  }
})

test('the page with finds is valid in both languages', async () => {
  for (const path of ['/inloggen?zoek=777&naar=/sessies', '/en/inloggen?zoek=lyceum']) {
    const page = await (await region.browser().get(path)).text()
    assert.deepEqual(await faultsIn(page), [], path)
  }
})
