import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aCase } from '#capabilities/cases/a-case.ts'
import { faultsIn } from '#design/a-page.ts'
import { raw } from '#design/html.ts'
import { languages, link } from '#platform/language.ts'
import type { Fields, Visitor } from '#tests/a-visitor.ts'
import { anApp, somebody, type TestApp } from '#tests/an-app.ts'
import { aSupportDesk } from './a-placement.ts'
import type { SupportDesk } from './desk.ts'
import { placementActs } from './placement.ts'
import { actPaths } from './placement-forms.ts'
import { t } from './words.ts'

let app: TestApp
let desk: SupportDesk
let stranger: Visitor
let coordinator: Visitor
let municipal: Visitor

const samira = () => somebody('samira-denkbeeld')

before(async () => {
  app = await anApp({ demoRegion: true })
  desk = aSupportDesk(app.house)
  stranger = app.aStranger()
  coordinator = await app.signedIn(samira())
  municipal = await app.signedIn(somebody('rosa-regie'))
})
after(() => app.close())

async function sound(answer: Promise<{ status: number; body: string }>, status = 200) {
  const { status: given, body } = await answer
  assert.equal(given, status)
  assert.deepEqual(await faultsIn(raw(body)), [])
  return body
}

const day = (name: string, [d, m, y]: readonly [string, string, string]) => ({
  [`${name}-day`]: d,
  [`${name}-month`]: m,
  [`${name}-year`]: y,
})
const on = day('on', ['23', '11', '2026'])

const proposal: Fields = {
  hulp: 'basta',
  read: 'yes',
  question: 'Wie helpt mij <b>stoppen</b>?',
  wish: 'pupil',
  goals: 'Naar huis om acht uur\n\nEén volwassene die belt',
}

/** What each step must bring. */
const steps: Readonly<Record<string, Fields>> = {
  agree: {
    ...on,
    is16: 'no',
    pupil: 'yes',
    pupilWords: 'Goed.',
    parents: 'not-asked',
    parentsWords: 'Nog niet veilig.',
  },
  start: { ...on, ...day('ask', ['7', '12', '2026']) },
  report: { ...on, from: 'provider', text: 'Het begin is er.' },
  end: { ...on, because: 'finished' },
  evaluate: {
    ...on,
    'goal-1': 'reached',
    'goal-2': 'unknown',
    'goal-1-why': 'Elke avond.',
    pupilVoice: 'Fijn.',
  },
}

for (const language of languages) {
  const at = (path: string) => link(language, path)

  test(`the catalogue, every kind of help and what is on offer are valid pages for everybody (${language})`, async () => {
    for (const path of [
      '/kennis/hulp',
      '/kennis/hulp?vraag=refuse&leeftijd=14&groep=all-pupils&plaats=Waterrade&erkenning=eerste-aanwijzingen',
      '/kennis/hulp?vraag=get-free',
      '/kennis/hulp?vraag=%3Cscript%3E&leeftijd=Noor&plaats=%22%3E',
      '/kennis/hulp/aanbod',
      '/kennis/hulp/aanbod?gemeente=Waterrade',
      ...desk.catalogue.interventions.map(({ id }) => `/kennis/hulp/${id}`),
    ]) {
      await sound(stranger.get(at(path)))
    }
    assert.equal((await stranger.get(at('/kennis/hulp/framed'))).status, 404)
  })

  test(`saying what is on offer: every page is valid, with and without errors (${language})`, async () => {
    await sound(municipal.get(at('/aanbod')))
    await sound(municipal.get(at('/aanbod/nieuw')))
    const wrong = await sound(
      municipal.post(at('/aanbod/nieuw'), {
        intervention: 'other',
        about: '<i>Veel</i>',
        municipality: '<script>',
        places: 'veel',
        ...day('starts', ['31', '2', '2027']),
      }),
      422,
    )
    const { errors } = t(language)
    for (const code of [
      'title-missing',
      'municipality-strange',
      'places-strange',
      'date-impossible',
      'contact-missing',
    ] as const) {
      assert.ok(wrong.includes(errors[code]), code)
    }
    assert.ok(wrong.includes('&lt;i&gt;Veel&lt;/i&gt;'))
    const good = {
      intervention: 'basta',
      municipality: 'Waterrade',
      contactFunction: 'Aanmeldpunt',
      contactWay: 'bel',
      places: '3',
    }
    assert.equal((await municipal.post(at('/aanbod/nieuw'), good)).status, 303)
    const list = await sound(municipal.get(at('/aanbod')))
    const path = [...list.matchAll(/href="([^"]*\/aanbod\/[0-9a-f-]{36})"/g)].at(-1)?.[1] ?? ''
    await sound(municipal.get(path))
    await sound(municipal.post(path, { ...good, version: '1', places: 'x' }), 422)
    assert.equal((await municipal.post(path, { ...good, version: '1', places: '2' })).status, 303)
    // Somebody was first: what was typed comes back.
    const late = await sound(
      municipal.post(path, { ...good, version: '1', about: 'Nog een regel.' }),
      409,
    )
    assert.match(late, /Nog een regel\./)
    await sound(municipal.get(`${path}/intrekken`))
    assert.equal((await municipal.post(`${path}/intrekken`)).status, 303)
    await sound(municipal.get(path))
  })

  test(`help in a case: every page is valid, and one can go the whole way without scripts (${language})`, async () => {
    const caseId = await aCase(app.house, desk.cases, samira())
    const root = at(`/casussen/${caseId}/hulp`)
    await sound(coordinator.get(root))
    await sound(coordinator.get(`${root}/zoek?plaats=Waterrade&vraag=anger`))
    await sound(coordinator.get(`${root}/nieuw?hulp=pit`))
    await sound(coordinator.get(`${root}/nieuw`))
    const wrong = await sound(
      coordinator.post(`${root}/nieuw`, { hulp: 'basta', wishWords: 'Wij blijven staan.' }),
      422,
    )
    assert.match(wrong, /Wij blijven staan\./)
    const { location } = await coordinator.post(`${root}/nieuw`, proposal)
    const proposed = await sound(coordinator.get(location))
    assert.equal(proposed.includes('<b>stoppen'), false)
    assert.ok(proposed.includes(t(language).placements.yourself))
    for (const act of placementActs) {
      await sound(coordinator.get(`${location}/${actPaths[act]}`))
      await sound(coordinator.post(`${location}/${actPaths[act]}`, {}), 422)
    }
    for (const act of ['agree', 'start', 'report', 'end', 'evaluate'] as const) {
      const answer = await coordinator.post(`${location}/${actPaths[act]}`, steps[act])
      assert.equal(answer.status, 303, act)
      await sound(coordinator.get(location))
    }
    // Somebody was first: what was typed comes back, with how it stands now.
    const late = await sound(
      coordinator.post(`${location}/${actPaths.decline}`, {
        ...on,
        by: 'pupil',
        text: 'Toch maar niet.',
      }),
      409,
    )
    assert.match(late, /Toch maar niet\./)
    assert.ok(late.includes(t(language).placements.states.evaluated))
    await sound(coordinator.get(root))
  })
}

