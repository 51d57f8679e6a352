import type { KindNamer } from '#capabilities/sharing/index.ts'
import { type Html, html } from '#design/html.ts'
import { summaryList } from '#design/summary-list/summary-list.ts'
import type { Language } from '#platform/language.ts'
import type { Edition } from './edition.ts'
import { t } from './words.ts'

/** What a figure means: what one is, of whom, when, without what, by what it is divided and who shares it. */
export function meaning(
  language: Language,
  kindName: KindNamer,
  definition: Edition['definition'],
): Html {
  const words = t(language).list
  return html`${summaryList(language, [
    { key: words.counts, value: definition.counts[language] },
    { key: words.of, value: definition.of[language] },
    { key: words.when, value: definition.when[language] },
    ...(definition.excludes.length > 0
      ? [
          {
            key: words.excludes,
            value: html`<ul>${definition.excludes.map((one) => html`<li>${one[language]}</li>\n`)}</ul>`,
          },
        ]
      : []),
    { key: words.dividedBy, value: definition.dividedBy?.[language] ?? words.notDivided },
    {
      key: words.publishedBy,
      value: definition.publishedBy.map((kind) => kindName(kind, language)).join(', '),
    },
  ])}
<p class="quiet">${words.version(definition.version)}</p>`
}
