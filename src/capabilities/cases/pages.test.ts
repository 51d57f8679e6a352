import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { faultsIn } from '#design/a-page.ts'
import { raw } from '#design/html.ts'
import { newId } from '#platform/ids.ts'
import { type Language, languages, link } from '#platform/language.ts'
import type { Exchange, Fields, Visitor } from '#tests/a-visitor.ts'
import { anApp, somebody, type TestApp } from '#tests/an-app.ts'
import { aCase, aDesk, aPupil, doing } from './a-case.ts'
import { endInCircle } from './change-circle.ts'
import { closeCase } from './end-case.ts'
import { addTask } from './tasks.ts'
import { t } from './words.ts'

let app: TestApp
let mentor: Visitor
let coordinator: Visitor
let leader: Visitor

const milan = () => somebody('milan-proefpersoon')
const samira = () => somebody('samira-denkbeeld')
const ingrid = () => somebody('ingrid-fictie')

before(async () => {
  app = await anApp({ demoRegion: true })
  mentor = await app.signedIn(milan())
  coordinator = await app.signedIn(samira())
  leader = await app.signedIn(ingrid())
})
after(() => app.close())

const aFile = (circle = [milan()]) =>
  aCase(app.house, aDesk(app.house), samira(), {
    identity: aPupil({ name: `<b>Noor</b> ${newId()}`, number: '' }),
    circle,
  })

async function sound(answer: Promise<Exchange>, status = 200): Promise<string> {
  const { status: given, body, url } = await answer
  assert.equal(given, status, url)
  assert.deepEqual(await faultsIn(raw(body)), [], url)
  assert.equal(body.includes('<b>Noor'), false, url)
  return body
}

const long = `${'Een heel lang verhaal met <tekens> & "leestekens". '.repeat(25).trim()}\n\nEn een tweede alinea zonder spaties: ${'o'.repeat(400)}`
const day = (name: string, text: string): Record<string, string> => {
  const [year = '', month = '', date = ''] = text.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}
const today = '2026-11-23'

/** Every act with a page of its own, filled in well, and fields that must come back when one thing is wrong. */
const acts = (): Readonly<Record<string, { right: Fields; wrong: Fields }>> => ({
  feit: {
    right: {
      text: long,
      source: 'mentor',
      origin: 'own',
      ...day('on', today),
      moment: 'in de pauze',
    },
    wrong: { text: long, source: 'mentor', ...day('on', '2027-01-01'), origin: 'own' },
  },
  duiding: {
    right: { text: long, innocent: 'Een bijbaan.\nEen neef.' },
    wrong: { text: long },
  },
  besluit: {
    right: { text: long, reasons: long, not: 'yes' },
    wrong: { text: long, reasons: 'Omdat het kan.' },
  },
  contact: {
    right: { text: long, withWhom: 'moeder', how: 'phone', ...day('on', today) },
    wrong: { text: long, withWhom: 'moeder', how: 'phone', 'on-day': '31' },
  },
  'taken/nieuw': {
    right: { title: 'Bel de moeder', owner: milan().personId, ...day('due', today) },
    wrong: { title: 'Bel de moeder', owner: milan().personId, ...day('due', '2026-11-22') },
  },
  'kring/nieuw': {
    right: { colleague: ingrid().personId, reason: long, ...day('until', '2026-12-01') },
    wrong: { colleague: newId(), reason: long },
  },
  'rollen/nieuw': {
    right: {
      role: 'exploited',
      source: long,
      evidence: long,
      against: long,
      ...day('from', today),
    },
    wrong: { role: 'exploited', source: long, evidence: long, ...day('from', '2026-01-01') },
  },
  vraag: { right: { question: 'Wat is er nodig?', version: '1' }, wrong: { question: '' } },
  jongere: {
    right: { name: 'Noor', contacts: 'Mies', version: '1', ...day('born', '2011-05-04') },
    wrong: { name: '', contacts: 'Tante Mies', version: '1' },
  },
  overdragen: {
    right: { colleague: ingrid().personId, reason: long },
    wrong: { colleague: samira().personId, reason: long },
  },
})

const asTyped = (body: string, text: string): boolean =>
  body.includes(
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;'),
  )

