import { type Html, html } from '#design/html.ts'
import { tag } from '#design/tag/tag.ts'
import { fullDay } from '#platform/dates.ts'
import type { Language } from '#platform/language.ts'
import type { Edition } from './edition.ts'
import type { Knowledge } from './knowledge.ts'
import type { Mark } from './provenance.ts'
import { t } from './words-on-screen.ts'

type Provenance = { readonly mark: Mark; readonly sources: readonly string[] }

/** Where a text comes from, in one short line of phrasing. */
export function origin(
  knowledge: Pick<Knowledge, 'findSource'>,
  language: Language,
  { mark, sources }: Provenance,
): Html {
  const words = t(language)
  const titles = sources.map((key) => knowledge.findSource(key)?.title ?? key).join('; ')
  if (mark === 'general-knowledge')
    return html`<span class="quiet">${words.generalKnowledge}</span>`
  if (mark === 'sourced') return html`<span class="quiet">${words.source}: ${titles}</span>`
  return titles === ''
    ? tag(words.own)
    : html`<span class="quiet">${words.ownAfter}: ${titles}</span>`
}

/** Every source with what kind it is and where it was found. */
export const sourceList = (
  knowledge: Knowledge,
  language: Language,
  keys: readonly string[],
): Html =>
  html`<ul>${keys.map((key) => {
    const source = knowledge.findSource(key)
    if (!source) return ''
    const kind = knowledge.nameOfSourceKind(source.kind)
    return html`<li>${source.title}${kind ? html` (${kind[language]})` : ''}<br><span class="quiet">${source.address}</span></li>`
  })}</ul>`

/**
 * Under which edition something was done, from the code that was kept with it. The packs hold one edition:
 * of another one only its code is known.
 */
export const editionName = (
  language: Language,
  { id, title, published }: Edition,
  kept: string,
): string => {
  const words = t(language)
  return kept === id
    ? words.edition(title[language], fullDay(language, published))
    : words.otherEdition(kept)
}

export const editionLine = (language: Language, { title, published }: Edition): Html =>
  html`<p class="quiet">${t(language).edition(title[language], fullDay(language, published))}</p>`
