import { origin } from '#capabilities/knowledge/index.ts'
import { type Law, ruleLine } from '#capabilities/law/index.ts'
import { button, buttonGroup, buttonLink } from '#design/button/button.ts'
import { date } from '#design/date/date.ts'
import { summaryOf } from '#design/error-summary/error-summary.ts'
import { form } from '#design/form/form.ts'
import { type Html, html } from '#design/html.ts'
import { linkList } from '#design/link-list/link-list.ts'
import { textarea } from '#design/textarea/textarea.ts'
import { type Typed, textOf } from '#platform/form.ts'
import { keyField } from '#platform/http/sent-once.ts'
import { type Language, link } from '#platform/language.ts'
import { datePartsOf } from '#platform/typed-date.ts'
import { acts } from './acts.ts'
import type { Field } from './fields.ts'
import { step, worksheetIsOpen } from './non-punishment.ts'
import { standingOf } from './offence-words.ts'
import { fieldOf } from './page-fields.ts'
import { notLookedBox, statementLine, unknownText } from './page-parts.ts'
import { paths } from './paths.ts'
import type { ReadDossier, ReadStatement } from './read-dossier.ts'
import { t } from './words.ts'
import type { SheetElement, WorksheetFile } from './worksheet-pack.ts'

type FindSource = Parameters<typeof origin>[0]

