import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import type { Language } from '#platform/language.ts'
import { somebody } from '#tests/an-app.ts'
import {
  accept,
  chooseParty,
  deliver,
  goTo,
  idOf,
  open,
  pathOf,
  send,
  take,
  whenThere,
} from './between-organisations.ts'
import { opens } from './explorer.ts'
import { fill, fillDay, pick } from './one-pupil.ts'
import { aStage, assertSound, choose, desk, phone, type Seat, sitDown } from './served-app.ts'

// What a school knows of somebody who does not exist comes to a prosecutor, by six people of five organisations:
// each sees what was brought to them and nothing else. Three of them read Dutch and three English, so that what one
// brings in one language is read in the other.

const stage = aStage()

const cards = 'Er zaten drie bankpassen van anderen in de tas.'
const seen = 'De jongere keek steeds op een telefoon die niet van hen was.'
const partner = (slug: Parameters<typeof somebody>[0], role: string) =>
  `${somebody(slug).organisationId}/${role}`

type At = { readonly page: Page; readonly language: Language }

const reads = async ({ page }: At, ...texts: readonly string[]): Promise<void> => {
  for (const text of texts) {
    await page.locator('main, aside').getByText(text).first().waitFor({ timeout: 10_000 })
  }
}

const readsNothingOf = async ({ page }: At, ...texts: readonly string[]): Promise<void> => {
  const body = await page.content()
  for (const text of texts) assert.ok(!body.includes(text), `${page.url()} tells ${text}`)
}

/** A page that this person must not reach says so in the same way as one that never was. */
const mayNotOpen = async ({ page, language }: At, ...paths: readonly string[]): Promise<void> => {
  for (const path of paths) {
    const status = await goTo(page, language, path)
    assert.ok(status === 404 || status === 403, `${path} answers ${status}`)
  }
}

/** A file of the school, with a fact. */
async function openCase({ page, language }: At, name: string): Promise<string> {
  await goTo(page, language, '/casussen/nieuw')
  await fill(page, { name, question: 'Wat is er nodig?' })
  await send(page, '/casussen/nieuw')
  const path = pathOf(page)
  await open(page, '/feit')
  await fill(page, { text: cards, source: 'conciërge' })
  await pick(page, 'origin', 'hearsay')
  await send(page, '/feit')
  return path
}

/** Asked without who it is about, answered, and what was done with it. */
async function askAdvice(school: At, safeHome: At, { path, name, topic }: Story): Promise<void> {
  await goTo(school.page, school.language, path)
  await open(school.page, '/advies/nieuw?casus=')
  await pick(school.page, 'danger', 'no')
  const { organisationId } = somebody('vera-veiligstra')
  await chooseParty(school.page, { kind: 'safe-home', field: 'to', value: organisationId })
  await fill(school.page, {
    topic,
    situation: 'Een leerling van 15 had passen van anderen bij zich.',
    asks: 'Wat doen wij eerst?',
  })
  await send(school.page, '/advies/nieuw')
  const question = pathOf(school.page)
  await goTo(safeHome.page, safeHome.language, '/advies')
  await whenThere(safeHome.page, topic)
  await open(safeHome.page, '/advies/0')
  await send(safeHome.page, '/oppakken')
  await open(safeHome.page, '/antwoord')
  await fill(safeHome.page, { text: 'Praat eerst met de jongere en de ouders.' })
  await send(safeHome.page, '/antwoord')
  await readsNothingOf(safeHome, name)
  await assertSound(safeHome.page)
  await goTo(school.page, school.language, question)
  await whenThere(school.page, 'Praat eerst met de jongere')
  await open(school.page, '/afronden')
  await fill(school.page, { outcome: 'We praatten met de jongere en met moeder.' })
  await send(school.page, '/afronden')
}

/** At the desk, on a phone: what happened and the first look. */
async function arrest({ page, language }: At, name: string): Promise<string> {
  await goTo(page, language, '/aanhoudingen/nieuw')
  await pick(page, 'offence', 'no-pre-trial-detention')
  await page.locator('main form summary').first().click()
  await fill(page, { name, text: seen, source: 'Bo Baliezijde' })
  await send(page, '/aanhoudingen/nieuw')
  const path = pathOf(page)
  await look(page, `${path}/kijk`, language)
  await assertSound(page)
  return path
}

/** Every question is answered: what was not seen is said to be so. */
async function look(page: Page, path: string, language: Language): Promise<void> {
  await goTo(page, language, path)
  const asked = await page
    .locator('main input[type=radio][value=unknown]')
    .evaluateAll((inputs) => inputs.map((one) => (one as HTMLInputElement).name))
  for (const name of asked) await pick(page, name, 'unknown')
  await pick(page, 'further', 'yes')
  await fill(page, { because: 'Iemand zei waar hij moest wachten.' })
  await send(page, '/kijk')
}

/** Keeping and signing stand beside each other. */
const sign = (page: Page): Promise<void> =>
  opens(page, () => page.locator('button[name=act][value=sign]').click())