for (const language of languages) {
  const at = (path: string) => link(language, path)
  const page = (id: string, path = '') => at(`/casussen/${id}${path && `/${path}`}`)

  test(`every page of a case is valid: empty, with an error that keeps what was typed, and full of long texts (${language})`, async () => {
    const id = await aFile()
    for (const place of ['', 'taken', 'kring', 'rollen']) {
      await sound(coordinator.get(page(id, place)))
    }
    for (const [path, { right, wrong }] of Object.entries(acts())) {
      await sound(coordinator.get(page(id, path)))
      const back = await sound(coordinator.post(page(id, path), wrong), 422)
      for (const text of Object.values(wrong).flat()) {
        if (text !== '' && !/^[0-9a-f-]{36}$/.test(text)) {
          assert.ok(asTyped(back, text), `${path}: ${text.slice(0, 30)}`)
        }
      }
      assert.match(back, /error-summary/, path)
      assert.equal((await coordinator.post(page(id, path), right)).status, 303, path)
    }
    for (const place of ['', 'taken', 'kring', 'rollen', '?soort=fact', '?soort=onzin&voor=x']) {
      const where = place.startsWith('?') ? `${page(id)}${place}` : page(id, place)
      for (const visitor of [mentor, leader]) await sound(visitor.get(where))
    }
    await sound(leader.get(page(id, 'afronden')))
    await sound(leader.post(page(id, 'afronden'), { words: long }), 422)
    const ending = { outcome: 'left', words: long, told: long }
    assert.equal((await leader.post(page(id, 'afronden'), ending)).status, 303)
    for (const place of ['', 'taken', 'kring', 'rollen']) await sound(mentor.get(page(id, place)))
    await sound(leader.get(page(id, 'heropenen')))
    await sound(leader.post(page(id, 'heropenen'), {}), 422)
    assert.equal((await leader.post(page(id, 'heropenen'), { reason: long })).status, 303)
  })

  test(`what is wrong is summed up in the order of the fields, in every form of a case (${language})`, async () => {
    const id = await aFile()
    const judged = acts()['rollen/nieuw']?.right ?? {}
    assert.equal((await coordinator.post(page(id, 'rollen/nieuw'), judged)).status, 303)
    const role = /rollen\/([0-9a-f-]{36})\//.exec((await coordinator.get(page(id, 'rollen'))).body)
    const half = (name: string) => ({ [`${name}-day`]: '31' })
    // Nothing that is needed, and half of every date.
    const bad = {
      ...half('on'),
      ...half('from'),
      ...half('until'),
      ...half('due'),
      ...half('born'),
    }
    const forms = [
      ...Object.keys(acts()).map((path) => page(id, path)),
      page(id, 'afronden'),
      page(id, `rollen/${role?.[1]}/beeindigen`),
      at('/casussen/nieuw'),
    ]
    const lengths = new Map<string, number>()
    for (const path of forms) {
      const body = await sound(coordinator.post(path, bad), 422)
      const summary = /class="error-summary"[\s\S]*?<\/ul>/.exec(body)?.[0] ?? ''
      const fields = [...summary.matchAll(/href="#([^"]+)"/g)].map(([, field]) => field)
      const places = fields.map((field) => body.indexOf(` id="${field}"`))
      assert.ok(
        places.every((place) => place > 0),
        path,
      )
      assert.deepEqual(
        places,
        places.toSorted((one, other) => one - other),
        `${path}: ${fields}`,
      )
      lengths.set(path, fields.length)
    }
    assert.equal(lengths.get(page(id, 'rollen/nieuw')), 6)
  })

  test(`the three kinds of entry differ in their form and in their words (${language})`, async () => {
    const id = await aFile()
    const fieldsOf = (body: string) =>
      [...body.matchAll(/<(?:textarea|input|select)[^>]* name="([^"]+)"/g)]
        .map(([, name]) => name)
        .filter((name) => name !== 'key')
    const forms = new Map<string, string[]>()
    for (const path of ['feit', 'duiding', 'besluit']) {
      forms.set(path, [
        ...new Set(fieldsOf(await sound(coordinator.get(page(id, path))))),
      ] as string[])
    }
    assert.ok(forms.get('feit')?.includes('source') && forms.get('feit')?.includes('origin'))
    assert.ok(forms.get('duiding')?.includes('innocent'))
    assert.ok(forms.get('besluit')?.includes('reasons') && forms.get('besluit')?.includes('not'))
    for (const name of ['source', 'innocent', 'reasons']) {
      assert.equal([...forms.values()].filter((names) => names.includes(name)).length, 1, name)
    }
    for (const path of ['feit', 'duiding', 'besluit']) {
      const sent = acts()[path]?.right ?? {}
      assert.equal((await coordinator.post(page(id, path), sent)).status, 303)
    }
    const shown = await sound(coordinator.get(page(id)))
    for (const kind of ['fact', 'interpretation', 'decision'] as const) {
      assert.match(shown, new RegExp(`entry--${kind}`))
      assert.ok(shown.includes(`>${t(language).kinds[kind]}<`))
    }
    assert.ok(shown.includes(t(language).entry.thinks('Samira Denkbeeld', '').split(',')[0] ?? '–'))
    assert.ok(shown.includes(t(language).entry.not))
  })

  test(`an entry with its versions, its edit and its taking away are valid (${language})`, async () => {
    const id = await aFile()
    await mentor.post(page(id, 'feit'), acts().feit?.right)
    const entry =
      /regels\/([0-9a-f-]{36})"/.exec((await coordinator.get(page(id))).body)?.[1] ?? 'none'
    const path = page(id, `regels/${entry}`)
    await sound(mentor.get(path))
    await sound(mentor.get(`${path}/aanpassen`))
    await sound(mentor.post(`${path}/aanpassen`, { text: long, version: '1' }), 422)
    const edit = {
      text: 'Korter.',
      source: 'mentor',
      origin: 'hearsay',
      version: '1',
      ...day('on', '2026-11-20'),
    }
    assert.equal((await mentor.post(`${path}/aanpassen`, edit)).status, 303)
    const both = { ...edit, text: 'Van een ander.' }
    const overtaken = await sound(coordinator.post(`${path}/aanpassen`, both), 409)
    for (const text of ['Korter.', 'Van een ander.']) assert.ok(overtaken.includes(text), text)
    assert.match(overtaken, /name="version" value="2"/)
    const shown = await sound(coordinator.get(path))
    assert.ok(shown.includes(t(language).entryPage.version(1)))
    for (const told of language === 'nl'
      ? ['20 november 2026', '23 november 2026']
      : ['20 November 2026', '23 November 2026']) {
      assert.ok(shown.includes(told), told)
    }
    await sound(coordinator.get(`${path}/weghalen`))
    await sound(coordinator.post(`${path}/weghalen`, {}), 422)
    assert.equal((await coordinator.post(`${path}/weghalen`, { because: 'mistake' })).status, 303)
    const gone = await sound(mentor.get(path))
    assert.equal(gone.includes('Korter.'), false)
    assert.ok(gone.includes(t(language).entry.withdrawn.mistake))
  })

  test(`somebody who is overtaken with the question or the name sees both, and a second send counts once (${language})`, async () => {
    const id = await aFile()
    const sharpen = (question: string) =>
      coordinator.post(page(id, 'vraag'), { question, version: '1' })
    assert.equal((await sharpen('De eerste?')).status, 303)
    assert.equal((await sharpen('De eerste?')).status, 303)
    const body = await sound(sharpen('De tweede?'), 409)
    for (const text of ['De eerste?', 'De tweede?']) assert.ok(body.includes(text))
    const name = (name: string, more: Fields = {}) =>
      coordinator.post(page(id, 'jongere'), { name, version: '1', ...more })
    assert.equal((await name('Een Verzonnen', day('born', '2011-05-07'))).status, 303)
    const names = await sound(name('Twee Verzonnen'), 409)
    for (const text of ['Een Verzonnen', 'Twee Verzonnen', '2011']) assert.ok(names.includes(text))
  })

  test(`what somebody typed comes back when the case was closed, or their access ended, meanwhile (${language})`, async () => {
    const id = await aFile()
    const desk = aDesk(app.house)
    const doesIt = doing(app.house)
    const sent = { text: 'Een lang verhaal.', source: 'mentor', origin: 'own' }
    const ending = { outcome: 'explained', words: 'Klaar.', told: 'Alles.' } as const
    await doesIt(samira(), (work) => closeCase(work, desk, id, ending))
    const closed = await sound(mentor.post(page(id, 'feit'), sent), 409)
    assert.ok(closed.includes('Een lang verhaal.') && closed.includes(page(id)))
    // With a mistake in it as well: the page of the form is not there any more, the words are.
    const half = await sound(mentor.post(page(id, 'feit'), { text: 'Half verhaal.' }), 409)
    assert.ok(half.includes('Half verhaal.') && half.includes(page(id)))
    for (const path of Object.keys(acts())) {
      const opened = await coordinator.get(page(id, path))
      const { keptBack } = t(language)
      if (path === 'heropenen') assert.equal(opened.status, 200)
      else {
        assert.ok((await sound(Promise.resolve(opened), 409)).includes(keptBack.toCase), path)
      }
    }
    const open = await aFile()
    await mentor.post(page(open, 'feit'), sent)
    const entry = /regels\/([0-9a-f-]{36})"/.exec((await mentor.get(page(open))).body)?.[1] ?? ''
    const { personId } = milan()
    await doesIt(samira(), (work) =>
      endInCircle(work, desk, open, { personId, reason: 'Niet meer nodig.' }),
    )
    for (const path of ['feit', `regels/${entry}/aanpassen`]) {
      const body = await sound(mentor.post(page(open, path), { ...sent, version: '1' }), 404)
      assert.ok(body.includes('Een lang verhaal.'), path)
      assert.equal(body.includes(open), false, path)
    }
  })

  test(`the list, searching and the day are valid, empty and full (${language})`, async () => {
    const school = await app.house.anOrganisation()
    for (const role of ['care-coordinator', 'teacher'] as const) {
      const nobody = await app.signedIn(await app.house.aPerson(school, [role]))
      for (const path of [
        '/casussen',
        '/casussen?stand=afgerond',
        '/vandaag',
        '/vandaag?wanneer=week',
      ]) {
        await sound(nobody.get(at(path)))
      }
      await sound(nobody.post(at('/casussen/zoek'), { q: 'niets' }))
      await sound(nobody.post(at('/casussen/zoek'), { q: ' ' }), 422)
    }
    const id = await aFile()
    const desk = aDesk(app.house)
    for (const dueOn of ['2026-11-01', today, '2026-11-25', '2027-02-01']) {
      const task = { title: `Bel <moeder> ${dueOn}`, ownerId: milan().personId, dueOn }
      await doing(app.house)(samira(), (work) =>
        addTask(work, desk, id, { ...task, clock: 'agreement' }),
      )
    }
    for (const visitor of [coordinator, mentor]) {
      for (const path of [
        '/vandaag',
        '/vandaag?wanneer=week',
        '/vandaag?wanneer=later',
        '/casussen',
      ]) {
        await sound(visitor.get(at(path)))
      }
      const found = await sound(visitor.post(at('/casussen/zoek'), { q: 'moeder' }))
      assert.ok(found.includes(page(id)))
      assert.match(found, /method="post"/)
    }
    await sound(coordinator.get(page(id, 'taken')))
    const task = /taken\/([0-9a-f-]{36})"/.exec(
      (await coordinator.get(page(id, 'taken'))).body,
    )?.[1]
    const path = page(id, `taken/${task}`)
    await sound(coordinator.get(path))
    await sound(coordinator.post(`${path}/vervallen`, { why: ' ' }), 422)
    await sound(coordinator.post(`${path}/verplaatsen`, { owner: 'x' }), 422)
    assert.equal((await mentor.post(`${path}/klaar`, { words: 'Gebeld.' })).status, 303)
    const late = await sound(coordinator.post(`${path}/vervallen`, { why: 'Niet nodig.' }), 409)
    assert.ok(late.includes('Niet nodig.'))
    await sound(coordinator.get(path))
  })

  test(`ending access and ending a role are asked on pages of their own (${language})`, async () => {
    const id = await aFile()
    const end = page(id, `kring/${milan().personId}/beeindigen`)
    await sound(coordinator.get(end))
    await sound(coordinator.post(end, {}), 422)
    await sound(mentor.get(end), 403)
    await coordinator.post(page(id, 'rollen/nieuw'), acts()['rollen/nieuw']?.right)
    const roles = await sound(coordinator.get(page(id, 'rollen')))
    const role = /rollen\/([0-9a-f-]{36})\/beeindigen/.exec(roles)?.[1] ?? 'none'
    const path = page(id, `rollen/${role}/beeindigen`)
    await sound(coordinator.get(path))
    const early = { reason: 'Het klopte niet.', ...day('until', '2026-11-01') }
    assert.ok((await sound(coordinator.post(path, early), 422)).includes('Het klopte niet.'))
    const key = /name="key" value="([^"]+)"/.exec((await coordinator.get(end)).body)?.[1] ?? ''
    for (const _ of [1, 2]) {
      assert.equal((await coordinator.post(end, { reason: 'Klaar.', key })).status, 303)
    }
  })

  test(`temporary access says the last day that was chosen, not the midnight after it (${language})`, async () => {
    const id = await aFile()
    await coordinator.post(page(id, 'kring/nieuw'), acts()['kring/nieuw']?.right)
    const chosen = { nl: 'tot en met 1 december 2026', en: 'until and including 1 December 2026' }
    for (const place of ['', 'kring', 'afdruk']) {
      const { body } = await coordinator.get(page(id, place))
      assert.ok(body.includes(chosen[language]), place)
    }
  })

  test(`opening a case: alone, with a signal, and when one’s own circle has one already (${language})`, async () => {
    const nieuw = at('/casussen/nieuw')
    await sound(coordinator.get(nieuw))
    await sound(mentor.get(nieuw), 403)
    const contacts = 'Tante Mies & oom Bas'
    assert.ok(asTyped(await sound(coordinator.post(nieuw, { contacts }), 422), contacts))
    const name = `Bas Bedacht ${newId()}`
    const fields = { name, question: 'Wat is er nodig?', contacts, ...day('born', '2011-05-04') }
    const { location } = await coordinator.post(nieuw, fields)
    const asked = await sound(coordinator.post(nieuw, fields), 422)
    assert.ok(asked.includes(`href="${location}"`))
    assert.ok(asTyped(asked, contacts))
    const knowing = await coordinator.post(nieuw, { ...fields, knowing: 'yes' })
    assert.equal(knowing.status, 303)
    const shown = await sound(mentor.get(page(await aFile())))
    assert.match(shown, /Mies Voorbeeld/, 'whoever may read the file reads whom to call')
    assert.equal(shown.includes('/jongere"'), false, 'and is not led to what they may not change')
  })

  test(`whoever opens a second file gets the very same page as whoever opens the first (${language})`, async () => {
    const masked = ({ status, location, body }: Exchange) => [
      status,
      location.replace(/[0-9a-f-]{36}/, '…'),
      body,
    ]
    const seen = (body: string) =>
      body.replaceAll(/[0-9a-f-]{36}/g, '…').replaceAll(/C-[0-9A-Z]{4}-[0-9A-Z]{4}/g, 'C-…')
    const name = `Wolf Verzonnen ${newId()}`
    const open = (name: string) => leader.post(at('/casussen/nieuw'), { name, question: 'Wat?' })
    assert.equal(
      (await coordinator.post(at('/casussen/nieuw'), { name, question: 'Wat?' })).status,
      303,
    )
    const [second, only] = [await open(name), await open(`Wolf Verzonnen ${newId()}`)]
    assert.deepEqual(masked(second), masked(only))
    const pages = [await leader.get(second.location), await leader.get(only.location)]
    assert.equal(seen(pages[0]?.body ?? '1'), seen(pages[1]?.body ?? '2'))
  })
}

test('the same words stand on every page in the language that was asked for', async () => {
  const id = await aFile()
  const told: Record<Language, string> = { nl: 'Tijdlijn', en: 'Timeline' }
  for (const language of languages) {
    const { body } = await coordinator.get(link(language, `/casussen/${id}`))
    assert.ok(body.includes(t(language).case.line))
    assert.equal(body.includes(told[language === 'nl' ? 'en' : 'nl']), false)
  }
})
