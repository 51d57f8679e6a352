import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { languages, link } from '#platform/language.ts'
import type { Exchange, Visitor } from '#tests/a-visitor.ts'
import { anApp, somebody, type TestApp } from '#tests/an-app.ts'

// One pupil's story, walked from /demo as a newcomer does: with the one button on each page.

let app: TestApp
before(async () => {
  app = await anApp({ demoRegion: true })
})
after(() => app?.close())

/** The way on, as it stands on a page: what a click on it sends, and where. */
type Way = { readonly action: string; readonly fields: Record<string, string> }

const strip = (body: string): string =>
  /<section class="demo-step"[\s\S]*?<\/section>/.exec(body)?.[0] ?? ''

const unescaped = (text: string): string =>
  text.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"')

const waysIn = (part: string): Way[] =>
  [...part.matchAll(/<form[^>]*action="([^"]*)"[\s\S]*?<\/form>/g)].map(([form, action = '']) => ({
    action: unescaped(action),
    fields: Object.fromEntries(
      [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, unescaped(value)],
      ),
    ),
  }))

const listed = (body: string): Way[] =>
  waysIn(/<ol class="story-steps">[\s\S]*?<\/ol>/.exec(body)?.[0] ?? '')

async function click(visitor: Visitor, { action, fields }: Way): Promise<Exchange> {
  const sent = await visitor.post(action, fields)
  assert.equal(sent.status, 303, sent.url)
  return visitor.get(sent.location)
}

for (const language of languages) {
  test(`whoever clicks on from /demo meets every step at its place, in ${language}`, async () => {
    const visitor = app.aStranger()
    const { body } = await visitor.get(link(language, '/demo'))
    const all = listed(body)
    assert.ok(all.length >= 20)
    let way = all[0]
    for (let number = 1; way; number += 1) {
      assert.deepEqual(way, all[number - 1])
      const page = await click(visitor, way)
      assert.equal(page.status, 200, page.url)
      const shown = strip(page.body)
      assert.match(shown, new RegExp(`(Stap|Step) ${number} (van|of) ${all.length}`), page.url)
      const ways = waysIn(shown)
      assert.equal(ways.length, number < all.length ? 1 : 0, page.url)
      way = ways[0]
      if (!way) assert.equal(number, all.length)
    }
    assert.equal(visitor.jar.size, 0, 'the last step is for who is not signed in')
  })
}

test('each step has a title and a why of its own in both languages', async () => {
  const told = await Promise.all(
    languages.map(async (language) => {
      const { body } = await app.aStranger().get(link(language, '/demo'))
      const steps = /<ol class="story-steps">[\s\S]*?<\/ol>/.exec(body)?.[0] ?? ''
      return [...steps.matchAll(/<h3>([^<]+)<\/h3>\s*<p>([^<]+)<\/p>/g)].map(
        ([, title = '', why = '']) => [title.trim(), why.trim()],
      )
    }),
  )
  const [nl = [], en = []] = told
  assert.equal(nl.length, en.length)
  const sentences = [...nl, ...en].flat()
  assert.ok(sentences.length >= 48)
  assert.equal(new Set(sentences).size, sentences.length)
})

test('the story goes on to the account that a ministry gives, and every organisation is reached before it begins', async () => {
  const { body } = await app.aStranger().get('/demo')
  const places = listed(body).map(({ fields, action }) => pathOf(fields.naar ?? action))
  for (const place of ['/verantwoording/stukken', '/verantwoording/brieven', '/metingen']) {
    assert.ok(places.includes(place), place)
  }
  assert.match(body.slice(0, body.indexOf('story-steps')), /ministerie[\s\S]*onderzoek/i)
})

test('nobody outside the circle reads a page of the case, whatever the story says', async () => {
  const { body } = await app.aStranger().get('/demo')
  const places = listed(body).flatMap(({ fields }) =>
    fields.naar?.startsWith('/casussen/') ? [fields.naar] : [],
  )
  assert.ok(places.length >= 5)
  for (const slug of ['henk-verzonnen', 'fenna-voorbeeld', 'rosa-regie'] as const) {
    const visitor = await app.signedIn(somebody(slug))
    for (const place of places) {
      const { status, body: page } = await visitor.get(place)
      assert.equal(status, 404, `${slug} ${place}`)
      assert.doesNotMatch(page.replace(strip(page), ''), /Kwetal/)
    }
  }
})

