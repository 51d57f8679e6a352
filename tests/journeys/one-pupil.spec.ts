import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { assertFits, opens, tabTo } from './explorer.ts'
import { fill, fillDay, follow, openCase, pick, press, recordSignal } from './one-pupil.ts'
import {
  aStage,
  assertSound,
  choose,
  desk,
  phone,
  type Seat,
  sitDown,
  withoutScripts,
} from './served-app.ts'

// One pupil who does not exist, from the first signal to closing, told by the people who do it. What each
// part can do is told in its own journey; here it is about what one part hands to the next.

const stage = aStage()

const sees = (page: Page, text: string | RegExp) =>
  page.locator('main, aside').getByText(text).first().waitFor({ timeout: 10_000 })
const tag = (page: Page, text: string) =>
  page.locator('main .tag', { hasText: new RegExp(`^${text}$`) }).count()

describe('one pupil, from signal to closing', () => {
  it('through case, protocol, intervision, conversation and help', async () => {
    const subject = 'Noor Verzonnen'
    const milan = await sitDown(stage, 'Milan Proefpersoon', phone)
    const samira = await sitDown(stage, 'Samira Denkbeeld', desk)
    await recordSignal(milan.page, subject)
    const casePath = await openCase(samira.page, subject, 'Milan Proefpersoon')
    await assertSound(samira.page)
    await followProtocol(samira.page, milan.page, casePath)
    await thinkTogether(samira, milan, casePath)
    await talk(milan.page, casePath)
    await arrangeHelp(samira.page, casePath)

    // Everything is in the file, each with where it came from.
    await samira.page.goto(casePath)
    for (const from of [
      'uit het protocol',
      'uit een intervisie',
      'uit een gesprek met de jongere',
      'uit de hulp',
    ]) {
      await sees(samira.page, new RegExp(from))
    }
    await follow(samira.page, 'Rond de casus af')
    await pick(samira.page, 'outcome', 'support-suffices')
    await fill(samira.page, {
      words: 'Het gaat weer goed.',
      told: 'Noor weet wat we opschreven en bij wie ze terechtkan.',
    })
    await press(samira.page, 'Rond af')
    await sees(samira.page, /Deze casus is afgerond op/)
    await assertSound(samira.page)

    // The mentor's day is empty of it; a colleague outside the circle never found it.
    await milan.page.goto(casePath)
    await sees(milan.page, /Deze casus is afgerond op/)
    assert.equal(await milan.page.getByRole('link', { name: 'Schrijf een feit op' }).count(), 0)
    const fenna = await sitDown(stage, 'Fenna Voorbeeld', phone)
    assert.equal((await fenna.page.goto(casePath))?.status(), 404)
    for (const one of [milan, samira, fenna]) await one.leave()
  })

  it('on paper: the sheet from the printer holds no name, and what was written comes into the case', async () => {
    const subject = 'Bo Bedenksel'
    const milan = await sitDown(stage, 'Milan Proefpersoon', phone)
    const samira = await sitDown(stage, 'Samira Denkbeeld', desk)
    const { page } = samira
    await recordSignal(milan.page, subject)
    const casePath = await openCase(page, subject, 'Milan Proefpersoon')

    // The printer gets the sheet, without what stands around it on screen.
    await page.goto('/intervisie/methoden/niet-pluis/blad')
    await page.emulateMedia({ media: 'print' })
    for (const around of ['.main-navigation', '.page-footer', '.breadcrumb-nav']) {
      assert.equal(await page.locator(around).first().isVisible(), false, around)
    }
    assert.doesNotMatch(await page.locator('main').innerText(), /Bo |Bedenksel/)
    const toWriteIn = await page.locator('.sheet__head td').first().boundingBox()
    assert.ok((toWriteIn?.width ?? 0) > 300, 'room for a date and for who were there')
    await page.emulateMedia({ media: 'screen' })

    const caseId = casePath.split('/').at(-1) ?? ''
    await page.goto(`/intervisie/papier?casus=${caseId}&methode=niet-pluis`)
    await pick(page, 'about', 'pupil')
    await fill(page, { topic: 'Een tweede telefoon' })
    await press(page, 'Verder')
    await fill(page, {
      'fact-own': 'Ging drie keer de les uit\nHad twee telefoons',
      'explanation-innocent': 'Een bijbaan',
      'explanation-other': 'Iemand stuurt aan',
      question: 'Wie belt er steeds?',
      agreement: 'Milan vraagt hoe het gaat.',
      'told-pupil': 'Milan wil praten.',
      'told-parents': 'Nog niets: eerst de leerling zelf.',
    })
    await pick(page, 'outcome', 'more-care')
    await page.selectOption('[name=owner]', { label: 'Milan Proefpersoon' })
    await fillDay(page, 'due', '2026-12-04')
    await press(page, 'Bewaar deze intervisie')
    await assertSound(page)
    await follow(page, 'Kies wat er naar de casus gaat')
    await choose(page, 'Had twee telefoons')
    await choose(page, 'Wie belt er steeds?')
    await choose(page, 'Het team heeft besloten')
    await assertSound(page)
    await press(page, 'Zet dit in de casus')
    await page.goto(casePath)
    await sees(page, 'Had twee telefoons')
    assert.equal(await page.getByText('Ging drie keer de les uit').count(), 0)
    // What was agreed is in the day of who does it.
    await milan.page.goto('/vandaag?wanneer=later')
    await sees(milan.page, 'Afspraak uit de intervisie')
    await assertSound(milan.page)
    for (const one of [milan, samira]) await one.leave()
  })

  it('the case with scripts off, on a phone', async () => {
    const subject = 'Rens Fantasie'
    const milan = await sitDown(stage, 'Milan Proefpersoon', withoutScripts)
    const samira = await sitDown(stage, 'Samira Denkbeeld', withoutScripts)
    const { page } = samira
    await recordSignal(milan.page, subject)
    const casePath = await openCase(page, subject, 'Milan Proefpersoon')
    await assertFits(page)

    await milan.page.goto(casePath)
    await follow(milan.page, 'Schrijf een duiding op')
    await fill(milan.page, { text: 'Ik denk dat iemand iets vraagt.' })
    await press(milan.page, 'Bewaar de duiding')
    await sees(milan.page, 'Schrijf minstens één gewone verklaring op')
    assert.equal(await milan.page.inputValue('[name=text]'), 'Ik denk dat iemand iets vraagt.')
    await assertFits(milan.page)
    await fill(milan.page, { innocent: 'Een nieuwe vriend.' })
    await press(milan.page, 'Bewaar de duiding')

    await page.goto(casePath)
    await sees(page, 'Een nieuwe vriend.')
    await follow(page, 'Schrijf een besluit op')
    await fill(page, { text: 'Nog geen melding.', reasons: 'Eerst praten.' })
    await pick(page, 'not', 'yes')
    await press(page, 'Bewaar het besluit')
    await sees(page, 'Besluit om iets niet te doen')
    await follow(page, 'Taak toevoegen')
    await fill(page, { title: 'Praat met Rens' })
    await page.selectOption('[name=owner]', { label: 'Milan Proefpersoon' })
    await fillDay(page, 'due', '2026-11-23')
    await press(page, 'Voeg toe')

    await milan.page.goto('/vandaag')
    await assertFits(milan.page)
    await follow(milan.page, 'Praat met Rens')
    await press(milan.page, 'Dit is klaar')
    await page.goto(casePath)
    await sees(page, 'Taak klaar, door Milan Proefpersoon')
    await follow(page, 'Rond de casus af')
    await pick(page, 'outcome', 'explained')
    await fill(page, { words: 'Een nieuwe vriend.', told: 'Rens weet dit.' })
    await assertFits(page)
    await press(page, 'Rond af')
    await sees(page, /Deze casus is afgerond op/)
    for (const one of [milan, samira]) await one.leave()
  })
})

