import type { Page } from 'playwright-core'
import { opens } from './explorer.ts'
import { choose } from './served-app.ts'

/** What people do with one pupil, from the first signal on; each leaves the page where the next begins. */

export const press = (page: Page, name: string): Promise<void> =>
  opens(page, () => page.getByRole('button', { name, exact: true }).first().click())

export const follow = (page: Page, name: string): Promise<void> =>
  opens(page, () => page.locator('main, aside').getByRole('link', { name }).first().click())

export async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, words] of Object.entries(fields)) {
    await page.locator(`[name="${name}"]`).fill(words)
  }
}

/** Chooses an answer as a thumb does, on its words; found by what it means in every language. */
export async function pick(page: Page, name: string, value: string): Promise<void> {
  const id = await page.locator(`input[name="${name}"][value="${value}"]`).getAttribute('id')
  await page.locator(`label[for="${id}"]`).click()
}

/** `day` is an ISO date. */
export const fillDay = (page: Page, name: string, day: string): Promise<void> => {
  const [year = '', month = '', date = ''] = day.split('-')
  return fill(page, { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year })
}

/** A mentor writes down what stood out. */
export async function recordSignal(page: Page, subject: string): Promise<void> {
  const send = () =>
    opens(page, () => page.locator('main button.button[type=submit]').first().click())
  await page.goto('/signalen/nieuw')
  await pick(page, 'danger', 'no')
  await send()
  await pick(page, 'about', 'pupil')
  await fill(page, { subject, narrative: 'Kwam met een tweede telefoon en moest steeds even weg.' })
  await pick(page, 'origin', 'own')
  await send()
  await pick(page, 'readers', 'coordinators')
  await send()
  await send()
  await page.getByRole('heading', { name: 'Je signaal is vastgelegd' }).waitFor()
}

/** A coordinator brings it into a new case with this mentor in the circle; answers the path of the case. */
export async function openCase(page: Page, subject: string, mentor: string): Promise<string> {
  await page.goto('/wachtrij')
  await opens(page, () => page.locator('tr', { hasText: subject }).locator('a').first().click())
  await follow(page, 'Neem op in een casus')
  await choose(page, 'In een nieuwe casus')
  await press(page, 'Verder')
  await fill(page, { name: subject, question: 'Wat is er nodig zodat het weer goed gaat?' })
  await press(page, 'Open de casus')
  const path = new URL(page.url()).pathname
  await follow(page, 'Naar de kring')
  await follow(page, 'Zet iemand in de kring')
  await page.selectOption('[name=colleague]', { label: mentor })
  await fill(page, { reason: 'Ziet deze leerling elke dag.' })
  await press(page, 'Zet in de kring')
  await page.goto(path)
  return path
}
