import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import {
  aSession,
  type ServedHouse,
  servedHouse,
} from '#capabilities/recognition/a-public-house.ts'
import { barriersOn } from '#tests/axe.ts'
import { launchBrowser } from '#tests/browser-binary.ts'
import { assertFits, opens, tabTo } from './explorer.ts'

// Mila Verzonnen teaches at a school that does not exist. At ten past four something still bothers her.

let browser: Browser
let house: ServedHouse

before(async () => {
  house = await servedHouse()
  browser = await launchBrowser()
})

after(async () => {
  await browser.close()
  await house.close()
})

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true }

/** A browser of one person, closed when the story is over. */
async function someone(
  options: Parameters<Browser['newContext']>[0],
  story: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ baseURL: house.origin, ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (line) => {
    if (line.type() === 'error') complaints.push(line.text())
  })
  try {
    await story(page, context)
    assert.deepEqual(complaints, [])
  } finally {
    await context.close()
  }
}

const ready = (page: Page) => page.waitForSelector('form[data-ready]')
const finding = (page: Page, words: string) => page.locator('.finding', { hasText: words })

const tellings = {
  nl: {
    begin: '/',
    explore: '/verken',
    typed: 'Kwetal draagt ineens dure kleding. Kwetal spijbelt niet.',
    words: 'dure kleding',
    denied: 'Je schrijft dat dit er juist niet was.',
    innocent: 'een cadeau gekregen',
    ticked: 'Draagt opvallend veel contant geld',
    category: 'Telefoon en online',
    stays: 'Je tekst blijft op dit apparaat',
  },
  en: {
    begin: '/en',
    explore: '/en/verken',
    typed: 'Kwetal suddenly wears expensive clothes. Kwetal does not skip class.',
    words: 'expensive clothes',
    denied: 'You write that this was not so.',
    innocent: 'got a present',
    ticked: 'Carries or spends unusually large amounts of cash',
    category: 'Phone and online',
    stays: 'Your text stays on this device',
  },
} as const

for (const language of ['nl', 'en'] as const) {
  const told = tellings[language]

  describe(`a teacher explores, in ${language}`, () => {
    it('by keyboard alone, from a worry to whom to call', async () => {
      await someone(phone, async (page) => {
        await page.goto(told.begin)
        await assertFits(page)
        assert.deepEqual(await barriersOn(page), [])
        await tabTo(page, 'textarea')
        await page.keyboard.type(told.typed)
        await tabTo(page, 'button.door__link')
        await page.keyboard.press('Enter')

        await page.waitForURL(`**${told.explore}`)
        await ready(page)
        assert.equal(await page.inputValue('textarea'), told.typed)
        assert.match((await page.textContent('[data-where]')) ?? '', new RegExp(told.stays))
        const first = finding(page, told.words).first()
        assert.match((await first.locator('q').first().textContent()) ?? '', /\w+ \w+/)
        assert.ok(await page.getByText(told.denied).first().isVisible())

        await tabTo(page, '.finding summary')
        await page.keyboard.press('Enter')
        assert.ok(await page.getByText(told.innocent, { exact: true }).first().isVisible())

        await tabTo(page, 'a[href="tel:112"]')
        const firstStep = page.locator('.what-now__step').first()
        assert.equal(await firstStep.locator('a').getAttribute('href'), 'tel:112')
        await assertFits(page)
        assert.deepEqual(await barriersOn(page), [])
      })
    })

    it('sees the words underlined exactly where they were typed, and what was open stays open', async () => {
      await someone(phone, async (page) => {
        await page.goto(told.explore)
        await ready(page)
        await page.locator('textarea').pressSequentially(told.typed)
        const [mark] = await page.locator('.paper mark').allTextContents()
        assert.ok(mark?.includes(told.words), mark)
        const sizes = await page.evaluate(() =>
          [...document.querySelectorAll('.paper > *')].map((each) => [
            each.clientWidth,
            each.clientHeight,
            getComputedStyle(each).font,
            getComputedStyle(each).padding,
          ]),
        )
        assert.deepEqual(sizes[0], sizes[1])
        await page.locator('.finding summary').first().click()
        await page.locator('textarea').pressSequentially(' .')
        assert.ok(await page.getByText(told.innocent, { exact: true }).first().isVisible())
      })
    })

    it('ticks what was seen when words fail', async () => {
      await someone(phone, async (page) => {
        await page.goto(told.explore)
        await ready(page)
        await page.locator('summary', { hasText: told.category }).click()
        await assertFits(page)
        const label = page.locator('.choice__label:visible').first()
        const wording = await label.textContent()
        await label.click()
        assert.equal(await page.locator('.finding h3').first().textContent(), wording)
        assert.deepEqual(await barriersOn(page), [])
      })
    })

    it('without scripts reads the same on a page from the server', async () => {
      await someone({ ...phone, javaScriptEnabled: false }, async (page) => {
        await page.goto(told.begin)
        await page.fill('textarea', told.typed)
        await opens(page, () => page.locator('button.door__link').first().click())
        assert.equal(new URL(page.url()).pathname, told.explore)
        assert.equal(new URL(page.url()).search, '')
        assert.equal(await page.inputValue('textarea'), told.typed)
        const [mark] = await page.locator('.typed-text mark').allTextContents()
        assert.ok(mark?.includes(told.words), mark)
        assert.ok(await page.getByText(told.denied).first().isVisible())
      })
    })

    it('gets the same findings from the browser as from the server', async () => {
      const read = async (javaScriptEnabled: boolean) => {
        let findings: string[] = []
        await someone({ ...phone, javaScriptEnabled }, async (page) => {
          await page.goto(told.explore)
          if (javaScriptEnabled) await ready(page)
          await page.fill('textarea', told.typed)
          if (!javaScriptEnabled) {
            await opens(page, () => page.locator('button[type=submit]').first().click())
          }
          findings = await page
            .locator('.finding')
            .evaluateAll((list) => list.map((each) => each.outerHTML))
        })
        return findings
      }
      const fromBrowser = await read(true)
      assert.ok(fromBrowser.length > 1)
      assert.deepEqual(fromBrowser, await read(false))
    })
  })
}