/** The mentor and the coordinator each do what is theirs, in time and with the keyboard. */
async function followProtocol(coordinator: Page, mentor: Page, casePath: string): Promise<void> {
  await coordinator.goto(`${casePath}/protocol`)
  await press(coordinator, 'Begin het protocol')
  await assertSound(coordinator)
  const run = new URL(coordinator.url()).pathname

  await mentor.goto('/vandaag')
  await follow(mentor, 'Leg vast wat er is gezien')
  await fill(mentor, { 'noticed-text': 'Twee telefoons.', 'noticed-source': 'mentor' })
  await pick(mentor, 'noticed-origin', 'own')
  await pick(mentor, 'danger', 'no')
  await assertSound(mentor)
  await press(mentor, 'Stap is gedaan')

  await coordinator.goto(`${run}/stap/triage`)
  await tabTo(coordinator, '[name=reading-text]')
  await coordinator.keyboard.type('Misschien vraagt iemand iets.')
  await tabTo(coordinator, '[name=reading-innocent]')
  await coordinator.keyboard.type('Een bijbaan.')
  await tabTo(coordinator, '[name=go-on]')
  await coordinator.keyboard.press('Space')
  await tabTo(coordinator, 'main button[type=submit]')
  await opens(coordinator, () => coordinator.keyboard.press('Enter'))
  await coordinator.goto(run)
  await sees(coordinator, 'Samira Denkbeeld deed: Eerste blik: wat kan dit zijn?')
  assert.equal(await tag(coordinator, 'gedaan'), 2)
  assert.equal(await tag(coordinator, 'termijn voorbij'), 0)
  await assertSound(coordinator)
}