type Story = { readonly path: string; readonly name: string; readonly topic: string }

const whyNotTold = { 'told-why': 'Het onderzoek loopt nog.' }

/** The expert reads, answers, and sees nothing any more once it was ended. */
async function consult(detective: At, expert: At, { path }: Story): Promise<void> {
  await goTo(detective.page, detective.language, path)
  const reference = await deliver(detective.page, detective.language, {
    facts: [cards],
    ...{ kind: 'expert-group', to: partner('elif-expert', 'expert') },
    ...{ asks: 'Wat zien jullie hierin?', aim: 'protect', road: 'police-partnership' },
    answers: { necessary: 'yes', 'recipient-task': 'yes', told: 'not-asked-here' },
    words: {
      ...whyNotTold,
      'weighty-interest': 'Een kind beschermen.',
      'partnership-decision': 'Het besluit van deze regio.',
      'partnership-data': 'Feiten, voor de expertgroep.',
      'partnership-terms': 'Alleen lezen.',
    },
  })
  const delivery = pathOf(detective.page)
  await accept(expert.page, expert.language, reference)
  await reads(expert, cards, 'Het Voorbeeldcollege (verzonnen)')
  const received = pathOf(expert.page)
  await open(expert.page, '/antwoord')
  await fill(expert.page, { capacity: 'lid van de expertgroep', words: 'Kijk wie die passen gaf.' })
  await sign(expert.page)
  await goTo(detective.page, detective.language, path)
  await whenThere(detective.page, 'Kijk wie die passen gaf.')
  await goTo(detective.page, detective.language, `${delivery}/terughalen`)
  await pick(detective.page, 'because', 'mistake')
  await fill(detective.page, { words: 'De vraag is beantwoord.' })
  await send(detective.page, '/terughalen')
  await goTo(expert.page, expert.language, received)
  for (let turn = 0; (await expert.page.content()).includes(cards) && turn < 60; turn += 1) {
    await goTo(expert.page, expert.language, received)
  }
  await readsNothingOf(expert, cards, 'Kijk wie die passen', 'De vraag is beantwoord.')
  await assertSound(expert.page)
  const status = await goTo(expert.page, expert.language, `${received}/antwoord`)
  assert.notEqual(status, 200)
  await readsNothingOf(expert, cards, 'Kijk wie die passen')
}

/** The facts on which somebody who is qualified must say something, and nothing else of the dossier. */
async function askToAssess({ page, language }: At, path: string): Promise<string> {
  await goTo(page, language, `${path}/vraag`)
  return deliver(page, language, {
    ...{ facts: [cards, seen], kind: 'expert-group', to: partner('elif-expert', 'expert') },
    ...{ asks: 'Is hier iemand gestuurd?', aim: 'investigate', road: 'prosecution-experts' },
    answers: {
      ...{ 'wjsg-39f-aim': 'crime', 'recipient-task': 'yes', necessary: 'yes' },
      ...{ 'others-hidden': 'yes', told: 'not-asked-here' },
    },
    words: { ...whyNotTold, 'weighty-interest': 'Iemand die daarvoor is opgeleid kijkt eerst.' },
  })
}

/** Element by element, with what speaks against it and what nobody knows; then signed. */
async function assess({ page, language }: At, reference: string): Promise<void> {
  await accept(page, language, reference)
  await open(page, '/beoordeling')
  await fill(page, {
    ...{ capacity: 'lid van de expertgroep', qualification: 'certificaat (verzonnen)' },
    ...{ involved: 'Ik ken deze jongere niet.', lookedAt: 'De feiten hierboven.' },
    conclusion: 'Volgens mij is hier iemand gestuurd.',
  })
  await fillDay(page, 'qualifiedOn', '2019-04-01')
  for (const box of await page.locator('textarea[name^="unknown-"]').all()) {
    await box.fill('Dat weet ik niet.')
  }
  await fill(page, { 'favour-act': 'De passen waren van anderen.' })
  await sign(page)
  await assertSound(page)
}

