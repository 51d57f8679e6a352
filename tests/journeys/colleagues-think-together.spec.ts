import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { assertFits, opens } from './explorer.ts'
import {
  aStage,
  assertSound,
  desk,
  phone,
  type Seat,
  sitDown,
  withoutScripts,
} from './served-app.ts'

// Four people of a school that does not exist, each on their own device, in one whole Niet pluis.
// Henk has no scripts; Fenna's telephone drops out in the middle.

const stage = aStage()

const press = (page: Page, name: string) =>
  opens(page, () => page.getByRole('button', { name, exact: true }).click())
const sees = (page: Page, text: string | RegExp) =>
  page.locator('main, aside').getByText(text).first().waitFor({ timeout: 10_000 })
const choose = (page: Page, words: string) =>
  page.locator('#write label', { hasText: words }).first().click()
/** Another kind of card than the one whose form is open. */
const openForm = (page: Page, kind: string) =>
  page.locator('#write summary', { hasText: kind }).click()
/** The facilitator turns the cards while not everybody is ready. */
const turnAnyway = async (page: Page) => {
  await page.locator('#steer summary', { hasText: 'Draai alle kaarten om' }).click()
  await press(page, 'Draai toch om')
}
const openLater = async (page: Page) => {
  await page.locator('#write summary').first().click()
}

