import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { type Acts, noActs, type Seconds, timeOf } from './counted-acts.ts'
import { opens } from './explorer.ts'
import { pick } from './one-pupil.ts'
import { aStage, asPerson, assertSound, phone, withoutScripts } from './served-app.ts'

// Bo Baliezijde is an officer at the desk who does not exist. A young person was just brought in.

const stage = aStage()
const bo = 'Bo Baliezijde'

const told = {
  nl: { list: '/aanhoudingen', name: 'Kwetal Verzonnen', because: 'Een ander belt steeds.' },
  en: { list: '/en/aanhoudingen', name: 'Kwetal Invented', because: 'Somebody keeps calling.' },
} as const

/** Chosen by us to be rather slow: a question is read with what else it can be. */
const seconds: Seconds = { page: 10, question: 9, tap: 2, key: 0.4 }
const threeMinutes = 180

/** From the list to the look that was kept; counts every act, and waits for each page before the next. */
async function lookAtTheDesk(
  page: Page,
  t: (typeof told)[keyof typeof told],
  check: () => Promise<void> = async () => {},
): Promise<Acts> {
  const acts = noActs()
  const turn = async (act: () => Promise<unknown>) => {
    acts.tap += 1
    acts.page += 1
    await opens(page, act)
    await check()
  }
  const submit = () => page.locator('main form.form button[type=submit]').last().click()
  const write = async (name: string, words: string) => {
    acts.tap += 1
    acts.key += words.length
    await page.locator(`[name="${name}"]`).fill(words)
  }

  await page.goto(t.list)
  acts.page += 1
  await turn(() => page.locator('main a[href$="/aanhoudingen/nieuw"]').first().click())
  // The moment is filled in already: now. The one choice that must be made can be unknown.
  await pick(page, 'offence', 'unknown')
  acts.question += 1
  await turn(submit)
  await turn(() => page.locator('main a[href$="/kijk"]').first().click())
  const questions = await page.locator('.look-question input[type=radio][value=seen]').all()
  assert.ok(questions.length > 0 && questions.length <= 8)
  for (const [at, question] of questions.entries()) {
    const answer = at % 3 === 0 ? 'seen' : at % 3 === 1 ? 'not-seen' : 'unknown'
    await pick(page, (await question.getAttribute('name')) ?? '', answer)
    acts.question += 1
  }
  await pick(page, 'further', 'yes')
  acts.question += 1
  await write('because', t.because)
  await turn(submit)
  return acts
}

for (const language of ['nl', 'en'] as const) {
  const t = told[language]

  describe(`the look at the desk, on a phone, in ${language}`, () => {
    it('takes so few acts that it fits in three minutes, from a new arrest to the look that is kept', async (context) => {
      await asPerson(stage, bo, phone, async (page) => {
        const acts = await lookAtTheDesk(page, t, () => assertSound(page))
        assert.match(new URL(page.url()).pathname, /\/aanhoudingen\/[0-9a-f-]+$/)
        const kept = await page.locator('main').textContent()
        assert.ok(kept?.includes(t.because))
        context.diagnostic(
          `${JSON.stringify(acts)}: ${timeOf(acts, seconds)} seconds (${language})`,
        )
        assert.ok(timeOf(acts, seconds) < threeMinutes, `${timeOf(acts, seconds)} seconds`)
      })
    })
  })
}

describe('the look at the desk', () => {
  it('takes no act more without scripts', async () => {
    const counted: Acts[] = []
    for (const device of [phone, withoutScripts]) {
      await asPerson(stage, bo, device, async (page) => {
        counted.push(await lookAtTheDesk(page, told.nl))
      })
    }
    assert.deepEqual(counted[0], counted[1])
  })
})
