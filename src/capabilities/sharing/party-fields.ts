import { button } from '#design/button/button.ts'
import { details } from '#design/details/details.ts'
import { type Html, html } from '#design/html.ts'
import { select } from '#design/select/select.ts'
import { text } from '#design/text/text.ts'
import type { OrganisationKind } from '#platform/actor.ts'
import type { Language } from '#platform/language.ts'
import type { FoundParties } from './party-search.ts'
import { t } from './words.ts'

export type KindNamer = (kind: OrganisationKind, language: Language) => string

/**
 * Looking for an organisation, inside the form in which it is chosen: whatever else was typed in that form goes along
 * and comes back. First in the form, so that Enter looks and sends nothing. Folded while all that there are stand below.
 */
export function searchFields(
  language: Language,
  { kinds, search, parties, next }: FoundParties,
  kindName: KindNamer,
): Html {
  const words = t(language).finder
  const choices = kinds
    .map((value) => ({ value, label: kindName(value, language) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language))
  const searching = search.kind !== '' || search.part !== ''
  return html`${details({
    summary: words.title,
    open: searching || next !== undefined,
    content: html`<section role="search" aria-label="${words.title}">
${select(language, { name: 'find-kind', label: words.kind, value: search.kind, filled: true, choices: [{ value: '', label: words.everyKind }, ...choices] })}
${text(language, { name: 'find-name', label: words.name, kind: 'search', value: search.part, optional: true, maxlength: 100 })}
${button({ text: words.button, look: 'secondary', name: 'find', value: 'first' })}
</section>`,
  })}
${parties.length === 0 ? html`<p>${words.none}</p>` : ''}`
}

/** The next page of what was found; nothing on the last one. */
export const nextParties = (language: Language, { next }: FoundParties): Html =>
  next === undefined
    ? html``
    : html`<p>${t(language).finder.more}</p>
${button({ text: t(language).finder.next, look: 'secondary', name: 'find', value: next })}`
