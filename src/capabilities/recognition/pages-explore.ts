import type { Knowledge, Reader } from '#capabilities/knowledge/index.ts'
import { button, buttonLink } from '#design/button/button.ts'
import { checkboxes } from '#design/checkboxes/checkboxes.ts'
import { details } from '#design/details/details.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { type Language, link } from '#platform/language.ts'
import type { Finding, TextPiece } from './explore.ts'
import type { ExploreAssets } from './explore-assets.ts'
import { findingList, markedText } from './findings.ts'
import { dangerFirst, whatNow } from './pages-help.ts'
import { places } from './places.ts'
import { words } from './words-on-screen.ts'

/** In characters; about ten pages, far more than anyone writes here. */
export const longestStory = 30_000

/** Young people have a page of their own, without a recogniser. */
export type ExploreReader = Exclude<Reader, 'young-person'>

const exploreAddress: Record<ExploreReader, string> = {
  teacher: places.explore,
  parent: places.exploreForParents,
}

/** What the server read for someone without scripts; empty for a first visit. */
export type Explored = {
  readonly text: string
  readonly ticked: readonly string[]
  readonly findings: readonly Finding[]
  readonly pieces: readonly TextPiece[]
}

type Parts = {
  readonly language: Language
  readonly reader: ExploreReader
  readonly knowledge: Knowledge
  readonly assets: ExploreAssets
  readonly explored: Explored
  readonly signedIn: boolean
}

export function explorePage(parts: Parts): PageParts {
  const { language, reader, knowledge, assets } = parts
  const t = words(language).explore
  const { script, view, lexicons } = assets
  return {
    title: reader === 'parent' ? t.parentTitle : t.title,
    scripts: [script.url],
    manifest: link(language, places.manifest),
    wide: true,
    content: html`<link rel="stylesheet" href="${assets.style}">
${form({
  action: link(language, exploreAddress[reader]),
  id: 'explore',
  content: html`${question(parts)}\n${found(parts)}\n${tickList(parts)}`,
  dataset: {
    'data-language': language,
    'data-view': view[language],
    'data-lexicon-nl': lexicons.nl,
    'data-lexicon-en': lexicons.en,
  },
})}
<section class="explore-next" id="what-now">
<h2>${t.whatNow}</h2>
${whatNow(language, knowledge, reader)}
</section>
${otherDoors(parts)}`,
  }
}

function question({ language, reader, explored }: Parts): Html {
  const t = words(language).explore
  return html`<div class="explore-question">${textarea(language, {
    name: 'text',
    label: reader === 'parent' ? t.parentQuestion : words(language).whatDidYouNotice,
    hint: html`${t.hint} <span data-where>${t.where}</span>`,
    value: explored.text,
    labelIsHeading: true,
    large: true,
    rows: 5,
    maxlength: longestStory,
  })}
<div class="button-group">${button({ text: t.show })}
<a class="explore-again" href="${link(language, exploreAddress[reader])}">${t.again}</a></div></div>`
}

function found({ language, reader, knowledge, assets, explored }: Parts): Html {
  const t = words(language).explore
  return html`<section class="explore-found" aria-labelledby="findings-title">
<h2 id="findings-title" tabindex="-1">${t.findings}</h2>
${readBack(language, explored)}
<p class="visually-hidden" role="status" data-status></p>
<div data-findings>${findingList(assets.findings[language], explored.findings, explored.text.trim() !== '')}</div>
${dangerFirst(language, knowledge, reader)}
<p class="quiet">${t.noScore} ${guidance(language, knowledge)}</p>
</section>`
}

function tickList({ language, knowledge, explored }: Parts): Html {
  const t = words(language).explore
  return html`<section class="explore-list" aria-labelledby="tick-title">
<h2 id="tick-title">${t.tickTitle}</h2>
<p class="quiet">${t.tickHint}</p>
${knowledge.categories.map((category) => tickCategory(language, knowledge, category, explored.ticked))}
<div data-without-script>${button({ text: t.show, look: 'secondary' })}</div>
</section>`
}

function tickCategory(
  language: Language,
  knowledge: Knowledge,
  { id, name }: Knowledge['categories'][number],
  ticked: readonly string[],
): Html {
  const signals = knowledge.signals.filter(({ category }) => category === id)
  const open = signals.some((signal) => ticked.includes(signal.id))
  return details({
    summary: name[language],
    open,
    content: checkboxes(language, {
      name: `seen-${id}`,
      label: html`<span class="visually-hidden">${name[language]}</span>`,
      values: ticked,
      choices: signals.map((signal) => ({ value: signal.id, label: signal.wording[language] })),
    }),
  })
}

/** Without scripts the words cannot be underlined while typing, so the text is shown once more. */
function readBack(language: Language, { pieces }: Explored): Html {
  if (pieces.length === 0) return html``
  return html`<p class="typed-text" data-without-script><span class="visually-hidden">${words(language).explore.yourText}: </span>${markedText(pieces)}</p>`
}

/** What the sources say about using a list like this: it belongs beside every list. */
const guidance = (language: Language, knowledge: Knowledge): string =>
  knowledge.guidance
    .filter(({ id }) => id === 'combination' || id === 'absence')
    .map(({ text }) => text[language])
    .join(' ')

function otherDoors({ language, reader, signedIn }: Parts): Html {
  const t = words(language).explore
  const young = html`<li><a href="${link(language, places.pressure)}">${t.forYoung}</a></li>`
  if (reader === 'parent') {
    return html`<ul class="other-doors">
<li><a href="${link(language, places.explore)}">${t.forProfessionals}</a></li>
${young}
</ul>`
  }
  return html`<section class="panel">
<h2>${signedIn ? t.recordSignedInTitle : t.recordTitle}</h2>
<p>${signedIn ? t.recordSignedInText : t.recordText}</p>
<p>${buttonLink({ text: signedIn ? t.recordSignedIn : t.record, href: link(language, places.record), look: 'secondary' })}</p>
</section>
<ul class="other-doors">
<li><a href="${link(language, places.exploreForParents)}">${t.forParents}</a></li>
${young}
</ul>`
}