/** A dossier with what the police brought, an assessment, a decision with reasons, and who hears of it. */
async function decide(
  { page, language }: At,
  expert: At,
  { reference, name }: { reference: string; name: string },
): Promise<string> {
  await goTo(page, language, '/dossiers/nieuw')
  await fill(page, { name, question: 'Wat is er gebeurd, en wat past daarbij?' })
  await send(page, '/dossiers/nieuw')
  const path = pathOf(page)
  await accept(page, language, reference)
  await take(page, cards, name)
  await take(page, seen, name)
  await goTo(page, language, path)
  await reads({ page, language }, cards, seen, 'Het Voorbeeldcollege (verzonnen)')
  const act = async (end: string, filling: () => Promise<void>) => {
    await goTo(page, language, `${path}/${end}`)
    await filling()
    await send(page, `/${end}`)
  }
  await act('strafbaar-feit', async () => {
    await pick(page, 'law', 'Sr')
    await fill(page, { article: '416', text: 'Passen van anderen bij zich hebben.' })
  })
  await act('vermoeden', async () => {
    await pick(page, 'answer', 'yes')
    await fill(page, { because: 'De passen waren van anderen.' })
  })
  const asked = await askToAssess({ page, language }, path)
  await assess(expert, asked)
  await goTo(page, language, path)
  await whenThere(page, 'Volgens mij is hier iemand gestuurd.')
  await act('werkblad/act', async () => {
    await fill(page, { text: 'Iemand stuurde aan.', against: 'Een eigen idee.' })
    await choose(page, cards)
  })
  await act('werkblad-klaar', () => fill(page, { because: 'De rest is niet bekend.' }))
  await act('besluit/nieuw', async () => {
    const choice = page.locator('input[name^="route-"][value="sepot-06"]').first()
    await page.locator(`label[for="${await choice.getAttribute('id')}"]`).click()
    await page.locator('select[name^="ground1-"]').first().selectOption('06')
    await pick(page, 'following', 'follows')
    await fill(page, { reasons: 'Onder dwang van een ander, zie de feiten.' })
  })
  await open(page, '/besluit/0')
  await reads({ page, language }, 'Onder dwang van een ander', cards)
  await assertSound(page)
  await act('bericht/lawyer', async () => {
    await pick(page, 'state', 'told')
    await fillDay(page, 'on', '2026-11-23')
  })
  return path
}

const consent = {
  answers: { consent: 'parents', free: 'yes', necessary: 'yes', 'recipient-task': 'yes' },
  words: { 'consent-words': 'Moeder en de jongere, gisteren, voor deze vraag.' },
}

type Sit = (name: string, on: typeof desk, language: Language) => Promise<Seat>

async function tell(sit: Sit) {
  const name = 'Pluis Bedacht'
  const topic = 'Passen van anderen'
  const at = async (who: string, language: Language, on = desk): Promise<At> => ({
    page: (await sit(who, on, language)).page,
    language,
  })
  const school = await at('Samira Denkbeeld', 'nl')
  const path = await openCase(school, name)
  const safeHome = await at('Vera Veiligstra', 'en')
  await askAdvice(school, safeHome, { path, name, topic })

  await goTo(school.page, school.language, path)
  const fromSchool = await deliver(school.page, school.language, {
    ...{ facts: [cards], kind: 'police' },
    ...{ to: partner('rik-rechercheur', 'trafficking-detective'), aim: 'protect' },
    ...{ road: 'school-police-consent', ...consent },
  })
  const delivery = pathOf(school.page)
  await assertSound(school.page)

  const officer = await at('Bo Baliezijde', 'en', phone)
  const file = await arrest(officer, name)
  await readsNothingOf(officer, cards)

  const detective = await at('Rik Speurneus', 'nl')
  await accept(detective.page, detective.language, fromSchool)
  const received = idOf(detective.page)
  await mayNotOpen(officer, `/ontvangen/${received}`, path, '/casussen')
  await mayNotOpen(safeHome, `/ontvangen/${received}`, path, file)
  await look(detective.page, `${file}/kijk-verder`, detective.language)
  await goTo(detective.page, detective.language, `/ontvangen/${received}`)
  await take(detective.page, cards, name)
  await goTo(detective.page, detective.language, file)
  await reads(detective, cards, seen)
  await assertSound(detective.page)

  const expert = await at('Elif Kenner', 'nl')
  await consult(detective, expert, { path: file, name, topic })
  await mayNotOpen(expert, file, path)

  await goTo(detective.page, detective.language, file)
  const fromPolice = await deliver(detective.page, detective.language, {
    ...{ facts: [name, cards, seen], kind: 'prosecution' },
    ...{ to: partner('olivier-afweging', 'youth-prosecutor'), aim: 'investigate' },
    ...{ road: 'police-prosecution', words: whyNotTold },
    answers: { necessary: 'yes', 'recipient-task': 'yes', told: 'not-asked-here' },
  })
  const prosecutor = await at('Olivier Afweging', 'en')
  const dossier = await decide(prosecutor, expert, { reference: fromPolice, name })

  // What each of them still sees, and what nobody brought to them.
  for (const other of [school, safeHome, officer, expert]) await mayNotOpen(other, dossier)
  await mayNotOpen(school, file, '/aanhoudingen', '/dossiers', `/ontvangen/${received}`)
  await mayNotOpen(prosecutor, file, path, '/casussen')
  await goTo(school.page, school.language, delivery)
  await reads(school, cards)
  await readsNothingOf(school, seen, 'Olivier', 'Volgens mij')
}

describe('from school to prosecutor', () => {
  it('six people bring on what is needed, and see what was brought to them', async () => {
    const seats: Seat[] = []
    const sit: Sit = async (name, on, language) => {
      const taken = await sitDown(stage, name, on, language)
      seats.push(taken)
      return taken
    }
    await tell(sit).catch(async (error) => {
      for (const { page } of seats) await page.context().close()
      throw error
    })
    for (const { leave } of seats) await leave()
  })
})
