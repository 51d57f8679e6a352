import { alert } from '#design/alert/alert.ts'
import { button } from '#design/button/button.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { places } from '#design/page/places.ts'
import { isSecretField, listOf, type Typed } from '#platform/form.ts'
import type { HouseContext } from '#platform/http/house-env.ts'
import { typedIn } from '#platform/http/read-request.ts'
import { words as t } from '#platform/http/words.ts'
import { type Language, link } from '#platform/language.ts'
import { isFormWithParts } from '#platform/upload/read-parts.ts'

/** What the program itself put in a form, and what may not stand in a page again. */
const unwanted = (name: string): boolean => /^(naar|csrf)$/i.test(name) || isSecretField(name)
/** Not typed by anybody, but it must come along. */
const silent = /^key$/

/** `emptied`: something that was typed may not stand in a page again, and has to be typed once more. */
type HeldFields = { readonly typed: Typed; readonly emptied: boolean }

/** What somebody sent while they were no longer let through; nothing when it was no form. */
export async function heldFields(c: HouseContext): Promise<HeldFields | undefined> {
  if (c.req.method !== 'POST') return undefined
  try {
    const typed = await typedIn(c)
    const names = Object.keys(typed)
    return {
      typed: Object.fromEntries(Object.entries(typed).filter(([name]) => !unwanted(name))),
      emptied: names.some((name) => isSecretField(name) && listOf(typed, name).some(Boolean)),
    }
  } catch {
    return undefined
  }
}

export const holdsAnything = (typed: Typed): boolean =>
  Object.keys(typed).some((name) => !silent.test(name) && listOf(typed, name).some(Boolean))

type Held = HeldFields & {
  readonly why: 'sign-in' | 'step-up'
  readonly path: string
  /** a file may have come along, and no page can hold one */
  readonly withFile: boolean
}

/** A form in which a file can be sent: those are the only ones with parts. */
export const mayHoldFile = (c: HouseContext): boolean =>
  isFormWithParts(c.req.header('content-type'))

/**
 * The same form once more, ready to be sent again after proving in another window who one is. It is
 * kept nowhere but in this page.
 */
export function heldFormPage(
  language: Language,
  { why, path, typed, emptied, withFile }: Held,
): PageParts {
  const words = t(language).held
  const { title, way } = words[why]
  const to = why === 'sign-in' ? places.signIn : places.confirm
  const href = `${link(language, to)}?naar=${encodeURIComponent(places.proven)}`
  const stories = Object.keys(typed)
    .flatMap((name) => listOf(typed, name))
    .filter((value) => /\S\s+\S/.test(value))
  return {
    title,
    content: html`<h1 class="heading-1">${title}</h1>
${alert(language, {
  kind: 'info',
  content: html`<p>${withFile ? words.withoutFile : emptied ? words.notSentEmptied : words.notSent}</p>
<ol><li><a href="${href}" target="_blank" rel="noopener">${way}</a>.</li>
<li>${withFile ? words.chooseAgain : words.comeBack}</li></ol>`,
})}
${form({
  action: link(language, path),
  content: html`${Object.keys(typed).map((name) => held(name, listOf(typed, name)))}
${stories.length > 0 ? html`<h2 class="heading-2">${words.typed}</h2>` : ''}
${stories.map((value) => html`<p class="panel story">${value}</p>\n`)}
${button({ text: withFile ? words.goOn : words.again })}`,
})}`,
  }
}

/** Boxes may share a name, hidden fields may not. */
function held(name: string, values: readonly string[]): Html {
  if (values.length === 1) return html`<input type="hidden" name="${name}" value="${values[0]}">`
  return html`${values.map(
    (value) => html`<input type="checkbox" name="${name}" value="${value}" checked hidden>`,
  )}`
}
