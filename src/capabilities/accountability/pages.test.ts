import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { loadKnowledge } from '#capabilities/knowledge/index.ts'
import { faultsIn } from '#design/a-page.ts'
import { designAssets } from '#design/design-assets.ts'
import { raw } from '#design/html.ts'
import { Temporal } from '#platform/clock.ts'
import { responder } from '#platform/http/respond.ts'
import { languages } from '#platform/language.ts'
import { publicPages, visible } from '#tests/public-pages.ts'
import { loadParliament } from './load-parliament.ts'
import { paths } from './paths.ts'
import { parliamentRoutes } from './routes.ts'

const folder = fileURLToPath(new URL('../../../knowledge', import.meta.url))
const parliament = loadParliament(folder)
const routes = parliamentRoutes({
  parliament,
  knowledge: loadKnowledge(folder),
  respond: responder({ assets: designAssets(), demo: false, roleNames: () => [] }),
  clock: () => Temporal.Instant.from('2026-11-30T10:00:00Z'),
})

const { apps, read } = publicPages(routes)

test('an item and a paper that are not there are not found', async () => {
  for (const path of [paths.item('motion-1-1'), paths.paper('kst-29240-9999')]) {
    assert.equal((await apps.nl.request(path)).status, 404, path)
  }
})

test('every page is valid HTML in both languages, with one h1, and no script', async () => {
  const every = [
    paths.items,
    `${paths.items}?soort=motion&stand=not-done`,
    `${paths.items}?soort=request&stand=open`,
    `${paths.items}?soort=%3Cscript%3E&stand=%22%3E`,
    paths.papers,
    `${paths.papers}?dossier=29911`,
    ...parliament.items.filter((_, at) => at % 3 === 0).map(({ id }) => paths.item(id)),
    ...parliament.papers.filter((_, at) => at % 6 === 0).map(({ id }) => paths.paper(id)),
    paths.paper('letter-2024-04-23'),
    paths.paper('kst-29240-120'),
  ]
  for (const language of languages) {
    for (const path of every) {
      const page = await read(path, language)
      assert.deepEqual(await faultsIn(raw(page)), [], `${language} ${path}`)
      assert.equal(page.match(/<h1[ >]/g)?.length, 1, path)
      assert.doesNotMatch(page, /<script(?! type="application)/, path)
    }
  }
})

test('the list says where each item stands, and an item without an outcome is not called undone', async () => {
  const page = visible(await read(paths.items))
  assert.match(
    page,
    /Met OCW praten over signaleren toezegging 5 december 2019 afgedaan 30 juni 2020/,
  )
  assert.match(page, /betekent dat niet dat er niets is gedaan/)
  const open = visible(await read(`${paths.items}?stand=open`))
  assert.match(open, /3 punten/)
  assert.doesNotMatch(open, /Met OCW praten/)
  assert.match(visible(await read(`${paths.items}?soort=request&stand=open`)), /Hier is niets van/)
})

test('written questions show their term, how long the answer took, and that no notice was found', async () => {
  const page = visible(await read(paths.item('questions-2020z09415')))
  assert.match(page, /Antwoord uiterlijk op 16 juni 2020/)
  assert.match(page, /Antwoord na 35 dagen: 14 dagen na de termijn/)
  assert.match(page, /Uitstel gemeld niet gevonden/)
  assert.match(page, /De tekst van deze regel hebben we niet gelezen\. Algemene kennis/)
  const unknown = visible(await read(paths.item('questions-2023z06349')))
  assert.match(unknown, /we kunnen de termijn niet tellen/)
})

test('a promise without a day shows its words and the day that we read in them', async () => {
  const page = visible(await read(paths.item('commitment-2020-06-30-coherence')))
  assert.match(page, /"dit najaar"|&quot;dit najaar&quot;/)
  assert.match(page, /uiterlijk 21 december 2020/)
  assert.match(page, /We vonden geen stuk waarin staat wat ervan kwam/)
})

test('a paper that we did not find says so and leads nowhere', async () => {
  const page = await read(paths.paper('kst-29911-254'))
  assert.match(
    visible(page),
    /Kamerstuk 29 911, nr\. 254 Wat we niet weten Het stuk zelf hebben we niet/,
  )
  assert.doesNotMatch(page, /href="https:\/\/zoek/)
  assert.match(
    await read(paths.paper('kst-29240-120')),
    /href="https:\/\/zoek[^"]*kst-29240-120\.html"/,
  )
})

test('sources that do not agree on a number are both shown', async () => {
  const page = visible(await read(paths.paper('letter-2024-04-23')))
  assert.match(page, /niet eens over het nummer: 248, 249/)
  assert.match(page, /We kiezen niet/)
})

test('a paper in two dossiers names both, and lists what was raised in it and what it refers to', async () => {
  const page = visible(await read(paths.paper('kst-29240-120')))
  assert.match(page, /29 240 \(Veiligheid op school\), nr\. 120; ook in 29 911/)
  assert.match(page, /Meer over de samenhang van twee programma’s toezegging, geen afloop gevonden/)
  assert.match(page, /Kamerstuk 28 638, nr\. 178 \) : doet het af|nr\. 178\): doet het af/)
})