/** All elements, what stands there, and what was not looked at. */
export function worksheetPage(
  language: Language,
  { elements }: WorksheetFile,
  read: ReadDossier,
  key: string,
): Html {
  const { worksheet: words, page, acts: actWords } = t(language)
  const { head, statements } = read
  const titleOf = (id: string) => elements.find((one) => one.id === id)?.title[language] ?? id
  return html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<p class="quiet">${words.own}</p>
${linkList(
  elements.map(({ id, title, question, needed }) => {
    const mine = statements.filter(({ element }) => element === id)
    return {
      text: title[language],
      href: link(language, paths.element(head.id, id)),
      description: question[language],
      about: html`${needed ? '' : html`<p class="quiet">${words.notNeeded}</p>`}
${mine.length === 0 ? html`<p class="quiet">${page.nothingOnSheet}</p>` : html`<ul>${mine.map((one) => html`<li>${one.kind === 'unknown' ? html`${words.unknowns}: ` : ''}${unknownText(language, read, one)}</li>`)}</ul>`}`,
    }
  }),
)}
${notLookedBox(language, read, titleOf)}
${step('work-out', head).ok ? buttonGroup(buttonLink({ text: actWords['work-out'].link, href: link(language, `${paths.dossier(head.id)}/${acts['work-out'].path}`) })) : ''}
${step('resume', head).ok ? html`<p>${words.closed}</p>${form({ action: link(language, `${paths.worksheet(head.id)}-open`), content: html`${keyField(key)}${button({ text: words.resume, look: 'secondary' })}` })}` : ''}`
}

/** Which offences is asked only where a dossier has more than one and the answer can differ between them. */
export const asksOffence = (
  { aboutOffence }: Pick<SheetElement, 'aboutOffence'>,
  { offences }: Pick<ReadDossier, 'offences'>,
): boolean => aboutOffence && standingOf(offences).length > 1

type Asks = { readonly overTime: boolean; readonly whichOffence: boolean }

export const statementFields = ({ overTime, whichOffence }: Asks) =>
  [
    { name: 'offences', as: 'offences', ...(whichOffence ? {} : { optional: true }) },
    { name: 'text', as: 'words', rows: 4 },
    { name: 'facts', as: 'facts' },
    { name: 'against', as: 'words', optional: true, rows: 4 },
    { name: 'againstFacts', as: 'facts', optional: true },
    { name: 'searched', as: 'words', optional: true, rows: 2 },
    { name: 'from', as: 'date', ...(overTime ? {} : { optional: true }) },
    { name: 'until', as: 'date', optional: true },
  ] as const satisfies readonly Field[]

export const unknownFields = ({ whichOffence }: Pick<Asks, 'whichOffence'>) =>
  [
    { name: 'unknownOf', as: 'offences', ...(whichOffence ? {} : { optional: true }) },
    { name: 'unknown', as: 'words', rows: 3 },
  ] as const satisfies readonly Field[]

/** A statement as it was typed, to write it down for another offence too. */
export const typedAgain = (one: ReadStatement): Typed => ({
  text: one.text,
  facts: one.facts,
  against: one.against,
  againstFacts: one.againstFacts,
  searched: one.searched,
})

type ElementView = {
  readonly element: SheetElement
  readonly read: ReadDossier
  readonly law: Law
  readonly knowledge: FindSource
  readonly typed: Typed
  readonly wrong: Readonly<Record<string, string>>
  readonly key: string
}

/** One element: the question, what stands there for and against, and a form for each. */
export function elementPage(language: Language, view: ElementView): Html {
  const { element, read, law, knowledge, wrong } = view
  const words = t(language).worksheet
  const { head, facts, offences } = read
  const at = link(language, paths.dossier(head.id))
  const mine = read.statements.filter((one) => one.element === element.id)
  const stated = mine.filter(({ kind }) => kind === 'statement')
  const unknowns = mine.filter(({ kind }) => kind === 'unknown')
  const open = worksheetIsOpen(head)
  const away = (id: string) =>
    open
      ? html` <a class="brief__away" href="${link(language, paths.withdraw(head.id, 'werkblad', id))}">${t(language).page.takeAway}</a>`
      : html``
  const again = (id: string) =>
    open && asksOffence(element, read)
      ? html` <a class="brief__away" href="${link(language, `${paths.element(head.id, element.id)}?zoals=${id}`)}">${words.again}</a>`
      : html``
  return html`${summaryOf(language, wrong)}
<h1>${element.title[language]}</h1>
<p class="lead">${element.question[language]}</p>
<p>${words.maySpeakAgainst}: ${element.against[language]}</p>
<p class="quiet">${words.grounds}: ${element.rules.map((id, nth) => html`${nth > 0 ? '; ' : ''}${ruleLine(language, law.getRule(id))}`)}. ${origin(knowledge, language, element)}</p>
${stated.map((one) => statementLine(language, { facts, offences, at }, one, html`${again(one.id)}${away(one.id)}`))}
${unknowns.length > 0 ? html`<h2>${words.unknowns}</h2><ul>${unknowns.map((one) => html`<li>${unknownText(language, read, one)}${away(one.id)}</li>`)}</ul>` : ''}
${open ? forms(language, view) : html`<p>${head.state === 'worked-out' ? words.closed : words.fixed}</p>`}`
}

function forms(language: Language, view: ElementView): Html {
  const { element, read, typed, wrong, key } = view
  const words = t(language).worksheet
  const action = link(language, paths.element(read.head.id, element.id))
  const { facts, offences } = read
  const around = { typed, wrong, facts, offences, people: new Map<string, string>() }
  const which = (name: 'offences' | 'unknownOf') =>
    asksOffence(element, read)
      ? fieldOf(
          language,
          { name, as: 'offences' },
          { label: words.offences, hint: words.offencesHint },
          around,
        )
      : ''
  const factBoxes = (name: 'facts' | 'againstFacts', label: string, optional: boolean) =>
    fieldOf(language, { name, as: 'facts', ...(optional ? { optional } : {}) }, { label }, around)
  return html`<h2>${words.addStatement}</h2>
${
  read.facts.some((one) => !one.withdrawn && !one.recalled)
    ? form({
        action,
        content: html`${keyField(key)}
${which('offences')}
${textarea(language, { name: 'text', label: words.text, value: textOf(typed, 'text'), error: wrong.text, rows: 4 })}
${factBoxes('facts', words.facts, false)}
${textarea(language, { name: 'against', label: words.against, value: textOf(typed, 'against'), error: wrong.against, rows: 4 })}
${factBoxes('againstFacts', words.againstFacts, true)}
${textarea(language, { name: 'searched', label: words.searched, hint: words.searchedHint, value: textOf(typed, 'searched'), error: wrong.searched, rows: 2 })}
${element.overTime ? html`${date(language, { name: 'from', label: words.from, value: datePartsOf(typed, 'from'), error: wrong.from })}${date(language, { name: 'until', label: words.until, hint: words.untilHint, value: datePartsOf(typed, 'until'), error: wrong.until, optional: true })}` : ''}
${button({ text: words.save })}`,
      })
    : html`<p>${words.noFactsYet}</p>`
}
<h2>${words.addUnknown}</h2>
${form({
  action: `${action}/onbekend`,
  content: html`${keyField(key)}
${which('unknownOf')}
${textarea(language, { name: 'unknown', label: words.unknownText, value: textOf(typed, 'unknown'), error: wrong.unknown, rows: 3 })}
${button({ text: words.save, look: 'secondary' })}`,
})}`
}
