import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { faultsIn } from '#design/a-page.ts'
import { designAssets } from '#design/design-assets.ts'
import { responder } from '#platform/http/respond.ts'
import { languages } from '#platform/language.ts'
import { publicPages, visible } from '#tests/public-pages.ts'
import { knowledgeRoutes, loadKnowledge } from './index.ts'

const knowledge = loadKnowledge(fileURLToPath(new URL('../../../knowledge', import.meta.url)))
const assets = designAssets()
const respond = responder({ assets, demo: false, roleNames: () => [] })

const routes = knowledgeRoutes(knowledge, respond, assets)

const { apps, read } = publicPages(routes)

test('a signal that does not exist is not found', async () => {
  assert.equal((await apps.nl.request('/kennis/signalen/ABC-99')).status, 404)
})

test('a card for somebody unknown is not found', async () => {
  assert.equal((await apps.nl.request('/kennis/kaart/astronaut')).status, 404)
})

test('every page is valid HTML in both languages, with one h1', async () => {
  const paths = [
    '/kennis',
    '/kennis/signalen',
    '/kennis/signalen?zoek=geld&onderwerp=MON&wie=teacher&vorm=theft',
    '/kennis/signalen?zoek=zeppelin',
    '/kennis/signalen?zoek=%3Cscript%3E%22',
    ...knowledge.signals.map(({ id }) => `/kennis/signalen/${id}`),
    ...knowledge.observers.map(({ slug }) => `/kennis/kaart/${slug}`),
    '/kennis/hulplijnen',
    '/kennis/woorden',
    '/kennis/gesprek',
  ]
  for (const language of languages) {
    for (const path of paths) {
      const page = await read(path, language)
      assert.deepEqual(await faultsIn(page), [], `${language} ${path}`)
      assert.equal(page.match(/<h1[ >]/g)?.length, 1, path)
    }
  }
})

test('nothing on any page orders or names signals by strength', async () => {
  const list = await read('/kennis/signalen')
  const found = [...list.matchAll(/signalen\/([A-Z]{3}-\d\d)"/g)].map(([, id]) => id)
  assert.deepEqual(
    found,
    knowledge.signals.map(({ id }) => id),
  )
  const readings = (['strong', 'moderate', 'weak'] as const).map(
    (strength) => knowledge.explainStrength(strength).nl,
  )
  for (const path of ['/kennis', '/kennis/signalen', '/kennis/kaart/leraar']) {
    const page = await read(path)
    assert.ok(!readings.some((reading) => page.includes(reading)), path)
    assert.doesNotMatch(visible(page), /\b(strong|moderate|weak)\b/)
  }
})

test('the reading of a signal stands on its own page only, marked as our own', async () => {
  const page = visible(await read('/kennis/signalen/DEB-07'))
  assert.match(
    page,
    /Deze waarneming laat zelf al controle, dwang of een opdracht van een ander zien\. \( ?eigen duiding/,
  )
  assert.match(page, /nooit over een kind/)
})

test('the innocent explanations come before everything else about a signal', async () => {
  const page = visible(await read('/kennis/signalen/MON-01'))
  const innocent = page.indexOf('een bijbaan')
  assert.ok(innocent > 0)
  for (const heading of ['Bij welke vormen', 'Waar rust dit signaal op', 'Hoe wij deze']) {
    assert.ok(page.indexOf(heading) > innocent, heading)
  }
})

test('a signal says on which foreign tool its weight rests, in both languages', async () => {
  assert.match(
    visible(await read('/kennis/signalen/MON-01')),
    /Merton child sexual exploitation tool noemt dit: belangrijk \(significant\)\./,
  )
  assert.match(
    visible(await read('/kennis/signalen/MON-01', 'en')),
    /That it also counts for criminal exploitation is our own reading\./,
  )
})

test('subject, observer and form narrow the list together', async () => {
  const page = visible(await read('/kennis/signalen?onderwerp=FIN&wie=bank&vorm=straw-person'))
  assert.match(page, /1 signaal gevonden/)
  assert.match(page, /zonder die te gebruiken/)
})

test('a form also brings the signals that occur with every form', async () => {
  const page = await read('/kennis/signalen?vorm=port-extraction')
  assert.match(page, /signalen\/MOV-08"/)
  assert.match(page, /signalen\/DEB-07"/)
  assert.doesNotMatch(page, /signalen\/FIN-01"/)
})

test('what was typed stays in the form, and cannot become markup', async () => {
  const page = await read('/kennis/signalen?zoek=%3Cb%3Egeld%22')
  assert.match(page, /value="&lt;b&gt;geld&quot;"/)
  assert.doesNotMatch(page, /<b>geld/)
})

test('a search without result says what to do instead of nothing', async () => {
  assert.match(visible(await read('/kennis/signalen?zoek=zeppelin')), /Bespreek het dan toch/)
})

test('a card holds the signals of its observer and no other', async () => {
  const page = visible(await read('/kennis/kaart/bank'))
  for (const { observers, wording } of knowledge.signals) {
    assert.equal(page.includes(wording.nl.replaceAll("'", '&#39;')), observers.includes('bank'))
  }
})

test('a card leaves out every number that nobody checked', async () => {
  const page = visible(await read('/kennis/kaart/ouder'))
  assert.match(page, /Veilig Thuis: 0800-2000/)
  assert.doesNotMatch(page, /0800-7000/)
})

test('the help lines begin with 112 and say which numbers were not checked', async () => {
  const page = await read('/kennis/hulplijnen')
  assert.ok(page.indexOf('href="tel:112"') < page.indexOf('href="tel:08002000"'))
  const unsure = visible(page).match(/Controleer dit voordat je erop rekent/g)
  assert.equal(unsure?.length, 4)
})

test('the page of help lines can be left at once', async () => {
  assert.match(await read('/kennis/hulplijnen'), /document--quick-exit/)
})

test('English pages lead to English pages', async () => {
  const page = await read('/kennis/signalen', 'en')
  assert.match(page, /<html lang="en">/)
  assert.match(page, /href="\/en\/kennis\/signalen\/MON-01"/)
  assert.match(page, /Suddenly owns expensive clothes/)
})

test('the words stand in the order of the alphabet of each language', async () => {
  for (const language of languages) {
    const page = await read('/kennis/woorden', language)
    const names = [...page.matchAll(/item-key">([^<]+)</g)].map(([, name]) => name ?? '')
    assert.equal(names.length, knowledge.terms.length)
    assert.deepEqual(
      names,
      names.toSorted((a, b) => a.localeCompare(b, language)),
    )
  }
})

test('no page of this capability needs a script, except to leave at once', async () => {
  for (const path of ['/kennis', '/kennis/signalen', '/kennis/kaart/leraar', '/kennis/woorden']) {
    assert.doesNotMatch(await read(path), /<script/)
  }
})

test('the guide for the conversation shows every question, what it is for, how not to ask it and whose it is', async () => {
  for (const language of languages) {
    const page = visible(await read('/kennis/gesprek', language))
    const { questions, promises, limits } = knowledge.conversationGuide
    for (const { text, purpose, avoid } of questions) {
      for (const said of [text, purpose, avoid.text]) {
        assert.ok(page.includes(said[language].replaceAll("'", '&#39;')), said[language])
      }
    }
    for (const { text } of [...promises, ...limits, ...knowledge.conversation]) {
      assert.ok(page.includes(text[language].replaceAll("'", '&#39;').replaceAll('"', '&quot;')))
    }
    assert.match(page, language === 'nl' ? /eigen duiding/i : /own synthesis/i)
  }
})
