import { alert } from '#design/alert/alert.ts'
import { button } from '#design/button/button.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { linkList } from '#design/link-list/link-list.ts'
import { select } from '#design/select/select.ts'
import { text } from '#design/text/text.ts'
import { type Language, link } from '#platform/language.ts'
import { byName, type Catalogue } from './catalogue.ts'
import { asksAnything, placesOf, queryNames } from './find-query.ts'
import type { Intervention } from './intervention.ts'
import { type Criteria, type Match, match } from './match.ts'
import { levelText } from './page-intervention.ts'
import { paths } from './paths.ts'
import type { Offered } from './published-offers.ts'
import { t } from './words.ts'

export type FindView = {
  readonly catalogue: Catalogue
  readonly offered: Offered
  readonly criteria: Criteria
  /** the path that this form asks */
  readonly action: string
  /** where each result leads to */
  readonly toOne: (id: string) => string
}

/** The questions to look for help with. Sent in the address, so that it can be kept and shared. */
export function findForm(language: Language, view: FindView): Html {
  const { catalogue, offered, criteria, action } = view
  const words = t(language).find
  return form({
    method: 'get',
    // Straight to the answers: they stand below the questions.
    action: `${link(language, action)}#gevonden`,
    content: html`<p>${words.lead}</p>
${select(language, {
  name: queryNames.question,
  label: words.question,
  value: criteria.question?.id,
  optional: true,
  choices: catalogue.questions.map(({ id, text }) => ({ value: id, label: text[language] })),
})}
${text(language, {
  name: queryNames.age,
  label: words.age,
  hint: words.ageHint,
  value: criteria.age?.toString(),
  optional: true,
  width: 'short',
  inputmode: 'numeric',
  maxlength: 2,
})}
${select(language, {
  name: queryNames.group,
  label: words.group,
  value: criteria.group?.id,
  optional: true,
  choices: catalogue.groups.map(({ id, name }) => ({ value: id, label: name[language] })),
})}
${select(language, {
  name: queryNames.place,
  label: words.place,
  hint: words.placeHint,
  value: criteria.place,
  optional: true,
  choices: placesOf(catalogue, offered).map((place) => ({ value: place, label: place })),
})}
${select(language, {
  name: queryNames.level,
  label: words.level,
  value: criteria.level?.id,
  optional: true,
  choices: catalogue.levels.map(({ id, name }) => ({ value: id, label: name[language] })),
})}
${button({ text: words.show })}`,
  })
}

/** Every kind of help by name, each with which of the questions fit; never left out, never in another order. */
export function findings(language: Language, view: FindView): Html {
  const { catalogue, criteria, toOne } = view
  const words = t(language)
  const asked = asksAnything(criteria)
  const list = byName(catalogue.interventions, language)
  return html`<h2 id="gevonden">${asked ? words.catalogue.result : words.catalogue.all(list.length)}</h2>
${asked ? html`<p>${words.catalogue.resultLead}</p>` : ''}
${asked && criteria.question?.goals.length === 0 ? nothingFor(language) : ''}
${linkList(
  list.map((intervention) => ({
    text: intervention.name[language],
    href: link(language, toOne(intervention.id)),
    description: intervention.summary.text[language],
    about: html`${asked ? answers(language, matchOf(intervention, view)) : ''}
<p class="quiet">${aboutLine(language, catalogue, intervention)}</p>`,
  })),
)}`
}

const matchOf = (intervention: Intervention, { catalogue, criteria, offered }: FindView): Match =>
  match(intervention, criteria, {
    levels: catalogue.levels,
    groups: catalogue.groups,
    offeredIn: offered.of(intervention.id),
  })

/** "past: de leeftijd. Past niet: de plaats. Niet bekend: de erkenning." */
function answers(language: Language, found: Match): Html {
  const words = t(language).find
  return html`<ul>${(['fits', 'does-not-fit', 'unknown'] as const).map((answer) => {
    const named = found.filter((one) => one.answer === answer)
    if (named.length === 0) return ''
    return html`<li><strong>${words.answers[answer]}</strong>: ${named.map(({ criterion }) => words.criteria[criterion]).join(', ')}</li>\n`
  })}</ul>`
}

function aboutLine(language: Language, catalogue: Catalogue, intervention: Intervention): string {
  const words = t(language)
  const { recognition, ended, inLetter } = intervention
  const [newest] = recognition.levels
  return [
    newest ? levelText(language, catalogue, newest) : recognition.text[language],
    ...(ended ? [words.catalogue.ended] : []),
    ...(inLetter ? [words.catalogue.inLetter] : []),
  ].join(' · ')
}

const nothingFor = (language: Language): Html =>
  alert(language, {
    kind: 'info',
    content: html`<p>${t(language).find.nothingForQuestion}</p>
<p><a href="${link(language, paths.lines)}">${t(language).find.toLines}</a></p>`,
  })