describe('what was typed', () => {
  it('is in no request at all, nor in what the tab keeps', async () => {
    const before = house.received().length
    const requests: string[] = []
    await someone({}, async (page, context) => {
      context.on('request', (request) => {
        requests.push(
          `${request.url()} ${request.postData() ?? ''} ${JSON.stringify(request.headers())}`,
        )
      })
      await page.goto('/')
      await page.fill('textarea', tellings.nl.typed)
      await page.locator('button.door__link').first().click()
      await ready(page)
      await page.locator('textarea').pressSequentially(' Kwetal spijbelt veel.')
      await page.locator('button[type=submit]').first().click()
      await page.locator('.finding summary').first().click()
      const opened = page.waitForEvent('popup')
      await page.locator('.finding a').first().click()
      await (await opened).waitForURL('**/kennis/signalen/*')
      assert.match(await page.inputValue('textarea'), /Kwetal spijbelt veel/)
      await page.locator('.language-switch').click()
      await page.waitForURL('**/en/verken')
      await ready(page)
      assert.match(await page.inputValue('textarea'), /Kwetal spijbelt veel/)
      assert.ok(await finding(page, 'dure kleding').first().isVisible())
      const kept = await page.evaluate(async () => {
        const names = await caches.keys()
        return JSON.stringify([names, { ...sessionStorage }, { ...localStorage }, document.cookie])
      })
      assert.doesNotMatch(kept, /Kwetal/)
    })
    const received = JSON.stringify(house.received().slice(before))
    assert.ok(requests.length > 10)
    assert.match(received, /kennis\/signalen/)
    assert.doesNotMatch(received, /Kwetal|POST/)
    assert.doesNotMatch(requests.join('\n'), /Kwetal/)
    assert.doesNotMatch(house.logged(), /Kwetal/)
  })
})

describe('the calm pages', () => {
  for (const path of ['/onder-druk', '/en/onder-druk', '/verken/ouder', '/en/verken/ouder']) {
    it(`${path} fits a phone and has no barriers, in the light and in the dark`, async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await someone({ ...phone, colorScheme }, async (page) => {
          await page.goto(path)
          await assertFits(page)
          assert.deepEqual(await barriersOn(page), [])
        })
      }
    })
  }

  it('let a young person leave at once, without a way back', async () => {
    await someone(phone, async (page) => {
      let elsewhere = ''
      await page.route('https://nl.wikipedia.org/', (route) => {
        elsewhere = route.request().url()
        return route.fulfill({ contentType: 'text/html', body: '<title>Elders</title>' })
      })
      await page.goto('/onder-druk')
      await page.waitForLoadState('networkidle')
      await page.locator('[data-quick-exit]').click()
      await page.waitForURL('https://nl.wikipedia.org/')
      assert.equal(elsewhere, 'https://nl.wikipedia.org/')
      assert.equal(await page.evaluate(() => history.length), 2)
    })
  })
})