describe('colleagues think together about a pupil', () => {
  it('from the occasion to the decision, in four browsers at once', async () => {
    const samira = await sitDown(stage, 'Samira Denkbeeld', desk)
    const milan = await sitDown(stage, 'Milan Proefpersoon', phone)
    const fenna = await sitDown(stage, 'Fenna Voorbeeld', phone)
    const henk = await sitDown(stage, 'Henk Verzonnen', withoutScripts)
    const lead = samira.page
    const everybody = [samira, milan, fenna, henk]

    // The table is set, and three join with the code.
    await lead.goto('/intervisie')
    await assertSound(lead)
    await opens(lead, () => lead.getByRole('link', { name: 'Start een intervisie' }).click())
    await lead.locator('label', { hasText: 'Niet pluis' }).click()
    await lead.locator('label', { hasText: 'Een leerling' }).click()
    await lead.fill('[name=topic]', 'Nieuwe spullen en veel weg')
    await assertSound(lead)
    await press(lead, 'Zet de tafel klaar')
    const code = (await lead.locator('.code-large').textContent()) ?? ''
    const at = new URL(lead.url()).pathname
    const join = async ({ page }: Seat) => {
      await page.goto('/intervisie/meedoen')
      await page.fill('[name=code]', code.toLowerCase())
      await press(page, 'Doe mee')
    }
    await join(milan)
    await sees(lead, 'Milan Proefpersoon')
    // Who chooses in a list does not lose the choice to who joins meanwhile, and sees them afterwards.
    await lead.locator('#round summary', { hasText: 'Wie brengt in?' }).click()
    await lead.focus('[name=person]')
    await lead.selectOption('[name=person]', { label: 'Milan Proefpersoon' })
    await join(fenna)
    await join(henk)
    assert.equal(await lead.locator('#round li', { hasText: 'Henk Verzonnen' }).count(), 0)
    await lead.locator('[name=person]').blur()
    await sees(lead, 'Henk Verzonnen')
    assert.equal(
      await lead.locator('[name=person] option:checked').textContent(),
      'Milan Proefpersoon',
    )
    await assertSound(lead)
    await press(lead, 'Begin')

    // Occasion: open from the beginning; what Milan lays down is there at once.
    await sees(milan.page, /Stap 1 van 5/)
    await assertSound(milan.page)
    await milan.page.fill('[name=fact-text]', 'Kwam dinsdag met een nieuwe telefoon.')
    await choose(milan.page, 'Zelf gezien')
    await press(milan.page, 'Leg dit feit neer')
    await sees(fenna.page, 'Kwam dinsdag met een nieuwe telefoon.')

    // Somebody who is typing keeps every letter when the step moves, and lays it down later.
    await fenna.page.fill('[name=fact-text]', 'Stond om acht uur bij de')
    await press(lead, 'Naar de volgende stap')
    await sees(fenna.page, /Stap 2 van 5/)
    assert.equal(await fenna.page.inputValue('[name=fact-text]'), 'Stond om acht uur bij de')
    await sees(fenna.page, 'De stap is verzet')
    await opens(fenna.page, () =>
      fenna.page.getByRole('button', { name: 'Ga naar de nieuwe stap' }).click(),
    )
    await sees(fenna.page, 'je legde het nog niet neer')

    // Viewpoints: in silence. Nobody reads Milan's thought, and only a number says who is ready.
    await openForm(milan.page, 'Een gedachte')
    await milan.page.fill('[name=thought-text]', 'Misschien werkt hij te veel bij.')
    await press(milan.page, 'Leg deze gedachte neer')
    await press(milan.page, 'Ik ben klaar')
    await sees(lead, '1 van 4 klaar')
    await henk.page.goto(at)
    await openForm(henk.page, 'Een gedachte')
    await henk.page.fill('[name=thought-text]', 'Ik hoor hem vaak bellen.')
    await press(henk.page, 'Leg deze gedachte neer')
    await assertFits(henk.page)
    for (const { page } of [samira, fenna, henk]) {
      assert.doesNotMatch(await page.content(), /werkt hij te veel bij/)
    }

    // Fenna's telephone drops out while the cards turn; back again, she has missed nothing.
    await fenna.page.context().setOffline(true)
    await turnAnyway(lead)
    await sees(milan.page, 'Ik hoor hem vaak bellen.')
    await sees(lead, 'Misschien werkt hij te veel bij.')
    await assertSound(lead)
    await assertSound(milan.page)
    await fenna.page.context().setOffline(false)
    await fenna.page.goto(at)
    await sees(fenna.page, 'Ik hoor hem vaak bellen.')

    // Without scripts: a reload does the same, and a card after the turning is marked as later.
    await henk.page.goto(at)
    await sees(henk.page, 'Misschien werkt hij te veel bij.')
    await openLater(henk.page)
    await openForm(henk.page, 'Een gedachte')
    await henk.page.fill('[name=thought-text]', 'Dat denk ik nu ook.')
    await press(henk.page, 'Leg deze gedachte neer')
    await sees(milan.page, 'Dat denk ik nu ook.')
    assert.equal(
      await milan.page
        .locator('.card', { hasText: 'Dat denk ik nu ook.' })
        .locator('.tag')
        .textContent(),
      'later',
    )

    // The map: two people differ in one cell, and both stay.
    await press(lead, 'Naar de volgende stap')
    await sees(milan.page, /Stap 3 van 5/)
    const mark = async (page: Page, effect: string, why: string) => {
      await page.selectOption('[name=mark-domain]', 'friends')
      await page.selectOption('[name=mark-lens]', 'resilience')
      await choose(page, effect)
      await page.fill('[name=mark-text]', why)
      await press(page, 'Zet dit op de kaart')
    }
    await mark(milan.page, 'versterkt', 'Een trouwe vriend in de klas')
    await fenna.page.goto(at)
    await mark(fenna.page, 'onbekend', 'Die vriend ken ik niet')
    await turnAnyway(lead)
    await sees(milan.page, 'Die vriend ken ik niet')
    const cell = milan.page.locator('.map__cell', { hasText: '+' })
    assert.deepEqual(await cell.locator('.map-sign').allTextContents(), ['+', '?'])
    await assertSound(milan.page)
    await assertSound(lead)

    // On the wall.
    const wall = await lead.context().newPage()
    await wall.goto(`${at}/scherm`)
    // The whole map fits on one screen; the words of a lens are one choice away.
    for (const [width = 0, height = 0] of [
      [1920, 1080],
      [1366, 768],
    ]) {
      await wall.setViewportSize({ width, height })
      const scrolls = await wall.evaluate(() => document.documentElement.scrollHeight)
      assert.ok(scrolls <= height, `${scrolls} of ${height}`)
      await assertSound(wall)
    }
    await opens(wall, () => wall.getByRole('link', { name: 'Veerkracht' }).click())
    await sees(wall, 'Een trouwe vriend in de klas')
    await assertSound(wall)

    // Reading: one explanation is not enough to go on, and the page says why.
    await press(lead, 'Naar de volgende stap')
    await sees(wall, /Stap 4 van 5/)
    await wall.close()
    await sees(milan.page, /Stap 4 van 5/)
    await milan.page.fill('[name=explanation-text]', 'Iemand geeft hem spullen.')
    await choose(milan.page, 'Nee, een andere')
    await press(milan.page, 'Leg deze verklaring neer')
    await turnAnyway(lead)
    await sees(lead, 'Jullie kunnen nog niet verder')
    await press(lead, 'Naar de volgende stap')
    await sees(lead, /minstens twee verklaringen/)
    await assertSound(lead)
    await henk.page.goto(at)
    await openLater(henk.page)
    await henk.page.fill('[name=explanation-text]', 'Hij spaart met een bijbaan.')
    await choose(henk.page, 'Ja, een gewone')
    await press(henk.page, 'Leg deze verklaring neer')
    await lead.goto(at)
    await press(lead, 'Naar de volgende stap')

    // Decision: a sharper question, what happens, who, before when, and who hears what.
    await sees(milan.page, /Stap 5 van 5/)
    await opens(lead, () =>
      lead.getByRole('link', { name: 'Schrijf op wat jullie besluiten' }).click(),
    )
    await assertSound(lead)
    await press(lead, 'Sluit af met dit besluit')
    await assertSound(lead)
    await lead.fill('[name=question]', 'Hoe komt hij aan zijn geld?')
    await lead.locator('label', { hasText: 'Er is meer zorg nodig' }).click()
    await lead.fill('[name=agreement]', 'Milan praat met hem.')
    await lead.selectOption('[name=owner]', { label: 'Milan Proefpersoon' })
    await lead.fill('[name=due-day]', '4')
    await lead.fill('[name=due-month]', '12')
    await lead.fill('[name=due-year]', '2026')
    await lead.fill('[name=told-pupil]', 'Milan wil vrijdag met je praten.')
    await lead.fill('[name=told-parents]', 'De mentor belt donderdag.')
    await press(lead, 'Sluit af met dit besluit')
    for (const { page } of [samira, milan, fenna]) {
      await sees(page, 'Hoe komt hij aan zijn geld?')
      await assertSound(page)
    }
    await henk.page.goto(at)
    await sees(henk.page, 'De mentor belt donderdag.')
    await assertFits(henk.page)

    for (const { leave } of everybody) await leave()
  })

  it('on paper first, typed in afterwards', async () => {
    const { page, leave } = await sitDown(stage, 'Samira Denkbeeld', desk)
    await page.goto('/intervisie/methoden/niet-pluis/blad')
    await assertSound(page)
    await page.goto('/intervisie/papier')
    await page.locator('label', { hasText: 'Niet pluis' }).click()
    await page.locator('label', { hasText: 'Een groep' }).click()
    await page.fill('[name=topic]', 'De groep bij de brug')
    await press(page, 'Verder')
    await assertSound(page)
    await page.fill('[name=fact-own]', 'Elke dag om vier uur\nDrie nieuwe scooters')
    await page.fill('[name=explanation-innocent]', 'Ze spreken daar af na school')
    await page.fill('[name=explanation-other]', 'Iemand haalt ze daar op')
    await page.fill('[name=question]', 'Wie kent deze groep goed?')
    await page.locator('label', { hasText: 'Naar het ondersteuningsteam' }).click()
    await page.fill('[name=agreement]', 'Ruben vraagt het de jongerenwerker.')
    await page.selectOption('[name=owner]', { label: 'Ruben Schets' })
    await page.fill('[name=due-day]', '1')
    await page.fill('[name=due-month]', '12')
    await page.fill('[name=due-year]', '2026')
    await page.fill('[name=told-pupil]', 'Nog niets: we weten niet wie het zijn.')
    await page.fill('[name=told-parents]', 'Nog niets, om dezelfde reden.')
    await press(page, 'Bewaar deze intervisie')
    await sees(page, 'Wie kent deze groep goed?')
    await page.locator('summary', { hasText: 'Aanleiding' }).click()
    await sees(page, 'Drie nieuwe scooters')
    await assertSound(page)
    await leave()
  })
})