test('cautions stand on the page where help is chosen, before its form', async () => {
  const caseId = await aCase(app.house, desk.cases, samira())
  for (const [id, told] of [
    ['pit', /Het bewijs is omstreden/],
    ['kapot-sterk', /Lessen om bewust te maken kunnen averechts werken/],
    ['alleen-jij-bepaalt', /Jongeren bij elkaar zetten kan schaden/],
    ['basta', /6 juni 2024/],
  ] as const) {
    const { body } = await coordinator.get(`/casussen/${caseId}/hulp/nieuw?hulp=${id}`)
    const before = body.slice(body.indexOf('<main'), body.indexOf('<form', body.indexOf('<main')))
    assert.match(before, told, id)
  }
})

test('whoever has not read them is asked to, and nothing is kept until then', async () => {
  const caseId = await aCase(app.house, desk.cases, samira())
  const { read: _, ...unread } = proposal
  const answer = await coordinator.post(`/casussen/${caseId}/hulp/nieuw`, unread)
  assert.equal(answer.status, 422)
  assert.ok(answer.body.includes(t('nl').errors['read-first']))
})

test('an offer that was chosen comes along: whom to contact, and that nothing is sent there', async () => {
  const caseId = await aCase(app.house, desk.cases, samira())
  const { body } = await coordinator.get(`/casussen/${caseId}/hulp/zoek?plaats=Waterrade`)
  const path = /href="([^"]*\?aanbod=[0-9a-f-]{36})"/.exec(body)?.[1] ?? ''
  const form = await sound(coordinator.get(path))
  assert.match(form, /waterrade\.example|Aanmeldpunt/)
  assert.ok(form.includes(t('nl').placements.yourself))
})

test('kinds of help stand by name, whatever is asked; what does not fit stays in sight', async () => {
  const namesOn = ({ body }: { body: string }) =>
    [...body.matchAll(/class="link-list__link" href="([^"]+)"/g)].map(([, href]) => href)
  const all = namesOn(await stranger.get('/kennis/hulp'))
  assert.equal(all.length, desk.catalogue.interventions.length)
  const asked = namesOn(
    await stranger.get('/kennis/hulp?vraag=anger&leeftijd=10&erkenning=goede-aanwijzingen'),
  )
  assert.deepEqual(asked, all)
})

test('the answers hold no number, and the page says what fits, what does not and what nobody knows', async () => {
  const { body } = await stranger.get('/kennis/hulp?vraag=anger&leeftijd=10')
  const item = body.slice(body.indexOf('/kennis/hulp/alles-kidzzz'))
  const found = item.slice(item.indexOf('<ul>'), item.indexOf('</ul>'))
  assert.match(found, /past<\/strong>: je vraag, de leeftijd/)
  assert.doesNotMatch(found, /\d/)
})

test('what must be told beside the catalogue stands on it, with whose words they are', async () => {
  const { body } = await stranger.get('/kennis/hulp')
  assert.match(
    body,
    /Geen enkele erkende interventie die wij vonden[^<]*<span class="tag">eigen duiding/,
  )
  assert.match(body, /Re-B-Leave/)
  assert.match((await stranger.get('/kennis')).body, /href="\/kennis\/hulp"/)
})

test('a level never stands without its date', async () => {
  const { body } = await stranger.get('/kennis/hulp/alles-kidzzz')
  assert.match(body, /goede aanwijzingen voor effectiviteit, 2 november 2018/)
  assert.match(
    (await stranger.get('/kennis/hulp/alleen-jij-bepaalt')).body,
    /goed onderbouwd, 2017/,
  )
})
