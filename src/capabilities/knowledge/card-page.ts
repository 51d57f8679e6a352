import { type Html, html } from '#design/html.ts'
import type { PageParts } from '#design/page/page.ts'
import type { Language } from '#platform/language.ts'
import type { Knowledge } from './knowledge.ts'
import { editionLine } from './origin.ts'
import type { Observer, Signal } from './signal-pack.ts'
import { couldAlsoBe, t, wayUp } from './words-on-screen.ts'

/**
 * One sheet of A4 for one kind of observer: signals by subject, what else they may be, what to do.
 * `style` is the address of the style that makes it fit.
 */
export function cardPage(
  knowledge: Knowledge,
  language: Language,
  observer: Observer,
  style: string,
): PageParts {
  const words = t(language)
  const title = words.cardTitle(observer.name[language])
  const signals = knowledge.signalsFor(observer.id)
  return {
    title,
    print: true,
    breadcrumbs: wayUp(language),
    content: html`<link rel="stylesheet" href="${style}">
<div class="signal-card${signals.length > 30 ? ' signal-card--full' : ''}">
<h1 class="signal-card__title">${title}</h1>
<p class="signal-card__guidance">${words.oneIsNoConclusion} ${knowledge.guidance
      .filter(({ id }) => id === 'absence' || id === 'other-causes')
      .map(({ text }) => html`${text[language]} `)}</p>
<p class="signal-card__screen-only quiet">${words.cardPrint}</p>
<div class="signal-card__signals">
${knowledge.categories.map((category) =>
  group(
    language,
    category.name[language],
    signals.filter((signal) => signal.category === category.id),
  ),
)}
</div>
${whatToDo(knowledge, language, observer)}
${editionLine(language, knowledge.editions.signals)}
</div>`,
  }
}

function group(language: Language, name: string, signals: readonly Signal[]): Html {
  if (signals.length === 0) return html``
  return html`<section class="signal-card__group"><h2>${name}</h2>
<ul>${signals.map(
    (signal) =>
      html`<li>${signal.wording[language]}. <em>${couldAlsoBe(language, signal)}</em></li>\n`,
  )}</ul></section>
`
}

function whatToDo(knowledge: Knowledge, language: Language, observer: Observer): Html {
  const steps = knowledge.whatToDo(observer.reader)
  const numbers = [...new Set(steps.flatMap(({ lines }) => lines))]
    .map((id) => knowledge.findLine(id))
    // 112 stands in the first step; a number nobody checked does not go on paper.
    .filter(
      (line) =>
        line?.phone !== undefined && line.id !== 'emergency' && line.status !== 'not-verified',
    )
  return html`<section class="signal-card__advice"><h2>${t(language).whatNow}</h2>
<ol>${steps.map(
    ({ title, text }) => html`<li><strong>${title[language]}.</strong> ${text[language]}</li>\n`,
  )}</ol>
<p class="signal-card__numbers">${numbers
    .map((line) => `${line?.name[language]}: ${line?.phone}`)
    .join(' · ')}</p></section>`
}
