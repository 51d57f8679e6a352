import { editionLine, type Knowledge, origin } from '#capabilities/knowledge/index.ts'
import { buttonLink } from '#design/button/button.ts'
import { emptyState } from '#design/empty-state/empty-state.ts'
import { html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { story as written } from '#design/story/story.ts'
import { table } from '#design/table/table.ts'
import type { PersonActor } from '#platform/actor.ts'
import { dutchDayOf, fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import { mayAskForFilm, mayLendFilm } from './film-access.ts'
import { stateText, wayToFilm, wayToPractise } from './page-film-parts.ts'
import { paths } from './paths.ts'
import type { Practice } from './practice.ts'
import type { FilmRequest } from './read-film.ts'
import { t } from './words.ts'

type View = {
  readonly knowledge: Knowledge
  readonly practice: Practice
  readonly actor: PersonActor | undefined
}

/** What is known of the film, who may ask for it, and how to hold a viewing. */
export function filmPage(language: Language, { knowledge, practice, actor }: View): PageParts {
  const words = t(language).film
  const to = (href: string, text: string) =>
    html`<p>${buttonLink({ text, href: link(language, href) })}</p>\n`
  return {
    ...wayToPractise(language),
    title: words.title,
    content: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<ul>${practice.film.map(
      (one) => html`<li>${one.text[language]} ${origin(knowledge, language, one)}</li>\n`,
    )}</ul>
${actor ? '' : html`<p><a href="${link(language, paths.signIn)}?naar=${encodeURIComponent(link(language, paths.film))}">${words.signIn}</a></p>`}
${actor && mayAskForFilm(actor) ? html`${to(paths.newFilmRequest, words.ask)}<p><a href="${link(language, paths.filmRequests)}">${words.requests}</a></p>` : ''}
${actor && mayLendFilm(actor) ? to(paths.filmLoans, words.loans) : ''}
<h2>${words.viewing}</h2>
${practice.viewing.map(
  (one) => html`<h3>${one.title[language]}</h3>
<p>${one.text[language]} ${origin(knowledge, language, one)}</p>
`,
)}
${editionLine(language, practice.edition)}`,
  }
}

/** What one's own organisation asked, with the answers, on this day (an ISO date). */
export function filmRequestsPage(
  language: Language,
  requests: readonly FilmRequest[],
  today: string,
): PageParts {
  const words = t(language).film
  const begin = { text: words.ask, href: link(language, paths.newFilmRequest) }
  return {
    ...wayToFilm(language),
    title: words.requests,
    wide: true,
    content: html`<h1>${words.requests}</h1>
${
  requests.length === 0
    ? emptyState({ title: words.empty, text: words.emptyText, begin })
    : html`${table({
        caption: words.requests,
        captionHidden: true,
        columns: [
          { heading: words.columns.asked },
          { heading: words.columns.of },
          { heading: words.columns.about },
          { heading: words.columns.state },
        ],
        rows: requests.map((one) => [
          fullDay(language, dutchDayOf(one.askedAt)),
          one.of,
          one.question.audience,
          html`${stateText(language, one, today)}${one.words ? written(one.words) : ''}`,
        ]),
      })}
<p>${buttonLink({ ...begin, look: 'secondary' })}</p>`
}`,
  }
}
