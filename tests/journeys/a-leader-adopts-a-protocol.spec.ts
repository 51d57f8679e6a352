import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { opens } from './explorer.ts'
import { aStage, asPerson, assertSound, desk, phone } from './served-app.ts'

// Bram Decor makes the example the protocol of a school that does not exist.

const stage = aStage()

const press = (page: Page, name: string) =>
  opens(page, () => page.getByRole('button', { name }).first().click())
const follow = (page: Page, name: string) =>
  opens(page, () => page.locator('main').getByRole('link', { name }).first().click())

describe('a school leader adopts a protocol', () => {
  it('changes one step, reads what is still open, and puts it in force', async () => {
    await asPerson(stage, 'Bram Decor', desk, async (page) => {
      await page.goto('/protocol')
      await assertSound(page)
      await follow(page, 'Maak er jullie eigen protocol van')
      await press(page, 'Begin een concept')
      await assertSound(page)
      await follow(page, 'Haal de gemeente erbij')
      await page.getByLabel('Wie kun je bereiken').fill('Rosa Regie, gemeente Waterrade')
      await press(page, 'Bewaar')
      await page.goto('/protocol/aanpassen')
      await follow(page, 'Naar vaststellen')
      await assertSound(page)
      await press(page, 'Stel vast')
      await page.getByText('Editie 1, geldt sinds').waitFor()
      await page.goto('/protocol/verschillen')
      await page.getByText('Rosa Regie, gemeente Waterrade').waitFor()
      await assertSound(page)
    })
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`jumps to a step on a phone, and can read every word (${colorScheme})`, async () => {
      const device = { ...phone, colorScheme }
      await asPerson(stage, 'Lotte Doealsof', device, async (page) => {
        await page.goto('/protocol')
        await assertSound(page)
        await page.getByRole('link', { name: 'Naar de stappen' }).click()
        await page.locator('nav').getByRole('link', { name: 'Bel CoMensha' }).click()
        assert.match(page.url(), /#comensha$/)
        assert.ok(await page.locator('#comensha').isVisible())
      })
    })
  }
})
