import { button, buttonGroup, buttonLink } from '#design/button/button.ts'
import { date } from '#design/date/date.ts'
import { emptyState } from '#design/empty-state/empty-state.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { linkList } from '#design/link-list/link-list.ts'
import { pagination } from '#design/pagination/pagination.ts'
import { searchForm } from '#design/search-form/search-form.ts'
import { tag } from '#design/tag/tag.ts'
import { text } from '#design/text/text.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { dutchDayOf, fullDay } from '#platform/dates.ts'
import { type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { datePartsOf } from '#platform/typed-date.ts'
import type { Field } from './fields.ts'
import type { DossierPage } from './list-dossiers.ts'
import { whatNext } from './page-parts.ts'
import { paths } from './paths.ts'
import type { ReadDossier } from './read-dossier.ts'
import { t } from './words.ts'

export function listPage(
  language: Language,
  { lines: dossiers, next }: DossierPage,
  reference: string,
): Html {
  const { list: words, states } = t(language)
  const begin = { text: words.open, href: link(language, paths.newDossier) }
  const compare = { text: words.compare, href: link(language, paths.compare) }
  return html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${buttonGroup(buttonLink(begin), buttonLink({ ...compare, look: 'secondary' }))}
${searchForm({ action: link(language, paths.dossiers), name: 'kenmerk', label: words.search, value: reference, button: words.find })}
${
  dossiers.length === 0
    ? reference === ''
      ? emptyState({ title: words.empty, text: words.emptyText })
      : html`<p>${words.notFound}</p>`
    : linkList(
        dossiers.map((one) => ({
          text: `${one.name} (${one.code})`,
          href: link(language, paths.dossier(one.id)),
          description: one.question,
          about: html`<p>${tag(states[one.state])}</p>
<p>${whatNext(language, one)}</p>
<p class="quiet">${words.openedOn(fullDay(language, dutchDayOf(one.openedAt)))}. ${one.handlerGone ? words.gone : words.handledBy(one.handler ?? '')}</p>`,
        })),
      )
}
${pagination(language, { next: next && link(language, `${paths.dossiers}?na=${next}${reference ? `&kenmerk=${encodeURIComponent(reference)}` : ''}`) })}`
}

export const openFields = [
  { name: 'name', as: 'line' },
  { name: 'born', as: 'date', optional: true },
  { name: 'question', as: 'words', rows: 3 },
] as const satisfies readonly Field[]

type OpenView = {
  readonly typed: Typed
  readonly wrong: Readonly<Record<string, string>>
  readonly key: string
}

export function openPage(language: Language, { typed, wrong, key }: OpenView): Html {
  const words = t(language).open
  return html`${summaryOf(language, wrong)}
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${form({
  action: link(language, paths.newDossier),
  content: html`${keyField(key)}
${text(language, { name: 'name', label: words.name, hint: words.nameHint, value: textOf(typed, 'name'), error: wrong.name })}
${date(language, { name: 'born', label: words.born, value: datePartsOf(typed, 'born'), error: wrong.born, optional: true })}
${textarea(language, { name: 'question', label: words.question, value: textOf(typed, 'question'), error: wrong.question, rows: 3 })}
${button({ text: words.button })}`,
})}`
}

/** Who sees the dossier now, and what whoever handles it can change. */
export function circlePage(language: Language, { head, circle, names }: ReadDossier): Html {
  const { circle: words, acts } = t(language)
  const root = `${paths.dossier(head.id)}/kring`
  const linkTo = (name: 'add-to-circle' | 'end-in-circle' | 'hand-over', path: string) =>
    buttonLink({
      text: acts[name].link,
      href: link(language, `${root}/${path}`),
      look: 'secondary',
    })
  return html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<ul>${circle.map((id) => html`<li>${names.get(id) ?? ''}${id === head.handlerId ? html` (${words.handler})` : ''}</li>`)}</ul>
${
  head.mayArrange
    ? buttonGroup(
        linkTo('add-to-circle', 'erbij'),
        linkTo('hand-over', 'overdragen'),
        ...(circle.length > 1 ? [linkTo('end-in-circle', 'einde')] : []),
      )
    : ''
}`
}