test('what one organisation keeps, the others of the story do not open, and each place is of who stands there', async () => {
  const { body } = await app.aStranger().get('/demo')
  const steps = listed(body).map(({ fields }) => fields)
  const kept = steps.filter(({ naar = '' }) =>
    /^\/(casussen\/|aanhoudingen\/|dossiers\/|advies\/|overleg\/)/.test(naar),
  )
  const kinds = new Set(kept.map(({ naar = '' }) => naar.split('/')[1]))
  assert.deepEqual([...kinds].toSorted(), [
    'aanhoudingen',
    'advies',
    'casussen',
    'dossiers',
    'overleg',
  ])
  const outsiders = ['lina-luisterend', 'coby-coordinatie', 'hans-haltema'] as const
  for (const slug of outsiders) {
    const visitor = await app.signedIn(somebody(slug))
    for (const { naar = '' } of kept) {
      // Youth help was invited to the table.
      if (naar.startsWith('/overleg/') && slug === 'lina-luisterend') continue
      const { status } = await visitor.get(pathOf(naar))
      assert.ok(status === 404 || status === 403, `${slug} ${naar}: ${status}`)
    }
  }
})

test('from the page of the case one click leads to everything that belongs to it', async () => {
  const { body } = await app.aStranger().get('/demo')
  const places = listed(body).flatMap(({ fields }) => (fields.naar ? [pathOf(fields.naar)] : []))
  const ofCase = places.find((one) => /^\/casussen\/[^/]+$/.test(one)) ?? ''
  const own = places.filter(
    (one) =>
      /^\/casussen\/[^/]+\/(protocol|gesprek|hulp)\//.test(one) || /^\/intervisie\//.test(one),
  )
  assert.ok(new Set(own).size >= 5)
  const coordinator = await app.signedIn(somebody('samira-denkbeeld'))
  const page = await coordinator.get(ofCase)
  for (const one of own) {
    assert.ok(page.body.includes(`href="${one}`), one)
  }
})

const pathOf = (place: string): string => place.split('?')[0] ?? ''

test('a second start changes nothing, and leaves nothing in the trail', async () => {
  // Sealing goes on by itself; what it seals is trail_entry.
  const counted = async () => {
    const { rows } = await app.house.pool.query(
      `select table_name as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE'
         and table_name not in ('trail_checkpoint', 'trail_leaf', 'trail_unsealed') order by 1`,
    )
    const counts: Record<string, number> = {}
    for (const { name } of rows) {
      const found = await app.house.pool.query(`select count(*)::int as n from ${name}`)
      counts[name] = found.rows[0].n
    }
    return counts
  }
  const first = await counted()
  assert.ok((first.intervision ?? 0) >= 2 && (first.protocol_run ?? 0) === 1)
  assert.ok((first.conversation ?? 0) === 1 && (first.placement ?? 0) === 1)
  await app.app.loadDemoRegion()
  assert.deepEqual(await counted(), first)
})

test('where nobody demonstrates anything, no address shows the strip', async () => {
  const real = await anApp({ demo: false })
  try {
    const answer = await real.aStranger().get('/onder-druk?stap=14')
    assert.equal(answer.status, 200)
    assert.equal(strip(answer.body), '')
    assert.equal((await real.aStranger().get('/demo')).status, 404)
  } finally {
    await real.close()
  }
})

test('a visitor who closed the case does not keep the demonstration from starting', async () => {
  const { body } = await app.aStranger().get('/demo')
  const places = listed(body).map(({ fields }) => pathOf(fields.naar ?? ''))
  const ofCase = places.find((one) => /^\/casussen\/[^/]+$/.test(one))
  const coordinator = await app.signedIn(somebody('samira-denkbeeld'))
  const closed = await coordinator.post(`${ofCase}/afronden`, {
    outcome: 'explained',
    words: 'Een bijbaan.',
    told: 'Kwetal weet dit.',
  })
  assert.equal(closed.status, 303)
  // As in a folder from before there was help in the story.
  await app.house.pool.query('delete from placement_event')
  await app.house.pool.query('delete from placement')
  await app.app.loadDemoRegion()
  const { rows } = await app.house.pool.query('select count(*)::int as n from placement')
  assert.equal(rows[0].n, 0)
})

test('whoever signs in nowhere reads a published letter, and follows each number to what was counted', async () => {
  const visitor = app.aStranger()
  const list = await visitor.get('/kennis/brieven')
  const [, letter = ''] = /href="(\/kennis\/brieven\/[0-9a-f-]{36})"/.exec(list.body) ?? []
  const { body } = await visitor.get(letter)
  const told = [...body.matchAll(/<a href="(\/kennis\/cijfers\/[^"]+)">([\d.]+)<\/a>/g)]
  assert.ok(told.length >= 3)
  for (const [, path = '', number = ''] of told) {
    const [address = '', anchor = ''] = path.split('#')
    const page = await visitor.get(address)
    assert.equal(page.status, 200, path)
    const row = page.body.slice(page.body.indexOf(`id="${anchor}"`)).split('</tr>')[0] ?? ''
    assert.ok(row.includes(`>${number}<`), `${path} says ${number}`)
    assert.match(page.body, /8 van de \d+ organisaties/)
  }
})
