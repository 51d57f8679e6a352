import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { type Language, link } from '#platform/language.ts'
import { opens } from './explorer.ts'
import { fill, pick } from './one-pupil.ts'
import { choose } from './served-app.ts'

/** What people of several organisations do with one another, by what a page means and not by its words. */

export const goTo = async (page: Page, language: Language, path: string): Promise<number> =>
  (await page.goto(link(language, path)))?.status() ?? 0

/** The button of the form that goes there; looking for an organisation stands before it. */
export const send = (page: Page, action: string): Promise<void> =>
  opens(page, () =>
    page.locator(`main form[action*="${action}"] button:not([name=find])`).first().click(),
  )

/** Sharing begins at a file; asking for an answer begins with a button of its own, or a form. */
const beginSharing = (page: Page, asks: boolean): Promise<void> => {
  const form = 'form[action$="/delen/nieuw"]'
  const buttons = asks
    ? `${form} button[name=vraagt], ${form}:has(input[name=vraagt]) button`
    : `${form}:not(:has(input[name=vraagt])) button:not([name=vraagt])`
  return opens(page, () => page.locator(buttons).first().click())
}

export const open = (page: Page, href: string): Promise<void> =>
  opens(page, () =>
    page.locator(`main a[href*="${href}"], aside a[href*="${href}"]`).first().click(),
  )

/** The path of this page, without the language. */
export const pathOf = (page: Page): string =>
  new URL(page.url()).pathname.replace(/^\/en(?=\/)/, '')

export const idOf = (page: Page): string => /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? ''

/** Goes back to a page until the carrier brought these words there. */
export async function whenThere(page: Page, words: string): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) {
    const there = page.locator('main', { hasText: words })
    if ((await there.count()) > 0) return
    await page.waitForTimeout(700)
    await opens(page, () => page.reload())
  }
  assert.fail(`'${words}' never came to ${page.url()}.`)
}

/** Looks for the one organisation of this kind, and chooses it. */
export async function chooseParty(
  page: Page,
  { kind, field, value }: { kind: string; field: string; value: string },
): Promise<void> {
  const looking = page.locator('[name=find-kind]')
  if (!(await looking.isVisible()))
    await page.locator('details:has([name=find-kind]) summary').click()
  await looking.selectOption(kind)
  await opens(page, () => page.locator('button[name=find]').first().click())
  await page.selectOption(`[name=${field}]`, value)
}

export type Delivery = {
  /** how what is chosen reads */
  readonly facts: readonly string[]
  readonly kind: string
  /** organisation and role */
  readonly to: string
  /** what the other is asked to answer */
  readonly asks?: string
  readonly aim: string
  readonly road: string
  readonly answers: Readonly<Record<string, string>>
  readonly words: Readonly<Record<string, string>>
}

/** From the page of a file to what was delivered; answers how the delivery is called. */
export async function deliver(
  page: Page,
  language: Language,
  { facts, kind, to, asks = '', aim, road, answers, words }: Delivery,
): Promise<string> {
  await beginSharing(page, asks !== '')
  for (const fact of facts) await choose(page, fact)
  await send(page, '/feiten')
  await chooseParty(page, { kind, field: 'recipient', value: to })
  await pick(page, 'aim', aim)
  await pick(page, 'language', language)
  await send(page, '/ontvanger')
  await pick(page, 'road', road)
  await send(page, '/grond')
  for (const [question, answer] of Object.entries(answers))
    await pick(page, `q-${question}`, answer)
  await fill(
    page,
    Object.fromEntries(Object.entries(words).map(([question, said]) => [`q-${question}`, said])),
  )
  if (asks !== '') await fill(page, { question: asks })
  await send(page, '/grond')
  assert.equal(
    await page.locator('.error-summary').count(),
    0,
    await page.locator('main').innerText(),
  )
  for (const fact of facts) await page.locator('.delivery', { hasText: fact }).first().waitFor()
  await send(page, '/leveren')
  return /D-\w{4}-\w{4}/.exec(await page.locator('main').innerText())?.[0] ?? ''
}

/** What came, as soon as it is there. */
async function openReceived(page: Page, language: Language, reference: string): Promise<void> {
  await goTo(page, language, '/ontvangen')
  await whenThere(page, reference)
  await opens(page, () => page.locator('main a', { hasText: reference }).first().click())
}

/** Whoever holds the role takes it up, and is then on its page. */
export async function accept(page: Page, language: Language, reference: string): Promise<void> {
  await openReceived(page, language, reference)
  await send(page, '/aannemen')
}

/** Into an own file, found by a part of its name. */
export async function take(page: Page, fact: string, file: string): Promise<void> {
  const option = (field: string, text: string) =>
    page.locator(`select[name=${field}] option`, { hasText: text }).first().getAttribute('value')
  await page.selectOption('[name=item]', (await option('item', fact)) ?? '')
  await page.selectOption('[name=file]', (await option('file', file)) ?? '')
  await send(page, '/overnemen')
}