/** Nobody said to be ready, so turning is asked twice. */
async function turnAnyway(lead: Page): Promise<void> {
  await lead.locator('#steer summary', { hasText: 'Draai alle kaarten om' }).click()
  await press(lead, 'Draai toch om')
}

/** Four people at one table write at the same moment; all of it turns, and the team takes some along. */
async function thinkTogether(samira: Seat, milan: Seat, casePath: string): Promise<void> {
  const lead = samira.page
  const ruben = await sitDown(stage, 'Ruben Schets', desk)
  const fenna = await sitDown(stage, 'Fenna Voorbeeld', phone)
  await lead.goto(casePath)
  await opens(lead, () => lead.locator('a[href*="/intervisie/nieuw?casus="]').click())
  await pick(lead, 'method', 'niet-pluis')
  await pick(lead, 'about', 'pupil')
  await fill(lead, { topic: 'Een tweede telefoon' })
  await press(lead, 'Zet de tafel klaar')
  const code = (await lead.locator('.code-large').textContent()) ?? ''
  const others = [milan, ruben, fenna]
  await Promise.all(
    others.map(async ({ page }) => {
      await page.goto('/intervisie/meedoen')
      await fill(page, { code })
      await press(page, 'Doe mee')
    }),
  )
  for (const act of ['Begin', 'Naar de volgende stap']) await press(lead, act)
  for (const silent of [1, 2]) {
    await turnAnyway(lead)
    await press(lead, 'Naar de volgende stap')
    await sees(lead, new RegExp(`Stap ${silent + 2} van 5`))
  }
  const said: readonly (readonly [Seat, string, 'yes' | 'no'])[] = [
    [samira, 'Ruzie thuis', 'yes'],
    [milan, 'Iemand stuurt aan', 'no'],
    [ruben, 'Schulden bij iemand', 'no'],
    [fenna, 'Een bijbaan in de bezorging', 'yes'],
  ]
  await Promise.all(
    said.map(async ([{ page }, text, innocent]) => {
      await sees(page, /Stap 4 van 5/)
      await page.fill('[name=explanation-text]', text)
      const words = innocent === 'yes' ? 'Ja, een gewone' : 'Nee, een andere'
      await page.locator('#write label', { hasText: words }).first().click()
      await press(page, 'Leg deze verklaring neer')
    }),
  )
  assert.doesNotMatch(await lead.content(), /Schulden bij iemand/)
  await turnAnyway(lead)
  for (const { page } of [samira, ...others]) {
    for (const [, text] of said) await sees(page, text)
    assert.doesNotMatch(await page.locator('main').innerText(), /Noor/)
  }
  await assertSound(fenna.page)
  await press(lead, 'Naar de volgende stap')
  await follow(lead, 'Schrijf op wat jullie besluiten')
  await pick(lead, 'outcome', 'more-care')
  await fill(lead, {
    question: 'Wie belt er steeds?',
    agreement: 'Milan vraagt hoe het gaat.',
    'told-pupil': 'Milan wil praten.',
    'told-parents': 'Moeder weet dat Milan praat.',
  })
  await lead.selectOption('[name=owner]', { label: 'Milan Proefpersoon' })
  await fillDay(lead, 'due', '2026-12-04')
  await press(lead, 'Sluit af met dit besluit')
  await follow(lead, 'Kies wat er naar de casus gaat')
  await choose(lead, 'Iemand stuurt aan')
  await choose(lead, 'Wie belt er steeds?')
  await choose(lead, 'Het team heeft besloten')
  await press(lead, 'Zet dit in de casus')
  await assertSound(lead)
  for (const one of [ruben, fenna]) await one.leave()
}

