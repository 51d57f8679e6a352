import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { aList, answered, aSurveyDesk, questionnaireName } from '#capabilities/research/a-wave.ts'
import { somebody } from '#tests/an-app.ts'
import { type Acts, noActs, type Seconds, timeOf } from './counted-acts.ts'
import { opens } from './explorer.ts'
import { fill, fillDay, pick, press } from './one-pupil.ts'
import { aStage, asPerson, assertSound, desk, phone, withoutScripts } from './served-app.ts'

// Wies Waarneming and Fien Frequentie are researchers who do not exist, and ask three hundred schools that do not either. Two of them
// answer here on a phone, one of them with scripts off; the others answer by the same acts, without a browser.

const stage = aStage()
const wies = 'Wies Waarneming'
const fien = 'Fien Frequentie'
const researcher = somebody('wies-waarneming')

/** Our own choice, rather slow: on most pages is one question, which is where its reading is counted. */
const seconds: Seconds = { page: 4, question: 9, tap: 2, key: 0.6 }
const fourMinutes = 240

/** With the code from the letter to the thanks. */
async function answer(
  page: Page,
  code: string,
  look: (page: Page) => Promise<void>,
): Promise<Acts> {
  const acts = noActs()
  const turn = async (act: () => Promise<unknown>) => {
    acts.tap += 1
    acts.page += 1
    await opens(page, act)
    await look(page)
  }
  await page.goto('/onderzoek')
  acts.page += 1
  await page.locator('[name=code]').fill(code)
  acts.tap += 1
  acts.key += code.length
  await turn(() => page.locator('main form button[type=submit]').first().click())
  while (new URL(page.url()).pathname.includes('/vragen/')) {
    const names = await page.$$eval('main input[type=radio], main input[type=checkbox]', (all) =>
      new Set(all.map((one) => (one as HTMLInputElement).name)).values().toArray(),
    )
    for (const name of names) {
      const first = page.locator(`main input[name="${name}"]`).first()
      await pick(page, name, (await first.getAttribute('value')) ?? '')
      acts.question += 1
    }
    await turn(() => page.locator('main button[name=go][value=next]').click())
  }
  await turn(() => page.locator('main form button[type=submit]').first().click())
  return acts
}

describe('a survey among three hundred schools', () => {
  it('from the lists to what everybody reads; and a school answers on a phone in four minutes', async (context) => {
    let codes: string[][] = []
    let wave = ''
    await asPerson(stage, wies, desk, async (page) => {
      await page.goto('/metingen')
      await opens(page, () => page.getByRole('link', { name: 'Nieuwe meting' }).click())
      await fill(page, { title: 'Reis langs driehonderd scholen' })
      await pick(page, 'questionnaire', questionnaireName)
      await fillDay(page, 'closesOn', '2027-03-01')
      await press(page, 'Begin deze meting')
      wave = new URL(page.url()).pathname.split('/').at(-1) ?? ''
      for (const [kind, count, letters] of [
        ['vo', 240, 'V'],
        ['po', 120, 'P'],
      ] as const) {
        await pick(page, 'kind', kind)
        await page.locator('main input[type=file]').setInputFiles({
          name: `${kind}.csv`,
          mimeType: 'text/csv',
          buffer: aList(count, letters),
        })
        await press(page, 'Voeg toe')
      }
      await assertSound(page)
      // More than there are is refused, and what was typed is still there.
      await fill(page, { seed: 'zonnig en droog', size: '361' })
      await press(page, 'Trek')
      await page.getByText('Zoveel kan niet').first().waitFor()
      assert.equal(await page.locator('[name=seed]').inputValue(), 'zonnig en droog')
      await fill(page, { size: '300' })
      await press(page, 'Trek')
      const halfOn = async (screen: Page, place: string) => {
        await press(screen, `Maak de ${place} helft`)
        await assertSound(screen)
        return (await screen.locator('main code').innerText()).replaceAll(' ', '')
      }
      const one = await halfOn(page, 'eerste')
      let other = ''
      await asPerson(stage, fien, phone, async (screen) => {
        await screen.goto(`/metingen/${wave}`)
        other = await halfOn(screen, 'tweede')
        await opens(screen, () => screen.getByRole('link', { name: 'Typ je helft terug' }).click())
        await assertSound(screen)
        // The half of a colleague is not hers.
        await fill(screen, { secret: one })
        await press(screen, 'Typ je helft terug')
        await screen.getByText('Dit is niet jouw helft').first().waitFor()
        await fill(screen, { secret: other })
        await press(screen, 'Typ je helft terug')
        await screen.getByText('De meting begint als beide helften').waitFor()
      })
      await page.goto(`/metingen/${wave}/begin`)
      await fill(page, { secret: one })
      await press(page, 'Typ je helft terug')
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Maak codes voor brieven' }).click(),
      ])
      const lines = (await readFile(await download.path(), 'utf8')).trim().split(/\r?\n/).slice(1)
      codes = lines.map((line) => line.split(';').map((cell) => cell.replaceAll('"', '')))
      assert.equal(codes.length, 300)
      await page.goto(`/metingen/${wave}`)
      await page.getByText('0 van de 300 gekozen scholen antwoordden').waitFor()
      await assertSound(page)

      const [first = [], second = [], ...others] = codes
      const noLook = async () => {}
      for (const [device, school, look] of [
        [phone, first, assertSound],
        [withoutScripts, second, noLook],
      ] as const) {
        const there = await stage.browser.newContext({ baseURL: stage.app.origin, ...device })
        try {
          const acts = await answer(await there.newPage(), school.at(-1) ?? '', look)
          const time = timeOf(acts, seconds)
          context.diagnostic(`${JSON.stringify(acts)}: ${time} seconds`)
          assert.ok(time < fourMinutes, `${time} seconds`)
        } finally {
          await there.close()
        }
      }
      const { house } = stage.app
      const survey = aSurveyDesk(house)
      const { organisationId } = researcher
      for (const [at, school] of others.slice(0, 148).entries()) {
        const code = (school.at(-1) ?? '').replaceAll('-', '')
        const said = { worried: at % 3 === 0 ? 'no' : 'yes' }
        assert.equal(
          await answered(house, survey, { organisationId, wave, code }, said),
          'submitted',
        )
      }

      await page.goto(`/metingen/${wave}`)
      await page.getByText('150 van de 300 gekozen scholen antwoordden').waitFor()
      await pick(page, 'close', 'yes')
      await press(page, 'Sluit de meting')
      await opens(page, () => page.getByRole('link', { name: 'Open de enveloppen' }).click())
      await assertSound(page)
      await fill(page, { 'secret-one': one, 'secret-other': other })
      await press(page, 'Open de enveloppen')
      await page.getByText('De enveloppen zijn geopend.').waitFor()
      await opens(page, () => page.getByRole('link', { name: 'Bekijk de uitkomsten' }).click())
      await page.getByText('Van de 300 gekozen scholen antwoordden er 150').waitFor()
      await assertSound(page)
      await pick(page, 'publish', 'yes')
      await press(page, 'Publiceer')
    })

    const there = await stage.browser.newContext({ baseURL: stage.app.origin, ...phone })
    const page = await there.newPage()
    await page.goto('/kennis/onderzoek')
    const title = 'Reis langs driehonderd scholen'
    await opens(page, () => page.locator('main').getByRole('link', { name: title }).first().click())
    await page.getByText('Van de 300 gekozen scholen antwoordden er 150').waitFor()
    await assertSound(page)
    await there.close()
  })
})
