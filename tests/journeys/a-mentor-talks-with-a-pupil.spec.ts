import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { aCase } from '#capabilities/cases/a-case.ts'
import { aConversationDesk } from '#capabilities/conversations/a-conversation.ts'
import { somebody } from '#tests/an-app.ts'
import { assertFits, opens } from './explorer.ts'
import {
  aStage,
  asPerson,
  assertSound as assertSoundWithScripts,
  choose,
  phone,
  withoutScripts,
} from './served-app.ts'

// Milan Proefpersoon prepares a talk with a pupil who does not exist, holds it, and turns the screen.

let caseId: string
const stage = aStage(async (app) => {
  const { cases } = aConversationDesk(app.house)
  const circle = [somebody('milan-proefpersoon')]
  caseId = await aCase(app.house, cases, somebody('samira-denkbeeld'), { circle })
})

/** The look for barriers is a script itself. */
let scripts = true
const assertSound = (page: Page): Promise<void> =>
  scripts ? assertSoundWithScripts(page) : assertFits(page)

const milan = 'Milan Proefpersoon'

const press = (page: Page, name: string | RegExp) =>
  opens(page, () => page.getByRole('button', { name }).first().click())
const follow = (page: Page, name: string) =>
  opens(page, () => page.locator('main, aside').getByRole('link', { name }).first().click())
const fill = (page: Page, name: string, words: string) =>
  page.locator(`[name="${name}"]`).fill(words)

const devices: Readonly<Record<string, BrowserContextOptions>> = {
  'on a phone': phone,
  'with scripts off': withoutScripts,
}

/** From an empty form to what was said, written down. */
async function prepareAndHold(page: Page): Promise<void> {
  await page.goto(`/casussen/${caseId}/gesprek`)
  await assertSound(page)
  await follow(page, 'Bereid een gesprek voor')
  await assertSound(page)
  await press(page, 'Bewaar de voorbereiding')
  assert.match(await page.title(), /^Fout:/)
  await choose(page, 'Dat weet ik niet')
  await choose(page, 'Nog niet, dat doe ik eerst')
  await fill(page, 'goal', 'Weten hoe het gaat.')
  await page.locator('summary', { hasText: 'Opening' }).click()
  await choose(page, 'Hoe gaat het met je, echt?')
  await press(page, 'Bewaar de voorbereiding')
  await assertSound(page)
  await follow(page, 'Blad voor op tafel')
  await assertSound(page)
  await follow(page, 'Terug naar het gesprek')
  await follow(page, 'Schrijf op hoe het ging')
  await assertSound(page)
  for (const [part, value] of [
    ['day', '23'],
    ['month', '11'],
    ['year', '2026'],
  ] as const) {
    await fill(page, `held-${part}`, value)
  }
  await fill(page, 'present', 'De jongere en ik.')
  await page.locator('label[for="secrecy"]').click()
  await fill(page, 'secrecyWords', 'Ik kan niet alles geheim houden.')
  await fill(page, 'quote-1', 'Ik moest die tas wegbrengen.')
  await fill(page, 'summary', 'Je vertelde over een tas.')
  await fill(page, 'told', 'Niemand anders.')
  await press(page, 'Bewaar het verslag')
  await assertSound(page)
}

for (const [how, device] of Object.entries(devices)) {
  describe(`a talk with a pupil, ${how}`, () => {
    it('is prepared, held, read and corrected by the pupil, and closed into the file', () =>
      asPerson(stage, milan, device, async (page) => {
        scripts = device !== withoutScripts
        await prepareAndHold(page)
        const own = new URL(page.url()).pathname
        await follow(page, 'Laat de jongere het lezen')
        await assertSound(page)
        await press(page, 'Draai het scherm naar de jongere')
        await assertSound(page)
        assert.equal(new URL(page.url()).pathname, `${own}/lezen`)

        // The pupil goes back, and back again, and finds nothing of the file.
        for (let tap = 0; tap < 4; tap++) {
          await page.goBack()
          assert.equal(new URL(page.url()).pathname, `${own}/lezen`)
          assert.equal(await page.getByText('die tas').count(), 0)
        }
        await assertSound(page)
        await press(page, 'Verder lezen')

        await page.locator('summary', { hasText: 'Zo bedoelde ik het niet' }).first().click()
        await page.locator('textarea').first().fill('Ik wilde het niet.')
        await press(page, 'Zet mijn woorden erbij')
        await assertSound(page)
        assert.equal(await page.getByText('Ik wilde het niet.').count(), 1)

        await follow(page, 'Klaar met lezen')
        await assertSound(page)
        // One tap too many leads nowhere: the way to the file is behind a question.
        assert.equal(await page.getByRole('button', { name: /terug naar mijn werk/ }).count(), 0)
        await page.locator('summary', { hasText: 'Ben jij degene' }).click()
        await press(page, /terug naar mijn werk/)
        assert.equal(new URL(page.url()).pathname, own)

        await follow(page, 'Sluit af in het dossier')
        await assertSound(page)
        await choose(page, 'De jongere zei')
        await press(page, 'Sluit het gesprek af')
        await assertSound(page)
        assert.equal(await page.getByText('afgesloten', { exact: true }).count(), 1)
      }))
  })
}

describe('a talk with a pupil, where somebody comes in', () => {
  it('is left at once, and going back shows no word of it', () =>
    asPerson(stage, milan, phone, async (page) => {
      scripts = true
      await page.route('https://nl.wikipedia.org/**', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Elders</title>' }),
      )
      await prepareAndHold(page)
      await follow(page, 'Laat de jongere het lezen')
      await press(page, 'Draai het scherm naar de jongere')
      await page.locator('[data-quick-exit]').click()
      await page.waitForURL('https://nl.wikipedia.org/')
      await page.goBack()
      assert.equal(await page.getByText('die tas').count(), 0)
      assert.equal(await page.getByText('Er is hier nu niets te zien.').count(), 1)
    }))
})
