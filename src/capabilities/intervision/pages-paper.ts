import type { AskedKind, Knowledge, Method } from '#capabilities/knowledge/index.ts'
import { button } from '#design/button/button.ts'
import { details } from '#design/details/details.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { select } from '#design/select/select.ts'
import { text } from '#design/text/text.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import type { Language } from '#platform/language.ts'
import { effects, origins } from './contribution.ts'
import type { Colleague } from './desk.ts'
import { decisionOutcomes } from './intervision.ts'
import { decisionFields } from './pages-decide.ts'
import { paperField, paperKinds } from './paper-form.ts'
import { type Again, hrefOf, sentences, type View } from './view.ts'
import { t } from './words.ts'

/** The sheet: every step with room to write, and the map as a grid where the method asks for it. */
export function sheetPage(language: Language, knowledge: Knowledge, method: Method): Html {
  const words = t(language)
  const { paper } = words
  return html`<h1>${paper.sheetTitle(method.name[language])}</h1>
<p class="quiet sheet__screen">${paper.print}</p>
<table class="sheet__head"><tbody>
<tr><th scope="row">${paper.day}</th><td></td></tr>
<tr><th scope="row">${paper.about}</th><td></td></tr>
<tr><th scope="row">${paper.present}</th><td></td></tr>
</tbody></table>
<p>${words.noName}</p>
${method.notes.filter(({ mark }) => mark === 'own').map((note) => html`<p class="quiet">${note.text[language]}</p>`)}
${method.phases.map(
  (
    phase,
    index,
  ) => html`<section class="sheet__phase"><h2>${index + 1}. ${phase.name[language]}${phase.time ? html` <span class="quiet">${paper.minutes(phase.time.minutes)}</span>` : ''}</h2>
<p>${phase.text[language]}</p>
<p class="quiet">${paper.speaks}: ${phase.whoSpeaks[language]}</p>
${phase.asks.filter((kind) => kind !== 'mark').map((kind) => room(language, kind))}
${phase.asks.includes('mark') ? emptyMap(language, knowledge) : ''}
</section>
`,
)}
${method.ends === 'decision' ? decisionRoom(language) : ''}
<p class="quiet">${paper.later}</p>`
}

const lines = html`<span class="sheet__lines"></span>`

function room(language: Language, kind: AskedKind): Html {
  const words = t(language)
  if (kind === 'explanation') {
    return html`<p class="sheet__label">${words.paper.innocentLines}</p>${lines}<p class="sheet__label">${words.paper.otherLines}</p>${lines}`
  }
  return html`<p class="sheet__label">${words.kinds[kind].many}</p>${lines}`
}

const decisionRoom = (language: Language): Html => {
  const { decide, outcomes } = t(language)
  return html`<section class="sheet__phase"><p class="sheet__label">${decide.question}</p>${lines}
<p class="sheet__label">${decide.outcome}</p><ul class="sheet__boxes">${decisionOutcomes.map((one) => html`<li>${outcomes[one]}</li>`)}</ul>
${[decide.agreement, decide.owner, decide.due, decide.toldPupil, decide.toldParents].map((label) => html`<p class="sheet__label">${label}</p>${lines}`)}</section>`
}

function emptyMap(language: Language, { map }: Knowledge): Html {
  const words = t(language)
  return html`<p>${words.paper.legend}</p>
<table class="sheet__map"><caption class="visually-hidden">${words.map.title}</caption>
<thead><tr><td></td>${map.lenses.map(({ name }) => html`<th scope="col">${name[language]}</th>`)}</tr></thead>
<tbody>${map.domains.map(({ name }) => html`<tr><th scope="row">${name[language]}</th>${map.lenses.map(() => html`<td></td>`)}</tr>`)}</tbody></table>`
}

/** What stood on the sheet, typed in afterwards: one line is one card. */
export function paperPage(
  view: View,
  {
    typed,
    errors,
    key,
    colleagues,
  }: Again & { readonly key: string; readonly colleagues: readonly Colleague[] },
): Html {
  const { language, table } = view
  const words = t(language)
  const wrong = sentences(language, errors)
  const kinds = paperKinds(table.phases)
  const field = (name: string, label: string) =>
    textarea(language, {
      name,
      label,
      hint: words.paper.linesHint,
      value: textOf(typed, name),
      error: wrong[name],
      optional: true,
      rows: 4,
    })
  return html`${summaryOf(language, wrong)}
<h1>${words.paper.title}</h1>
<p class="lead">${words.paper.lead}</p>
<p class="quiet">${words.noName}</p>
${form({
  action: hrefOf(view, '/van-papier'),
  content: html`${keyField(key)}
${kinds.map((kind) =>
  kind === 'mark'
    ? mapFields(view, typed, wrong)
    : kind === 'explanation'
      ? html`${field('explanation-innocent', words.paper.innocentLines)}${field('explanation-other', words.paper.otherLines)}`
      : kind === 'fact'
        ? origins.map((one) =>
            field(
              `fact-${one}`,
              `${words.kinds.fact.many}: ${words.fields.origins[one].toLowerCase()}`,
            ),
          )
        : field(paperField(kind), words.kinds[kind].many),
)}
<h2>${words.after.decided}</h2>
${decisionFields(view, { typed, errors, colleagues })}
${button({ text: words.paper.button })}`,
})}`
}

function mapFields(
  { language, knowledge }: View,
  typed: Again['typed'],
  wrong: Readonly<Record<string, string>>,
): Html {
  const { domains, lenses } = knowledge.map
  const words = t(language)
  return html`<h2>${words.map.title}</h2>
<p>${words.paper.mapHint}</p>
${domains.map((domain) =>
  details({
    summary: domain.name[language],
    open: lenses.some((lens) => textOf(typed, `map-${domain.id}-${lens.id}-text`) !== ''),
    content: html`${lenses.map((lens) => {
      const name = `map-${domain.id}-${lens.id}`
      return html`${select(language, {
        name: `${name}-effect`,
        label: `${lens.name[language]}: ${words.fields.effect}`,
        value: textOf(typed, `${name}-effect`),
        optional: true,
        choices: effects.map((value) => ({ value, label: words.fields.effects[value] })),
      })}
${text(language, { name: `${name}-text`, label: `${lens.name[language]}: ${words.kinds.mark.text}`, value: textOf(typed, `${name}-text`), error: wrong[`${name}-text`], optional: true })}`
    })}`,
  }),
)}`
}
