import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { opens, tabTo } from './explorer.ts'
import { aStage, asPerson, assertSound, choose, phone, withoutScripts } from './served-app.ts'

// Milan Proefpersoon is a mentor who does not exist. It is ten past four, he stands in a corridor.

const stage = aStage()

const milan = 'Milan Proefpersoon'

const told = {
  nl: {
    start: '/signalen/nieuw',
    noDanger: 'Nee, niet op dit moment',
    yesDanger: 'Ja, er is nu gevaar',
    pupil: 'Een leerling of jongere',
    subject: 'Kwetal Verzonnen',
    story: 'Kwetal heeft ineens twee telefoons. Geen contant geld gezien.',
    wrong: 'Kies of je het zelf zag',
    own: 'Ja, zelf gezien of gehoord',
    kept: 'Bewaard',
    phones: 'Gebruikt twee of meer telefoons',
    yes: 'Ja',
    readers: 'Alleen de zorgcoördinatoren',
    receipt: 'Je signaal is vastgelegd',
    denied: 'Je schrijft dat dit er juist niet was',
    call: 'Bel eerst 112',
  },
  en: {
    start: '/en/signalen/nieuw',
    noDanger: 'No, not at this moment',
    yesDanger: 'Yes, there is danger now',
    pupil: 'A pupil or young person',
    subject: 'Kwetal Invented',
    story: 'Kwetal suddenly has two phones. Not seen with large amounts of cash.',
    wrong: 'Choose whether you saw it yourself',
    own: 'Yes, I saw or heard it myself',
    kept: 'Saved',
    phones: 'Uses two or more phones',
    yes: 'Yes',
    readers: 'The care coordinators only',
    receipt: 'Your signal is recorded',
    denied: 'You write that this was not the case',
    call: 'Call 112 first',
  },
} as const

const send = (page: Page) =>
  opens(page, () => page.locator('main button.button[type=submit]').first().click())
const isSave = (path: string) => path.endsWith('/bewaar')
const heading = (page: Page) => page.locator('h1').first().textContent()

async function writeItDown(page: Page, t: (typeof told)[keyof typeof told]): Promise<void> {
  await page.goto(t.start)
  await choose(page, t.noDanger)
  await send(page)
  await choose(page, t.pupil)
  await page.fill('[name=subject]', t.subject)
  await page.fill('[name=narrative]', t.story)
}

for (const language of ['nl', 'en'] as const) {
  const t = told[language]

  describe(`a mentor records on a phone, in ${language}`, () => {
    it('with one wrong field: nothing typed is lost, and the way to mend it has the focus', async () => {
      await asPerson(stage, milan, phone, async (page) => {
        await writeItDown(page, t)
        await assertSound(page)
        await send(page)
        await assertSound(page)
        const summary = page.locator('.error-summary')
        assert.ok(await summary.evaluate((each) => each === document.activeElement))
        assert.match((await page.title()) ?? '', /^(Fout|Error): /)
        assert.equal(await page.inputValue('[name=subject]'), t.subject)
        assert.equal(await page.inputValue('[name=narrative]'), t.story)
        await summary.locator('a', { hasText: t.wrong }).click()
        assert.equal(
          await page.evaluate(() => document.activeElement?.getAttribute('name')),
          'origin',
        )
        await choose(page, t.own)
        await send(page)

        await assertSound(page)
        const candidate = page.locator('.candidate', { hasText: t.phones })
        await candidate.locator('label', { hasText: new RegExp(`^${t.yes}$`) }).click()
        assert.ok(await page.locator('.candidate', { hasText: t.denied }).first().isVisible())
        await choose(page, t.readers)
        await send(page)

        await assertSound(page)
        assert.match((await page.locator('main').textContent()) ?? '', new RegExp(t.phones))
        await send(page)
        assert.equal(await heading(page), t.receipt)
        await assertSound(page)
      })
    })

    it('hears about 112 first when there is danger now', async () => {
      await asPerson(stage, milan, phone, async (page) => {
        await page.goto(t.start)
        await choose(page, t.yesDanger)
        await send(page)
        assert.equal(await heading(page), t.call)
        assert.equal(await page.locator('main a').first().getAttribute('href'), 'tel:112')
        await assertSound(page)
      })
    })
  })
}

describe('a mentor on a phone', () => {
  const t = told.nl

  it('sends the page at once: nothing older is sent after it', async () => {
    await asPerson(stage, milan, phone, async (page) => {
      await writeItDown(page, t)
      await choose(page, t.own)
      const asked: { readonly method: string; readonly path: string }[] = []
      await page.getByText(t.kept, { exact: true }).waitFor()
      await page.fill('[name=narrative]', `${t.story} `)
      page.on('request', (request) =>
        asked.push({ method: request.method(), path: new URL(request.url()).pathname }),
      )
      await send(page)
      // On a slow machine the pause in typing is over before the click: a save before the page is right.
      const sent = asked.findIndex(({ method, path }) => method === 'POST' && !isSave(path))
      assert.ok(sent >= 0)
      assert.deepEqual(
        asked.slice(sent).filter(({ path }) => isSave(path)),
        [],
      )
    })
  })

  it('closes the laptop halfway and finds every word again', async () => {
    await asPerson(stage, milan, phone, async (page) => {
      await writeItDown(page, t)
      await page.getByText(t.kept, { exact: true }).waitFor()
      const address = page.url()
      await page.goto('about:blank')
      await page.goto(address)
      assert.equal(await page.inputValue('[name=narrative]'), t.story)
      assert.equal(await page.inputValue('[name=subject]'), t.subject)
    })
  })

  it('records without scripts, and then no script is sent at all', async () => {
    await asPerson(stage, milan, withoutScripts, async (page) => {
      const scripts: string[] = []
      page.on('request', (request) => {
        if (request.resourceType() === 'script') scripts.push(request.url())
      })
      await writeItDown(page, t)
      await opens(page, () => page.locator('a[href*="herkenning=uit"]').click())
      assert.equal(await page.locator('script').count(), 0)
      await choose(page, t.pupil)
      await page.fill('[name=subject]', t.subject)
      await page.fill('[name=narrative]', t.story)
      await choose(page, t.own)
      await send(page)
      assert.ok(await page.locator('.candidate', { hasText: t.phones }).isVisible())
      await choose(page, t.readers)
      await send(page)
      await send(page)
      assert.equal(await heading(page), t.receipt)
      assert.deepEqual(scripts, [])
    })
  })
})

describe('by keyboard alone', () => {
  it('a mentor gets from the menu to a receipt', async () => {
    const t = told.nl
    await asPerson(stage, milan, phone, async (page) => {
      const press = async (selector: string, key = 'Enter') => {
        await tabTo(page, selector, 120)
        await page.keyboard.press(key)
      }
      await press('nav a[href="/signalen/nieuw"]')
      await page.waitForURL('**/nieuw')
      await press('[name=danger]', 'Space')
      await press('main button[type=submit]')
      await page.waitForURL('**/wat')
      await press('[name=about]', 'Space')
      await tabTo(page, '[name=subject]')
      await page.keyboard.type(t.subject)
      await tabTo(page, '[name=narrative]')
      await page.keyboard.type(t.story)
      await press('[name=origin]', 'Space')
      await press('main button[type=submit]')
      await page.waitForURL('**/signalen')
      await press('[name=readers]', 'Space')
      await press('main button[type=submit]')
      await page.waitForURL('**/controleer')
      await press('main button[type=submit]')
      await page.waitForURL('**/ontvangst')
      assert.equal(await heading(page), t.receipt)
    })
  })
})
