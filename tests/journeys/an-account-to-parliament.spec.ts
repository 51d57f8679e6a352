import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { aLetter } from '#capabilities/papers/a-paper.ts'
import { commandHere } from '#tests/a-command.ts'
import { opens } from './explorer.ts'
import { fill, follow, pick, press } from './one-pupil.ts'
import { aStage, asPerson, assertSound, desk, phone, sitDown } from './served-app.ts'

// Bas Briefhoofd is a clerk of a ministry that does not exist. He reads the letter of 30 June 2020, writes the next one
// with two other ministries, and a citizen looks up what stands behind a number.

const stage = aStage()
const bas = 'Bas Briefhoofd'
const others = ['Lotje Lesbrief', 'Wim Welzijn']

/** The real letter where it is at hand; elsewhere one of the same build, of which everything is invented. */
const real = new URL('../../../shared/data/kamerstuk-29240-120.txt', import.meta.url).pathname
const paperFile = async () => ({
  name: 'brief.txt',
  mimeType: 'text/plain',
  buffer: existsSync(real) ? await readFile(real) : Buffer.from(aLetter()),
})

/** Sends the paper, says which it is, and decides on every find. */
async function readThePaper(page: Page): Promise<void> {
  await page.goto('/verantwoording/stukken')
  await page.locator('input[type=file]').setInputFiles({
    name: 'half.xml',
    mimeType: 'application/xml',
    buffer: Buffer.from('<?xml version="1.0"?><kamerstuk><dossier>'),
  })
  await press(page, 'Lees dit stuk')
  await page.locator('.error-summary').waitFor()
  await page.locator('input[type=file]').setInputFiles(await paperFile())
  await press(page, 'Lees dit stuk')
  const paper = new URL(page.url()).pathname
  await assertSound(page)
  await follow(page, 'Welk stuk dit is')
  await press(page, 'Zo is het')
  await opens(page, () => page.getByRole('button', { name: /^Bevestig \d+ namen/ }).click())
  const open = page.getByRole('link', { name: /^Bekijk en beslis/ })
  let left = await open.count()
  assert.ok(left >= 3, `${left} finds to decide on`)
  while (left > 0) {
    await opens(page, () => open.first().click())
    await press(page, 'Bevestig')
    await page.goto(paper)
    const now = await open.count()
    assert.ok(now < left, 'what was decided waits no longer')
    left = now
  }
  await page.goto('/verantwoording/punten')
  assert.ok((await page.locator('main tbody tr').count()) >= 3)
  await assertSound(page)
}

/** A letter with three figures in its text; answers its address. */
async function writeTheLetter(page: Page): Promise<string> {
  await untilThere(page, '/kennis/cijfers', /^Cijfer van/)
  await page.goto('/verantwoording/brieven')
  await follow(page, 'Begin een brief')
  await fill(page, { title: 'Verzonnen brief van deze reis', dossiers: '29240\n29911' })
  await press(page, 'Begin de brief')
  const letter = new URL(page.url()).pathname
  for (const at of [1, 2, 3]) {
    await page.goto(`${letter}/cijfers`)
    await page.selectOption('[name=figure]', { index: at })
    await press(page, 'Bind dit cijfer')
  }
  await page.goto(letter)
  await opens(page, () => page.locator('main a[href*="/stukken/"]').first().click())
  await fill(page, {
    heading: 'Aanleiding',
    text: 'Wij tellen {cijfer 1}, {cijfer 2} en {cijfer 9}.',
  })
  await press(page, 'Bewaar')
  // A figure that was not bound is held back, and what was typed is still there.
  await page.locator('.error-summary').waitFor()
  assert.match(await page.locator('[name=text]').inputValue(), /cijfer 9/)
  await fill(page, { text: 'Wij tellen {cijfer 1}, {cijfer 2} en {cijfer 3}.' })
  await press(page, 'Bewaar')
  return letter
}

async function approve(page: Page): Promise<void> {
  await page.goto('/verantwoording/brieven')
  await opens(page, () =>
    page.locator('a[href*="/brieven/ontvangen/"]', { hasText: 'deze reis' }).click(),
  )
  await assertSound(page)
  await pick(page, 'answer', 'approved')
  await press(page, 'Stuur het antwoord')
  await page.getByText('Jullie antwoord is verstuurd.').first().waitFor()
}

/** Comes again until it is there: what goes between organisations takes a moment. */
async function untilThere(page: Page, path: string, text: string | RegExp): Promise<void> {
  for (let turn = 0; turn < 400; turn += 1) {
    await page.goto(path)
    if ((await page.locator('main').getByText(text).count()) > 0) return
  }
  assert.fail(`${path} never says ${text}`)
}

describe('an account to Parliament', () => {
  it('from a letter that is read to a number that a citizen follows', async () => {
    let letter = ''
    const clerk = await sitDown(stage, bas, desk)
    await readThePaper(clerk.page)
    letter = await writeTheLetter(clerk.page)
    await clerk.page.goto(`${letter}/rondsturen`)
    for (const box of await clerk.page.locator('main input[type=checkbox]').all()) {
      await clerk.page.locator(`label[for="${await box.getAttribute('id')}"]`).click()
    }
    await press(clerk.page, 'Stuur rond')
    await assertSound(clerk.page)
    for (const [at, name] of others.entries()) {
      await asPerson(stage, name, at === 0 ? desk : phone, async (page) => {
        await untilThere(page, '/verantwoording/brieven', /deze reis/)
        await approve(page)
      })
    }
    const { page } = clerk
    await untilThere(page, letter, 'Iedereen die gevraagd is, is akkoord met deze tekst.')
    await follow(page, 'Kijk of de brief vastgesteld kan worden')
    await press(page, 'Stel de brief vast')
    await press(page, 'Publiceer de brief')
    await assertSound(page)
    await clerk.leave()

    const there = await stage.browser.newContext({ baseURL: stage.app.origin, ...phone })
    const citizen = await there.newPage()
    await citizen.goto('/kennis/brieven')
    await opens(citizen, () =>
      citizen.getByRole('link', { name: 'Verzonnen brief van deze reis' }).click(),
    )
    await assertSound(citizen)
    const own = citizen.url()
    const files: string[] = []
    const folder = await mkdtemp(join(tmpdir(), 'oogmerk-letter-'))
    for (const format of ['bewijs', 'pdf', 'docx', 'odt']) {
      const answer = await there.request.get(
        (await citizen.locator(`a[href$="/bestanden/${format}"]`).getAttribute('href')) ?? '',
      )
      assert.equal(answer.status(), 200, format)
      const file = join(folder, `brief.${format === 'bewijs' ? 'json' : format}`)
      await writeFile(file, await answer.body())
      files.push(file)
    }
    const checked = await commandHere(['verify-letter', ...files], process.env)
    assert.equal(checked.status, 0, checked.said + checked.complained)
    const [evidence = ''] = files
    await writeFile(evidence, (await readFile(evidence, 'utf8')).replace('deze reis', 'deze Reis'))
    assert.equal((await commandHere(['verify-letter', ...files], process.env)).status, 1)
    await rm(folder, { recursive: true })

    // From the number in the text to what was counted, by whom and what not.
    await citizen.goto(own)
    await opens(citizen, () =>
      citizen.locator('.letter-paper a[href*="/kennis/cijfers/"]').first().click(),
    )
    await assertSound(citizen)
    assert.match(new URL(citizen.url()).pathname, /^\/kennis\/cijfers\//)
    await citizen
      .getByText(/\d+ van de \d+ organisaties/)
      .first()
      .waitFor()
    await there.close()
  })
})
