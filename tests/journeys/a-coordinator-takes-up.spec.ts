import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { aRecording, aSignal } from '#capabilities/signals/a-recording.ts'
import { somebody } from '#tests/an-app.ts'
import { opens } from './explorer.ts'
import { aStage, asPerson, assertSound, choose, desk, phone, withoutScripts } from './served-app.ts'

// Samira Denkbeeld coordinates care at a school that does not exist, and begins her day.

const stage = aStage()

const milan = 'Milan Proefpersoon'
const samira = 'Samira Denkbeeld'
const recorded = (subject: string) =>
  aSignal(stage.app.house, aRecording(stage.app.house), somebody('milan-proefpersoon'), { subject })

const press = (page: Page, name: string) =>
  opens(page, () => page.getByRole('button', { name }).click())
const follow = (page: Page, name: string) =>
  opens(page, () => page.locator('main, aside').getByRole('link', { name }).first().click())
const openSignal = (page: Page, subject: string) =>
  opens(page, () => page.locator('tr', { hasText: subject }).locator('a').first().click())

const told = {
  nl: {
    queue: '/wachtrij',
    mine: '/signalen',
    takeUp: 'Pak op',
    ask: 'Stel een vraag',
    send: 'Stuur de vraag',
    empty: 'Schrijf hier iets op',
    question: 'Was er nog iemand bij?',
    asked: 'Er is een vraag aan je gesteld',
    answer: 'Beantwoord de vraag',
    sendAnswer: 'Stuur het antwoord',
    finish: 'Rond af',
    outcome: 'Er is een gewone verklaring',
    state: 'Afgerond',
  },
  en: {
    queue: '/en/wachtrij',
    mine: '/en/signalen',
    takeUp: 'Take up',
    ask: 'Ask a question',
    send: 'Send the question',
    empty: 'Write something here',
    question: 'Was anybody else there?',
    asked: 'You were asked a question',
    answer: 'Answer the question',
    sendAnswer: 'Send the answer',
    finish: 'Finish',
    outcome: 'There is an ordinary explanation',
    state: 'Finished',
  },
} as const

for (const language of ['nl', 'en'] as const) {
  const t = told[language]

  describe(`a coordinator takes up, in ${language}`, () => {
    it('asks back, hears the answer and finishes; the reporter follows every step', async () => {
      const subject = `Kwetal ${language}`
      await recorded(subject)

      await asPerson(stage, samira, desk, async (page) => {
        await page.goto(t.queue)
        await assertSound(page)
        await openSignal(page, subject)
        await assertSound(page)
        await press(page, t.takeUp)
        await follow(page, t.ask)
        await press(page, t.send)
        assert.ok(await page.getByText(t.empty).first().isVisible())
        await assertSound(page)
        await page.fill('[name=words]', t.question)
        await press(page, t.send)
        assert.ok(await page.getByText(t.question).first().isVisible())
      })

      await asPerson(stage, milan, phone, async (page) => {
        await page.goto(t.mine)
        await assertSound(page)
        await openSignal(page, subject)
        assert.ok(await page.getByText(t.asked).isVisible())
        await assertSound(page)
        await follow(page, t.answer)
        await page.fill('[name=words]', 'Kwetals neef.')
        await press(page, t.sendAnswer)
        await assertSound(page)
      })

      await asPerson(stage, samira, withoutScripts, async (page) => {
        await page.goto(`${t.queue}?stand=taken-up`)
        await openSignal(page, subject)
        assert.ok(await page.getByText('Kwetals neef.').isVisible())
        await follow(page, t.finish)
        await choose(page, t.outcome)
        await page.fill('[name=words]', 'De neef bracht een kapotte telefoon.')
        await press(page, t.finish)
        assert.equal(await page.locator('h1 .tag').textContent(), t.state)
      })

      await asPerson(stage, milan, phone, async (page) => {
        await page.goto(t.mine)
        const row = page.locator('tr', { hasText: subject })
        assert.equal(await row.locator('.tag').textContent(), t.state)
      })
    })
  })
}

describe('two signals about one pupil', () => {
  it('are put together by the coordinator, and can be separated again', async () => {
    await recorded('Zelfde Leerling')
    await recorded('zelfde leerling')
    await asPerson(stage, samira, desk, async (page) => {
      await page.goto('/wachtrij')
      await press(page, 'Zet gekozen signalen bij elkaar')
      assert.ok(await page.getByText('Kies twee of meer signalen').first().isVisible())
      await assertSound(page)
      for (const row of await page.locator('tr', { hasText: /zelfde leerling/i }).all()) {
        await row.locator('.choice').click()
      }
      await press(page, 'Zet gekozen signalen bij elkaar')
      assert.ok(await page.getByText('Door een collega bij elkaar gezet').isVisible())
      await assertSound(page)
      await press(page, 'Maak dit signaal los')
      assert.equal(await page.getByText('Door een collega bij elkaar gezet').count(), 0)
    })
  })
})

describe('somebody without a queue', () => {
  it('is told so, in a page that says nothing has changed', async () => {
    await asPerson(stage, milan, phone, async (page) => {
      const answer = await page.goto('/wachtrij')
      assert.equal(answer?.status(), 403)
      await assertSound(page)
    })
  })
})
