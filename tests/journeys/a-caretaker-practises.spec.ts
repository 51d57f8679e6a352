import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { opens, tabTo } from './explorer.ts'
import { aStage, asPerson, assertSound, phone, withoutScripts } from './served-app.ts'

// Henk Verzonnen reads about a pupil who does not exist, and hears that what he thought was not so.

const stage = aStage()

const press = (page: Page, name: string) =>
  opens(page, () => page.getByRole('button', { name, exact: true }).click())

describe('practising with a story', () => {
  it('somebody who is not signed in reads a story on a phone without scripts, and gets feedback', async () => {
    const context = await stage.browser.newContext({ baseURL: stage.app.origin, ...withoutScripts })
    const page = await context.newPage()
    try {
      await page.goto('/')
      await opens(page, () => page.getByRole('link', { name: /Oefen met een verhaal/ }).click())
      await opens(page, () =>
        page.getByRole('link', { name: 'Drie keer naar het fietsenhok' }).click(),
      )
      await press(page, 'Lees verder')
      await press(page, 'Hier stop ik even')
      await page.getByText('Trekt na afwezigheid aandacht').click()
      await page.getByLabel('In je eigen woorden').fill('Hij schrok toen ik zwaaide.')
      await press(page, 'Ga verder')
      await press(page, 'Vorig fragment')
      // What was said is still there.
      await press(page, 'Hier stop ik even')
      assert.equal(
        await page.getByLabel('In je eigen woorden').inputValue(),
        'Hij schrok toen ik zwaaide.',
      )
      await press(page, 'Ga verder')
      await press(page, 'Lees verder')
      await press(page, 'Lees verder')
      await press(page, 'Lees hoe het afloopt')
      const main = await page.locator('main').innerText()
      assert.match(main, /Je stopte hier, en er was iets te zien/)
      assert.match(main, /De onschuldige uitleg was de ware/)
      assert.match(main, /Wat is er bewaard\?\s+Niets/)
      assert.doesNotMatch(main, /punten|score|geslaagd|\d+ van \d+/i)
    } finally {
      await context.close()
    }
  })

  it('somebody signed in does the same by keyboard, and keeps a note for himself', async () => {
    await asPerson(stage, 'Henk Verzonnen', phone, async (page) => {
      await page.goto('/oefenen/verhaal/mentor-sneakers')
      for (let left = 4; left > 0; left -= 1) {
        await assertSound(page)
        await tabTo(page, 'button[value=next]')
        await opens(page, () => page.keyboard.press('Enter'))
      }
      await press(page, 'Lees hoe het afloopt')
      await assertSound(page)
      await page.getByLabel('Wat neem je mee').fill('Vraag eerst hoe het gaat.')
      await press(page, 'Bewaar voor mezelf')
      await assertSound(page)
      assert.match(await page.locator('main').innerText(), /Vraag eerst hoe het gaat\./)
    })
  })
})