/** The mentor prepares, talks, and brings one sentence of the pupil into the file. */
async function talk(mentor: Page, casePath: string): Promise<void> {
  await mentor.goto(casePath)
  await follow(mentor, 'Bereid een gesprek voor')
  await pick(mentor, 'police', 'no')
  await pick(mentor, 'advice', 'first')
  await fill(mentor, { goal: 'Weten hoe het gaat.' })
  await press(mentor, 'Bewaar de voorbereiding')
  await follow(mentor, 'Schrijf op hoe het ging')
  await fillDay(mentor, 'held', '2026-11-23')
  await pick(mentor, 'secrecy', 'told')
  await fill(mentor, {
    present: 'Noor en ik.',
    secrecyWords: 'Ik kan niet alles geheim houden.',
    'quote-1': 'Ik moet altijd opnemen.',
    summary: 'Je vertelde over de telefoon.',
    told: 'Samira.',
  })
  await press(mentor, 'Bewaar het verslag')
  await assertSound(mentor)
  await follow(mentor, 'Sluit af in het dossier')
  await choose(mentor, 'De jongere zei')
  await fill(mentor, { unread: 'Noor las het mee op mijn telefoon.' })
  await press(mentor, 'Sluit het gesprek af')
  await mentor.locator('h1', { hasText: 'afgesloten' }).waitFor()
}

/** Help is found, proposed, agreed with pupil and parents, and begins. */
async function arrangeHelp(coordinator: Page, casePath: string): Promise<void> {
  await coordinator.goto(`${casePath}/hulp/zoek?plaats=Waterrade`)
  await opens(coordinator, () =>
    coordinator
      .locator('tr', { hasText: 'Alleen jij bepaalt' })
      .getByRole('link', { name: 'Stel dit voor' })
      .click(),
  )
  await fill(coordinator, {
    question: 'Noor wil ergens kunnen zijn waar niemand belt.',
    goals: 'Elke week naar training',
  })
  await choose(coordinator, 'Ik heb gelezen')
  await pick(coordinator, 'wish', 'pupil')
  await press(coordinator, 'Leg het voorstel vast')
  await follow(coordinator, 'Leg vast wat zij zeiden')
  for (const [name, value] of [
    ['is16', 'no'],
    ['pupil', 'yes'],
    ['parents', 'yes'],
  ] as const) {
    await pick(coordinator, name, value)
  }
  await fill(coordinator, { pupilWords: 'Ik wil het proberen.', parentsWords: 'Goed.' })
  await press(coordinator, 'Leg de afspraak vast')
  await follow(coordinator, 'De hulp is begonnen')
  await press(coordinator, 'Leg het begin vast')
  await assertSound(coordinator)
}
