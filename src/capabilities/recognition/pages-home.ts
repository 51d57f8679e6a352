import type { Knowledge } from '#capabilities/knowledge/index.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { type Language, link } from '#platform/language.ts'
import type { ExploreAssets } from './explore-assets.ts'
import { longestStory } from './pages-explore.ts'
import { linesInShort } from './pages-help.ts'
import { places } from './places.ts'
import { words } from './words-on-screen.ts'

/** One question, three doors, the help lines. */
export function homePage(
  language: Language,
  knowledge: Knowledge,
  assets: ExploreAssets,
): PageParts {
  const { home } = words(language)
  const question = textarea(language, {
    name: 'text',
    label: home.title,
    hint: home.hint,
    labelIsHeading: true,
    large: true,
    rows: 5,
    maxlength: longestStory,
  })
  const door = (hint: string, opens: Html) =>
    html`<li class="door">${opens}<p class="door__text">${hint}</p></li>\n`
  const submit = (title: string, path: string) =>
    html`<button class="door__link" type="submit" formaction="${link(language, path)}">${title}</button>`
  const doors = html`<h2 class="visually-hidden">${home.whoAreYou}</h2>
<ul class="doors">
${door(home.professionalHint, submit(home.professional, places.explore))}
${door(home.parentHint, submit(home.parent, places.exploreForParents))}
${door(home.youngHint, html`<a class="door__link" href="${link(language, places.pressure)}">${home.young}</a>`)}
</ul>
<p><a href="${link(language, places.practise)}">${home.practise}</a></p>`
  return {
    title: home.title,
    front: true,
    scripts: [assets.home.url],
    manifest: link(language, places.manifest),
    content: html`<link rel="stylesheet" href="${assets.style}">
${form({
  action: link(language, places.explore),
  content: html`${question}\n${doors}`,
  dataset: { 'data-carry': '' },
})}`,
    aside: html`<h2>${home.helpLines}</h2>
${linesInShort(language, linesForAll(knowledge))}
<p><a href="${link(language, places.helpLines)}">${home.allHelpLines}</a></p>`,
  }
}

/** The lines a young person can use too, and of which we know where they come from. */
const linesForAll = (knowledge: Knowledge) =>
  knowledge.linesFor('young-person').filter(({ status }) => status !== 'not-verified')