describe('without a network', () => {
  const keptPages = async (page: Page) =>
    page.evaluate(async () => {
      const names = await caches.keys()
      const cache = await caches.open(names.find((name) => name.startsWith('oogmerk')) ?? '')
      return (await cache.keys()).map(({ url }) => new URL(url).pathname)
    })
  const untilKept = async (page: Page, path: string) => {
    const kept = () => page.evaluate(async (wanted) => Boolean(await caches.match(wanted)), path)
    for (let tries = 0; tries < 200 && !(await kept()); tries++) await page.waitForTimeout(50)
    assert.ok(await kept(), `${path} is not kept`)
  }

  it('Verken still recognises after one visit, and the page for young people opens', async (t) => {
    const own = await servedHouse()
    t.after(own.close)
    await someone({ baseURL: own.origin }, async (page) => {
      await page.goto('/verken')
      await ready(page)
      await untilKept(page, '/kennis')
      await own.close()

      await page.reload()
      await ready(page)
      await page.locator('textarea').pressSequentially(tellings.nl.typed)
      assert.ok(await finding(page, tellings.nl.words).first().isVisible())
      await page.goto('/onder-druk')
      assert.equal(await page.locator('h1').textContent(), 'Word jij onder druk gezet?')
      await page.goto('/kennis/signalen/SCH-01')
      assert.equal(await page.locator('h1').textContent(), 'Je bent nu offline')
    })
  })

  it('a signal that was read before can be read again', async (t) => {
    const own = await servedHouse()
    t.after(own.close)
    await someone({ baseURL: own.origin }, async (page) => {
      await page.goto('/verken')
      await ready(page)
      await untilKept(page, '/kennis')
      await page.goto('/kennis/signalen/MON-01')
      const heading = await page.locator('h1').textContent()
      await untilKept(page, '/kennis/signalen/MON-01')
      await own.close()
      await page.reload()
      assert.equal(await page.locator('h1').textContent(), heading)
    })
  })

  it('what an older version kept is thrown away, and what is not ours is left alone', async () => {
    await someone({}, async (page) => {
      await page.goto('/verken/offline')
      await page.evaluate(() =>
        Promise.all([caches.open('oogmerk-public-older'), caches.open('x')]),
      )
      await page.goto('/verken')
      await ready(page)
      await untilKept(page, '/kennis')
      const names = await page.evaluate(() => caches.keys())
      assert.equal(names.length, 2)
      assert.ok(names.includes('x') && !names.includes('oogmerk-public-older'))
    })
  })

  it('nothing is kept of somebody who is signed in, and nothing but public pages', async () => {
    const before = house.received().length
    await someone({}, async (page, context) => {
      await context.addCookies([{ name: 'oogmerk', value: aSession, url: house.origin }])
      await page.goto('/verken')
      await ready(page)
      await untilKept(page, '/kennis')
      await page.goto('/verken')
      assert.match((await page.textContent('header')) ?? '', /Noor Voorbeeld/)
      const paths = await keptPages(page)
      assert.ok(paths.includes('/verken'))
      assert.deepEqual(
        paths.filter((path) => !/^\/(assets\/.*|verken.*|onder-druk|kennis)?$/.test(path)),
        [],
      )
      const names = await page.evaluate(async () => {
        const names = await caches.keys()
        const cache = await caches.open(names.find((name) => name.startsWith('oogmerk')) ?? '')
        const pages = await Promise.all((await cache.matchAll()).map((answer) => answer.text()))
        return pages.filter((text) => text.includes('Noor Voorbeeld')).length
      })
      assert.equal(names, 0)
    })
    const forKeeping = house
      .received()
      .slice(before)
      .filter(({ url, headers }) => !url.includes('/assets/') && !headers.includes('"navigate"'))
      .filter(({ url }) => /(verken|onder-druk|kennis|verken-bewaren\.json)$/.test(url))
    assert.ok(forKeeping.length > 0)
    for (const { headers } of forKeeping) assert.doesNotMatch(headers, /cookie/)
  })
})
