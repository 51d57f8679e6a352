import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { aCase, aDesk } from '#capabilities/cases/a-case.ts'
import { somebody } from '#tests/an-app.ts'
import { opens, tabTo } from './explorer.ts'
import { aStage, asPerson, assertSound, choose, desk, phone, withoutScripts } from './served-app.ts'

// Samira Denkbeeld looks for help for a pupil who does not exist, and Lina Luisterend says what there is.

const stage = aStage()

const press = (page: Page, name: string) =>
  opens(page, () => page.getByRole('button', { name, exact: true }).click())
const follow = (page: Page, name: string) =>
  opens(page, () => page.locator('main, aside').getByRole('link', { name }).first().click())

describe('finding and arranging help', () => {
  it('somebody who is not signed in finds help on a phone without scripts, and shares the address', async () => {
    const context = await stage.browser.newContext({ baseURL: stage.app.origin, ...withoutScripts })
    const page = await context.newPage()
    try {
      await page.goto('/kennis')
      await follow(page, 'Welke hulp er is')
      await page.getByLabel('Leeftijd').fill('10')
      await page.getByLabel('Waar zoek je hulp bij?').selectOption('anger')
      await press(page, 'Bekijk wat past')
      assert.match(page.url(), /vraag=anger&leeftijd=10/)
      const item = page.locator('.link-list__item', { hasText: 'Alles Kidzzz' })
      assert.match(await item.innerText(), /past: je vraag, de leeftijd/)
      await opens(page, () => item.getByRole('link').click())
      await page.getByText('goede aanwijzingen voor effectiviteit, 2 november 2018').waitFor()
    } finally {
      await context.close()
    }
  })

  for (const [device, options] of [
    ['a desk', desk],
    ['a phone', phone],
    ['a phone without scripts', withoutScripts],
  ] as const) {
    it(`a coordinator goes from finding to looking back on ${device}`, async () => {
      const caseId = await aCase(
        stage.app.house,
        aDesk(stage.app.house),
        somebody('samira-denkbeeld'),
      )
      await asPerson(stage, 'Samira Denkbeeld', options, async (page) => {
        const sound = () => ('javaScriptEnabled' in options ? undefined : assertSound(page))
        await page.goto(`/casussen/${caseId}/hulp`)
        await sound()
        await follow(page, 'Zoek passende hulp')
        await page.getByLabel('In welke gemeente of regio?').selectOption('Waterrade')
        await press(page, 'Bekijk wat past')
        await sound()
        await opens(page, () =>
          page
            .locator('tr', { hasText: 'Alleen jij bepaalt' })
            .getByRole('link', { name: 'Stel dit voor' })
            .click(),
        )
        await page.getByText('Jongeren bij elkaar zetten kan schaden').waitFor()
        await page.getByText('Dit programma stuurt niets naar de aanbieder').waitFor()
        await sound()
        // What was typed stays when something is missing.
        await page.getByLabel('Op welke vraag is dit een antwoord?').fill('Ik wil weer voetballen.')
        await press(page, 'Leg het voorstel vast')
        await page.getByText('Lees wat bij Let op staat').first().waitFor()
        assert.equal(
          await page.getByLabel('Op welke vraag is dit een antwoord?').inputValue(),
          'Ik wil weer voetballen.',
        )
        await sound()
        await choose(page, 'Ik heb gelezen')
        await choose(page, 'van de jongere zelf')
        await page
          .getByLabel('Wat moet er anders zijn?')
          .fill('Elke week naar training\nEén volwassene die belt')
        await press(page, 'Leg het voorstel vast')
        await page.getByText('0 dagen sinds het voorstel, nog niet afgesproken').waitFor()
        await sound()
        await follow(page, 'Leg vast wat zij zeiden')
        await choose(page, 'Nee')
        const said = page.locator('fieldset', { hasText: 'Wat zei de jongere?' })
        await said.locator('label', { hasText: /^Wil dit$/ }).click()
        await page.getByLabel('In de woorden van de jongere').fill('Ik wil het proberen.')
        const parents = page.locator('fieldset', { hasText: 'Wat zeiden de ouders?' })
        await parents.locator('label', { hasText: /^Wil dit$/ }).click()
        await page.getByLabel('In hun woorden').fill('Goed.')
        await sound()
        await press(page, 'Leg de afspraak vast')
        await follow(page, 'De hulp is begonnen')
        await sound()
        await press(page, 'Leg het begin vast')
        await follow(page, 'Schrijf op hoe het gaat')
        await choose(page, 'van de aanbieder')
        await page.getByLabel('Wat hoorde of zag je?').fill('Twee keer geweest.')
        await press(page, 'Bewaar dit verslag')
        await follow(page, 'De hulp is afgelopen')
        await choose(page, 'het was klaar')
        await press(page, 'Leg het einde vast')
        await follow(page, 'Kijk terug op de doelen')
        await sound()
        for (const goal of ['Elke week naar training', 'Eén volwassene die belt']) {
          await page
            .locator('fieldset', { hasText: goal })
            .locator('label', { hasText: 'deels' })
            .click()
        }
        await page.getByLabel('Wat vindt de jongere zelf?').fill('Ik ga weer.')
        await press(page, 'Leg de evaluatie vast')
        await page.getByText('Ik ga weer.').waitFor()
        await page.getByRole('heading', { level: 1 }).getByText('geëvalueerd').waitFor()
        await sound()
      })
    })
  }

  it('a youth worker says with the keyboard alone what is on offer, and everybody sees it', async () => {
    await asPerson(stage, 'Lina Luisterend', desk, async (page) => {
      await page.goto('/aanbod')
      await tabTo(page, 'a[href="/aanbod/nieuw"]')
      await opens(page, () => page.keyboard.press('Enter'))
      await tabTo(page, '#intervention')
      await page.keyboard.type('Stop Nu')
      await tabTo(page, '#municipality')
      await page.keyboard.press('Control+A')
      await page.keyboard.type('Proefoord')
      await tabTo(page, '#places')
      await page.keyboard.type('5')
      await tabTo(page, '#contactFunction')
      await page.keyboard.type('Aanmeldpunt')
      await tabTo(page, '#contactWay')
      await page.keyboard.type('bel het aanmeldpunt')
      await opens(page, () => page.keyboard.press('Enter'))
      assert.match(page.url(), /\/aanbod$/)
      await assertSound(page)
      await page.setViewportSize({ width: 360, height: 740 })
      for (const path of ['/en/aanbod', '/en/kennis/hulp/aanbod', '/en/kennis/hulp']) {
        await page.goto(path)
        await assertSound(page)
      }
    })
    const answer = await stage.app.aStranger().get('/kennis/hulp/aanbod?gemeente=Proefoord')
    assert.match(answer.body, /Stop Nu Ander Plan/)
    assert.match(answer.body, /5 plekken, opgegeven op/)
  })
})
