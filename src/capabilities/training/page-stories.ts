import { editionLine, type Knowledge, origin } from '#capabilities/knowledge/index.ts'
import { doors } from '#design/doors/doors.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import type { PersonActor } from '#platform/actor.ts'
import { type Language, link } from '#platform/language.ts'
import { mayLead } from './access.ts'
import { paths } from './paths.ts'
import type { Practice } from './practice.ts'
import { t } from './words.ts'

type View = {
  readonly knowledge: Knowledge
  readonly practice: Practice
  readonly actor: PersonActor | undefined
}

/** Every story, what practising is, and the ways on from here. */
export function storiesPage(language: Language, { knowledge, practice, actor }: View): PageParts {
  const words = t(language)
  const { list } = words
  return {
    title: list.title,
    content: html`<h1>${list.title}</h1>
<p class="lead">${list.lead}</p>
<h2>${list.stories}</h2>
<p>${list.everybody}</p>
${doors(
  practice.stories.map(({ id, title, role, minutes }) => ({
    title: title[language],
    text: list.about(words.roles[role], minutes),
    href: link(language, paths.story(id)),
  })),
)}
<h2>${list.first}</h2>
<ul>${practice.guidance.map(
      (one) => html`<li>${one.text[language]} ${origin(knowledge, language, one)}</li>\n`,
    )}
<li>${list.invented}</li>
<li>${actor ? list.keptSignedIn : list.kept}</li></ul>
${waysOn(language, actor)}
${editionLine(language, practice.edition)}`,
  }
}

const waysOn = (language: Language, actor: PersonActor | undefined): Html => {
  const { list } = t(language)
  const ways = [
    { text: list.film, href: paths.film },
    ...(actor ? [{ text: list.mine, href: paths.mine }] : []),
    ...(actor && mayLead(actor) ? [{ text: list.team, href: paths.team }] : []),
  ]
  return html`<ul>${ways.map(({ text, href }) => html`<li><a href="${link(language, href)}">${text}</a></li>\n`)}</ul>`
}
